import { searchTextOf } from '#server/features/people/people.ts';
import { CAST_IN_GERMAN } from './cast.words.de.ts';
import { CAST } from './cast.words.ts';
import { CRAFTS_IN_GERMAN } from './crafts.words.de.ts';
import { CRAFTS } from './crafts.words.ts';
import type { Organisation } from './organisation.ts';
import { INTERESTS_IN_GERMAN, PASSIONS_IN_GERMAN, PERSONAL_IN_GERMAN } from './persons.words.de.ts';
import { INTERESTS, PASSIONS, PERSONAL } from './persons.words.ts';
import { PLACES_IN_GERMAN } from './places.words.de.ts';
import type { Craft } from './teams.ts';

type Row = Record<string, unknown>;

const crafts = Object.keys(CRAFTS) as Craft[];

/** Lists in both languages, place by place. */
export const SIDE_BY_SIDE: readonly (readonly [readonly string[], readonly string[]])[] = [
  [PERSONAL, PERSONAL_IN_GERMAN],
  [INTERESTS, INTERESTS_IN_GERMAN],
  [PASSIONS, PASSIONS_IN_GERMAN],
  ...crafts.flatMap((craft) =>
    (['about', 'talents', 'askMeAbout'] as const).map(
      (what) => [CRAFTS[craft][what], CRAFTS_IN_GERMAN[craft][what]] as const,
    ),
  ),
  ...CAST.flatMap((member) => {
    const german = CAST_IN_GERMAN[member.part];
    const lists = (['talents', 'passions', 'askMeAbout', 'interests'] as const).map(
      (what) => [member[what], german[what]] as const,
    );
    return [[[member.about], [german.about]] as const, ...lists];
  }),
];

const said = new Map(
  SIDE_BY_SIDE.flatMap(([english, german]) => english.map((text, place) => [text, german[place] ?? text] as const)),
);

const place = (text: unknown): unknown => (typeof text === 'string' ? (PLACES_IN_GERMAN[text] ?? text) : text);
const places = (list: unknown): unknown => (Array.isArray(list) ? list.map(place) : list);
const saying = (list: unknown): unknown =>
  Array.isArray(list) ? list.map((text: string) => said.get(text) ?? text) : list;

/** One sentence about work, and often one about the person behind it. */
function about(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  const personal = PERSONAL.find((each) => text.endsWith(` ${each}`));
  if (!personal) return said.get(text) ?? text;
  const work = text.slice(0, -personal.length - 1);
  return `${said.get(work) ?? work} ${said.get(personal) ?? personal}`;
}

const ROWS: Readonly<Record<string, (row: Row) => Row>> = {
  workspace: ({ purpose }) => ({ purpose: place(purpose), language: 'de' }),
  unit: ({ name }) => ({ name: place(name) }),
  site: ({ name }) => ({ name: place(name) }),
  programme: ({ name }) => ({ name: place(name) }),
  person: ({ name, title, level, groups }) => ({
    title: place(title),
    level: place(level),
    groups: places(groups),
    search_text: searchTextOf(String(name), String(place(title))),
  }),
  profile: (row) => ({
    about: about(row.about),
    talents: saying(row.talents),
    passions: saying(row.passions),
    ask_me_about: saying(row.ask_me_about),
    interests: saying(row.interests),
  }),
};

/** The same organisation, whose people say the same in German. */
export const inGerman = (made: Organisation): Organisation => ({
  ...made,
  tables: made.tables.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => ({ ...row, ...ROWS[name]?.(row) })),
  })),
});

const KEYS: Readonly<Record<string, string>> = {
  workspace: 'workspace_id',
  unit: 'unit_id',
  site: 'site_id',
  programme: 'programme_id',
  person: 'person_id',
  profile: 'person_id',
};

/** One column of one table in two languages, row by row. */
interface Wording {
  table: string;
  key: string;
  column: string;
  before: Row[];
  after: Row[];
}

/** What differs between the same organisation in two languages. */
export function wordings(before: Organisation, after: Organisation): Wording[] {
  return before.tables.flatMap(({ name, rows }, index) => {
    const key = KEYS[name];
    const [first] = rows;
    const others = after.tables[index]?.rows ?? [];
    if (!key || !first) return [];
    return Object.keys(ROWS[name]?.(first) ?? {}).map((column) => {
      const only = (row: Row): Row => ({ [key]: row[key], [column]: row[column] });
      return { table: name, key, column, before: rows.map(only), after: others.map(only) };
    });
  });
}

/** Each text with its other side: what was drawn earlier repeats these. */
export function textsOf(list: readonly Wording[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { column, before, after } of list) {
    for (const [index, row] of before.entries()) {
      const [one, other] = [row[column], after[index]?.[column]].map((each) => (Array.isArray(each) ? each : [each]));
      for (const [at, text] of (one ?? []).entries()) {
        const now: unknown = other?.[at];
        if (typeof text === 'string' && typeof now === 'string' && column !== 'search_text') texts.set(text, now);
      }
    }
  }
  return texts;
}

/** A stored value with every text that has another side replaced by it. */
export function reworded(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => reworded(each, texts));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, reworded(each, texts)]));
}
