import Papa from 'papaparse';
import type { Fault, ImportField } from '#contract/imports.ts';

/** One person as a file names them; null means that the file has no such column, '' an empty cell. */
export interface Row {
  line: number;
  externalId: string | null;
  email: string;
  name: string;
  title: string | null;
  /** From the top of the tree down. */
  unit: string[] | null;
  site: string | null;
  /** An external id or an address. */
  manager: string | null;
  level: string | null;
  joinedOn: string | null;
  awayUntil: string | null;
  timezone: string | null;
  groups: string[] | null;
  languages: string[] | null;
  interests: string[] | null;
}

export interface Faulty {
  line: number;
  reason: Fault;
  text: string;
}

/** A person of the directory as it stands, in the words of a file. */
export interface Known {
  id: string;
  isImported: boolean;
  isSteward: boolean;
  externalId: string | null;
  email: string;
  name: string;
  title: string;
  unit: string[];
  site: string;
  /** The manager's id. */
  managerId: string | null;
  level: string;
  joinedOn: string;
  awayUntil: string;
  timezone: string;
  groups: string[];
}

const NAMES: Record<ImportField, readonly string[]> = {
  externalId: ['id', 'external id', 'employee id', 'employee number', 'personnel number', 'personalnummer', 'mitarbeiternummer', 'user id', 'workday id'],
  email: ['email', 'e mail', 'mail', 'email address', 'work email', 'e mail adresse', 'mailadresse'],
  name: ['name', 'full name', 'display name', 'person', 'anzeigename', 'vollstandiger name'],
  firstName: ['first name', 'given name', 'forename', 'vorname'],
  lastName: ['last name', 'surname', 'family name', 'nachname', 'familienname'],
  title: ['title', 'job title', 'position', 'role', 'titel', 'stelle', 'funktion'],
  unit: ['unit', 'org unit', 'organisation unit', 'organization unit', 'organisationseinheit', 'einheit', 'unit path'],
  division: ['division', 'business unit', 'bereich', 'geschaftsbereich'],
  department: ['department', 'dept', 'abteilung'],
  team: ['team', 'group team', 'gruppe'],
  site: ['site', 'location', 'office', 'city', 'standort', 'ort', 'buro'],
  manager: ['manager', 'manager email', 'manager id', 'supervisor', 'reports to', 'line manager', 'vorgesetzte', 'vorgesetzter', 'fuhrungskraft'],
  level: ['level', 'grade', 'seniority', 'stufe', 'ebene'],
  joinedOn: ['joined', 'joined on', 'start date', 'hire date', 'eintritt', 'eintrittsdatum', 'startdatum'],
  awayUntil: ['away until', 'leave until', 'on leave until', 'abwesend bis'],
  timezone: ['time zone', 'timezone', 'zeitzone'],
  groups: ['groups', 'projects', 'committees', 'gruppen', 'projekte'],
  languages: ['languages', 'language', 'sprachen', 'sprache'],
  interests: ['interests', 'interessen', 'hobbies'],
};

const plainHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Which field each column seems to hold; the first column that fits a field wins. */
export function recognise(columns: readonly string[]): Record<string, ImportField> {
  const mapping: Record<string, ImportField> = {};
  const taken = new Set<ImportField>();
  for (const column of columns) {
    const plain = plainHeader(column);
    const found = Object.entries(NAMES).find(([, names]) => names.includes(plain))?.[0];
    const field = found as ImportField | undefined;
    if (field && !taken.has(field)) {
      mapping[column] = field;
      taken.add(field);
    }
  }
  return mapping;
}

export interface Table {
  columns: string[];
  rows: { line: number; cells: string[] }[];
  faulty: Faulty[];
}

/** Reads comma, semicolon or tab separated text; undefined where it is no table with at least one row. */
export function readTable(text: string): Table | undefined {
  const clean = text.replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(clean, { delimitersToGuess: [',', ';', '\t'], skipEmptyLines: 'greedy' });
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return undefined;
  const [header, ...rest] = parsed.data;
  const columns = header?.map((cell) => cell.trim()) ?? [];
  if (columns.length === 0 || rest.length === 0 || new Set(columns).size !== columns.length) return undefined;
  const rows: Table['rows'] = [];
  const faulty: Faulty[] = [];
  rest.forEach((cells, index) => {
    const line = index + 2;
    if (cells.length === columns.length) rows.push({ line, cells: cells.map((cell) => cell.trim()) });
    else faulty.push({ line, reason: 'cells', text: cells.slice(0, 3).join(', ') });
  });
  return { columns, rows, faulty };
}

