import type { ColumnUse, ImportColumn, ImportNote } from '#contract/imports.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import type { DirectoryReading } from '#server/ports/directory.ts';
import { columnsWithoutNames, lacksHeader, recognise } from '../columns/columns.rules.ts';
import { decode, parseCsv } from '../csv/csv.rules.ts';
import { readEntries } from '../entries/entries.rules.ts';

export interface FileReading extends DirectoryReading {
  columns: ImportColumn[];
  notes: ImportNote[];
}

const SAMPLES = 3;

/** Reads a file: its text, its columns (recognised, or used as told), its people. Undefined where it is no table. */
export function readFile(bytes: Uint8Array, told?: readonly ColumnUse[]): FileReading | undefined {
  const decoded = decode(bytes);
  if (!decoded) return undefined;
  const records = parseCsv(decoded.text);
  const first = records[0];
  if (!first || first.cells.length > 400) return undefined;
  const isBare = lacksHeader(first.cells);
  const rows = isBare ? records : records.slice(1);
  const sample = rows.slice(0, 50).map(({ cells }) => cells);
  const named = isBare
    ? columnsWithoutNames(first.cells)
    : { headers: first.cells.map((cell) => onOneLine(cell).slice(0, 80)), uses: recognise(first.cells, sample) };
  const uses = named.uses.map((use, index) => told?.[index] ?? use);
  const columns = named.headers.map((header, index) => ({
    header,
    use: uses[index] ?? 'leave-out',
    samples: samplesOf(sample, index),
  }));
  const { notes, ...reading } = isUsable(uses) ? readEntries(rows, uses) : NOTHING;
  const told1252 = decoded.encoding === 'utf-8' ? [] : [decoded.encoding];
  return { ...reading, columns, notes: [...told1252, ...(isBare ? (['no-header'] as const) : []), ...notes] };
}

const NOTHING: DirectoryReading & { notes: ImportNote[] } = { entries: [], problems: [], leftOut: [], notes: [] };

/** Without an address and a name no line could become a person, so none is called faulty. */
function isUsable(uses: readonly ColumnUse[]): boolean {
  return uses.includes('email') && (['name', 'firstName', 'lastName'] as const).some((use) => uses.includes(use));
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const filled = rows.map((cells) => onOneLine(cells[index] ?? '').slice(0, 60)).filter((text) => text !== '');
  return [...new Set(filled)].slice(0, SAMPLES);
}

/** An example with every column; the people in it do not exist. */
export const TEMPLATE = {
  header: [
    'employee id',
    'name',
    'e-mail',
    'unit',
    'title',
    'location',
    'manager',
    'level',
    'start date',
    'languages',
    'interests',
    'groups',
    'time zone',
    'away until',
  ],
  rows: [
    [
      '1001',
      'Amara Okafor',
      'amara.okafor@example.org',
      'Operations / Water / Field team',
      'Field engineer',
      'Lisbon',
      '1002',
      'senior',
      '2021-03-01',
      'en; pt',
      'climbing; choir',
      'first aid',
      'Europe/Lisbon',
      '',
    ],
    [
      '1002',
      'Jonas Weber',
      'jonas.weber@example.org',
      'Operations / Water',
      'Head of Water',
      'Leipzig',
      '',
      'head',
      '2016-09-15',
      'de; en',
      '',
      '',
      'Europe/Berlin',
      '',
    ],
  ],
};
