import { emailOf } from '#contract/email.ts';

/** How many addresses go out at once. */
export const MOST_ADDRESSES = 200;

/** The domain out of what was typed, be it a whole address. */
export const domainOf = (typed: string): string => typed.trim().replace(/^.*@/, '').toLowerCase();

export interface Addresses {
  found: string[];
  /** Pieces that look like a mistyped address. */
  unread: string[];
}

/** Addresses out of pasted text, each once: lists, columns, 'Ana Sousa <ana@…>' lines. */
export function readAddresses(text: string): Addresses {
  const pieces = text.split(/[\s,;<>()"'|]+/).map((piece) => piece.replace(/^mailto:/i, '').replace(/[.:]+$/, ''));
  const looksMeant = pieces.filter((piece) => piece.includes('@'));
  const unread = looksMeant.filter((piece) => emailOf(piece) === undefined).map((piece) => piece.toLowerCase());
  return { found: [...new Set(looksMeant.flatMap((piece) => emailOf(piece) ?? []))], unread: [...new Set(unread)] };
}
