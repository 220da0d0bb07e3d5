import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bankWords, CLOSINGS, OPENINGS, QUESTIONS } from './guide.messages.ts';
import { chooseDeeperGuide, chooseGuide, guide, guideWords } from './guide.rules.ts';

it('holds at least 24 questions in both languages', () => {
  const all = Object.values(QUESTIONS)
    .flat()
    .map((key) => ({ en: bankWords('en')(key), de: bankWords('de')(key) }));
  expect(all.length).toBeGreaterThanOrEqual(24);
  for (const question of all) expect(Object.values(question).every((text) => text.endsWith('?'))).toBe(true);
});

it('rises in depth, never to the third between manager and report, and never asks the same twice', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (seed, hasPowerGap) => {
      const chosen = chooseGuide(seed, hasPowerGap);
      expect(chosen.questions.map(({ depth }) => depth)).toEqual([1, 2, hasPowerGap ? 2 : 3]);
      expect(guide.parse(chosen)).toEqual(chosen);
      for (const language of ['en', 'de'] as const) {
        const words = guideWords(chosen, language);
        expect(new Set(words.questions).size).toBe(3);
        expect([words.opening, words.closing].every((text) => text.length > 10)).toBe(true);
      }
    }),
  );
});

it('begins deeper the second time, and never asks the same twice', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (seed, hasPowerGap) => {
      const chosen = chooseDeeperGuide(seed, hasPowerGap);
      expect(chosen.questions.map(({ depth }) => depth)).toEqual(hasPowerGap ? [1, 2, 2] : [2, 3, 3]);
      expect(new Set(guideWords(chosen, 'en').questions).size).toBe(3);
    }),
  );
});

it('is the same for the same seed, and any of the bank for some', () => {
  const seeds = Array.from({ length: 600 }, (_, place) => `seed ${place}`);
  const places = (choose: typeof chooseGuide, hasPowerGap: boolean, at: number) =>
    new Set(seeds.map((seed) => choose(seed, hasPowerGap).questions[at]?.index)).size;
  expect(chooseGuide('a', false)).toEqual(chooseGuide('a', false));
  expect([0, 1, 2].map((at) => places(chooseGuide, false, at))).toEqual(
    ([1, 2, 3] as const).map((depth) => QUESTIONS[depth].length),
  );
  expect(places(chooseGuide, true, 2)).toBe(QUESTIONS[2].length);
  expect(places(chooseDeeperGuide, false, 2)).toBe(QUESTIONS[3].length);
  for (const [what, list] of [
    ['opening', OPENINGS],
    ['closing', CLOSINGS],
  ] as const)
    expect(new Set(seeds.map((seed) => chooseGuide(seed, false)[what]))).toEqual(new Set(list.keys()));
});

it('of a second conversation begins and ends as the first', () => {
  const [first, second] = [chooseGuide('a', true), chooseDeeperGuide('a', true)];
  expect([second.opening, second.closing]).toEqual([first.opening, first.closing]);
});

it('reads an entry that left the bank as its first', () => {
  const gone = { opening: 999, questions: [{ depth: 2 as const, index: 999 }], closing: 999 };
  const first = { opening: 0, questions: [{ depth: 2 as const, index: 0 }], closing: 0 };
  expect(guideWords(gone, 'de')).toEqual(guideWords(first, 'de'));
  const last = { ...first, opening: OPENINGS.length - 1 };
  expect(guideWords(last, 'en').opening).not.toBe(guideWords(first, 'en').opening);
});

it('may ask any other question of the same depth as the last', () => {
  const { length } = QUESTIONS[2];
  const steps = Array.from({ length: 600 }, (_, place) => {
    const [, second, third] = chooseGuide(`seed ${place}`, true).questions;
    return ((third?.index ?? 0) - (second?.index ?? 0) + length) % length;
  });
  expect([...new Set(steps)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: length - 1 }, (_, place) => place + 1),
  );
});
