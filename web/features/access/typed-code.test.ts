import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainCode } from '#contract/sign-in-code.ts';
import { isWhole, shownCode } from './typed-code.ts';

it('what is typed or pasted is shown in groups of three', () => {
  expect(shownCode('abcdef')).toBe(shownCode('ABC DEF'));
  expect(shownCode('ABC')).toBe('ABC');
  expect(shownCode('ABCD')).toBe('ABC-D');
});

it('a hyphen that was just typed after a group stays', () => {
  expect(shownCode('ABC-')).toBe('ABC-');
  expect(shownCode('AB-')).toBe('AB');
});

it('showing it changes nothing of what it says', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (typed) => {
      const shown = shownCode(typed);
      expect(shownCode(shown)).toBe(shown);
      expect(plainCode(typed).startsWith(plainCode(shown))).toBe(true);
    }),
  );
});

it('it is whole once nothing is missing', () => {
  expect(isWhole('')).toBe(false);
  expect(isWhole('ABC')).toBe(false);
});
