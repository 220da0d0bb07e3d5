import { createRandom } from '../../random.ts';
import { TIER, TIERS, tabulate } from '../aims/tiers.ts';
import { leastRepeats, leastSameUnit } from '../bounds/pigeonhole.ts';
import { buildWorld, type World } from '../input/roster.ts';
import type { Solved } from '../pairs/pairs.ts';
import { certify } from './certificate.ts';
import { describe } from './describe.ts';
import { displace, type Seats, settle, unseat } from './reseat.ts';
import type { RoundInput, RoundPlan } from './round.ts';

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
  const world = buildWorld({ ...input, people });
  const seats = unseat(readGroups(world, groups, away));
  while (settle(world, seats)) input.signal?.throwIfAborted();
  while (displace(world, seats)) input.signal?.throwIfAborted();
  return { ...tell(world, input, seats), moved: seats.moved.map((person) => world.people[person]?.id ?? '').sort() };
}

/** Groups by index without those gone; whoever stands in none waits alone. */
function readGroups(world: World, groups: readonly (readonly string[])[], away: ReadonlySet<string>): number[][] {
  const index = new Map(world.people.map((person, place) => [person.id, place]));
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
  for (const person of world.people.keys()) if (!seen.has(person)) read.push([person]);
  return read.filter((group) => group.length > 0);
}

/** The repaired round with a certificate whose bounds speak of all rounds with these group sizes. */
function tell(world: World, input: RoundInput, seats: Seats): RoundPlan {
  const shape = { groups: seats.groups, left: seats.loose };
  const sizes = seats.groups.map((group) => group.length).sort((a, b) => b - a);
  const seed = input.seed ?? 1;
  const placed = seats.loose.length === 0;
  const table = placed && world.people.length > 1 && world.people.length <= ALL_PAIRS ? tabulate(world) : undefined;
  const least = new Float64Array(TIERS);
  if (table !== undefined) least[TIER.repeat] = leastRepeats(table, sizes, createRandom(seed));
  if (placed && world.prefer === 'across') least[TIER.sameUnit] = leastSameUnit(world.unit, sizes.length);
  const solved: Solved = { groups: seats.groups, least, proved: false };
  const method = world.people.length === 0 ? 'empty' : world.people.length === 1 ? 'alone' : 'repaired';
  const certificate = certify(world, shape, { table, solved, method, sizes });
  return { ...describe(world, shape), certificate: { ...certificate, seed } };
}
