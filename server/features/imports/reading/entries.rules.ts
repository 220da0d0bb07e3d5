import type { ColumnUse, DateOrder, ImportDates, ImportField, ImportNote, PresenceWord } from '#contract/imports.ts';
import { isTurned } from '#engine/names/written-name.ts';
import { roundedNumbers } from '#engine/tables/cells.ts';
import { rankFor, saysFamilyFirst } from '#engine/tables/columns.ts';
import type { CsvRecord } from '#engine/tables/csv.ts';
import { ambiguousDates, dateOf, dateOrderOf } from '#engine/tables/dates.ts';
import { createPresence, presenceOf, saysYes } from '#engine/tables/presence.ts';
import { zoneNamed } from '#engine/tables/time-zones.ts';
import { distinctWords, foldedText, languageCodeOf } from '#server/features/people/people.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import type { DirectoryEntry, DirectoryReading, EntryReason } from '#server/ports/directory.ts';
import { addressCellOf, addressesOf, cellOf, cellsOf, nameOf, otherNames, type Reading } from './cells.rules.ts';
import { createManagers, managersIn } from './managers.rules.ts';

const LONGEST = 200;
const DEEPEST = 8;
const MOST_WORDS = 20;

class Fault {
  readonly reason: EntryReason;
  readonly value: string;
  constructor(reason: EntryReason, value: string) {
    this.reason = reason;
    this.value = value;
  }
}

type Doubt = (reason: EntryReason, value: string) => void;

/** The columns of a file: what each holds and is called, and what was told of it. */
export interface Columns {
  uses: readonly ColumnUse[];
  headers?: readonly string[];
  /** Words that mean "no longer here", if somebody chose them. */
  gone?: readonly string[] | undefined;
  /** What dates with slashes begin with, if somebody chose it. */
  dateOrder?: DateOrder | undefined;
  /** 'YYYY-MM-DD': whoever left before it is not here. */
  today?: string | undefined;
}

export interface EntriesReading extends DirectoryReading {
  notes: ImportNote[];
  presence: PresenceWord[];
  dates: ImportDates | null;
}

/** Turns records into people; what a line lacks is told with its number, and costs that line alone. */
export function readEntries(records: readonly CsvRecord[], columns: Columns): EntriesReading {
  const reading = readingOf(records, columns);
  const presence = createPresence(columns.gone);
  const result: DirectoryReading = { entries: [], problems: [], leftOut: [], absent: [] };
  const { headers, uses, order } = reading;
  const said = ({ cells }: CsvRecord) =>
    presenceOf((column) => onOneLine(cells[column] ?? ''), { headers, uses, order, today: columns.today });
  const seen = new Map<string, number>();
  const taken = new Map<DirectoryEntry, CsvRecord>();
  for (const record of mainFirst(records, reading)) {
    const { line } = record;
    const key = () => keyOf(record, reading);
    if (!record.isBroken && !presence.isHere(said(record))) {
      result.absent.push(key());
      continue;
    }
    const doubts: { reason: EntryReason; value: string }[] = [];
    const entry = entryOf(record, reading, (reason, value) => doubts.push({ reason, value }));
    const fault = entry instanceof Fault ? entry : sameAsBefore(entry, seen);
    if (fault) {
      result.problems.push({ line, reason: fault.reason, value: shortened(fault.value), isLeftOut: true });
      result.leftOut.push(key());
    } else if (!(entry instanceof Fault)) {
      result.entries.push(entry);
      taken.set(entry, record);
      for (const { reason, value } of doubts) {
        result.problems.push({ line, reason, value: shortened(value), isLeftOut: false });
      }
    }
  }
  result.entries.sort((one, other) => one.line - other.line);
  result.problems.sort((one, other) => one.line - other.line);
  relate(result.entries, taken, reading);
  return { ...result, notes: notesOf(reading), presence: presence.words(), dates: reading.dates };
}

const keyOf = (record: CsvRecord, reading: Reading) => {
  const address = addressCellOf(record, reading);
  const id = cellOf(record, reading)('externalId');
  return { externalId: reading.rounded.has(id) ? '' : id, email: addressesOf(address)[0] ?? address.toLowerCase() };
};

/** Lines of a person's main job before those of others, so that they count. */
function mainFirst(records: readonly CsvRecord[], { at }: Reading): CsvRecord[] {
  const [column] = at.get('primary') ?? [];
  if (column === undefined) return [...records];
  const isSide = ({ cells }: CsvRecord) => saysYes(cells[column] ?? '') === false;
  return [...records.filter((record) => !isSide(record)), ...records.filter(isSide)];
}

