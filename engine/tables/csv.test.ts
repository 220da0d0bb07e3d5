import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#server/platform/csv.ts';
import { parseCsv } from './csv.ts';

const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells);

describe('parseCsv', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j', (delimiter) => {
    const text = [
      ['name', 'languages', 'email'],
      ['Li', '"en, de; pt"', 'li@example.test'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n');
    expect(cellsOf(text)[1]).toEqual(['Li', 'en, de; pt', 'li@example.test']);
  });

  it('takes lists inside cells for no columns', () => {
    expect(cellsOf('id,interests\n1,a;b;c\n2,d;e;f\n3,g;h;i\n')[1]).toEqual(['1', 'a;b;c']);
  });

  it('obeys the line that Excel puts first', () => {
    expect(parseCsv('sep=;\na,b;c\n')).toEqual([{ line: 2, cells: ['a,b', 'c'], isBroken: false }]);
  });

  it('knows the line of each record, also after cells over several lines and blank lines', () => {
    const records = parseCsv('name,about\nLi,"one\ntwo\n""three"""\n\nAna,x\n');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 6]);
    expect(records[1]?.cells[1]).toBe('one\ntwo\n"three"');
  });

  it('loses only the line on which a quote is wrong', () => {
    const records = parseCsv('name,email\n"Li,li@x\nAna,ana@x\n"Bo"b,bo@x\nEve,"eve@x"\n"Zoe,zoe@x');
    expect(records.map(({ line, isBroken }) => [line, isBroken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false],
      [6, true],
    ]);
    expect(records[1]?.cells).toEqual(['Li', 'li@x']);
  });

  it('does not let an open quote swallow a line that happens to close it', () => {
    const records = parseCsv('name,email,title\n"Li,li@x,\nAna,ana@x,"\nBo,bo@x,\n');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it('reads back whatever is written', () => {
    const unit = fc.constantFrom('a', 'ß', '"', ',', ';', '\n', ' ', '|');
    const cell = fc.string({ unit, maxLength: 8 }).map((text) => `x${text}`);
    const row = fc.tuple(fc.constant('key'), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const text = csvOf(['k', 'one', 'two'], rows).slice(1).replaceAll('\r\n', '\n');
        expect(cellsOf(text).slice(1)).toEqual(rows);
      }),
    );
  });

  it('stays quick on a file of nothing but open quotes', () => {
    const started = performance.now();
    expect(parseCsv('"a,b\n'.repeat(100_000))).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
