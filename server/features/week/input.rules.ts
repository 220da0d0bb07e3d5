import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

export interface PersonFacts {
  personId: string;
  isActive: boolean;
  unitId: string | null;
  unit: string | null;
  site: string | null;
  level: string | null;
  joinedOn: string | null;
  /** What the person shows of interests, passions and talents. */
  topics: readonly Topic[];
}

export interface Topic {
  kind: 'care' | 'talent';
  /** As the person wrote it. */
  text: string;
  /** Without case and accents, to compare. */
  folded: string;
}

export interface Tie {
  personId: string;
  tie: 'manager' | 'report' | 'group' | 'unit';
  group: string | null;
}

/** What a week is made of, as the caller may know it. */
export interface WeekInput {
  /** 'YYYY-MM-DD' */
  today: string;
  workspace: string;
  me: PersonFacts;
  /** Latest first. */
  met: readonly { personId: string; day: string }[];
  ties: readonly Tie[];
  /** Some who are open to hellos: of other units in a large organisation, anybody in a small one. */
  open: readonly string[];
  /** Everybody else of a small organisation, the longest here first; empty in a larger one. */
  small: readonly string[];
  /** Of this instance: nobody can reckon what is drawn with it. */
  secret: string;
  /** PersonFacts of everybody named above; somebody absent is never suggested. */
  facts: ReadonlyMap<string, PersonFacts>;
  /** Not here for me (blocked either way, paused, away, gone), or approached not long ago. */
  notNow: ReadonlySet<string>;
  /** To whom I said "not now". */
  declined: ReadonlySet<string>;
  /** With whom I would gladly meet again. */
  hoped: ReadonlySet<string>;
  /** With whom "again" is mutual, and did not happen yet. */
  mutual: ReadonlySet<string>;
}

// Asked for thousands of times a page; both days begin at midnight UTC, which never skips an hour.
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The ISO week of a day: '2026-W48'. */
export function isoWeek(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** Weeks since a Monday long ago, over the turn of years. */
export const weekNumber = (day: string): number => Math.floor(daysBetween('2001-01-01', day) / 7);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A number from 0 up to 1, the same for the same text. */
export const drawn = (text: string): number => Number.parseInt(hash(text).slice(0, 12), 16) / 2 ** 48;

/** The larger half of a list, drawn from a seed; one more in the list moves one at most. */
export const halfOf = (seed: string, ids: readonly string[]): string[] =>
  shuffled(seed, ids, { name: (id) => id }).slice(0, Math.ceil(ids.length / 2));

/** An id-shaped place in the order of ids, from a seed. */
export function placeFrom(seed: string): string {
  const hex = hash(seed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** A list in an order drawn from a seed; whoever weighs more tends to stand further in front. */
export function shuffled<T>(
  seed: string,
  list: readonly T[],
  by: { name(each: T): string; weight?(each: T): number },
): T[] {
  return list
    .map((each) => ({ each, key: drawn(`${seed} ${by.name(each)}`) ** (1 / (by.weight?.(each) ?? 1)) }))
    .sort((a, b) => b.key - a.key)
    .map(({ each }) => each);
}