const EMAIL = /^[^\s@<>"',;:\\()[\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i;
const split = (cell: string, by: RegExp): string[] => [...new Set(cell.split(by).map((part) => part.trim()).filter(Boolean))].slice(0, 20);
const short = (text: string, most: number): string => text.replace(/\p{Cc}/gu, ' ').slice(0, most).trim();

/** 'YYYY-MM-DD' from ISO, German (31.12.2026) or slashed ISO dates; undefined where it is none. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (!year || Number.isNaN(date.getTime()) || date.getUTCMonth() !== Number(month) - 1) return undefined;
  return date.toISOString().slice(0, 10);
}

export interface Reading {
  mapping: Readonly<Record<string, ImportField>>;
  isTimeZone(zone: string): boolean;
}

/** People of a table; a faulty line is named and never holds up the others. */
export function readPeople(table: Table, reading: Reading): { rows: Row[]; faulty: Faulty[] } {
  const at = new Map(table.columns.flatMap((column, index) => (reading.mapping[column] ? [[reading.mapping[column], index] as const] : [])));
  const faulty = [...table.faulty];
  const rows: Row[] = [];
  const keys = new Set<string>();
  for (const { line, cells } of table.rows) {
    const cell = (field: ImportField): string | null => {
      const index = at.get(field);
      return index === undefined ? null : short(cells[index] ?? '', 200);
    };
    const row = rowFrom(line, cell);
    const reason = whyFaulty(row, cell, reading) ?? ([row.externalId ?? '', row.email].some((key) => key && keys.has(key)) ? 'twice' : undefined);
    if (reason) {
      faulty.push({ line, reason, text: row.email || row.name || (row.externalId ?? '') });
      continue;
    }
    for (const key of [row.externalId, row.email]) if (key) keys.add(key);
    rows.push(row);
  }
  return { rows, faulty: faulty.sort((a, b) => a.line - b.line) };
}

function rowFrom(line: number, cell: (field: ImportField) => string | null): Row {
  const parts = [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  const tree = [cell('division'), cell('department'), cell('team')];
  const unit = cell('unit');
  const list = (field: ImportField) => {
    const text = cell(field);
    return text === null ? null : split(text, /[;|]/);
  };
  const day = (field: ImportField) => {
    const text = cell(field);
    return text ? (readDay(text) ?? text) : text;
  };
  return {
    line,
    externalId: cell('externalId') || null,
    email: (cell('email') ?? '').toLowerCase(),
    name: cell('name') || parts,
    title: cell('title'),
    unit: unit !== null ? split(unit, /\s*[/>\\]\s*/) : tree.some((part) => part !== null) ? tree.flatMap((part) => (part ? [part] : [])) : null,
    site: cell('site'),
    manager: cell('manager')?.toLowerCase() ?? null,
    level: cell('level'),
    joinedOn: day('joinedOn'),
    awayUntil: day('awayUntil'),
    timezone: cell('timezone'),
    groups: list('groups'),
    languages: list('languages'),
    interests: list('interests'),
  };
}

function whyFaulty(row: Row, cell: (field: ImportField) => string | null, reading: Reading): Fault | undefined {
  if (!row.email) return cell('email') === null && !row.externalId ? 'no-key' : 'no-email';
  if (!EMAIL.test(row.email) || row.email.length > 254) return 'bad-email';
  if (!row.name) return 'no-name';
  for (const day of [row.joinedOn, row.awayUntil]) if (day && readDay(day) !== day) return 'bad-date';
  if (row.timezone && !reading.isTimeZone(row.timezone)) return 'bad-timezone';
  return undefined;
}

/** Fields that an import may change, as text. */
export type Facts = Pick<Known, 'externalId' | 'email' | 'name' | 'title' | 'unit' | 'site' | 'managerId' | 'level' | 'joinedOn' | 'awayUntil' | 'timezone' | 'groups'>;

export interface Plan {
  created: { id: string; row: Row; facts: Facts }[];
  changed: { id: string; line: number; name: string; before: Facts; after: Facts }[];
  gone: { id: string; name: string; email: string }[];
  same: number;
}

export interface PlanInput {
  rows: readonly Row[];
  known: readonly Known[];
  isComplete: boolean;
  /** The id of a new person, the same at every call for the same key. */
  idOf(key: string): string;
}

const factsOf = ({ externalId, email, name, title, unit, site, managerId, level, joinedOn, awayUntil, timezone, groups }: Known): Facts => ({
  externalId, email, name, title, unit, site, managerId, level, joinedOn, awayUntil, timezone, groups,
});

const EMPTY: Facts = { externalId: null, email: '', name: '', title: '', unit: [], site: '', managerId: null, level: '', joinedOn: '', awayUntil: '', timezone: '', groups: [] };

/** What applying the rows to the directory would do. Key = external id, else address; a recycled address is a new person. */
export function planImport({ rows, known, isComplete, idOf }: PlanInput): Plan {
  const byExternal = new Map(known.flatMap((person) => (person.externalId ? [[person.externalId, person] as const] : [])));
  const byEmail = new Map(known.map((person) => [person.email, person]));
  const matched = new Map<Row, Known | undefined>();
  const recycled = new Set<Known>();
  for (const row of rows) {
    const sameAddress = byEmail.get(row.email);
    const byKey = row.externalId ? byExternal.get(row.externalId) : undefined;
    const isOther = row.externalId !== null && sameAddress?.externalId != null && sameAddress.externalId !== row.externalId;
    if (isOther && sameAddress) recycled.add(sameAddress);
    matched.set(row, byKey ?? (isOther ? undefined : sameAddress));
  }
  // Somebody whose address went to another, but who is named by their own id too, stays.
  for (const person of matched.values()) if (person) recycled.delete(person);
  const idsByKey = new Map<string, string>();
  for (const person of known) for (const key of [person.externalId, person.email]) if (key) idsByKey.set(key.toLowerCase(), person.id);
  for (const [row, person] of matched) {
    const id = person?.id ?? idOf(row.externalId ?? row.email);
    for (const key of [row.externalId, row.email]) if (key) idsByKey.set(key.toLowerCase(), id);
  }
  const plan: Plan = { created: [], changed: [], gone: [], same: 0 };
  for (const [row, person] of matched) {
    const before = person ? factsOf(person) : EMPTY;
    const after = mergedFacts(before, row, idsByKey, person?.id);
    if (!person) plan.created.push({ id: idOf(row.externalId ?? row.email), row, facts: after });
    else if (JSON.stringify(before) === JSON.stringify(after)) plan.same++;
    else plan.changed.push({ id: person.id, line: row.line, name: after.name, before, after });
  }
  const stays = new Set([...matched.values()].map((person) => person?.id));
  for (const person of known) {
    const isGone = isComplete && person.isImported && !person.isSteward && !stays.has(person.id);
    if (isGone || recycled.has(person)) plan.gone.push({ id: person.id, name: person.name, email: person.email });
  }
  return plan;
}

function mergedFacts(before: Facts, row: Row, idsByKey: ReadonlyMap<string, string>, ownId: string | undefined): Facts {
  const managerId = row.manager === null ? before.managerId : (idsByKey.get(row.manager) ?? null);
  return {
    externalId: row.externalId ?? before.externalId,
    email: row.email,
    name: row.name,
    title: row.title ?? before.title,
    unit: row.unit ?? before.unit,
    site: row.site ?? before.site,
    managerId: managerId === ownId ? null : managerId,
    level: row.level ?? before.level,
    joinedOn: row.joinedOn ?? before.joinedOn,
    awayUntil: row.awayUntil ?? before.awayUntil,
    timezone: row.timezone ?? before.timezone,
    groups: row.groups ?? before.groups,
  };
}

/** The number that has to be typed, where more than one in ten of those here would leave. */
export const confirmationFor = (gone: number, here: number): number | null => (gone > 0 && gone * 10 > here ? gone : null);

/** What changes between two states, as text; the manager only as "changed". */
export function changesBetween(before: Facts, after: Facts): { field: string; from: string; to: string }[] {
  const text = (value: Facts[keyof Facts]): string => (Array.isArray(value) ? value.join(' / ') : (value ?? ''));
  return (Object.keys(after) as (keyof Facts)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => (field === 'managerId' ? { field: 'manager', from: '', to: '' } : { field, from: text(before[field]), to: text(after[field]) }));
}
