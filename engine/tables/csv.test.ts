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

  it.each<[string, string[][]]>([
    ['', []],
    ['\n\n', []],
    ['a', [['a']]],
    [
      'a,b\n , \n,x\n',
      [
        ['a', 'b'],
        ['', 'x'],
      ],
    ],
    ['sep=;\na,b;c', [['a,b', 'c']]],
    ['"sep=|"\na,b|c', [['a,b', 'c']]],
    ['SEP=\t\na,b\tc', [['a,b', 'c']]],
    ['a,b;c', [['a', 'b;c']]],
    [
      'a;b\nx,y,z,w;c\nx,y,z,w;d',
      [
        ['a', 'b'],
        ['x,y,z,w', 'c'],
        ['x,y,z,w', 'd'],
      ],
    ],
    [
      'a,b,c;d\na,b,c\na,b,c',
      [
        ['a', 'b', 'c;d'],
        ['a', 'b', 'c'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      '"a,b"\n"c,d"',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a;""b;c"""\n"d;e"',
      [
        ['a', 'b;c'],
        ['d', 'e'],
      ],
    ],
    ['"a,b"', [['a,b']]],
    ['"a,b"\nc', [['a,b'], ['c']]],
    ['a,="00123"', [['a', '00123']]],
    ['a, ="00123" ', [['a', '00123']]],
    ['a,="x""y"', [['a', 'x"y']]],
    ["'00123,'abc", [['00123', "'abc"]]],
    ['"a"  ,b', [['a', 'b']]],
    [
      '"a","b"  \n"c",d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['x,"a"" , ""b"', [['x', 'a" , "b']]],
    ['x,""', [['x', '']]],
    ['x,', [['x', '']]],
    [
      'x,"",""\ny,a,b',
      [
        ['x', '', ''],
        ['y', 'a', 'b'],
      ],
    ],
  ])('reads %j', (text, records) => {
    expect(cellsOf(text)).toEqual(records);
  });

  it('knows the lines of records of which each is one cell', () => {
    expect(parseCsv('\n"a,b"\n\n"c,d"\n').map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['a bare cell', (length: number) => 'x'.repeat(length), 8_000],
    ['a bare cell beside a quoted one', (length: number) => `${'x'.repeat(length)},"a"`, 8_000],
    ['a quoted cell', (length: number) => `"${'x'.repeat(length)}"`, 7_999],
    ['a cell over lines', (lines: number) => `"y${'\n'.repeat(lines)}x",a`, 40],
    [
      'a record over lines',
      (lines: number) => [40, 40, 40, 40, lines - 160].map((each) => `"y${'\n'.repeat(each)}x"`).join(','),
      199,
    ],
  ])('%s has its limit', (_, written, most) => {
    expect(parseCsv(`${written(most)}\n`).map(({ isBroken }) => isBroken)).toEqual([false]);
    expect(parseCsv(`${written(most + 1)}\n`)[0]?.isBroken).toBe(true);
  });

  it('cuts the cells of a broken line', () => {
    const [broken] = parseCsv(`"${'x'.repeat(9_000)},b`);
    expect(broken?.cells).toEqual(['x'.repeat(8_000), 'b']);
  });

  it('goes on with the line after a record over several', () => {
    expect(parseCsv('a,b\n"x\ny","z\n\n"\nc,d').map(({ line }) => line)).toEqual([1, 2, 6]);
    expect(parseCsv('sep=,\na,b\nc,d').map(({ line }) => line)).toEqual([2, 3]);
    expect(parseCsv('sep=,\n"a,b\nc,d').map(({ line, isBroken }) => [line, isBroken])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('takes a record over several lines for a mistake where it has another number of cells', () => {
    const records = parseCsv('a,b,c\n1,2,3\n"x\ny",z\n4,5,6');
    expect(records.map(({ isBroken }) => isBroken)).toEqual([false, false, true, false, false]);
    expect(cellsOf('a,b,c\n1,2,3\n"x y",z\n4,5,6')[2]).toEqual(['x y', 'z']);
  });

  it('stays quick on a file of nothing but open quotes', () => {
    const started = performance.now();
    expect(parseCsv('"a,b\n'.repeat(100_000))).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
