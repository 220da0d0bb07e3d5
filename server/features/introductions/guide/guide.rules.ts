import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import { bankWords, CLOSINGS, type GuideKey, OPENINGS, QUESTIONS } from './guide.messages.ts';

/** A guide by places in the bank, so that each reads it in their own language. */
export const guide = z.object({
  opening: z.number(),
  questions: z.array(z.object({ depth: z.union([z.literal(1), z.literal(2), z.literal(3)]), index: z.number() })),
  closing: z.number(),
});
export type Guide = z.infer<typeof guide>;

export interface GuideWords {
  opening: string;
  questions: string[];
  closing: string;
}

const placeIn = (seed: string, purpose: string, length: number): number =>
  createHash('sha256').update(`${seed} ${purpose}`).digest().readUInt32BE(0) % length;

/** Three questions of rising depth; between manager and report the third stays personal. */
export function chooseGuide(seed: string, hasPowerGap: boolean): Guide {
  const second = placeIn(seed, '2', QUESTIONS[2].length);
  const third = hasPowerGap ? anotherOf(seed, 2, second) : questionOf(seed, 3);
  return {
    opening: placeIn(seed, 'opening', OPENINGS.length),
    questions: [questionOf(seed, 1), { depth: 2, index: second }, third],
    closing: placeIn(seed, 'closing', CLOSINGS.length),
  };
}

/** The guide of a second conversation begins deeper; between manager and report all stays personal. */
export function chooseDeeperGuide(seed: string, hasPowerGap: boolean): Guide {
  const first = questionOf(seed, hasPowerGap ? 1 : 2);
  const second = questionOf(seed, hasPowerGap ? 2 : 3);
  const third = anotherOf(seed, second.depth, second.index);
  return { ...chooseGuide(seed, hasPowerGap), questions: [first, second, third] };
}

type Depth = Guide['questions'][number]['depth'];

const questionOf = (seed: string, depth: Depth) => ({
  depth,
  index: placeIn(seed, String(depth), QUESTIONS[depth].length),
});

const anotherOf = (seed: string, depth: Depth, known: number) => ({
  depth,
  index: (known + 1 + placeIn(seed, `${depth}b`, QUESTIONS[depth].length - 1)) % QUESTIONS[depth].length,
});

/** The guide in a language; an entry that left the bank reads as its first. */
export function guideWords(given: Guide, language: Language): GuideWords {
  const t = bankWords(language);
  const entry = (list: readonly GuideKey[], index: number): string => {
    const key = list[index] ?? list[0];
    return key ? t(key) : '';
  };
  return {
    opening: entry(OPENINGS, given.opening),
    questions: given.questions.map(({ depth, index }) => entry(QUESTIONS[depth], index)),
    closing: entry(CLOSINGS, given.closing),
  };
}
