import type { Random } from '../random.ts';
import { shuffledRange } from '../random.ts';
import { type PairTable, TIER } from './tiers.ts';

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
    for (let other = 0; other < people; other++) fresh -= met[one * people + other] ?? 0;
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

const PRICE_ROUNDS = 6;
const PRICE_STEP = 4;

/**
 * Most points any grouping can reach: each person with the best companions allowed, halved.
 * A pair's points may be split unevenly between the two; raising the share of those whom many want lowers the sum.
 */
export function mostWorth(table: PairTable, sizes: readonly number[], allowed: (cell: number) => boolean): number {
  const { people } = table;
  const cost = table.tiers[TIER.worth];
  if (cost === undefined) return 0;
  const points = new Int16Array(people * people).fill(-1);
  for (let cell = 0; cell < points.length; cell++) {
    if (cell % (people + 1) !== 0 && allowed(cell)) points[cell] = table.mostWorth - (cost[cell] ?? 0);
  }
  const needed = (sizes.at(-1) ?? 1) - 1;
  const largerSeats = sizes.reduce((seats, size) => seats + (size - 1 > needed ? size : 0), 0);
  const price = new Int32Array(people);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < PRICE_ROUNDS; round++) {
    const { sum, wanted } = bestCompanions(points, price, { needed, largerSeats });
    least = Math.min(least, sum);
    const step = Math.ceil(PRICE_STEP / (1 + round / 4));
    wanted.forEach((count, person) => {
      price[person] = (price[person] ?? 0) + Math.sign(count - needed) * step * Math.min(3, Math.abs(count - needed));
    });
  }
  return Math.floor(least / 2);
}

/** Sum of everybody's best companions at these prices, and how often each person is one of them. */
function bestCompanions(
  points: Int16Array,
  price: Int32Array,
  seats: { needed: number; largerSeats: number },
): { sum: number; wanted: Int32Array } {
  const people = price.length;
  const wanted = new Int32Array(people);
  const further: number[] = [];
  const best = new Int32Array(seats.needed + 1);
  let sum = 0;
  for (let one = 0; one < people; one++) {
    const worthOf = (other: number): number => (points[one * people + other] ?? 0) - (price[other] ?? 0);
    let kept = 0;
    for (let step = 1; step < people; step++) {
      const other = (one + step) % people;
      if ((points[one * people + other] ?? -1) < 0) continue;
      if (kept === best.length && worthOf(best[kept - 1] ?? 0) >= worthOf(other)) continue;
      let place = kept < best.length ? kept++ : kept - 1;
      for (; place > 0 && worthOf(best[place - 1] ?? 0) < worthOf(other); place--) best[place] = best[place - 1] ?? 0;
      best[place] = other;
    }
    for (let place = 0; place < Math.min(kept, seats.needed); place++) {
      const other = best[place] ?? 0;
      sum += worthOf(other) + (price[one] ?? 0);
      wanted[other] = (wanted[other] ?? 0) + 1;
    }
    further.push(kept > seats.needed ? worthOf(best[seats.needed] ?? 0) + (price[one] ?? 0) : 0);
  }
  further.sort((a, b) => b - a);
  for (const point of further.slice(0, seats.largerSeats)) sum += point;
  return { sum, wanted };
}
