import { expect, it } from 'vitest';
import { isNoName, isNothing, roundedNumbers } from './cells.ts';

it('knows what stands where there is nothing', () => {
  expect(
    ['n/a', '#N/A', 'NULL', '(null)', '-', '–', '???', 'keine Angabe', '#REF!', 'なし', 'None'].every(isNothing),
  ).toBe(true);
  expect(['', 'Labs', 'nothing', 'a-b', 'Nonesuch'].some(isNothing)).toBe(false);
});

it('takes Null and None for people among names', () => {
  expect(['n/a', 'NULL', 'null', '-', '#REF!'].every(isNoName)).toBe(true);
  expect(['Null', 'None', 'Nil', 'Ana'].some(isNoName)).toBe(false);
});

it.each([
  [[], []],
  [
    ['1.23E+11', '1,2e+5', '4E+123', '12E+3', 'E+3', '7'],
    ['1.23E+11', '1,2e+5', '4E+123'],
  ],
  [
    ['1234567890123450', '9876543210123450'],
    ['1234567890123450', '9876543210123450'],
  ],
  [
    ['12345678901234500', '98765432101234500'],
    ['12345678901234500', '98765432101234500'],
  ],
  [
    ['1234567890123450', '9876543210123450', '123456789012345'],
    ['1234567890123450', '9876543210123450'],
  ],
  [['1234567890123450'], []],
  [['1234567890123450', '9876543210123451'], []],
  [['123456789012345', '987654321012340'], []],
  [['1234567890123450', '987654321012340'], []],
  [['12345678901234560', '98765432101234500'], []],
])('of %j a spreadsheet has rounded %j', (texts, rounded) => {
  expect([...roundedNumbers(texts)]).toEqual(rounded);
});
