import type { MatchPerson, Meeting } from '#engine/matching/matching.ts';
import { bareName } from '#engine/names/called-name.ts';
import { isNothing, roundedNumbers } from '#engine/tables/cells.ts';
import { recognise } from '#engine/tables/columns.ts';
import { ambiguousDates, dateOf, dateOrderOf } from '#engine/tables/dates.ts';
import type { Encoding } from '#engine/tables/encodings.ts';
import { createPresence, type PresenceWord, presenceOf, saysYes } from '#engine/tables/presence.ts';
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

interface Keys {
  /** The column that names people. */
  key: number;
  /** Others by which a file may mean them. */
  others: number[];
  /** A column of keys that a spreadsheet has rounded, and that is not trusted. */
  rounded: { header: string; value: string } | undefined;
}

/** Where people's keys stand: "id", else the address, else the employee number; the first that everybody has. */
function keyColumns(table: CsvTable, uses: Uses, rows: readonly CsvRow[]): Keys {
  const called = table.header.findIndex((cell) => ['email', 'e mail'].includes(plain(cell)));
  const email = called === -1 ? uses.indexOf('email') : called;
  const places = [findColumn(table, ['id']), email, uses.indexOf('externalId')].filter((at) => at !== -1);
  const cellsAt = (at: number) => rows.map(({ cells }) => cells[at] ?? '');
  const isRounded = (at: number) => roundedNumbers(cellsAt(at)).size > 0;
  const sound = places.filter((at) => !isRounded(at));
  const filled = sound.filter((at) => cellsAt(at).every((cell) => cell !== ''));
  const key = filled[0] ?? sound[0] ?? places[0] ?? 0;
  const spoilt = places.find(isRounded) ?? (isRounded(key) ? key : undefined);
  const [value = ''] = spoilt === undefined ? [] : roundedNumbers(cellsAt(spoilt));
  const rounded = spoilt === undefined ? undefined : { header: table.header[spoilt] ?? '', value };
  if (rounded && isRounded(key))
    throw new Problem(
      `${table.file}: a spreadsheet has rounded the numbers in "${rounded.header}" (${value}), so they tell nobody apart. Save that column as text, or add one of addresses.`,
    );
  const keys = rows.map((row) => ({ line: row.line, text: row.cells[key] ?? '' }));
  const stray =
    key === email && keys.some(({ text }) => text.includes('@')) && keys.find(({ text }) => !text.includes('@'));
  if (stray && stray.text !== '')
    throw new Problem(`${table.file}, line ${stray.line}: "${stray.text}" is no address. Is this line a person?`);
  return { key, others: sound.filter((at) => at !== key), rounded };
}

/** A file of people, and the way from what another file calls them to their key. */
export interface People {
  people: MatchPerson[];
  /** Somebody's key by their key, address or number, whatever the case; undefined for anybody else. */
  personNamed(text: string): string | undefined;
  table: CsvTable;
  /** What the file says of who is here; rows of whoever is not are left out. */
  presence: PresenceWord[];
  absent: number;
  /** Further rows of people whose main job stands in another. */
  side: CsvRow[];
  rounded: Keys['rounded'];
}

export interface Reading {
  /** Column names given by options. */
  asked: ReadonlyMap<string, string>;
  encoding?: Encoding | undefined;
  /** 'YYYY-MM-DD' */
  today: string;
  /** Whether whoever is not here takes part all the same. */
  everyone: boolean;
}

