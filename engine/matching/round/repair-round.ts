import { createRandom } from '../../random.ts';
import { TIER, TIERS, tabulate } from '../aims/tiers.ts';
import { leastRepeats, leastSameUnit } from '../bounds/pigeonhole.ts';
import type { SolvedRound } from '../bounds/solved-round.ts';
import { type Roster, readRoster } from '../input/roster.ts';
import type { RoundInput } from '../input/round-input.ts';
import { certify } from './certificate.ts';
import { describeRound } from './describe.ts';
import { displace, type Seats, seatLoose, unseat } from './reseat.ts';
import type { RoundPlan } from './round-plan.ts';

/** A round after somebody dropped out. */
export interface RepairedRound extends RoundPlan {
  /** Ids of those who now sit in another group; all others stay where they are. */
  moved: string[];
}

/** Above this number of people bounds do not look at all pairs. */
const ALL_PAIRS = 3200;

/**
 * Repairs a solved round: whoever lost everybody finds a new group, as few people as possible move, and among such
 * changes the order of aims decides. A group that still has two or more people stays as it is.
 */
export function repairRound(
  input: RoundInput,
  groups: readonly (readonly string[])[],
  gone: readonly string[],
): RepairedRound {
  const away = new Set(gone);
  const people = input.people.filter((person) => !away.has(person.id));
  const roster = readRoster({ ...input, people });
  const seats = unseat(readGroups(roster, groups, away));
  while (seatLoose(roster, seats)) input.signal?.throwIfAborted();
  while (displace(roster, seats)) input.signal?.throwIfAborted();
  return { ...tell(roster, input, seats), moved: seats.moved.map((person) => roster.people[person].id).sort() };
}

/** Groups by index without those gone; whoever stands in none waits alone. */
function readGroups(roster: Roster, groups: readonly (readonly string[])[], away: ReadonlySet<string>): number[][] {
  const index = new Map(roster.people.map((person, place) => [person.id, place]));
  const seen = new Set<number>();
  const read = groups.map((group) =>
    group.flatMap((id) => {
      if (away.has(id)) return [];
      const person = index.get(id);
      if (person === undefined) throw new Error(`"${id}" sits in a group but is not among the people.`);
      if (seen.has(person)) throw new Error(`"${id}" sits in two groups.`);
      seen.add(person);
      return [person];
    }),
  );
  for (const person of roster.people.keys()) if (!seen.has(person)) read.push([person]);
  return read.filter((group) => group.length > 0);
}

/** The repaired round with a certificate whose bounds speak of all rounds with these group sizes. */
function tell(roster: Roster, input: RoundInput, seats: Seats): RoundPlan {
  const placement = { groups: seats.groups, left: seats.loose };
  const sizes = seats.groups.map((group) => group.length).sort((a, b) => b - a);
  const seed = input.seed ?? 1;
  const placed = seats.loose.length === 0;
  const table = placed && roster.people.length > 1 && roster.people.length <= ALL_PAIRS ? tabulate(roster) : undefined;
  const least = new Float64Array(TIERS);
  if (table !== undefined) least[TIER.repeat] = leastRepeats(table, sizes, createRandom(seed));
  if (placed && roster.prefer === 'across') least[TIER.sameUnit] = leastSameUnit(roster.unit, sizes.length);
  const solved: SolvedRound = { groups: seats.groups, least, proved: false };
  const method = roster.people.length === 0 ? 'empty' : roster.people.length === 1 ? 'alone' : 'repaired';
  const certificate = certify(roster, placement, { table, solved, method, sizes });
  return { ...describeRound(roster, placement), certificate: { ...certificate, seed } };
}
