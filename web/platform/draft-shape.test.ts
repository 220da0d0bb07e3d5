import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLike } from './draft-shape.ts';

it('whatever has been written is read back as what it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isLike(value, JSON.parse(JSON.stringify(value)))).toBe(true);
    }),
  );
});

it('what another version of the form has written is not taken', () => {
  const form = { name: '', shows: ['about'], hours: null, about: { text: '' } };
  expect(isLike(form, { name: 'Ana', shows: [], hours: { from: 9 }, about: { text: 'x' } })).toBe(true);
  for (const other of [null, 7, [], {}, { ...form, name: 7 }, { ...form, shows: {} }, { ...form, about: null }])
    expect(isLike(form, other)).toBe(false);
});
