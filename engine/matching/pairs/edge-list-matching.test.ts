import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../random.ts';
import { compareLists, eachPartition } from '../brute-force.test-helper.ts';
import { readRoster } from '../input/roster.ts';
import { aimsOf, randomRound } from '../sample-rounds.test-helper.ts';
import { type EdgeListTask, matchEdgeList } from './edge-list-matching.ts';
import { planLargePairs } from './large-pairs.ts';

interface Costs {
  people: number;
  costs: Map<number, number[]>;
}

function randomCosts(random: Random): Costs {
  const people = 2 * (1 + random.below(5));
  const density = 0.3 + 0.7 * random.next();
  const limbs = 1 + random.below(4);
  const most = 1 + random.below(4);
  const costs = new Map<number, number[]>();
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      if (random.next() < density)
        costs.set(
          a * people + b,
          Array.from({ length: limbs }, () => random.below(most)),
        );
    }
  }
  return { people, costs };
}

function taskOf({ people, costs }: Costs): EdgeListTask {
  const edges = [...costs];
  const limbs = Array.from({ length: edges[0]?.[1].length ?? 1 }, (_, limb) => (edge: number) => {
    return edges[edge]?.[1][limb] ?? 0;
  });
  const from = Int32Array.from(edges, ([key]) => Math.floor(key / people));
  const to = Int32Array.from(edges, ([key]) => key % people);
  return { people, from, to, limbs, onProgress: () => undefined };
}

function sumOf({ people, costs }: Costs, pairs: readonly (readonly number[])[]): number[] | undefined {
  const own = pairs.map(([a = 0, b = 0]) => costs.get(Math.min(a, b) * people + Math.max(a, b)));
  if (own.some((cost) => cost === undefined)) return undefined;
  return own.reduce<number[]>((sum, cost) => (cost ?? []).map((one, limb) => one + (sum[limb] ?? 0)), []);
}

describe('limb after limb', () => {
  it('finds the best matching of brute force, or that none is perfect', () => {
    const random = createRandom(31);
    for (let trial = 0; trial < 1500; trial++) {
      const given = randomCosts(random);
      let best: number[] | undefined;
      eachPartition(given.people, new Array<number>(given.people / 2).fill(2), (pairs) => {
        const sum = sumOf(given, pairs);
        if (sum !== undefined && (best === undefined || compareLists(sum, best) < 0)) best = sum;
      });
      const mate = matchEdgeList(taskOf(given));
      const pairs = mate && [...mate].flatMap((other, one) => (one < other ? [[one, other]] : []));
      expect(pairs && sumOf(given, pairs)).toEqual(best);
    }
  });
});

it('a round among candidates is best in every aim where all pairs are nominated', () => {
  const random = createRandom(32);
  for (let trial = 0; trial < 200; trial++) {
    const count = 2 * (1 + random.below(4));
    const input = { ...randomRound(random, count, 2), size: 2 };
    const { sums } = aimsOf(input);
    let best: number[] | undefined;
    eachPartition(count, new Array<number>(count / 2).fill(2), (groups) => {
      const own = sums(groups);
      if (best === undefined || compareLists(own, best) < 0) best = own;
    });
    expect(sums(planLargePairs(readRoster(input), input).groups)).toEqual(best);
  }
});

it('whom no nomination reaches is paired with whoever may be', () => {
  // Everybody but the last two is blocked from those two; these have each other.
  const people = Array.from({ length: 40 }, (_, place) => ({ id: `p${place}`, unit: [`U${place % 3}`] }));
  const forbidden = people.slice(0, 38).flatMap(({ id }): [string, string][] => [
    [id, 'p38'],
    [id, 'p39'],
  ]);
  const input = { people, forbidden };
  const roster = readRoster(input);
  const { groups } = planLargePairs(roster, input);
  const ids = groups.map((group) => group.map((person) => roster.people[person]?.id ?? '').sort());
  expect(ids).toContainEqual(['p38', 'p39']);
  expect(ids.every((group) => group.length === 2)).toBe(true);
});

it('as many as possible are paired where boundaries leave some alone', () => {
  const people = Array.from({ length: 20 }, (_, place) => ({ id: `p${place}` }));
  // Twelve who all avoid one another have only eight to meet.
  const forbidden = people
    .slice(0, 12)
    .flatMap(({ id }, place) => people.slice(0, place).map((other): [string, string] => [id, other.id]));
  const input = { people, forbidden };
  const { groups } = planLargePairs(readRoster(input), input);
  expect(groups.filter((group) => group.length === 2)).toHaveLength(8);
  expect(groups.filter((group) => group.length === 1)).toHaveLength(4);
});
