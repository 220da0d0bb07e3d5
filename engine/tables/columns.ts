import { isTitle } from '../names/titles.ts';
import { type ColumnUse, type DirectoryField, NAMES } from './column-names.ts';
import { dateOf } from './dates.ts';
import { foldedHeader, type HeaderReading, isOfAnother, isPrivate, readingsOf } from './headers.ts';
import { isPartInTeam, isStatusWord, saysYes } from './presence.ts';

const isField = (text: string): text is DirectoryField => text in NAMES;
const FIELDS = Object.entries(NAMES).flatMap(([field, names]) =>
  isField(field) ? [{ field, ranks: ranksOf(names) }] : [],
);

/** Names as they are compared, with their places in the list. */
function ranksOf(names: string): Map<string, number> {
  return new Map(names.split(/\s+/).map((name, rank) => [foldedHeader(name), rank]));
}

// What several columns may hold: the first that is filled counts, in the order of the names above.
const SEVERAL: ReadonlySet<DirectoryField> = new Set([
  'email',
  'name',
  'firstName',
  'lastName',
  'manager',
  'left',
  'status',
]);
const PEOPLE: ReadonlySet<DirectoryField> = new Set(['name', 'firstName', 'lastName', 'preferredName']);
/** The share of filled cells that must fit what a header says: a faulty line is no proof against it. */
const LEAST = 0.3;
/** The share that must fit where the header only hints at it. */
const MOST = 0.8;
const STEPS = 3;
/** Words that are in every header of an address column, whatever stands around them. */
const MAIL = /mail|courriel|correo|posta|почт|пошт|邮箱|邮件|電郵|郵箱|メール|이메일|بريد|דואל|דואר|אימייל/u;

/** How telling a header is for a use: smaller is more, Infinity is not at all. */
export function rankFor(header: string, use: ColumnUse): number {
  const ranks = FIELDS.find(({ field }) => field === use)?.ranks;
  return ranks ? fitOf(readingsOf(header), ranks).rank : Number.POSITIVE_INFINITY;
}

interface Fit {
  /** How far the reading that fits is from what is written; Infinity where none does. */
  step: number;
  rank: number;
}

const NO_FIT: Fit = { step: Number.POSITIVE_INFINITY, rank: Number.POSITIVE_INFINITY };

function fitOf(readings: readonly HeaderReading[], ranks: ReadonlyMap<string, number>): Fit {
  for (const { text, step } of readings) {
    const rank = ranks.get(text);
    if (rank !== undefined) return { step, rank: step * 1_000 + rank };
  }
  return NO_FIT;
}

const PARTICLES = new Set(
  'voorvoegsel voorvoegsels tussenvoegsel tussenvoegsels vorsatzwort vorsatzwoerter namensvorsatz namenszusatz surnameprefix lastnameprefix'.split(
    ' ',
  ),
);
const SECOND = new Set('segundoapellido apellidomaterno secondlastname secondsurname'.split(' '));

/** What part of a family name a column holds. */
export function familyPart(header: string): 'particle' | 'family' | 'second' {
  const folded = foldedHeader(header);
  return PARTICLES.has(folded) ? 'particle' : SECOND.has(folded) ? 'second' : 'family';
}

// 'Cognome e nome': two words without a comma, the family name first.
const FAMILY_FIRST = new Set(
  `nachnamevorname namevorname lastnamefirstname lastfirst namelastfirst surnamefirstname nomprenom nometprenom cognomenome
   cognomeenome apellidosynombre apellidosynombres apellidosnombre nazwiskoiimie prijmeniajmeno prijmenijmeno soyadad`
    .split(/\s+/)
    .map(foldedHeader),
);

/** Whether a header says that the family name stands first. */
export const saysFamilyFirst = (header: string): boolean =>
  readingsOf(header).some(({ text }) => FAMILY_FIRST.has(text));

type Sample = readonly (readonly string[])[];

// What repeats shares no character with what stands between: the time stays linear.
const ADDRESS =
  /^(?:(?:mailto|smtp):)?[^\s@<>;,|]+@[^\s@<>;,|]+\.[^\s@<>;,|]+(?:\s*[;,|+][\s;,|+]*[^\s;,|+]+)*[\s;,|+]*$|<[^\s@<>]+@[^\s@<>]+>\s*$/i;
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|hr|fr|m|mme|mlle|monsieur|madame|sr|sra|srta|señora?|dhr|mevr|pan|pani|bay|bayan)\.?$/i;