/** What lines say of each other: managers by any column that names them, units called after their heads. */
function relate(entries: DirectoryEntry[], taken: ReadonlyMap<DirectoryEntry, CsvRecord>, reading: Reading): void {
  const { uses } = reading;
  const mayName = (use: ColumnUse | undefined) => use === 'leave-out' || use === 'email' || use === 'name';
  const find = createManagers(
    [...taken].map(([person, record]) => ({
      person,
      names: otherNames(record, reading),
      cells: uses.map((use, index) => (mayName(use) ? (record.cells[index] ?? '').trim() : '')),
    })),
  );
  const heads = new Set(entries.map(({ name }) => foldedText(name)));
  for (const entry of entries) {
    const record = taken.get(entry);
    if (record && entry.manager) {
      const cells = cellsOf(record, reading, 'manager').filter((cell) => !reading.rounded.has(cell));
      entry.manager = find(cells) ?? entry.manager;
    }
    // 'Works (Marta Keller)' is what Workday calls the unit of Marta Keller.
    entry.unitPath &&= entry.unitPath.map((step) => {
      const [, unit, head] = /^(.+?)\s*\(([^()]+)\)$/.exec(step) ?? [];
      return unit && head && heads.has(foldedText(head)) ? unit : step;
    });
  }
}

function notesOf({ turned, order, dates }: Reading): ImportNote[] {
  return [...(turned ? (['names-turned'] as const) : []), ...(order === 'none' || dates ? [] : [order])];
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** The columns of each field, the most telling header first. */
function placesOf({ uses, headers = [] }: Columns): Map<ImportField, number[]> {
  const at = new Map<ImportField, number[]>();
  for (const [index, use] of uses.entries()) if (use !== 'leave-out') at.set(use, [...(at.get(use) ?? []), index]);
  for (const [field, places] of at)
    places.sort((a, b) => rankFor(headers[a] ?? '', field) - rankFor(headers[b] ?? '', field) || a - b);
  return at;
}

function readingOf(records: readonly CsvRecord[], columns: Columns): Reading {
  const { uses, headers = [] } = columns;
  const at = placesOf(columns);
  const nameHeaders = (at.get('name') ?? []).map((index) => headers[index] ?? '');
  const column = (field: ImportField): string[] =>
    (at.get(field) ?? []).flatMap((index) =>
      records.map(({ cells }) => cells[index]?.trim() ?? '').filter((text) => text !== ''),
    );
  const names = column('name');
  const turned = names.filter(isTurned).length > names.length / 2;
  const isSpaced = column('unit').some((path) => /\s[/>|\\»]\s/.test(path));
  return {
    at,
    uses,
    headers,
    columns: uses.length,
    width: uses.findLastIndex((use) => use !== 'leave-out') + 1,
    ...datesOf([...column('joined'), ...column('awayUntil'), ...column('left')], columns.dateOrder),
    turned,
    isFamilyFirst: nameHeaders.length === 1 && nameHeaders.some(saysFamilyFirst) && !names.some(isTurned),
    rounded: roundedNumbers([...column('externalId'), ...column('manager')]),
    separator: isSpaced ? /\s+(?:[/>|\\»]|::|->)\s+/ : /\s*(?:[/>|\\»]|::|->)\s*/,
    zones: new Map(),
  };
}

/** The order of a file's dates, and what must be asked about it. */
function datesOf(texts: readonly string[], told: DateOrder | undefined): Pick<Reading, 'order' | 'dates'> {
  const unclear = ambiguousDates(texts);
  const order = dateOrderOf(texts);
  if (unclear.length === 0) return { order, dates: null };
  const used = told ?? 'day-first';
  const samples = unclear.slice(0, 3).map((text) => ({
    text: shortened(text),
    dayFirst: dateOf(text, 'day-first') ?? '',
    monthFirst: dateOf(text, 'month-first') ?? '',
  }));
  return { order: used, dates: { used, isChosen: told !== undefined, samples } };
}

function entryOf(record: CsvRecord, reading: Reading, doubt: Doubt): DirectoryEntry | Fault {
  if (record.isBroken) return new Fault('quotes', record.cells.join(' '));
  const tooMany = record.cells.slice(reading.columns).some((text) => text.trim() !== '');
  if (record.cells.length < reading.width || tooMany) return new Fault('cells', record.cells.join(' '));
  const cell = cellOf(record, reading);
  const address = addressCellOf(record, reading);
  const [email, ...others] = addressesOf(address);
  const name = nameOf(record, reading);
  if (address === '') return new Fault('email-missing', name);
  if (email === undefined)
    return new Fault(/^\S*[^\p{ASCII}]\S*@\S+\.\S+$/u.test(address) ? 'email-letters' : 'email-invalid', address);
  if (others.length > 0) doubt('email-several', address);
  if (name === '') return new Fault('name-missing', email);
  const tooLong = [name, cell('externalId')].find((text) => text.length > LONGEST);
  if (tooLong) return new Fault('too-long', tooLong);
  const id = cell('externalId');
  if (reading.rounded.has(id)) doubt('id-rounded', id);
  if (managersIn(cell('manager')).length > 1) doubt('manager-several', cell('manager'));
  return { line: record.line, email, name, ...detailsOf(cell, reading, doubt) };
}

function detailsOf(cell: (field: ImportField) => string, reading: Reading, doubt: Doubt): Partial<DirectoryEntry> {
  const has = (field: ImportField) => reading.at.has(field);
  const short = (field: ImportField): string | undefined => {
    const text = cell(field);
    if (!has(field) || text.length <= LONGEST) return has(field) ? text : undefined;
    doubt('too-long', text);
    return undefined;
  };
  const date = (field: ImportField): string | null | undefined => {
    if (!has(field)) return undefined;
    const text = cell(field);
    const day = text === '' ? null : dateOf(text, reading.order);
    if (day === undefined) doubt('date', text);
    return day;
  };
  const words = (field: ImportField) => (has(field) ? wordsOf(cell(field)) : undefined);
  const none = (text: string | undefined) => (text === '' ? null : text);
  const id = cell('externalId');
  return present({
    externalId: id === '' || reading.rounded.has(id) ? undefined : id,
    title: short('title'),
    unitPath: unitPathOf(cell, reading, doubt),
    site: none(short('site')),
    manager: none(short('manager')),
    level: none(short('level')),
    joinedOn: date('joined'),
    awayUntil: date('awayUntil'),
    timezone: zoneOf(cell('timezone'), reading.zones, doubt),
    groups: words('groups'),
    languages: words('languages')?.map((word) => languageCodeOf(word.replace(/\s*[(:].*$/, '') || word)),
    interests: words('interests'),
  });
}

type Given<T> = { [Key in keyof T]: T[Key] | undefined };

/** Without the keys that say nothing. */
function present(values: Given<Partial<DirectoryEntry>>): Partial<DirectoryEntry> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function unitPathOf(cell: (field: ImportField) => string, reading: Reading, doubt: Doubt): string[] | undefined {
  const levels = (['division', 'department', 'team'] as const).filter((field) => reading.at.has(field));
  if (!reading.at.has('unit') && levels.length === 0) return undefined;
  const whole = cell('unit').split(reading.separator);
  const path = (cell('unit') === '' ? levels.map(cell) : whole)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // A team that bears its department's name is that department.
  const steps = path.filter((part, index) => foldedText(part) !== foldedText(path[index - 1] ?? '') || index === 0);
  if (steps.length <= DEEPEST && steps.every((part) => part.length <= LONGEST)) return steps;
  doubt('too-long', path.join(' / '));
  return undefined;
}

function wordsOf(text: string): string[] {
  // Directories of accounts name groups as 'CN=Sales,OU=Groups;CN=All,OU=Groups'.
  const isNamed = /^CN=/i.test(text);
  const words = text
    .split(isNamed ? /[;|^]\s*(?=CN=)/i : /[;,|]/)
    .map((word) => (isNamed ? (/^CN=((?:\\.|[^,\\])+)/i.exec(word)?.[1]?.replaceAll('\\', '') ?? '') : word).trim());
  return distinctWords(words.filter((word) => word !== '' && word.length <= 60)).slice(0, MOST_WORDS);
}

// An empty cell says nothing: people may have set their own.
function zoneOf(text: string, known: Map<string, string | undefined>, doubt: Doubt): string | undefined {
  if (text === '') return undefined;
  const zone = known.has(text) ? known.get(text) : zoneNamed(text);
  known.set(text, zone);
  if (zone === undefined) doubt('time-zone', text);
  return zone;
}

function sameAsBefore(entry: DirectoryEntry, seen: Map<string, number>): Fault | undefined {
  const keys = [`address ${entry.email}`, ...(entry.externalId ? [`id ${entry.externalId.toLowerCase()}`] : [])];
  const first = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
  if (first !== undefined) return new Fault('duplicate', String(first));
  for (const key of keys) seen.set(key, entry.line);
  return undefined;
}
