import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bankWords, QUESTIONS } from './guide.messages.ts';
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