/** What each column seems to hold, by its name and by what stands in it. */
export function recognise(headers: readonly string[], sample: Sample): ColumnUse[] {
  const read = headers.map(readingsOf);
  const uses: ColumnUse[] = headers.map(() => 'leave-out');
  // A header that was understood is not understood otherwise from a part of it.
  const understood = headers.map(() => false);
  for (let step = 0; step < STEPS; step += 1) {
    const now = [...understood];
    for (const { field, ranks } of FIELDS) {
      const fit = read
        .map((readings, index) => ({ index, ...fitOf(readings, ranks) }))
        .filter((each) => each.step === step && uses[each.index] === 'leave-out' && !understood[each.index])
        .filter(({ index }) => mayHold(field, { header: headers[index] ?? '', sample, index, step }))
        .sort((a, b) => a.rank - b.rank || a.index - b.index);
      for (const { index } of fit) now[index] = true;
      const isTaken = !SEVERAL.has(field) && uses.includes(field);
      for (const { index } of isTaken ? [] : SEVERAL.has(field) ? fit : fit.slice(0, 1)) uses[index] = field;
    }
    for (const [index, is] of now.entries()) understood[index] = is;
  }
  return settled(uses, { headers, sample });
}

interface Table {
  headers: readonly string[];
  sample: Sample;
}

/** A column that nothing is known of yet, whose header may be meant and whose cells fit; −1 where there is none. */
function freeColumn(
  uses: readonly ColumnUse[],
  { headers, sample }: Table,
  { may, fits }: { may: (header: string) => boolean; fits: (cell: string) => boolean },
): number {
  return uses.findIndex(
    (use, index) => use === 'leave-out' && may(headers[index] ?? '') && shareOf(sample, index, fits) >= MOST,
  );
}

/** What the columns say of each other, and what stands in those whose headers say nothing. */
function settled(uses: ColumnUse[], table: Table): ColumnUse[] {
  settleNames(uses, table);
  settleLevels(uses, table);
  const { sample } = table;
  const put = (use: ColumnUse, at: number) => {
    if (at !== -1) uses[at] = use;
  };
  const own = (header: string) => !isOfAnother(header);
  if (!uses.includes('email')) {
    const fits = (cell: string) => ADDRESS.test(cell);
    const isCalled = (header: string) => own(header) && !isPrivate(header) && MAIL.test(foldedHeader(header));
    const found = [isCalled, own].map((may) => freeColumn(uses, table, { may, fits }));
    put('email', found.find((at) => at !== -1 && isDistinct(sample, at)) ?? -1);
  }
  if (![...PEOPLE].some((use) => uses.includes(use)))
    put('name', freeColumn(uses, table, { may: own, fits: (cell) => FULL_NAME.test(cell) }));
  // 'Medewerker' is a number where the names have columns of their own.
  if (!uses.includes('externalId') && uses.includes('lastName')) {
    const may = (header: string) => WORKER.has(foldedHeader(header));
    const at = freeColumn(uses, table, { may, fits: (cell) => /^\S*\d\S*$/.test(cell) });
    put('externalId', at !== -1 && isDistinct(sample, at) ? at : -1);
  }
  if (!uses.includes('status')) put('status', freeColumn(uses, table, { may: own, fits: isStatusWord }));
  const isDay = (cell: string) => dateOf(cell, 'day-first') !== undefined || dateOf(cell, 'month-first') !== undefined;
  for (const [field, words] of [
    ['left', LEFT],
    ['joined', JOINED],
  ] as const)
    if (!uses.includes(field))
      put(field, freeColumn(uses, table, { may: (header) => words.test(foldedHeader(header)), fits: isDay }));
  return uses;
}

/** Words in headers of days on which people leave and begin, in whatever they are wrapped. */
const LEFT =
  /terminat|austritt|ausgeschied|sortie|depart(?!ment|ement|ament)|baja|demiss|deslig|cessazion|rescis|uitdienst|exit|leaving|relieving|separation|lastday|退職|离职|離職|퇴사|퇴직|увольн|zwolnien|ukoncen/u;
const JOINED =
  /startdate|hire|hiring|joined|joining|eintritt|einstellung|embauche|entree|ingreso|fechaalta|admiss|assunzion|indienst|anstalln|zatrudn|nastup|入社|入职|入職|입사|приема|girist/u;
const WORKER = new Set(
  'employee worker medewerker mitarbeiter mitarbeiterin collaborateur empleado dipendente'.split(' '),
);
const A_NAME = new Set(
  'name nom nome naam namn navn nombre имя ім’я isim ad 名前 이름 姓名 jmeno imie prijmeni'
    .split(' ')
    .map(foldedHeader),
);