/** Reads people.csv. */
export function readPeople(file: string, { asked, encoding, today, everyone }: Reading): People {
  const table = readCsv(file, encoding);
  if (table.rows.length === 0)
    throw new Problem(`${file}, line ${table.headerLine + 1}: no person rows. Add one row a person under the header.`);
  const uses = usesOf(table);
  const { here, words } = presentIn(table, uses, today);
  const rows = everyone ? table.rows : here;
  if (rows.length === 0)
    throw new Problem(
      `${file}: nobody in it is here, by its own words (${saidOf(words)}). Add --everyone to take all.`,
    );
  const { key, others, rounded } = keyColumns(table, uses, rows);
  const { main, side } = mainRows(rows, key, uses.indexOf('primary'));
  checkKeys(table, main, key);
  const named = namesOf(table, { key, others, names: uses.flatMap((use, at) => (use === 'name' ? [at] : [])) });
  const column = (name: ColumnName) => columnFor(table, uses, name, asked);
  const columns = {
    unit: column('unit'),
    interests: column('interests'),
    site: column('site'),
    manager: column('manager'),
    languages: column('languages'),
  };
  const people = main.map((row): MatchPerson => {
    const cell = (place: number): string => {
      const text = place === key ? '' : (row.cells[place] ?? '');
      return isNothing(text) ? '' : text;
    };
    const manager = cell(columns.manager);
    return {
      id: row.cells[key] ?? '',
      unit: cell(columns.unit) === '' ? [] : [cell(columns.unit)],
      site: cell(columns.site),
      manager: named.get(keyOf(manager)) ?? named.get(keyOf(bareName(manager))) ?? manager,
      interests: splitList(cell(columns.interests)),
      languages: splitList(cell(columns.languages)),
    };
  });
  const absent = table.rows.length - rows.length;
  return { people, personNamed: (text) => named.get(keyOf(text)), table, presence: words, absent, side, rounded };
}

/** Rows of people who are here, as an import would take them in, and the words that say it. */
function presentIn(table: CsvTable, uses: Uses, today: string): { here: CsvRow[]; words: PresenceWord[] } {
  const presence = createPresence();
  const days = table.rows.flatMap(({ cells }) => cells.filter((_, at) => uses[at] === 'left' || uses[at] === 'joined'));
  const columns = { headers: table.header, uses, order: dateOrderOf(days), today };
  const here = table.rows.filter(({ cells }) => presence.isHere(presenceOf((at) => cells[at] ?? '', columns)));
  return { here, words: presence.words() };
}

/** 'Status: Terminated (2), Suspended: TRUE (1)': the words that leave people out. */
export const saidOf = (words: readonly PresenceWord[]): string =>
  words
    .filter(({ isHere }) => !isHere)
    .map(({ word, people }) => `${word} (${people})`)
    .join(', ');

/** Of several rows of one person the one of the main job, where a column tells. */
function mainRows(rows: readonly CsvRow[], key: number, primary: number): { main: CsvRow[]; side: CsvRow[] } {
  const isSide = ({ cells }: CsvRow) => primary !== -1 && saysYes(cells[primary] ?? '') === false;
  const mains = new Set(rows.filter((row) => !isSide(row)).map(({ cells }) => keyOf(cells[key] ?? '')));
  const isBeside = (row: CsvRow) => isSide(row) && mains.has(keyOf(row.cells[key] ?? ''));
  return { main: rows.filter((row) => !isBeside(row)), side: rows.filter(isBeside) };
}

interface Naming {
  key: number;
  others: readonly number[];
  /** Columns of names, by which managers are meant. */
  names: readonly number[];
}

/** Keys by everything that names one person alone, folded; the key itself wins over others' addresses, numbers and names. */
function namesOf({ rows }: CsvTable, { key, others, names }: Naming): Map<string, string> {
  const found = new Map<string, string | null>();
  const put = (name: string, id: string) => {
    if (name !== '') found.set(name, found.has(name) && found.get(name) !== id ? null : id);
  };
  for (const { cells } of rows) {
    for (const place of names) put(keyOf(bareName(cells[place] ?? '')), cells[key] ?? '');
    for (const place of others) put(keyOf(cells[place] ?? ''), cells[key] ?? '');
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

function checkKeys(table: CsvTable, rows: readonly CsvRow[], key: number): void {
  const lines = new Map<string, number>();
  const name = table.header[key] ?? '';
  for (const row of rows) {
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
