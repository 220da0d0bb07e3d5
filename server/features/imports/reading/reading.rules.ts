import type { ColumnUse, DateOrder, FileEncoding, ImportColumn, ImportEncoding } from '#contract/imports.ts';
import { columnsWithoutNames, recognise } from '#engine/tables/columns.ts';
import { readTable } from '#engine/tables/table.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import { type EntriesReading, readEntries } from './entries.rules.ts';

export interface FileReading extends EntriesReading {
  columns: ImportColumn[];
  encoding: ImportEncoding;
}

/** What somebody chose where it could be read otherwise. */
export interface ReadingChoices {
  uses?: readonly ColumnUse[] | undefined;
  /** Words of status columns that mean "no longer here". */
  gone?: readonly string[] | undefined;
  encoding?: FileEncoding | undefined;
  dateOrder?: DateOrder | undefined;
  /** 'YYYY-MM-DD': whoever left before it is not here. */
  today?: string | undefined;
}

const SAMPLES = 3;
/** Lines by which columns are judged. */
const SAMPLED = 50;
const MOST_COLUMNS = 400;

/** Reads a file: its text, its columns (recognised, or used as told), its people. Undefined where it is no table. */
export function readFile(bytes: Uint8Array, told: ReadingChoices = {}): FileReading | undefined {
  const table = readTable(bytes, told.encoding);
  if (!table || table.header.cells.length > MOST_COLUMNS) return undefined;
  const { decoded, header, isBare, rows } = table;
  const sample = rows.slice(0, SAMPLED).map(({ cells }) => cells);
  const named = isBare
    ? columnsWithoutNames(header.cells)
    : { headers: header.cells.map((cell) => onOneLine(cell).slice(0, 80)), uses: recognise(header.cells, sample) };
  const uses = named.uses.map((use, index) => told.uses?.[index] ?? use);
  const columns = named.headers.map((header, index) => ({
    header,
    use: uses[index] ?? 'leave-out',
    samples: samplesOf(sample, index),
  }));
  const { gone, dateOrder, today } = told;
  const reading = isUsable(uses)
    ? readEntries(rows, { uses, headers: named.headers, gone, dateOrder, today })
    : NOTHING;
  const encoding = {
    used: decoded.encoding,
    choices: decoded.choices.map((choice) => ({ ...choice, samples: choice.samples.map(onOneLine) })),
  };
  const notes = [
    ...(decoded.encoding.startsWith('utf-16') ? (['utf-16'] as const) : []),
    ...(isBare ? (['no-header'] as const) : []),
    ...(table.titles.length > 0 ? (['titles'] as const) : []),
    ...(table.again.length > 0 ? (['header-again'] as const) : []),
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
