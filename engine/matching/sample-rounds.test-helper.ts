import { expect } from 'vitest';
import type { Random } from '../random.ts';
import { TIER, tabulate } from './aims/tiers.ts';
import { compareLists, eachPartition } from './brute-force.test-helper.ts';
import { readRoster } from './input/roster.ts';
import { groupSizes, type MatchPerson, type Meeting, type RoundInput, type RoundPlan } from './matching.ts';

/** A small organisation with a history, sometimes dense. Only for tests. */
export function randomRound(random: Random, count: number, size: number): RoundInput {
  const some = <T>(things: readonly T[]): T[] => things.filter(() => random.below(3) === 0);
  const units = 1 + random.below(4);
  const people = Array.from(
    { length: count },
    (_, place): MatchPerson => ({
      id: `p${place}`,
      unit: random.below(8) === 0 ? [] : [`R${random.below(2)}`, `U${random.below(units)}`],
      manager: `p${random.below(count * 2)}`,
      interests: some(['chess', 'rowing', 'bread', 'maps']),
      languages: some(['en', 'de']),
      site: `S${random.below(2)}`,
      level: `L${random.below(3)}`,
      ...(random.below(5) === 0 ? { wish: { levels: true } } : {}),
    }),
  );
  const history: Meeting[] = [];
  const rounds = random.below(7);
  for (let round = 0; round < rounds; round++) {
    const order = people.map((person) => ({ person, key: random.next() })).sort((a, b) => a.key - b.key);
    let from = 0;
    for (const own of groupSizes(count, size)) {
      const group = order.slice(from, from + own);
      from += own;
      for (const [place, one] of group.entries()) {
        for (const other of group.slice(place + 1)) {
          history.push({ a: one.person.id, b: other.person.id, date: `2026-03-${String(10 + round)}` });
        }
      }
    }
  }
  const prefer = (['across', 'across', 'within', 'levels'] as const)[random.below(4)];
  return { people, history, size, seed: random.below(1000), ...(prefer && { prefer }) };
}

/** Sums over the aims, highest first, of a grouping by index; written apart from the solver. */
export function aimsOf(input: RoundInput): {
  sums: (groups: readonly (readonly number[])[]) => number[];
  idOf: (place: number) => string;
} {
  const roster = readRoster(input);
  const table = tabulate(roster);
  const size = input.size ?? 2;
  const sums = (groups: readonly (readonly number[])[]): number[] => {
    const total = new Array<number>(table.tiers.length).fill(0);
    for (const group of groups) {
      for (const one of group) {
        for (const other of group) {
          if (one >= other) continue;
          for (const [tier, cells] of table.tiers.entries()) {
            total[tier] = (total[tier] ?? 0) + (cells?.[one * table.people + other] ?? 0);
          }
        }
      }
      if (group.length <= size) continue;
      const ranks = group.map((one) => roster.history.turnRank[one] ?? 0);
      total[TIER.turn] = (total[TIER.turn] ?? 0) + Math.min(...ranks);
      total[TIER.turnShared] = (total[TIER.turnShared] ?? 0) + ranks.reduce((sum, rank) => sum + rank, 0);
    }
    return total;
  };
  return { sums, idOf: (place) => roster.people[place]?.id ?? '' };
}

/** Checks a plan against all groupings: the order of aims, and every number of the certificate. */
export function checkPlan(input: RoundInput, plan: RoundPlan): void {
  const { sums, idOf } = aimsOf(input);
  const count = input.people.length;
  const places = new Map(Array.from({ length: count }, (_, place) => [idOf(place), place]));
  const achieved = sums(plan.groups.map((group) => group.members.map((id) => places.get(id) ?? -1)));
  let best: number[] | undefined;
  eachPartition(count, groupSizes(count, input.size ?? 2), (groups) => {
    const own = sums(groups);
    if (best === undefined || compareLists(own, best) < 0) best = own;
  });
  expect(achieved).toEqual(best);
  const met = new Set((input.history ?? []).flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const repeats = plan.groups.flatMap(({ members }) =>
    members.flatMap((one, place) => members.slice(place + 1).filter((other) => met.has(`${one} ${other}`))),
  ).length;
  expect(plan.certificate).toMatchObject({
    people: count,
    placed: count,
    repeats,
    repeatsUnavoidable: best?.[TIER.repeat],
    gap: 0,
  });
  // Only "across" counts pairs of one unit, and proves how many there must be.
  if (input.prefer !== undefined && input.prefer !== 'across') return;
  expect(plan.certificate).toMatchObject({
    sameUnitPairs: best?.[TIER.sameUnit],
    sameUnitUnavoidable: best?.[TIER.sameUnit],
  });
}
