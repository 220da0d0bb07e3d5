import type { Step, Why } from '#contract/week.ts';
import { daysBetween, drawn, halfOf, shuffled, type Tie, type WeekInput, weekNumber } from './input.rules.ts';
import { pairReason, reasonFor } from './reasons.rules.ts';
import { drawnByTurns } from './turns.rules.ts';

/** How many are given, so that "someone else" needs no new request. */
export const GIVEN = 5;
// Right after a talk there is nothing to ask yet.
const REST_DAYS = 5;
// In one week of so many somebody rests from keeping in touch.
const RESTS_EVERY = 4;
const RESTS_FROM = 3;
// Who agreed to meet again does not rest, up to so many.
const NEVER_REST = 2;
// Of how many of my ties pairs are made: enough for a week, and never thousands of pairs.
const PAIRED = 24;
// With fewer others than these there is no third kind: two of them hardly need an introduction.
const PAIRED_FROM = 3;

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

const seedOf = (input: WeekInput): string => `${input.me.personId} ${weekNumber(input.today)}`;
const turnOf = ({ me, today }: WeekInput, shift: number): number =>
  weekNumber(today) + Math.floor(drawn(me.personId) * 1000) + shift;

const isSuggestable = (input: WeekInput, personId: string): boolean =>
  personId !== input.me.personId && !input.notNow.has(personId) && input.facts.get(personId)?.isActive === true;
const isMet = (input: WeekInput, personId: string): boolean => input.met.some((each) => each.personId === personId);

/** People I met: who would gladly meet again first, then those alive for me; each rests now and then. */
export function nurture(input: WeekInput): Chosen[] {
  const latest = new Map<string, string>();
  const times = new Map<string, number>();
  for (const { personId, day } of input.met) {
    if (!latest.has(personId)) latest.set(personId, day);
    times.set(personId, (times.get(personId) ?? 0) + 1);
  }
  const known = [...latest.keys()].filter((id) => isSuggestable(input, id) && !input.declined.has(id));
  const resting = restingOf(input, known);
  const due = shuffled(
    seedOf(input),
    known.filter((id) => daysBetween(latest.get(id) ?? '', input.today) >= REST_DAYS),
    { name: (id) => id, weight: (id) => (input.hoped.has(id) ? 3 : (times.get(id) ?? 1) > 1 ? 2 : 1) },
  );
  const agreed = due.filter((id) => input.mutual.has(id)).slice(0, NEVER_REST);
  const others = due.filter((id) => !agreed.includes(id) && !resting.has(id));
  return [...agreed, ...others].slice(0, GIVEN).map((personId) => ({
    personId,
    why: { code: agreed.includes(personId) ? 'again' : 'met-on', text: latest.get(personId) ?? null, other: null },
    step: 'ask-how-it-went',
  }));
}

/** Who rests this week: one in four, each in their turn; nobody where there are one or two. */
function restingOf({ me, today }: WeekInput, known: readonly string[]): Set<string> {
  if (known.length < RESTS_FROM) return new Set();
  const order = shuffled(me.personId, known, { name: (id) => id });
  return new Set(order.filter((_, place) => (place + weekNumber(today)) % RESTS_EVERY === 0));
}

/** People I work with and never met here; the order stays, so that one person stays. */
export function hardlyKnow(input: WeekInput): Chosen[] {
  const closest = closestTies(input);
  return rowsOf(input).work.map((personId) => ({
    personId,
    why: tieReason(input, personId, closest.get(personId)),
    step: drawn(`${personId} ${input.me.personId} step`) < 0.5 ? 'ask-about-weekend' : 'ask-what-they-work-on',
  }));
}

function closestTies({ ties }: WeekInput): Map<string, Tie> {
  const closest = new Map<string, Tie>();
  for (const tie of ties) if (!closest.has(tie.personId)) closest.set(tie.personId, tie);
  return closest;
}

