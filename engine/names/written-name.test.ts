import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTurned, nameOfParts, turnedName, withoutMarks } from './written-name.ts';

it.each([
  ['Weber, Jonas', 'Jonas Weber'],
  ['Weber,Jonas', 'Jonas Weber'],
  ['Weber, Dr. Jonas', 'Dr. Jonas Weber'],
  ['Weber, Jonas (Foundry)', 'Jonas Weber (Foundry)'],
  ['Weber (Foundry), Jonas', 'Jonas Weber (Foundry)'],
  ['Weber, Jonas, PhD', 'Jonas Weber, PhD'],
  ['Weber, PhD', 'Weber, PhD'],
  ['Jonas Weber', 'Jonas Weber'],
  ['a, b, c', 'a, b, c'],
  ['', ''],
])('turns %s', (written, said) => {
  expect(turnedName(written)).toBe(said);
});

it('a title behind a comma is no given name', () => {
  expect(['Weber, Jonas', 'Ma, Li', 'Li, Ma'].every(isTurned)).toBe(true);
  expect(['Jonas Weber', 'Ana Sousa, MBA', 'John Smith, Jr.', 'Ana Sousa, Ph.D., MA'].some(isTurned)).toBe(false);
});

it.each([
  ['Marta Keller (21000)', 'Marta Keller'],
  ['Jonas Berg (On Leave) (21001)', 'Jonas Berg'],
  ['Tom Hale [C]', 'Tom Hale'],
  ['Arne Kock (Foundry)', 'Arne Kock'],
  ['Tom Hale (Tommy)', 'Tom Hale (Tommy)'],
  ['(21000)', '(21000)'],
])('%s is without marks %s', (name, plain) => {
  expect(withoutMarks(name, new Set(['foundry']))).toBe(plain);
});

describe('a name of parts', () => {
  const none = { whole: [], preferred: '', given: '', particle: '', family: '', second: '' };
  it.each([
    [{ given: 'Sanne', particle: 'van der', family: 'Berg' }, 'Sanne van der Berg'],
    [{ given: 'Lucía', family: 'García', second: 'Ríos' }, 'Lucía García Ríos'],
    [{ given: '美咲', family: '髙橋' }, '髙橋 美咲'],
    [{ given: '伟', family: '王' }, '王伟'],
    [{ given: '민준', family: '김' }, '김민준'],
    [{ given: 'Lan', family: 'Nguyễn Thị' }, 'Nguyễn Thị Lan'],
    [{ whole: ['jweber'], given: 'Jonas', family: 'Weber' }, 'Jonas Weber'],
    [{ whole: ['ravi', 'Ravi Kohli'] }, 'Ravi Kohli'],
    [{ whole: ['Madonna'] }, 'Madonna'],
    [{ whole: ['Bob Weber'], given: 'Robert', family: 'Weber' }, 'Bob Weber'],
    [{ preferred: 'Robin', given: 'Gregory', family: 'Ashdown' }, 'Robin Ashdown'],
    [{ preferred: 'Lily Tang', given: 'Xiaoling', family: 'Tang' }, 'Lily Tang'],
    [{ preferred: 'Robin', whole: ['Gregory Ashdown'] }, 'Robin Ashdown'],
  ])('%j', (parts, name) => {
    expect(nameOfParts({ ...none, ...parts })).toBe(name);
  });

  it('is never empty where a part is filled', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.record({ preferred: part, given: part, family: part }), (parts) => {
        const isFilled = Object.values(parts).some((text) => text !== '');
        expect(nameOfParts({ ...none, ...parts }) !== '').toBe(isFilled);
      }),
    );
  });
});
