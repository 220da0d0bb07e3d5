import { emailOf } from '#contract/email.ts';
import type { ColumnUse, DateOrder, ImportDates, ImportField } from '#contract/imports.ts';
import { nameOfParts, turnedName, withoutMarks } from '#engine/names/written-name.ts';
import { isNoName, isNothing } from '#engine/tables/cells.ts';
import { familyPart } from '#engine/tables/columns.ts';
import type { CsvRecord } from '#engine/tables/csv.ts';
import { onOneLine } from '#server/platform/plain-text.ts';

/** How a whole column is read, so that every line is read alike. */
export interface Reading {
  uses: readonly ColumnUse[];
  /** The columns of each field; the first that is filled counts. */
  at: ReadonlyMap<ImportField, readonly number[]>;
  headers: readonly string[];
  columns: number;
  /** Cells a line must have: up to the last column that is used. */
  width: number;
  order: DateOrder | 'none';
  dates: ImportDates | null;
  turned: boolean;
  /** Names without a comma, the family name first. */
  isFamilyFirst: boolean;
  /** Numbers of people that a spreadsheet has rounded. */
  rounded: ReadonlySet<string>;
  separator: RegExp;
  zones: Map<string, string | undefined>;
}

const NAMES: ReadonlySet<ImportField> = new Set(['name', 'preferredName', 'firstName', 'lastName']);

const LISTS: ReadonlySet<ImportField> = new Set(['groups', 'interests', 'languages', 'manager']);
const NUMBERS: ReadonlySet<ImportField> = new Set(['externalId', 'manager']);

/** A cell on one line; a list keeps its line ends as delimiters, and a whole number loses what a program added to it ('7.0'). */
function plainCell(cell: string, field: ImportField): string {
  const lines = LISTS.has(field) ? cell.split('\n').map((line) => line.trim()) : [cell];
  const text = onOneLine(lines.filter((line) => line !== '').join('; ')).normalize('NFC');
  return NUMBERS.has(field) ? text.replace(/^(\d+)\.0+$/, '$1') : text;
}

/** What the columns of a field say, the most telling first, without those that say nothing. */
export function cellsOf(record: CsvRecord, { at }: Reading, field: ImportField): string[] {
  const isEmpty = NAMES.has(field) ? isNoName : isNothing;
  return (at.get(field) ?? [])
    .map((index) => plainCell(record.cells[index] ?? '', field))
    .filter((text) => text !== '' && !isEmpty(text));
}

/** The first of them, or nothing. */
export const cellOf = (record: CsvRecord, reading: Reading) => (field: ImportField) =>
  cellsOf(record, reading, field)[0] ?? '';

/** Addresses of a cell, in the form in which they are kept: also of 'Li Wei <li@x.test>', 'mailto:li@x.test', 'SMTP:li@x.test;smtp:l@x.test'. */
export function addressesOf(text: string): string[] {
  // Databases write links as 'address#mailto:address#'.
  const plain = text
    .normalize('NFKC')
    .replace(/#mailto:.*$/i, '')
    .replaceAll(/["“”„«»]/g, ' ');
  const angled = [...plain.matchAll(/[<([]([^<>()[\]]*@[^<>()[\]]*)[>)\]]/g)].map(([, inside = '']) => inside);
  const pieces = (angled.length > 0 ? angled : [plain.replaceAll(/\([^()]*\)/g, ' ')])
    .flatMap((part) => part.split(/[\s,;|]+|\+(?=smtp:)/i))
    .flatMap((piece) => (piece.indexOf('@') === piece.lastIndexOf('@') ? [piece] : piece.split(/[/\\]/)))
    .map((piece) => piece.replace(/^[.'‘’]+|[.:'‘’]+$/g, ''))
    .filter((piece) => piece !== '' && !/^(?:x500|x400|sip|eum|spo|notes):/i.test(piece));
  const primary = pieces.filter((piece) => piece.startsWith('SMTP:'));
  const found = (primary.length > 0 ? primary : pieces).map((piece) =>
    emailOf(piece.replace(/^(?:mailto|smtp):/i, '').replace(/(?<=@\S*)\?.*$/, '')),
  );
  // One piece that is none may be half of a name with a blank: then none is sure.
  return found.every((email) => email !== undefined) ? [...new Set(found)] : [];
}

/** The cell of a line that holds an address, else the first that is filled. */
export function addressCellOf(record: CsvRecord, reading: Reading): string {
  const cells = cellsOf(record, reading, 'email');
  return cells.find((text) => addressesOf(text).length > 0) ?? cells[0] ?? '';
}

const unquoted = (name: string): string => /^[“”„«»‘’"](.+)[“”„«»‘’"]$/u.exec(name)?.[1]?.trim() ?? name;

/** The family name in its parts, by what the columns hold of it. */
function familyOf(record: CsvRecord, reading: Reading) {
  const parts = { particle: '', family: '', second: '' };
  for (const index of reading.at.get('lastName') ?? []) {
    const text = onOneLine(record.cells[index] ?? '').normalize('NFC');
    const part = familyPart(reading.headers[index] ?? '');
    if (!isNoName(text)) parts[part] ||= text;
  }
  return parts;
}

/** The name of a line's person, as people say it. */
export function nameOf(record: CsvRecord, reading: Reading): string {
  const cell = cellOf(record, reading);
  const said = new Set(
    (['unit', 'division', 'department', 'team', 'site', 'externalId'] as const).map((field) =>
      cell(field).toLowerCase(),
    ),
  );
  const whole = cellsOf(record, reading, 'name').map((name) => {
    const plain = withoutMarks(unquoted(name), said);
    const words = plain.split(' ');
    if (reading.isFamilyFirst && words.length === 2) return `${words[1]} ${words[0]}`;
    return reading.turned ? turnedName(plain) : plain;
  });
  const [preferred, given] = [turnedName(cell('preferredName')), cell('firstName')];
  return nameOfParts({ whole, preferred, given, ...familyOf(record, reading) });
}

/** Names by which others may call the person of a line: each as it stands, and the legal one. */
export function otherNames(record: CsvRecord, reading: Reading): string[] {
  const family = familyOf(record, reading).family;
  const given = cellsOf(record, reading, 'firstName').map((name) => `${name} ${family}`);
  return [...cellsOf(record, reading, 'name'), ...cellsOf(record, reading, 'preferredName'), ...given];
}
