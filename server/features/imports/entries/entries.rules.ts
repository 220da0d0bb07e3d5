import type { ColumnUse, ImportField, ImportNote } from '#contract/imports.ts';
import { distinctWords, foldedText, languageCodeOf } from '#server/features/people/people.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import { onOneLine } from '#server/platform/plain-text.ts';
import type { DirectoryEntry, DirectoryReading, EntryReason } from '#server/ports/directory.ts';
import type { CsvRecord } from '../csv/csv.rules.ts';
import { type DateOrder, dateOf, dateOrderOf } from '../dates/dates.rules.ts';

const LONGEST = 200;
const DEEPEST = 8;
const MOST_WORDS = 20;
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/u;

/** How a whole column is read, so that every line is read alike. */
interface Reading {
  at: ReadonlyMap<ImportField, number>;
  columns: number;
  /** Cells a line must have: up to the last column that is used. */
  width: number;
  order: DateOrder;
  turned: boolean;
  separator: RegExp;
  zones: Map<string, boolean>;
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

/** Turns records into people; what a line lacks is told with its number, and costs that line alone. */
export function readEntries(
  records: readonly CsvRecord[],
  uses: readonly ColumnUse[],
): DirectoryReading & { notes: ImportNote[] } {
  const reading = readingOf(records, uses);
  const result: DirectoryReading & { notes: ImportNote[] } = { entries: [], problems: [], leftOut: [], notes: [] };
  const seen = new Map<string, number>();
  for (const record of records) {
    const cell = cellOf(record, reading);
    const { line } = record;
    const doubts: { reason: EntryReason; value: string }[] = [];
    const entry = entryOf(record, reading, (reason, value) => doubts.push({ reason, value }));
    const fault = entry instanceof Fault ? entry : sameAsBefore(entry, seen);
    if (fault) {
      result.problems.push({ line, reason: fault.reason, value: shortened(fault.value), isLeftOut: true });
      result.leftOut.push({ externalId: cell('externalId'), email: addressOf(cell('email')) });
    } else if (!(entry instanceof Fault)) {
      result.entries.push(entry);
      for (const { reason, value } of doubts) {
        result.problems.push({ line, reason, value: shortened(value), isLeftOut: false });
      }
    }
  }
  if (reading.turned) result.notes.push('names-turned');
  if (reading.order !== 'none') result.notes.push(reading.order);
  return result;
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function readingOf(records: readonly CsvRecord[], uses: readonly ColumnUse[]): Reading {
  const at = new Map<ImportField, number>();
  for (const [index, use] of uses.entries()) if (use !== 'leave-out' && !at.has(use)) at.set(use, index);
  const column = (field: ImportField): string[] => {
    const index = at.get(field);
    if (index === undefined) return [];
    return records.map(({ cells }) => cells[index]?.trim() ?? '').filter((text) => text !== '');
  };
  const names = column('name');
  const turned = names.length > 0 && names.filter((name) => /^[^,]+,[^,]+$/.test(name)).length >= names.length * 0.8;
  const isSpaced = column('unit').some((path) => /\s[/>|\\»]\s/.test(path));
  return {
    at,
    columns: uses.length,
    width: uses.findLastIndex((use) => use !== 'leave-out') + 1,
    order: dateOrderOf([...column('joined'), ...column('awayUntil')]),
    turned,
    separator: isSpaced ? /\s+(?:[/>|\\»]|::|->)\s+/ : /\s*(?:[/>|\\»]|::|->)\s*/,
    zones: new Map(),
  };
}

const cellOf = (record: CsvRecord, reading: Reading) => (field: ImportField) => {
  const index = reading.at.get(field);
  return index === undefined ? '' : onOneLine(record.cells[index] ?? '').normalize('NFC');
};

/** 'Li Wei <li@example.test>' and 'mailto:li@example.test' are addresses too. */
function addressOf(text: string): string {
  const inside = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  return inside
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
}

function nameOf(cell: (field: ImportField) => string, turned: boolean): string {
  const parts = [cell('firstName'), cell('lastName')].filter((part) => part !== '').join(' ');
  const name = cell('name') || parts;
  const [family, given] = turned ? name.split(',').map((part) => part.trim()) : [];
  return family && given ? `${given} ${family}` : name;
}

function entryOf(record: CsvRecord, reading: Reading, doubt: Doubt): DirectoryEntry | Fault {
  if (record.isBroken) return new Fault('quotes', record.cells.join(' '));
  const tooMany = record.cells.slice(reading.columns).some((text) => text.trim() !== '');
  if (record.cells.length < reading.width || tooMany) return new Fault('cells', record.cells.join(' '));
  const cell = cellOf(record, reading);
  const email = addressOf(cell('email'));
  const name = nameOf(cell, reading.turned);
  if (email === '') return new Fault('email-missing', name);
  if (!ADDRESS.test(email) || email.length > 254) return new Fault('email-invalid', cell('email'));
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
  const none = (text: string | undefined) => (text === '' ? null : text);
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
function zoneOf(text: string, known: Map<string, boolean>, doubt: Doubt): string | undefined {
  if (text === '') return undefined;
  const isKnown = known.get(text) ?? isTimeZone(text);
  known.set(text, isKnown);
  if (!isKnown) doubt('time-zone', text);
  return isKnown ? text : undefined;
}

function sameAsBefore(entry: DirectoryEntry, seen: Map<string, number>): Fault | undefined {
  const keys = [`address ${entry.email}`, ...(entry.externalId ? [`id ${entry.externalId}`] : [])];
  const first = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
  if (first !== undefined) return new Fault('duplicate', String(first));
  for (const key of keys) seen.set(key, entry.line);
  return undefined;
}
