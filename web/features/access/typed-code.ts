import { codeLength, groupedCode, plainCode } from '#contract/sign-in-code.ts';

/** What was typed, in groups of three; a hyphen that was just typed stays. */
export function shownCode(typed: string): string {
  const plain = plainCode(typed);
  const grouped = groupedCode(plain.slice(0, codeLength(plain)));
  return /[-\s]$/.test(typed) && plain.length % 3 === 0 && plain ? `${grouped}-`.slice(0, 15) : grouped;
}

/** Whether nothing is missing. */
export const isWhole = (plain: string): boolean => plain.length === codeLength(plain);
