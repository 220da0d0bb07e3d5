import type { Random } from '../../random.ts';
import { shuffledRange } from '../../random.ts';
import { type PairTable, TIER } from '../aims/tiers.ts';

/** Pairs forced together when m people of one kind are spread over g groups as evenly as can be. */
function forcedPairs(members: number, groups: number): number {
  const each = Math.floor(members / groups);
  const larger = members % groups;
  return (larger * (each + 1) * each + (groups - larger) * each * (each - 1)) / 2;
}

/** Least same-unit pairs: each unit spread over all groups (pigeonhole). */
export function leastSameUnit(unit: Int32Array, groups: number): number {
  const sizes = new Map<number, number>();
  for (const own of unit) if (own >= 0) sizes.set(own, (sizes.get(own) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, members) => sum + forcedPairs(members, groups), 0);
}

const CLIQUE_TRIES = 12;

/** Least repeats: by people with too few new faces left, or by circles in which everybody has met everybody. */
export function leastRepeats(table: PairTable, sizes: readonly number[], random: Random): number {
  const met = table.tiers[TIER.repeat];
  if (met === undefined) return 0;
  let least = byFreshFaces(met, table.people, sizes);
  for (let attempt = 0; attempt < CLIQUE_TRIES; attempt++) {
    least = Math.max(least, byCircles(met, shuffledRange(table.people, random), sizes.length));
  }
  return least;
}

function byFreshFaces(met: ArrayLike<number>, people: number, sizes: readonly number[]): number {
  const needed = (sizes.at(-1) ?? 1) - 1;
  let missing = 0;
  for (let one = 0; one < people; one++) {
    let fresh = people - 1;
    for (let other = 0; other < people; other++) fresh -= met[one * people + other];
    missing += Math.max(0, needed - fresh);
  }
  return Math.ceil(missing / 2);
}

/** Cuts people greedily into circles of mutual acquaintance and spreads each over all groups. */
function byCircles(met: ArrayLike<number>, order: Int32Array, groups: number): number {
  const people = order.length;
  const taken = new Uint8Array(people);
  let least = 0;
  for (const first of order) {
    if (taken[first] === 1) continue;
    const circle = [first];
    for (const next of order) {
      if (taken[next] === 1 || next === first || met[first * people + next] !== 1) continue;
      if (circle.every((member) => met[member * people + next] === 1)) circle.push(next);
    }
    for (const member of circle) taken[member] = 1;
    least += forcedPairs(circle.length, groups);
  }
  return least;
}
