import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLines, csvOf, safeCell } from './csv.ts';

const FIRST = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
const BEFORE = [
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\u200b',
  '\u200d',
  '\u2060',
  '\u202e',
  '\u00ad',
  ' \ufeff\u200b ',
];

describe('safeCell', () => {
  it.each(
    FIRST.flatMap((first) => BEFORE.map((before) => `${before}${first}1+1`)).filter((cell) => cell.trim() !== '1+1'),
  )('disarms %j', (cell) => {
    expect(safeCell(cell).startsWith("'")).toBe(true);
  });

  it('leaves ordinary words as they are', () => {
    for (const cell of ['Amara Okafor', 'a-b', 'x=1', '', '0151 23', 'R&D', 'ana@example.test'])
      expect(safeCell(cell)).toBe(cell);
  });

  it('never lets a formula begin a cell', () => {
    const risky = fc.string({ unit: fc.constantFrom('=', '-', '\uff1d', ' ', '\u200b', 'a', '"', ',') });
    fc.assert(
      fc.property(risky, (cell) => {
        const shown = safeCell(cell).replaceAll(/[\s\u200b]/g, '');
        expect(/^[=\-\uff1d]/.test(shown)).toBe(false);
      }),
    );
  });
});

it('quotes what would break a row', () => {
  expect(csvOf(['a', 'b'], [['x,"y"', 'two\nlines']])).toBe('\ufeffa,b\r\n"x,""y""","two\nlines"\r\n');
});

it('is read back as it was written, but for the apostrophe before formulas', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  const bare = (rows: string[][]) => rows.map((row) => row.map((text) => text.replace(/^'/, '')));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const { data } = Papa.parse<string[]>(csvLines(['one', 'two'], rows), { skipEmptyLines: true });
      expect(bare(data.slice(1))).toEqual(bare(rows));
    }),
  );
});
