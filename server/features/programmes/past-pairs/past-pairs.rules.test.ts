import { expect, it } from 'vitest';
import { readPairs } from './past-pairs.rules.ts';

it('reads pairs with a header, other delimiters and other dates', () => {
  const pairs = [{ a: 'ana@example.test', b: 'li@example.test', on: '2026-03-24' }];
  for (const text of [
    'a,b,date\nana@example.test,Li@example.test,2026-03-24',
    'ana@example.test;li@example.test;24.03.2026',
    'A;B;Datum\r\n"Ana@example.test" ; li@example.test;24/03/2026\r\n\r\n',
  ])
    expect(readPairs(text).pairs.map(({ line: _, ...rest }) => rest)).toEqual(pairs);
});

it('names each faulty line', () => {
  const text = 'a,b,date\n1,2\n1,1,2026-03-24\n1,2,sometime 3\n,2,2026-03-24\n1,2,2026-03-24';
  expect(readPairs(text)).toEqual({
    pairs: [{ line: 6, a: '1', b: '2', on: '2026-03-24' }],
    faults: [
      { line: 2, reason: 'cells' },
      { line: 3, reason: 'same' },
      { line: 4, reason: 'date' },
      { line: 5, reason: 'cells' },
    ],
  });
});

it('has a header in the first line alone, where that holds no number', () => {
  const read = (text: string) => {
    const { pairs, faults } = readPairs(text);
    return [pairs.map(({ a, b }) => a + b).join(), faults.map(({ line, reason }) => `${line} ${reason}`).join()];
  };
  expect(read('a,b,date')).toEqual(['', '']);
  expect(read('a,b,32.13.2026')).toEqual(['', '1 date']);
  expect(read('a,b,2026-03-24\nx,y,date')).toEqual(['ab', '2 date']);
  expect(read('a,b,2026-03-24\nx,y,2026-03-25,')).toEqual(['ab', '2 cells']);
  expect(read('a,b,2026-03-24\nx,,2026-03-25')).toEqual(['ab', '2 cells']);
  expect(read('')).toEqual(['', '']);
});

it('reads the days of a file in one order, whichever decides', () => {
  const days = (text: string) => readPairs(text).pairs.map(({ on }) => on);
  expect(days('a,b,01/02/2026\nc,d,02/25/2026')).toEqual(['2026-01-02', '2026-02-25']);
  expect(days('a,b,01/02/2026\nc,d,25/02/2026')).toEqual(['2026-02-01', '2026-02-25']);
});
