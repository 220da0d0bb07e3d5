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