/** German and French files say Name, Nom beside Vorname, Prénom and mean the family name; Spanish ones Nombre beside Apellidos. */
function settleNames(uses: ColumnUse[], { headers, sample }: Table): void {
  const bare = uses.flatMap((use, index) =>
    use === 'name' && readingsOf(headers[index] ?? '').some(({ text }) => A_NAME.has(text)) ? [index] : [],
  );
  const [only] = bare;
  if (only === undefined || uses.filter((use) => use === 'name').length > 1) return;
  const isOneWord = shareOf(sample, only, (cell) => !/[\s,]/.test(cell), 1) >= 0.5;
  const hasGiven = uses.includes('firstName') || (uses.includes('preferredName') && isOneWord);
  if (hasGiven && !uses.includes('lastName')) uses[only] = 'lastName';
  else if (uses.includes('lastName') && !uses.includes('firstName') && isOneWord) uses[only] = 'firstName';
}

const LEVEL =
  /^(?:org(?:anisation|anization)?(?:unit)?|unit|hierarchy|oe|organisations?|bereich|structure)?(?:level|ebene|stufe|niveau|nivel|livello|l)(\d)(?:name|description|bezeichnung)?$/;

/** 'Org Level 1', 'Org Level 2': the way from the largest unit to the smallest. */
function settleLevels(uses: ColumnUse[], { headers }: Table): void {
  const levels = headers
    .flatMap((header, index) => {
      const level = LEVEL.exec(foldedHeader(header))?.[1];
      return level && (uses[index] === 'leave-out' || uses[index] === 'level') ? [{ index, level: Number(level) }] : [];
    })
    .sort((a, b) => a.level - b.level);
  if (levels.length < 2 || ['unit', 'division', 'department', 'team'].some((use) => uses.some((one) => one === use)))
    return;
  for (const [place, { index }] of levels.entries())
    uses[index] = (['division', 'department', 'team'] as const)[place] ?? 'leave-out';
}

const FULL_NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?:,?\s+[\p{L}\p{M}'’.-]+){1,3}$/u;
const ONE_NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?:[ ,]\s*[\p{L}\p{M}'’.()-]+)*$/u;

interface Place {
  header: string;
  sample: Sample;
  index: number;
  step: number;
}

/** Whether what stands in a column can be what its header says: addresses have an @, names have letters. */
function mayHold(field: DirectoryField, { header, sample, index, step }: Place): boolean {
  const share = (fits: (cell: string) => boolean, empty = 1) => shareOf(sample, index, fits, empty);
  // A part of a header needs what stands below it as a witness.
  const isHint = step > 1;
  if (field === 'email')
    return !isOfAnother(header) && !isPrivate(header) && share((cell) => ADDRESS.test(cell)) >= LEAST;
  if (PEOPLE.has(field)) {
    if (isOfAnother(header)) return false;
    if (isHint) {
      const fits = field === 'name' ? FULL_NAME : ONE_NAME;
      return share((cell) => fits.test(cell), 0) >= 0.5;
    }
    return share((cell) => /\p{L}/u.test(cell) && !ADDRESS.test(cell)) >= LEAST;
  }
  if (field === 'externalId') return share((cell) => !/\s.*\s/.test(cell)) >= LEAST;
  if (field === 'title')
    return (
      share((cell) => HONORIFIC.test(cell) || isTitle(cell), 0) < MOST && share((cell) => isPartInTeam(cell), 0) < 1
    );
  // "Manager: yes" says what somebody is, and not whose.
  if (field === 'manager') return share((cell) => /\p{L}/u.test(cell) && saysYes(cell) !== undefined, 0) < MOST;
  if (field === 'left') return share((cell) => /\d/.test(cell)) >= LEAST;
  return true;
}

/** The share of filled cells that fit; `empty` where none is filled. */
function shareOf(sample: Sample, index: number, fits: (cell: string) => boolean, empty = 0): number {
  const filled = sample.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length === 0 ? empty : filled.filter(fits).length / filled.length;
}

/** Whether each line has a value of its own; an address that many lines share is somebody else's. */
function isDistinct(sample: Sample, index: number): boolean {
  const filled = sample.map((cells) => cells[index]?.trim().toLowerCase() ?? '').filter((cell) => cell !== '');
  return new Set(filled).size >= filled.length * 0.7;
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
    const known = namesIn(cells);
    if (known > best.known) best = { at, known };
  }
  // A title may bear one known word; two are columns.
  return best.known > 1 ? best.at : 0;
}

/** How many cells are names of columns. */
const namesIn = (cells: readonly string[]): number =>
  cells.filter((cell) => {
    const readings = readingsOf(cell).filter(({ step }) => step < 2);
    return FIELDS.some(({ ranks }) => fitOf(readings, ranks) !== NO_FIT);
  }).length;

/** Whether a record below the header names the columns again, for people or for machines. */
export function isHeaderAgain(header: readonly string[], cells: readonly string[]): boolean {
  if (cells.join('\t').toLowerCase() === header.join('\t').toLowerCase()) return true;
  const filled = cells.filter((cell) => cell.trim() !== '');
  return !lacksHeader(cells) && filled.length > 2 && namesIn(filled) >= filled.length * 0.6;
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
