import { bareName } from '#engine/names/called-name.ts';
import { foldedText } from '#server/features/people/people.ts';

/** A number without the zeros before it, which spreadsheets drop. */
const numberKeys = (id: string): string[] =>
  /^\d+$/.test(id.trim()) ? [`number ${id.trim().replace(/^0+/, '')}`] : [];
const idKey = (id: string): string => `id ${id.trim().toLowerCase()}`;
const addressKey = (address: string): string => `address ${address.trim().toLowerCase()}`;

/** The keys of a name: as it stands, without titles, and its words in any order ('HALLAM Ros'). */
function nameKeys(name: string): string[] {
  const bare = foldedText(bareName(name));
  const words = bare.split(' ').sort();
  return [`name ${foldedText(name)}`, `name ${bare}`, ...(words.length > 1 ? [`words ${words.join(' ')}`] : [])];
}

/** The keys by which somebody can be named as manager; `name` as people say it. */
export function keysOf(person: { externalId?: string | null | undefined; email: string; name: string }): string[] {
  const id = person.externalId ? [idKey(person.externalId), ...numberKeys(person.externalId)] : [];
  return [...new Set([...id, addressKey(person.email), ...nameKeys(person.name)])];
}

/** What stands behind CN= or UID= of a distinguished name, its escapes undone; undefined for anything else. */
function commonName(text: string): string | undefined {
  const cn = /^(?:CN|UID)=((?:\\.|[^,\\])+)(?:,\s*\w+=|$)/i.exec(text)?.[1];
  return cn?.replaceAll(/\\([0-9a-f]{2}|.)/gi, (_, escaped: string) =>
    escaped.length === 2 ? String.fromCharCode(Number.parseInt(escaped, 16)) : escaped,
  );
}

/** The managers that one cell names; the first that is found counts. */
export function managersIn(text: string): string[] {
  if (/^(?:cn|uid)=/i.test(text)) return text.split(/[;|]\s*(?=(?:cn|uid)=)/i);
  const between = (text.match(/@/g)?.length ?? 0) > 1 ? /[;|,\n]|\s\/\s/ : /[;|\n]|\s\/\s/;
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * The keys that a manager's cell may mean, the surest first: an id, an address, a name; also 'Name <address>',
 * 'Name (id)', 'Name id', 'Last, First' and LDAP's 'CN=Last\\, First,OU=…'; of several managers the first found.
 */
export function keysNamed(text: string): string[] {
  const several = managersIn(text);
  const more = several.length > 1 ? several.flatMap(keysOfOne) : [];
  return [...new Set([...keysOfOne(text), ...more])];
}

function keysOfOne(text: string): string[] {
  const whole = commonName(text) ?? text;
  const angled = /<([^<>]+)>\s*$/.exec(whole)?.[1];
  const bracketed = /[([]\s*([^()[\]]+?)\s*[)\]]\s*$/.exec(whole)?.[1];
  const bare = whole.replace(/\s*(?:<[^<>]*>|\([^()]*\)|\[[^[\]]*\])\s*$/, '').trim();
  // 'Hallam, Ros - 7' and '7 - Ros Hallam'
  const parts = whole.split(/\s+[-–|:]\s+/);
  const inner = parts.length === 2 ? parts.flatMap(keysOfOne) : [];
  // 'Ros Hallam Q7' and 'Q7 Ros Hallam'
  const numbered =
    /^(?<name>\D+?)\s+(?<id>\S*\d\S*)$/.exec(bare)?.groups ?? /^(?<id>\S*\d\S*)\s+(?<name>\D+)$/.exec(bare)?.groups;
  const apart = numbered ? [idKey(numbered.id ?? ''), ...nameKeys(numbered.name ?? '')] : [];
  const ids = [whole, angled, bracketed]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/^(?:mailto|smtp):/i, ''));
  return [
    ...ids.map(idKey),
    ...ids.map(addressKey),
    ...nameKeys(whole),
    ...nameKeys(bare),
    ...inner,
    ...apart,
    ...ids.flatMap(numberKeys),
  ];
}

/** A line with what managers' cells may mean by it, beside its number, address and name. */
export interface Named {
  person: { externalId?: string | undefined; email: string; name: string };
  /** What the cells of its line say, by column; of columns that may name people. */
  cells: readonly string[];
  /** Other names that its line bears. */
  names: readonly string[];
}

type Found = Map<string, string | null>;

/** Null where two are meant. */
const put = (found: Found, key: string, email: string) =>
  found.set(key, found.has(key) && found.get(key) !== email ? null : email);

/** What else a line bears by which it may be meant: other names, and cells with their column. */
function othersOf(lines: readonly Named[]): Found {
  const found: Found = new Map();
  for (const { person, cells, names } of lines) {
    for (const name of names) for (const key of nameKeys(name)) put(found, key, person.email);
    for (const [column, cell] of cells.entries())
      if (cell !== '') put(found, `${column} ${cell.toLowerCase()}`, person.email);
  }
  return found;
}

/** Finds the address that a manager's cell means where number, address and name do not tell: by any column that names each line alone. */
export function createManagers(lines: readonly Named[]) {
  const plain: Found = new Map();
  for (const { person } of lines) for (const key of keysOf(person)) put(plain, key, person.email);
  const columns = lines[0]?.cells.length ?? 0;
  let others: Found | undefined;
  const byCell = (text: string) => {
    const key = text.trim().toLowerCase();
    // Numbers and letters may mean anything.
    if (key.length < 3 || !/\p{L}/u.test(key)) return undefined;
    return Array.from({ length: columns }, (_, column) => others?.get(`${column} ${key}`)).find((email) => email);
  };
  const known = new Map<string, boolean>();
  const isSure = (text: string): boolean => {
    const is = known.get(text) ?? keysNamed(text).some((key) => plain.get(key));
    known.set(text, is);
    return is;
  };
  /** The first of the cells that means somebody, as something that is found; else the first as it stands. */
  return (texts: readonly string[]): string | undefined => {
    const sure = texts.find(isSure);
    if (sure !== undefined) return sure;
    others ??= othersOf(lines);
    const emails = texts.flatMap((text) => [
      ...[...managersIn(text), text].map(byCell),
      ...keysNamed(text).map((key) => others?.get(key)),
    ]);
    return emails.find((email) => email) ?? texts[0];
  };
}
