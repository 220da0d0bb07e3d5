import { type DirectoryField, NAMES } from './column-names.ts';

/** What a column is used for. */
export type ColumnUse = DirectoryField | 'leave-out';

const FIELDS = Object.entries(NAMES).map(([field, names]) => ({ field, names: namesOf(names) }));
/** Names as they are compared. */
function namesOf(names: string): string[] {
  return names.split(/\s+/).map(foldedHeader);
}

const isField = (text: string): text is DirectoryField => text in NAMES;

// What several columns may hold: the first that is filled counts, in the order of the names above.
const SEVERAL: ReadonlySet<string> = new Set(['email', 'firstName', 'status']);
/** The share of filled cells that must fit what a header says: a faulty line is no proof against it. */
const LEAST = 0.3;

/** 'E-Mail (geschäftlich)' becomes 'emailgeschaeftlich'. */
export function foldedHeader(header: string): string {
  const spelt: Record<string, string> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    ø: 'o',
    å: 'a',
    æ: 'ae',
    ł: 'l',
    '#': 'number',
  };
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßøåæł#]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The ways to read one header, the whole first: without what stands in brackets, and each half of a bilingual one. */
function readings(header: string): string[] {
  // Okta writes 'user.email'.
  const bare = header.replaceAll(/\[[^\]]*\]|\([^)]*\)|\*|^\s*(?:user|profile)\./g, ' ');
  const halves = bare.split(/[/|·–—\n]|\s-\s/);
  const inside = [...header.matchAll(/\(([^)]*)\)/g)].map((found) => found[1] ?? '');
  return [...new Set([header, bare, ...halves, ...inside].map(foldedHeader))].filter((text) => text !== '');
}

/** The place of a header in a list of names, the most telling first; −1 where it is none of them. */
function rankOf(header: readonly string[], names: readonly string[]): number {
  for (const reading of header) {
    const rank = names.indexOf(reading);
    if (rank !== -1) return rank;
  }
  return -1;
}

/** How telling a header is for a use: smaller is more, Infinity is not at all. */
export function rankFor(header: string, use: ColumnUse): number {
  if (!isField(use)) return Number.POSITIVE_INFINITY;
  const rank = rankOf(readings(header), namesOf(NAMES[use]));
  return rank === -1 ? Number.POSITIVE_INFINITY : rank;
}

type Sample = readonly (readonly string[])[];

const ADDRESS = /^(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$|<[^\s@<>]+@[^\s@<>]+>\s*$/;

/** What each column seems to hold, by its name and by what stands in it. */
export function recognise(headers: readonly string[], sample: Sample): ColumnUse[] {
  const read = headers.map(readings);
  const uses: ColumnUse[] = headers.map(() => 'leave-out');
  for (const { field, names } of FIELDS) {
    if (!isField(field)) continue;
    const fit = read
      .map((header, index) => ({ index, rank: rankOf(header, names) }))
      .filter(({ index, rank }) => rank !== -1 && uses[index] === 'leave-out' && mayHold(field, sample, index))
      .sort((a, b) => a.rank - b.rank || a.index - b.index);
    for (const { index } of SEVERAL.has(field) ? fit : fit.slice(0, 1)) uses[index] = field;
  }
  return settled(uses, { headers: read, sample });
}

/** What the columns say of each other: family names, addresses without a header, numbers called names. */
function settled(uses: ColumnUse[], { headers, sample }: { headers: string[][]; sample: Sample }): ColumnUse[] {
  // German and French files say Name, Nom beside Vorname, Prénom and mean the family name.
  const family = uses.indexOf('name');
  const isFamily = ['name', 'nom', 'nome', 'naam', 'namn', 'navn'].some((name) => headers[family]?.includes(name));
  if (family !== -1 && uses.includes('firstName') && !uses.includes('lastName') && isFamily) uses[family] = 'lastName';
  const free = (fits: (cell: string) => boolean, share: number) =>
    uses.findIndex((use, index) => use === 'leave-out' && shareOf(sample, index, fits) >= share);
  if (!uses.includes('email')) {
    const at = free((cell) => ADDRESS.test(cell), 0.8);
    if (at !== -1) uses[at] = 'email';
  }
  if (!(['name', 'firstName', 'lastName', 'preferredName'] as const).some((use) => uses.includes(use))) {
    const at = free((cell) => FULL_NAME.test(cell), 0.8);
    if (at !== -1) uses[at] = 'name';
  }
  return uses;
}

const FULL_NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?:,?\s+[\p{L}\p{M}'’.-]+){1,3}$/u;
const NAMES_OF_PEOPLE: ReadonlySet<DirectoryField> = new Set(['name', 'firstName', 'lastName', 'preferredName']);

/** Whether what stands in a column can be what its header says: addresses have an @, names have letters. */
function mayHold(field: DirectoryField, sample: Sample, index: number): boolean {
  if (field === 'email') return shareOf(sample, index, (cell) => ADDRESS.test(cell), 1) >= LEAST;
  if (NAMES_OF_PEOPLE.has(field)) {
    return shareOf(sample, index, (cell) => /\p{L}/u.test(cell) && !ADDRESS.test(cell), 1) >= LEAST;
  }
  if (field === 'externalId') return shareOf(sample, index, (cell) => !/\s.*\s/.test(cell), 1) >= LEAST;
  return true;
}

/** The share of filled cells that fit; `empty` where none is filled. */
function shareOf(sample: Sample, index: number, fits: (cell: string) => boolean, empty = 0): number {
  const filled = sample.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length === 0 ? empty : filled.filter(fits).length / filled.length;
}

/** Whether the first record is a person already, and no header. */
export function lacksHeader(first: readonly string[]): boolean {
  return first.some((cell) => ADDRESS.test(cell.trim()));
}

/** The record that names the columns: the one of the first with the most known names; titles may stand above it. */
export function headerAt(records: Sample): number {
  let best = { at: 0, known: 0 };
  for (const [at, cells] of records.slice(0, 20).entries()) {
    if (lacksHeader(cells)) break;
    const known = recognise(cells, []).filter((use) => use !== 'leave-out').length;
    if (known > best.known) best = { at, known };
  }
  // A title may bear one known word; two are columns.
  return best.known > 1 ? best.at : 0;
}

/** What a column is called where the file does not say. */
export function columnsWithoutNames(first: readonly string[]): { headers: string[]; uses: ColumnUse[] } {
  const email = first.findIndex((cell) => ADDRESS.test(cell.trim()));
  const name = first.findIndex((cell) => /^[\p{L}\p{M}'’.,\- ]{2,}$/u.test(cell.trim()));
  return {
    headers: first.map((_, index) => String(index + 1)),
    uses: first.map((_, index) => (index === email ? 'email' : index === name ? 'name' : 'leave-out')),
  };
}
