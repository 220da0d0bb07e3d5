import { type Profile, type ProfileField, profileField } from '#contract/people.ts';
import { plainName } from '#engine/names/called-name.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';

// Letters that carry no separable accent, spelt as people type them.
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/** Text without case, accents and punctuation, words parted by one space: what search compares. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/\p{M}+/gu, '')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The one rule for `person.search_text`: the name first, so that it also sorts the directory. */
export function searchTextOf(name: string, title: string): string {
  return foldedText(`${name} ${title}`);
}

/** A name as sentences of a message take it: 'Kock, Arne (Foundry)' is 'Arne Kock', and one written from right to left keeps to itself. */
export const spokenName = (name: string): string => isolated(plainName(onOneLine(name)) || onOneLine(name));

/** A person's time zone: their own, else their site's, else the organisation's. */
export function timezoneOf(zones: { own: string | null; site: string | null; workspace: string }): string {
  return zones.own || zones.site || zones.workspace;
}

const LANGUAGE_CODES =
  'ar bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kn ko lb lt lv mk ml mr ms mt nb nl nn no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th tr uk ur vi yo zh zu'.split(
    ' ',
  );

function languageNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const code of LANGUAGE_CODES) {
    for (const locale of ['en', 'de', code]) {
      const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code);
      if (name) names.set(foldedText(name), code);
    }
  }
  return names;
}

let known: Map<string, string> | undefined;

/** 'German', 'Deutsch', 'de' and 'de-AT' all become 'de'; what is no known language stays as typed. */
export function languageCodeOf(text: string): string {
  known ??= languageNames();
  const typed = text.trim();
  const primary = typed.toLowerCase().split(/[-_]/)[0] ?? '';
  if (LANGUAGE_CODES.includes(primary)) return primary;
  return known.get(foldedText(typed)) ?? typed;
}

/** Trimmed words without repeats, the first spelling kept. */
export function distinctWords(words: readonly string[]): string[] {
  const byFold = new Map<string, string>();
  for (const word of words) {
    const key = foldedText(word) || word.trim();
    if (key && !byFold.has(key)) byFold.set(key, word.trim());
  }
  return [...byFold.values()];
}

export const isProfileField = (text: string): text is ProfileField => profileField.safeParse(text).success;

const saysNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What others may read of a profile: the fields that are shown and say something. */
export function shownOf(profile: Profile, shows: readonly string[]): Partial<Profile> {
  const shown = Object.entries(profile).filter(([field, value]) => shows.includes(field) && !saysNothing(value));
  return Object.fromEntries(shown);
}

/** The first sentence or so of a text, at most `most` characters, cut between words. */
export function firstLine(text: string, most = 120): string {
  const line = text.split('\n').find((each) => each.trim()) ?? '';
  const trimmed = line.trim();
  if (trimmed.length <= most) return trimmed;
  const cut = trimmed.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

/** So many people directly in a unit, at one site or at none. */
export interface PeopleAtSite {
  site: string | null;
  people: number;
}

/** Units with the people of their whole subtree and the sites they work at, from each unit's own. A circle ends where it began. */
export function withTotals<U extends { id: string; parentId: string | null }>(
  units: readonly U[],
  countsOf: ReadonlyMap<string, readonly PeopleAtSite[]>,
): (U & { people: number; sites: string[] })[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const totals = new Map(units.map(({ id }) => [id, { people: 0, sites: new Map<string, number>() }]));
  for (const unit of units) {
    const seen = new Set<string>();
    for (let at: U | undefined = unit; at && !seen.has(at.id); at = at.parentId ? byId.get(at.parentId) : undefined) {
      seen.add(at.id);
      const total = totals.get(at.id);
      if (!total) continue;
      for (const { site, people } of countsOf.get(unit.id) ?? []) {
        total.people += people;
        if (site !== null) total.sites.set(site, (total.sites.get(site) ?? 0) + people);
      }
    }
  }
  return units.map((unit) => {
    const { people = 0, sites = new Map<string, number>() } = totals.get(unit.id) ?? {};
    const ranked = [...sites].sort(([one, many], [other, more]) => more - many || one.localeCompare(other));
    return { ...unit, people, sites: ranked.map(([site]) => site) };
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a page of the directory goes on: after a name, or after so many ranked hits. */
export type Cursor = { after: string; id: string } | { skip: number };

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Reads a cursor back; null for anything that is none. */
export function readCursor(text: string): Cursor | null {
  try {
    const { after, id, skip }: Record<string, unknown> = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof skip === 'number' && Number.isInteger(skip) && skip > 0 && skip <= 1000) return { skip };
    const isKey = typeof after === 'string' && typeof id === 'string' && /^\P{Cc}*$/u.test(after) && UUID.test(id);
    return isKey ? { after, id } : null;
  } catch {
    return null;
  }
}
