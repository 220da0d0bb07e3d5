import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Step, Why } from '#contract/week.ts';

/** How many of each kind are given, so that "someone else" needs no new request. */
export const GIVEN = 5;
// Right after a talk there is nothing to ask yet.
const REST_DAYS = 5;
const NEW_FOR_DAYS = 90;
// Of how many of my ties pairs are made: enough for a week, and never thousands of pairs.
const PAIRED = 60;

export interface Facts {
  personId: string;
  isActive: boolean;
  unitId: string | null;
  unit: string | null;
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

export interface World {
  /** Person and week, so that a week stays the same until it ends. */
  seed: string;
  /** 'YYYY-MM-DD' */
  today: string;
  me: Facts;
  /** Latest first. */
  met: readonly { personId: string; day: string }[];
  ties: readonly Tie[];
  /** People elsewhere, open to hellos. */
  elsewhere: readonly string[];
  /** Facts of everybody named above; somebody absent is never suggested. */
  facts: ReadonlyMap<string, Facts>;
  /** Not here for me (blocked either way, paused, away, gone), or approached not long ago. */
  notNow: ReadonlySet<string>;
}

export interface Chosen {
  personId: string;
  why: Why;
  step: Step;
}

export interface ChosenPair {
  personIds: [string, string];
  why: Why;
  step: Step;
}

/** The ISO week of a day: '2026-W48'. */
export function isoWeek(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** An id-shaped place in the order of ids, from a seed. */
export function placeFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

const draw = (seed: string, text: string): string => createHash('sha256').update(`${seed} ${text}`).digest('hex');
const shuffled = <T>(seed: string, list: readonly T[], nameOf: (each: T) => string): T[] =>
  list
    .map((each) => ({ each, drawn: draw(seed, nameOf(each)) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .map(({ each }) => each);

const isSuggestable = (world: World, personId: string): boolean =>
  personId !== world.me.personId && !world.notNow.has(personId) && world.facts.get(personId)?.isActive === true;

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** What both show, things they care about first. */
function sharedTopic(a: Facts | undefined, b: Facts | undefined): Topic | undefined {
  const shared = (b?.topics ?? []).filter(({ kind, folded }) =>
    a?.topics.some((each) => each.kind === kind && each.folded === folded),
  );
  return shared.find(({ kind }) => kind === 'care') ?? shared[0];
}

/** People I met, the longest ago first: depth before breadth. */
export function nurture(world: World): Chosen[] {
  const latest = new Map<string, string>();
  for (const { personId, day } of world.met) if (!latest.has(personId)) latest.set(personId, day);
  return [...latest]
    .filter(([personId, day]) => isSuggestable(world, personId) && daysBetween(day, world.today) >= REST_DAYS)
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .slice(0, GIVEN)
    .map(([personId, day]) => ({ personId, why: { code: 'met-on', text: day }, step: 'ask-how-it-went' }));
}

/** People I work with and never met through Loam. */
export function hardlyKnow(world: World): Chosen[] {
  const met = new Set(world.met.map(({ personId }) => personId));
  const known = world.ties.filter(({ personId }) => isSuggestable(world, personId) && !met.has(personId));
  return shuffled(world.seed, known, ({ personId }) => personId)
    .slice(0, GIVEN)
    .map(({ personId, tie, group }, index) => ({
      personId,
      why: {
        code: tie,
        text: tie === 'group' ? group : tie === 'unit' ? (world.facts.get(personId)?.unit ?? null) : null,
      },
      step: index % 2 === 0 ? 'ask-about-weekend' : 'ask-what-they-work-on',
    }));
}

/** People elsewhere whom I need not know but should: shared topics first, then newcomers, then other units. */
export function shouldKnow(world: World): Chosen[] {
  const met = new Set(world.met.map(({ personId }) => personId));
  const near = new Set(world.ties.map(({ personId }) => personId));
  const open = world.elsewhere.filter(
    (personId) => isSuggestable(world, personId) && !met.has(personId) && !near.has(personId),
  );
  const reasons = shuffled(world.seed, open, (personId) => personId).map((personId) =>
    elsewhereReason(world, personId),
  );
  const rank = { 'shared-interest': 0, 'shared-talent': 1, newcomer: 2, 'other-unit': 3 } as const;
  return reasons
    .map((each, index) => ({ each, order: rank[each.why.code] * open.length + index }))
    .sort((a, b) => a.order - b.order)
    .slice(0, GIVEN)
    .map(({ each }) => each);
}

function elsewhereReason(
  world: World,
  personId: string,
): Chosen & { why: { code: 'shared-interest' | 'shared-talent' | 'newcomer' | 'other-unit' } } {
  const facts = world.facts.get(personId);
  const topic = sharedTopic(world.me, facts);
  if (topic) {
    const code = topic.kind === 'care' ? 'shared-interest' : 'shared-talent';
    return { personId, why: { code, text: topic.text }, step: 'say-hello' };
  }
  const days = facts?.joinedOn ? daysBetween(facts.joinedOn, world.today) : NEW_FOR_DAYS;
  if (days >= 0 && days < NEW_FOR_DAYS)
    return { personId, why: { code: 'newcomer', text: facts?.unit ?? null }, step: 'welcome' };
  return { personId, why: { code: 'other-unit', text: facts?.unit ?? null }, step: 'say-hello' };
}

/** Two of my own ties of different units who show something in common; whether they know each other is not asked. */
export function connect(world: World): ChosenPair[] {
  const known = [...new Set([...world.met, ...world.ties].map(({ personId }) => personId))];
  const own = shuffled(
    world.seed,
    known.filter((personId) => isSuggestable(world, personId)),
    (personId) => personId,
  ).slice(0, PAIRED);
  const pairs: ChosenPair[] = [];
  own.forEach((first, index) => {
    for (const second of own.slice(index + 1)) {
      const [a, b] = [world.facts.get(first), world.facts.get(second)];
      const topic = a?.unitId === b?.unitId ? undefined : sharedTopic(a, b);
      if (!topic) continue;
      const code = topic.kind === 'care' ? 'both-care' : 'both-bring';
      pairs.push({ personIds: [first, second], why: { code, text: topic.text }, step: 'introduce' });
    }
  });
  return shuffled(world.seed, pairs, ({ personIds }) => personIds.join()).slice(0, GIVEN);
}