function tieReason(input: WeekInput, personId: string, tie: Tie | undefined): Why {
  const code = tie?.tie ?? 'workspace';
  const unit = input.facts.get(personId)?.unit ?? null;
  const texts = { manager: null, report: null, group: tie?.group ?? null, unit, workspace: input.workspace };
  return { code, text: texts[code], other: null };
}

interface Rows {
  /** "You work together", in an order that stays. */
  work: string[];
  /** "Worth knowing": only who is open to a hello. */
  worth: string[];
}

/**
 * Whom I never met, by row. Those with ties to me work with me; in a small organisation where everybody or nobody
 * has one, a half drawn secretly. Whether somebody takes hellos plays no part in that half, so that the row tells
 * nothing of it; whoever takes none and is of the other half is missing, as whoever pauses is.
 */
function rowsOf(input: WeekInput): Rows {
  const tied = new Set(input.ties.map(({ personId }) => personId));
  const areTiesAllOrNone = tied.size === 0 || input.small.every((id) => tied.has(id));
  const near = input.small.length > 0 && areTiesAllOrNone ? nearOf(input) : tied;
  const unmet = (ids: Iterable<string>) => [...ids].filter((id) => isSuggestable(input, id) && !isMet(input, id));
  const worth = unmet(new Set(input.open)).filter((id) => !near.has(id));
  return { work: shuffled(input.me.personId, unmet(near), { name: (id) => id }), worth };
}

/** Half of a small organisation. */
function nearOf(input: WeekInput): Set<string> {
  const isEnough = input.small.length >= PAIRED_FROM;
  const mayWork = input.small.filter((id) => isEnough || !isOfAnotherUnit(input, id));
  return new Set(halfOf(input.secret, mayWork));
}

function isOfAnotherUnit({ me, facts }: WeekInput, id: string): boolean {
  const unitId = facts.get(id)?.unitId ?? null;
  return unitId !== null && me.unitId !== null && unitId !== me.unitId;
}

/** People whom I need not know but should, for reasons that take turns. */
export function shouldKnow(input: WeekInput): Chosen[] {
  return drawnByTurns(shuffled(seedOf(input), rowsOf(input).worth, { name: (id) => id }), {
    from: turnOf(input, 0),
    most: GIVEN,
    because: (id, reason) => reasonFor(input, id, reason),
  }).map(({ candidate, because }) => ({
    personId: candidate,
    why: because,
    step: because.code === 'newcomer' ? 'welcome' : 'say-hello',
  }));
}

/** Two of my own ties, of different units first; whether they know each other is not asked. */
export function pairsToIntroduce(input: WeekInput): ChosenPair[] {
  const { work, worth } = rowsOf(input);
  // Nobody who is in neither row: that would tell why.
  const everybody = input.small.length >= PAIRED_FROM ? worth : [];
  const known = [...new Set([...input.met.map(({ personId }) => personId), ...work, ...everybody])];
  const own = shuffled(
    seedOf(input),
    known.filter((id) => isSuggestable(input, id)),
    { name: (id) => id },
  ).slice(0, PAIRED);
  const pairs = own.flatMap((first, index) => own.slice(index + 1).map((second): [string, string] => [first, second]));
  const order = shuffled(seedOf(input), pairs, { name: (pair) => pair.join() });
  const apart = order.filter(([a, b]) => !isOneUnit(input, a, b));
  return drawnByTurns(apart.length > 0 || input.small.length === 0 ? apart : order, {
    // Not the same reason as in the row above.
    from: turnOf(input, 1),
    most: GIVEN,
    because: (pair, reason) => pairReason(input, pair, reason),
  }).map(({ because }) => ({ ...because, step: 'introduce' }));
}

function isOneUnit({ facts }: WeekInput, a: string, b: string): boolean {
  const unitId = facts.get(a)?.unitId ?? null;
  return unitId !== null && unitId === facts.get(b)?.unitId;
}
