import type { MatchPerson, Meeting } from '#engine/matching/matching.ts';
import { recognise } from '#engine/tables/columns.ts';
import { ambiguousDates, dateOf, dateOrderOf } from '#engine/tables/dates.ts';
import type { Encoding } from '#engine/tables/encodings.ts';
import { type CsvRow, type CsvTable, readCsv } from './csv.ts';
import { Problem } from './problem.ts';

/** Columns that an option may name, and the uses under which an import knows them; the most telling first. */
const COLUMN_USES = {
  unit: ['unit', 'department', 'team', 'division'],
  interests: ['interests'],
  site: ['site'],
  manager: ['manager'],
  languages: ['languages'],
} as const;
type ColumnName = keyof typeof COLUMN_USES;

/** Names under which a column is found beside those an import knows. */
const USUAL_NAMES: Record<ColumnName, readonly string[]> = {
  unit: [
    'unit',
    'department',
    'dept',
    'team',
    'division',
    'business unit',
    'org unit',
    'group',
    'abteilung',
    'bereich',
  ],
  interests: ['interests', 'interest', 'topics', 'hobbies', 'interessen'],
  site: ['site', 'location', 'office', 'city', 'standort'],
  manager: ['manager', 'manager id', 'managerid', 'manager email', 'reports to', 'supervisor', 'boss'],
  languages: ['languages', 'language', 'spoken languages', 'sprachen'],
};

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/** Keys of people compare without case. */
const keyOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/** Place of a named column, or of one with a usual name; −1 when there is none. */
function findColumn(table: CsvTable, names: readonly string[], asked?: string): number {
  for (const name of asked === undefined ? names : [asked]) {
    const places = table.header.flatMap((cell, place) => (plain(cell) === plain(name) ? [place] : []));
    if (places.length > 1)
      throw new Problem(`${table.file}, line ${table.headerLine}: two columns are called "${name}". Rename one.`);
    if (places[0] !== undefined) return places[0];
  }
  return -1;
}

type Uses = ReturnType<typeof recognise>;

const usesOf = (table: CsvTable): Uses =>
  recognise(
    table.header,
    table.rows.slice(0, 50).map(({ cells }) => cells),
  );

function columnFor(table: CsvTable, uses: Uses, name: ColumnName, asked: ReadonlyMap<string, string>): number {
  const place = findColumn(table, USUAL_NAMES[name], asked.get(name));
  if (place !== -1) return place;
  if (asked.has(name)) {
    const there = table.header.join(', ');
    throw new Problem(
      `${table.file}, line ${table.headerLine}: no column "${asked.get(name)}" for --${name}. There are: ${there}.`,
    );
  }
  return COLUMN_USES[name].map((use) => uses.indexOf(use)).find((at) => at !== -1) ?? -1;
}

/** Where people's keys stand: the one that names them, and others by which a file may mean them. */
function keyColumns(table: CsvTable, uses: Uses): { key: number; others: number[] } {
  const email = [findColumn(table, ['email', 'e mail']), uses.indexOf('email')].find((at) => at !== -1);
  const id = findColumn(table, ['id']);
  const number = uses.indexOf('externalId');
  const [key = 0] = [id, email ?? -1, number].filter((at) => at !== -1);
  return { key, others: [email ?? -1, number].filter((at) => at !== -1 && at !== key) };
}

/** A file of people, and the way from what another file calls them to their key. */
export interface People {
  people: MatchPerson[];
  /** Somebody's key by their key, address or number, whatever the case; undefined for anybody else. */
  personNamed(text: string): string | undefined;
  table: CsvTable;
}

