import { expect, it } from 'vitest';
import { columnPairs } from './import.ts';

it.each([
  ['Mail=email', [['Mail', 'email']]],
  [
    ' Mail = email , Nr=leave-out',
    [
      ['Mail', 'email'],
      ['Nr', 'leave-out'],
    ],
  ],
  [
    'Last Name, First Name=name,Mail=email',
    [
      ['Last Name, First Name', 'name'],
      ['Mail', 'email'],
    ],
  ],
  [
    'Mail=email,Last Name, First Name=name',
    [
      ['Mail', 'email'],
      ['Last Name, First Name', 'name'],
    ],
  ],
  ['Mail', []],
  ['', []],
])('reads columns from %j', (told, pairs) => {
  expect(columnPairs(told)).toEqual(pairs);
});
