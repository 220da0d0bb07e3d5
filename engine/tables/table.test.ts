import { expect, it } from 'vitest';
import { isFooter, readTable } from './table.ts';

const read = (text: string) => readTable(new TextEncoder().encode(text));

it('parts titles, header, rows and the header again', () => {
  const table = read(
    'People of Oak\n\nName,Email,Department\nAna,ana@x.cc,Labs\nName,Email,Department\nBo,bo@x.cc,Ops\n',
  );
  expect(table).toMatchObject({
    isBare: false,
    headers: ['Name', 'Email', 'Department'],
    titles: [{ line: 1 }],
    header: { line: 3 },
    again: [{ line: 5 }],
    rows: [
      { line: 4, cells: ['Ana', 'ana@x.cc', 'Labs'] },
      { line: 6, cells: ['Bo', 'bo@x.cc', 'Ops'] },
    ],
  });
});

it('calls columns by number where the first line is a person', () => {
  const table = read('Ana,ana@x.cc\nAna,ana@x.cc\nBo,bo@x.cc\n');
  expect(table).toMatchObject({ isBare: true, headers: ['1', '2'], titles: [], again: [] });
  expect(table?.rows.map(({ line }) => line)).toEqual([1, 2, 3]);
});

it('looks for a header in twenty lines', () => {
  const after = (lines: number) =>
    read(`${'a title\n'.repeat(lines)}Name,Email,Team\nAna,ana@x.cc,Labs\n`)?.titles.length;
  expect([0, 1, 19, 20].map(after)).toEqual([0, 1, 19, 0]);
});

it('is nothing where there is no text', () => {
  expect(read('')).toBeUndefined();
  expect(read(' \n')).toBeUndefined();
  expect(read('sep=;\n;;\n')).toBeUndefined();
});

it('is read in the code page that is told', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('Name,Email\n'), 0xde, 0x61, 0x2c, 0x62, 10]);
  expect(readTable(bytes, 'windows-1252')?.rows[0]?.cells).toEqual(['Þa', 'b']);
  expect(readTable(bytes, 'windows-1254')?.rows[0]?.cells).toEqual(['Şa', 'b']);
});

it.each([
  [['Total', '17'], true],
  [['', ' Total: 17 '], true],
  [['17 people'], true],
  [['Generated on 3 May'], true],
  [['Ana', 'Total'], false],
  [['Total Solutions'], false],
  [['', ''], false],
  [[], false],
])('%j sums a table up: %s', (cells, is) => {
  expect(isFooter({ line: 1, cells, isBroken: false })).toBe(is);
});
