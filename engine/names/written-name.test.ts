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
  ['Weber，Jonas', 'Jonas Weber'],
  ['Weber、Jonas', 'Jonas Weber'],
  [' Weber ,  Jonas  B ', 'Jonas B Weber'],
  ['Weber (A), Jonas [B]', 'Jonas Weber (A) [B]'],
  ['Weber, Jonas, PhD, MBA', 'Jonas Weber, PhD, MBA'],
  ['Weber, PhD, Jonas', 'Jonas Weber, PhD'],
  ['MBA, Li', 'Li MBA'],
  ['Weber,', 'Weber,'],
  [',Weber,Jonas', 'Jonas Weber'],
  ['(x)', '(x)'],
])('turns %s', (written, said) => {
  expect(turnedName(written)).toBe(said);
});

it('a title behind a comma is no given name', () => {
  expect(['Weber, Jonas', 'Ma, Li', 'Li, Ma'].every(isTurned)).toBe(true);
  expect(['Weber, Jonas, Tom', '', ',', 'Weber'].some(isTurned)).toBe(false);
  expect(['Jonas Weber', 'Ana Sousa, MBA', 'John Smith, Jr.', 'Ana Sousa, Ph.D., MA'].some(isTurned)).toBe(false);
});

it.each([
  ['Marta Keller (21000)', 'Marta Keller'],
  ['Jonas Berg (On Leave) (21001)', 'Jonas Berg'],
  ['Tom Hale [C]', 'Tom Hale'],
  ['Arne Kock (Foundry)', 'Arne Kock'],
  ['Tom Hale (Tommy)', 'Tom Hale (Tommy)'],
  ['(21000)', '(21000)'],
  ['Tom Hale (FOUNDRY)', 'Tom Hale'],
  ['Tom Hale ( ext. )', 'Tom Hale'],
  ['Tom Hale (abc)', 'Tom Hale (abc)'],
  ['(Guest) Tom Hale', 'Tom Hale'],
  ['Tom (ab) Hale (Tommy) {7}', 'Tom Hale (Tommy)'],
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
    [{}, ''],
    [{ given: 'Eva' }, 'Eva'],
    [{ family: 'Berg' }, 'Berg'],
    [{ family: '王' }, '王'],
    [{ given: '민준' }, '민준'],
    [{ family: 'Nguyễn' }, 'Nguyễn'],
    [{ given: 'Lan', family: 'NGUYỄN' }, 'NGUYỄN Lan'],
    [{ given: 'Lan', family: 'Nguyễn'.normalize('NFD') }, `${'Nguyễn'.normalize('NFD')} Lan`],
    [{ given: 'Lan', family: 'Phanx' }, 'Lan Phanx'],
    [{ given: '민준', family: 'Kim' }, '민준 Kim'],
    [{ given: 'Minjun', family: '김' }, 'Minjun 김'],
    [{ given: '伟', family: 'Wang' }, '伟 Wang'],
    [{ given: 'Wei', family: '王' }, 'Wei 王'],
    [{ given: '민준', family: '王' }, '민준 王'],
    [{ whole: ['ravi', '王伟'] }, '王伟'],
    [{ whole: ['ravi', '김민준'] }, '김민준'],
    [{ whole: ['', 'ravi'] }, 'ravi'],
    [{ whole: [' ravi ', 'Ravi Kohli'] }, 'Ravi Kohli'],
    [{ whole: ['Robert Weber', 'Bob Weber'] }, 'Robert Weber'],
    [{ whole: ['Madonna'], given: 'Eva' }, 'Madonna'],
    [{ whole: ['Madonna'], family: 'Berg' }, 'Madonna'],
    [{ whole: ['Madonna'], given: 'Eva', family: 'Berg' }, 'Eva Berg'],
    [{ whole: ['Bob Weber 2'], given: 'Robert', family: 'Weber' }, 'Robert Weber'],
    [{ whole: ['Weber, Bob'], given: 'Robert', family: 'Weber' }, 'Robert Weber'],
    [{ whole: ['Weber, Bob'], given: 'Robert' }, 'Weber, Bob'],
    [{ preferred: 'Robin', whole: ['Madonna'] }, 'Robin'],
    [{ preferred: 'Robin' }, 'Robin'],
    [{ preferred: 'Robin', family: 'Lee', whole: ['Bob Weber'] }, 'Robin Lee'],
    [{ preferred: 'Ro', whole: ['Gregory van Ashdown'] }, 'Ro van Ashdown'],
    [{ preferred: 'San', given: 'Sanne', particle: 'van', family: 'Berg', second: 'Vos' }, 'San van Berg Vos'],
    [{ preferred: 'Lily TANG', family: 'Táng' }, 'Lily TANG'],
    [{ preferred: 'Tangy', family: 'Tang' }, 'Tangy Tang'],
    [{ preferred: 'Tang Lily', family: 'Tang' }, 'Tang Lily'],
    [{ preferred: 'Lily O-Neil', family: "O'Neil!" }, 'Lily O-Neil'],
    [{ preferred: 'Lily (Tang)', family: 'Tang' }, 'Lily (Tang)'],
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
