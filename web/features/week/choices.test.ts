import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Choices, choiceOf, ideaOf, KINDS, parseChoices, standing, withChoice } from './choices.ts';

const choice = fc.record({ turn: fc.nat({ max: 50 }), isChosen: fc.boolean(), isSkipped: fc.boolean() });
const kind = fc.constantFrom(...KINDS);

it('comes back from storage as it was, and survives anything else', () => {
  fc.assert(
    fc.property(fc.dictionary(kind, choice), fc.anything(), fc.string(), (choices, value, text) => {
      expect(parseChoices(JSON.stringify(choices))).toEqual({ ...choices });
      expect(typeof parseChoices(JSON.stringify(value) ?? null)).toBe('object');
      expect(parseChoices(`{${text}`)).toEqual(parseChoices(`{${text}`));
    }),
  );
});

it('changes one kind and leaves the others', () => {
  fc.assert(
    fc.property(fc.dictionary(kind, choice), kind, choice, (before, changed, to) => {
      const after = withChoice(before as Choices, changed, to);
      for (const each of KINDS)
        expect(choiceOf(after, each)).toEqual(each === changed ? to : choiceOf(before as Choices, each));
    }),
  );
});

it('goes round the list', () => {
  expect(standing(['a', 'b'], { turn: 3, isChosen: false, isSkipped: false })).toBe('b');
  expect(standing([], { turn: 3, isChosen: false, isSkipped: false })).toBeUndefined();
});

it('gives neighbouring weeks different ideas', () => {
  expect(ideaOf('2026-W48', 14)).not.toBe(ideaOf('2026-W49', 14));
});
