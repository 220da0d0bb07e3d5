import { emailOf } from '#contract/email.ts';
import type { ColumnUse, DateOrder, ImportDates, ImportField, ImportNote, PresenceWord } from '#contract/imports.ts';
import { rankFor } from '#engine/tables/columns.ts';
import type { CsvRecord } from '#engine/tables/csv.ts';
import { ambiguousDates, dateOf, dateOrderOf } from '#engine/tables/dates.ts';
import { zoneNamed } from '#engine/tables/time-zones.ts';
import { distinctWords, foldedText, languageCodeOf } from '#server/features/people/people.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import type { DirectoryEntry, DirectoryReading, EntryReason } from '#server/ports/directory.ts';
import { createPresence } from '../presence/presence.rules.ts';

const LONGEST = 200;
const DEEPEST = 8;
const MOST_WORDS = 20;

/** How a whole column is read, so that every line is read alike. */
interface Reading {
  /** The columns of each field; the first that is filled counts. */
  at: ReadonlyMap<ImportField, readonly number[]>;
  headers: readonly string[];
  columns: number;
  /** Cells a line must have: up to the last column that is used. */
  width: number;
  order: DateOrder | 'none';
  dates: ImportDates | null;
  turned: boolean;
  separator: RegExp;
  zones: Map<string, string | undefined>;
}

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
  const seen = new Map<string, number>();
  for (const record of records) {
    const cell = cellOf(record, reading);
    const { line } = record;
    const address = addressCellOf(record, reading);
    const key = () => ({ externalId: cell('externalId'), email: addressesOf(address)[0] ?? address.toLowerCase() });
    if (!record.isBroken && !presence.isHere(statusOf(record, reading))) {
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
      for (const { reason, value } of doubts) {
        result.problems.push({ line, reason, value: shortened(value), isLeftOut: false });
      }
    }
  }
  return { ...result, notes: notesOf(reading), presence: presence.words(), dates: reading.dates };
}

function notesOf({ turned, order, dates }: Reading): ImportNote[] {
  return [...(turned ? (['names-turned'] as const) : []), ...(order === 'none' || dates ? [] : [order])];
}

