import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NAMES } from '#engine/tables/column-names.ts';
import { readTable } from '#engine/tables/table.ts';
import { csvOf } from '#server/platform/csv.ts';
import { readFile } from './reading.rules.ts';

const headers = Object.values(NAMES).flatMap((names) => names.split(/\s+/));
const header = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...headers) },
  fc.constantFrom('Email', 'Name', 'First name', 'Last name', 'Manager', 'Status', 'End date', 'Main job', ''),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    'ana@x.test',
    'Bo Ek',
    'Ek, Bo',
    'no',
    'yes',
    'Terminated',
    '1.23E+11',
    '31/12/2019',
    'n/a',
    '="01"',
  ),
  fc.integer({ min: 0, max: 99 }).map((number) => `p${number}@x.test`),
);
const table = fc.integer({ min: 1, max: 8 }).chain((width) =>
  fc.record({
    header: fc.array(header, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: Math.max(1, width - 1), maxLength: width + 1 }), { maxLength: 12 }),
  }),
);

const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, '');

it('any table: nothing is thrown, nobody is invented, no line is lost in silence', () => {
  fc.assert(
    fc.property(table, fc.boolean(), ({ header, rows }, isPlain) => {
      const text = isPlain ? [header, ...rows].map((cells) => cells.join(';')).join('\n') : csvOf(header, rows);
      const bytes = new TextEncoder().encode(text);
      const [read, lines] = [readFile(bytes, { today: '2026-11-29' }), readTable(bytes)];
      expect(read === undefined).toBe(lines === undefined);
      if (!read || !lines) return;
      const { entries, problems, absent, leftOut, columns, notes } = read;
      for (const { line, email } of entries) {
        const row = lines.rows.find((each) => each.line === line) ?? expect.fail('a person from no line');
        expect(squeezed(row.cells.join(' '))).toContain(squeezed(email.split('@')[0] ?? ''));
      }
      expect(notes.includes('titles')).toBe(lines.titles.length > 0);
      expect(notes.includes('header-again')).toBe(lines.again.length > 0);
      const uses = new Set(columns.map(({ use }) => use));
      const isRead =
        uses.has('email') && ['name', 'preferredName', 'firstName', 'lastName'].some((use) => uses.has(use as 'name'));
      expect(entries.length + absent.length + leftOut.length).toBe(isRead ? lines.rows.length : 0);
      expect(problems.filter(({ isLeftOut }) => isLeftOut)).toHaveLength(leftOut.length);
    }),
    { numRuns: 400 },
  );
});

it('any bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readFile(bytes)?.entries ?? []).toBeInstanceOf(Array);
    }),
  );
});
