import { createWords, isKeyOf } from '#server/platform/words.ts';
import { de } from './guide.words.de.ts';
import { en } from './guide.words.ts';

/** One entry of the bank. */
export type GuideKey = keyof typeof en;

/** Entries of the bank in words. */
export const bankWords = createWords(en, de);

const startingWith = (start: string): readonly GuideKey[] =>
  Object.keys(en).filter((key): key is GuideKey => isKeyOf(en, key) && key.startsWith(start));

export const OPENINGS = startingWith('guide.opening-');

/** By depth. */
export const QUESTIONS: Record<1 | 2 | 3, readonly GuideKey[]> = {
  1: startingWith('guide.question-1-'),
  2: startingWith('guide.question-2-'),
  3: startingWith('guide.question-3-'),
};

export const CLOSINGS = startingWith('guide.closing-');
