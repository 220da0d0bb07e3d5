import type { MatchPerson, Meeting } from '#engine/matching/matching.ts';
import { type CsvRow, type CsvTable, readCsv } from './csv.ts';
import { Problem } from './problem.ts';

/** Names under which a column is found when no option names it. */
const USUAL_NAMES: Record<string, readonly string[]> = {
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

/** Columns that an option may name. */
type ColumnName = 'unit' | 'interests' | 'site' | 'manager' | 'languages';

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

/** Place of a named column, or of one with a usual name; −1 when there is none. */
function findColumn(table: CsvTable, names: readonly string[], asked: string | undefined): number {
  for (const name of asked === undefined ? names : [asked]) {
    const places = table.header.flatMap((cell, place) => (plain(cell) === plain(name) ? [place] : []));
    if (places.length > 1) throw new Problem(`${table.file}, line 1: two columns are called "${name}". Rename one.`);
    if (places[0] !== undefined) return places[0];
  }
  return -1;
}

function columnFor(table: CsvTable, name: ColumnName, asked: ReadonlyMap<string, string>): number {
  const place = findColumn(table, USUAL_NAMES[name] ?? [], asked.get(name));
  if (place === -1 && asked.has(name)) {
    const there = table.header.join(', ');
    throw new Problem(`${table.file}, line 1: no column "${asked.get(name)}" for --${name}. There are: ${there}.`);
  }
  return place;
}

/** Reads people.csv; `asked` holds column names given by options. */
export function readPeople(file: string, asked: ReadonlyMap<string, string>): MatchPerson[] {
  const table = readCsv(file);
  const key = Math.max(0, findColumn(table, ['id', 'email', 'e mail'], undefined));
  const email = findColumn(table, ['email', 'e mail'], undefined);
  if (table.rows.length === 0)
    throw new Problem(`${file}, line 2: no person rows. Add one row a person under the header.`);
  const keyOfEmail = new Map(table.rows.map((row) => [row.cells[email]?.toLowerCase(), row.cells[key]]));
  const columns = {
    unit: columnFor(table, 'unit', asked),
    interests: columnFor(table, 'interests', asked),
    site: columnFor(table, 'site', asked),
    manager: columnFor(table, 'manager', asked),
    languages: columnFor(table, 'languages', asked),
  };
  checkKeys(table, key);
  const known = new Set(table.rows.map((row) => row.cells[key]));
  return table.rows.map((row): MatchPerson => {
    const cell = (place: number): string => (place === key ? '' : (row.cells[place] ?? ''));
    const manager = cell(columns.manager);
    return {
      id: row.cells[key] ?? '',
      unit: cell(columns.unit) === '' ? [] : [cell(columns.unit)],
      site: cell(columns.site),
      manager: known.has(manager) ? manager : (keyOfEmail.get(manager.toLowerCase()) ?? manager),
      interests: splitList(cell(columns.interests)),
      languages: splitList(cell(columns.languages)),
    };
  });
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
    const before = lines.get(id);
    if (before !== undefined) {
      throw new Problem(
        `${table.file}, line ${row.line}: "${id}" stands in line ${before} already. Keep one of the two rows.`,
      );
    }
    lines.set(id, row.line);
  }
}

/** Reads met.csv (a, b, date); says how many rows name somebody who is not among the people. */
export function readMeetings(file: string, people: readonly MatchPerson[]): { meetings: Meeting[]; unknown: number } {
  const table = readCsv(file);
  const [a, b, date] = ['a', 'b', 'date'].map((name) => {
    const place = findColumn(table, [name], undefined);
    if (place === -1) throw new Problem(`${file}, line 1: no column "${name}". The header must be a,b,date.`);
    return place;
  });
  const known = new Set(people.map((person) => person.id));
  const cell = (row: CsvRow, place: number | undefined): string => row.cells[place ?? -1] ?? '';
  const meetings = table.rows.map((row) => {
    if (!isDate(cell(row, date))) {
      throw new Problem(`${file}, line ${row.line}: "${cell(row, date)}" is not a date. Write it as 2026-01-31.`);
    }
    return { a: cell(row, a), b: cell(row, b), date: cell(row, date).slice(0, 10) };
  });
  return { meetings, unknown: meetings.filter((row) => !known.has(row.a) || !known.has(row.b)).length };
}

/** An ISO date of the calendar, a time after it allowed. */
function isDate(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)?.[1];
  if (day === undefined) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