/** Reads people.csv; `asked` holds column names given by options. */
export function readPeople(file: string, asked: ReadonlyMap<string, string>, encoding?: Encoding): People {
  const table = readCsv(file, encoding);
  if (table.rows.length === 0)
    throw new Problem(`${file}, line ${table.headerLine + 1}: no person rows. Add one row a person under the header.`);
  const uses = usesOf(table);
  const { key, others } = keyColumns(table, uses);
  checkKeys(table, key);
  const named = namesOf(table, key, others);
  const column = (name: ColumnName) => columnFor(table, uses, name, asked);
  const columns = {
    unit: column('unit'),
    interests: column('interests'),
    site: column('site'),
    manager: column('manager'),
    languages: column('languages'),
  };
  const people = table.rows.map((row): MatchPerson => {
    const cell = (place: number): string => (place === key ? '' : (row.cells[place] ?? ''));
    const manager = cell(columns.manager);
    return {
      id: row.cells[key] ?? '',
      unit: cell(columns.unit) === '' ? [] : [cell(columns.unit)],
      site: cell(columns.site),
      manager: named.get(keyOf(manager)) ?? manager,
      interests: splitList(cell(columns.interests)),
      languages: splitList(cell(columns.languages)),
    };
  });
  return { people, personNamed: (text) => named.get(keyOf(text)), table };
}

/** Keys by everything that names one person alone, folded; the key itself wins over others' addresses and numbers. */
function namesOf({ rows }: CsvTable, key: number, others: readonly number[]): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const place of others) {
    for (const { cells } of rows) {
      const name = keyOf(cells[place] ?? '');
      if (name !== '') found.set(name, found.has(name) ? null : (cells[key] ?? ''));
    }
  }
  for (const { cells } of rows) found.set(keyOf(cells[key] ?? ''), cells[key] ?? '');
  return new Map([...found].flatMap(([name, id]) => (id === null ? [] : [[name, id] as const])));
}

function splitList(cell: string): string[] {
  return cell
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function checkKeys(table: CsvTable, key: number): void {
  const lines = new Map<string, number>();
  const name = table.header[key] ?? '';
  for (const row of table.rows) {
    const id = row.cells[key] ?? '';
    if (id === '')
      throw new Problem(`${table.file}, line ${row.line}: the cell "${name}" is empty. Give everybody a key.`);
    const before = lines.get(keyOf(id));
    if (before !== undefined) {
      throw new Problem(
        `${table.file}, line ${row.line}: "${id}" stands in line ${before} already. Keep one of the two rows.`,
      );
    }
    lines.set(keyOf(id), row.line);
  }
}

/** Reads met.csv (a, b, date); says how many rows name somebody who is not among the people. */
export function readMeetings(
  file: string,
  { personNamed }: People,
  encoding?: Encoding,
): { meetings: Meeting[]; unknown: number } {
  const table = readCsv(file, encoding);
  const [a, b, date] = ['a', 'b', 'date'].map((name) => {
    const place = findColumn(table, [name]);
    if (place === -1)
      throw new Problem(`${file}, line ${table.headerLine}: no column "${name}". The header must be a,b,date.`);
    return place;
  });
  const cell = (row: CsvRow, place: number | undefined): string => row.cells[place ?? -1] ?? '';
  const dates = table.rows.map((row) => cell(row, date));
  const [unclear] = ambiguousDates(dates);
  if (unclear !== undefined)
    throw new Problem(`${file}: "${unclear}" can be read as two dates. Write dates as 2026-01-31.`);
  const order = dateOrderOf(dates);
  const meetings = table.rows.map((row) => {
    const day = dateOf(cell(row, date), order);
    if (day === undefined)
      throw new Problem(`${file}, line ${row.line}: "${cell(row, date)}" is not a date. Write it as 2026-01-31.`);
    return { a: cell(row, a), b: cell(row, b), date: day };
  });
  const unknown = meetings.filter((row) => !personNamed(row.a) || !personNamed(row.b)).length;
  const known = meetings.map((row) => ({ ...row, a: personNamed(row.a) ?? row.a, b: personNamed(row.b) ?? row.b }));
  return { meetings: known, unknown };
}
