import type { ColumnUse, DateOrder, FileEncoding, ImportColumn, ImportEncoding } from '#contract/imports.ts';
import { columnsWithoutNames, headerAt, lacksHeader, recognise } from '#engine/tables/columns.ts';
import { type CsvRecord, parseCsv } from '#engine/tables/csv.ts';
import { decodeFile } from '#engine/tables/encodings.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import { type EntriesReading, readEntries } from '../entries/entries.rules.ts';

export interface FileReading extends EntriesReading {
  columns: ImportColumn[];
  encoding: ImportEncoding;
}

/** What somebody chose where it could be read otherwise. */
export interface Told {
  uses?: readonly ColumnUse[] | undefined;
  /** Words of status columns that mean "no longer here". */
  gone?: readonly string[] | undefined;
  encoding?: FileEncoding | undefined;
  dateOrder?: DateOrder | undefined;
}

const SAMPLES = 3;

/** Reads a file: its text, its columns (recognised, or used as told), its people. Undefined where it is no table. */
export function readFile(bytes: Uint8Array, told: Told = {}): FileReading | undefined {
  const decoded = decodeFile(bytes, told.encoding);
  if (!decoded) return undefined;
  const records = parseCsv(decoded.text);
  const at = headerAt(records.slice(0, 20).map(({ cells }) => cells));
  const first = records[at];
  if (!first || first.cells.length > 400) return undefined;
  const isBare = lacksHeader(first.cells);
  // A second line of names, or the names again on a later page, are no people.
  const isHeader = ({ cells }: CsvRecord) =>
    !isBare && cells.join('\t').toLowerCase() === first.cells.join('\t').toLowerCase();
  const rows = records.slice(isBare ? at : at + 1).filter((record) => !isHeader(record));
  const sample = rows.slice(0, 50).map(({ cells }) => cells);
  const named = isBare
    ? columnsWithoutNames(first.cells)
    : { headers: first.cells.map((cell) => onOneLine(cell).slice(0, 80)), uses: recognise(first.cells, sample) };
  const uses = named.uses.map((use, index) => told.uses?.[index] ?? use);
  const columns = named.headers.map((header, index) => ({
    header,
    use: uses[index] ?? 'leave-out',
    samples: samplesOf(sample, index),
  }));
  const { gone, dateOrder } = told;
  const reading = isUsable(uses) ? readEntries(rows, { uses, headers: named.headers, gone, dateOrder }) : NOTHING;
  const encoding = {
    used: decoded.encoding,
    choices: decoded.choices.map((choice) => ({ ...choice, samples: choice.samples.map(onOneLine) })),
  };
  const notes = [
    ...(decoded.encoding.startsWith('utf-16') ? (['utf-16'] as const) : []),
    ...(isBare ? (['no-header'] as const) : []),
  ];
  return { ...reading, columns, encoding, notes: [...notes, ...reading.notes] };
}

const NOTHING: EntriesReading = {
  entries: [],
  problems: [],
  leftOut: [],
  absent: [],
  notes: [],
  presence: [],
  dates: null,
};

/** Without an address and a name no line could become a person, so none is called faulty. */
function isUsable(uses: readonly ColumnUse[]): boolean {
  return (
    uses.includes('email') &&
    (['name', 'preferredName', 'firstName', 'lastName'] as const).some((use) => uses.includes(use))
  );
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