const statusOf = (record: CsvRecord, { at, headers }: Reading) =>
  (at.get('status') ?? []).map((index) => ({
    header: headers[index] ?? '',
    cell: onOneLine(record.cells[index] ?? ''),
  }));

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
  const column = (field: ImportField): string[] =>
    (at.get(field) ?? []).flatMap((index) =>
      records.map(({ cells }) => cells[index]?.trim() ?? '').filter((text) => text !== ''),
    );
  const names = column('name');
  const turned = names.length > 0 && names.filter((name) => /^[^,]+,[^,]+$/.test(name)).length >= names.length * 0.8;
  const isSpaced = column('unit').some((path) => /\s[/>|\\»]\s/.test(path));
  return {
    at,
    headers,
    columns: uses.length,
    width: uses.findLastIndex((use) => use !== 'leave-out') + 1,
    ...datesOf([...column('joined'), ...column('awayUntil')], columns.dateOrder),
    turned,
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

const cellOf = (record: CsvRecord, reading: Reading) => (field: ImportField) => {
  for (const index of reading.at.get(field) ?? []) {
    const text = onOneLine(record.cells[index] ?? '').normalize('NFC');
    if (text !== '') return text;
  }
  return '';
};

/** Addresses of a cell, in the form in which they are kept: also of 'Li Wei <li@x.test>', 'mailto:li@x.test', 'SMTP:li@x.test;smtp:l@x.test'. */
function addressesOf(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll(/["“”„«»]/g, ' ');
  const angled = [...plain.matchAll(/[<([]([^<>()[\]]*@[^<>()[\]]*)[>)\]]/g)].map(([, inside = '']) => inside);
  const pieces = (angled.length > 0 ? angled : [plain.replaceAll(/\([^()]*\)/g, ' ')])
    .flatMap((part) => part.split(/[\s,;|]+/))
    .filter((piece) => piece !== '');
  const primary = pieces.filter((piece) => piece.startsWith('SMTP:'));
  const found = (primary.length > 0 ? primary : pieces).map((piece) =>
    emailOf(piece.replace(/^(?:mailto|smtp):/i, '').replace(/(?<=@\S*)\?.*$/, '')),
  );
  // One piece that is none may be half of a name with a blank: then none is sure.
  return found.every((email) => email !== undefined) ? [...new Set(found)] : [];
}

/** The cell of a line that holds an address, else the first that is filled. */
function addressCellOf(record: CsvRecord, reading: Reading): string {
  const cells = (reading.at.get('email') ?? []).map((index) => onOneLine(record.cells[index] ?? ''));
  return cells.find((text) => addressesOf(text).length > 0) ?? cells.find((text) => text !== '') ?? '';
}

/** 'Weber, Jonas' as people say it; anything without one comma as it stands. */
function turnedName(name: string): string {
  const [family, given, ...more] = name.split(',').map((part) => part.trim());
  return family && given && more.length === 0 ? `${given} ${family}` : name;
}

const unquoted = (name: string): string => /^[“”„«»‘’"](.+)[“”„«»‘’"]$/u.exec(name)?.[1]?.trim() ?? name;

/** The name somebody goes by with the family name; else the name shown; else given and family name. */
function nameOf(cell: (field: ImportField) => string, isTurned: boolean): string {
  const [whole, preferred, family] = [cell('name'), turnedName(cell('preferredName')), cell('lastName')];
  const shown = unquoted(isTurned ? turnedName(whole) : whole);
  if (preferred !== '') {
    const rest = family || (shown.includes(' ') ? shown.split(' ').slice(1).join(' ') : '');
    const isWhole = rest === '' || ` ${foldedText(preferred)} `.includes(` ${foldedText(rest)} `);
    return isWhole ? preferred : `${preferred} ${rest}`;
  }
  return shown || [cell('firstName'), family].filter((part) => part !== '').join(' ');
}

function entryOf(record: CsvRecord, reading: Reading, doubt: Doubt): DirectoryEntry | Fault {
  if (record.isBroken) return new Fault('quotes', record.cells.join(' '));
  const tooMany = record.cells.slice(reading.columns).some((text) => text.trim() !== '');
  if (record.cells.length < reading.width || tooMany) return new Fault('cells', record.cells.join(' '));
  const cell = cellOf(record, reading);
  const address = addressCellOf(record, reading);
  const [email, ...others] = addressesOf(address);
  const name = nameOf(cell, reading.turned);
  if (address === '') return new Fault('email-missing', name);
  if (email === undefined)
    return new Fault(/^\S*[^\p{ASCII}]\S*@\S+\.\S+$/u.test(address) ? 'email-letters' : 'email-invalid', address);
  if (others.length > 0) doubt('email-several', address);
  if (name === '') return new Fault('name-missing', email);
  const tooLong = [name, cell('externalId')].find((text) => text.length > LONGEST);
  if (tooLong) return new Fault('too-long', tooLong);
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
  const none = (text: string | undefined) =>
    text === '' || /^(?:NO_MANAGER|n\/a|none|-+|–|—)$/i.test(text ?? '') ? null : text;
  return present({
    externalId: cell('externalId') || undefined,
    title: short('title'),
    unitPath: unitPathOf(cell, reading, doubt),
    site: none(short('site')),
    manager: none(short('manager')),
    level: none(short('level')),
    joinedOn: date('joined'),
    awayUntil: date('awayUntil'),
    timezone: zoneOf(cell('timezone'), reading.zones, doubt),
    groups: words('groups'),
    languages: words('languages')?.map(languageCodeOf),
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
  const words = text.split(/[;,|]/).map((word) => word.trim());
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
