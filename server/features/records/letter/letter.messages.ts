import type { Language } from '#contract/common.ts';
import { createWords, isKeyOf } from '#server/platform/words.ts';
import { de } from './letter.words.de.ts';
import { en } from './letter.words.ts';
import { de as germanCodes } from './letter-codes.words.de.ts';
import { en as codes } from './letter-codes.words.ts';

/** What stands in every letter. */
export const letterWords = createWords(en, de);

const words = createWords(codes, germanCodes);

/** A code in words, by the column that holds it; free text never is one, whatever it says. */
export function codeWords(code: string, column: string, language: Language): string | undefined {
  // Whoever wants a rhythm and whoever has one read the same.
  const meant = column === 'every' ? 'rhythm' : column;
  const key = `letter-codes.${meant}.${code}`;
  return isKeyOf(codes, key) ? words(language)(key) : undefined;
}
