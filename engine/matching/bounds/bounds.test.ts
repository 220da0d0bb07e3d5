import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../random.ts';
import { cheapestCompanions } from '../aims/companions.ts';
import { TIER, TIERS, tabulate } from '../aims/tiers.ts';
import { worth } from '../aims/worth.ts';
import { eachPartition } from '../brute-force.test-helper.ts';
import { readRoster } from '../input/roster.ts';
import { groupByScores, groupSizes, type Meeting, planRound } from '../matching.ts';
import { randomRound } from '../sample-rounds.test-helper.ts';
import { mostWorth } from './companion-bound.ts';
import { bearInCompany } from './company-bound.ts';
import { type GroupTask, isEnumerable, leastCost } from './set-partitioning-bound.ts';
import { mostPoints } from './value-bound.ts';

/** Symmetric whole numbers below `limit`, many of them equal. */
function randomCosts(random: Random, people: number, limit: number): Float64Array {
  const cost = new Float64Array(people * people);
  for (let one = 0; one < people; one++) {
    for (let other = one + 1; other < people; other++) {
      const own = random.below(limit);
      cost[one * people + other] = own;
      cost[other * people + one] = own;
    }
  }
  return cost;
}

function leastByForce({ people, cost, sizes, kinds }: GroupTask): number {
  let least = Number.POSITIVE_INFINITY;
  eachPartition(people, sizes, (groups) => {
    let sum = 0;
    for (const group of groups) {
      for (const one of group) for (const other of group) if (one < other) sum += cost[one * people + other] ?? 0;
      for (const [kind, must] of kinds?.least.entries() ?? []) {
        const count = group.filter((one) => kinds?.kindOf[one] === kind).length;
        if (count < must || count > (kinds?.most[kind] ?? 0)) sum = Number.POSITIVE_INFINITY;
      }
    }
    least = Math.min(least, sum);
  });
  return least;
}

describe('the price bound over groups', () => {
  it('never lies above the least cost, and often on it', () => {
    const random = createRandom(3);
    let tight = 0;
    for (let trial = 0; trial < 150; trial++) {
      const people = 4 + random.below(6);
      const size = 2 + random.below(3);
      const kindOf = Int32Array.from({ length: people }, () => random.below(4) - 1);
      const sizes = groupSizes(people, size);
      const task: GroupTask = { people, cost: randomCosts(random, people, 2 + random.below(9)), sizes, achieved: 0 };
      if (trial % 2 === 0) {
        const members = (kind: number): number => kindOf.filter((own) => own === kind).length;
        const least = Int32Array.from([0, 1, 2], (kind) => Math.floor(members(kind) / sizes.length));
        task.kinds = {
          kindOf,
          least,
          most: Int32Array.from([0, 1, 2], (kind) => Math.ceil(members(kind) / sizes.length)),
        };
      }
      const least = leastByForce(task);
      if (least === Number.POSITIVE_INFINITY) continue;
      const bound = leastCost({ ...task, achieved: least });
      expect(bound).toBeLessThanOrEqual(least);
      // A target out of reach must not push the bound past the truth.
      expect(leastCost({ ...task, achieved: least * 3 + 7 })).toBeLessThanOrEqual(least);
      if (bound === least) tight += 1;
    }
    expect(tight).toBeGreaterThan(90);
  });

  it('holds for rows of people who are alike', () => {
    const random = createRandom(9);
    for (let trial = 0; trial < 60; trial++) {
      const rows = 2 + random.below(3);
      const alike = Array.from({ length: rows }, () => random.below(4));
      const kindOf = alike.flatMap((count, row) => new Array<number>(count).fill(row));
      const sizes = groupSizes(kindOf.length, 3);
      if (sizes.length === 0) continue;
      const cost = randomCosts(random, rows, 6);
      for (let row = 0; row < rows; row++) cost[row * rows + row] = random.below(6);
      const whole = Float64Array.from({ length: kindOf.length ** 2 }, (_, cell) => {
        const [one, other] = [kindOf[Math.floor(cell / kindOf.length)] ?? 0, kindOf[cell % kindOf.length] ?? 0];
        return cost[one * rows + other] ?? 0;
      });
      const least = leastByForce({ people: kindOf.length, cost: whole, sizes, achieved: 0 });
      expect(leastCost({ people: rows, alike, cost, sizes, achieved: least + 5 })).toBeLessThanOrEqual(least);
    }
  });

  it('knows how many groups it can look at', () => {
    expect(isEnumerable(92, [4, 4])).toBe(true);
    expect(isEnumerable(1005, [5, 4])).toBe(false);
    expect(isEnumerable(43, [5, 4], true)).toBe(true);
  });
});

describe('scores alone', () => {
  it('are grouped as well as brute force does in small, within a bound that holds', () => {
    const random = createRandom(17);
    let best = 0;
    for (let trial = 0; trial < 80; trial++) {
      const people = 2 + random.below(8);
      const size = 2 + random.below(4);
      const scores = Uint16Array.from(randomCosts(random, people, 30));
      const sizes = groupSizes(people, size);
      const pairs = sizes.reduce((sum, own) => sum + (own * (own - 1)) / 2, 0);
      const cost = Float64Array.from(scores, (score) => 30 - score);
      const most = 30 * pairs - leastByForce({ people, cost, sizes, achieved: 0 });
      const found = groupByScores({ people, scores, size, seed: trial });
      expect(found.groups.map((group) => group.length)).toEqual(sizes);
      expect(found.groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: people }, (_, one) => one));
      expect(found.value).toBeLessThanOrEqual(most);
      expect(found.bound).toBeGreaterThanOrEqual(most);
      if (found.value === most) best += 1;
    }
    expect(best).toBeGreaterThan(70);
  });

  it('of many people are grouped within a tenth of the bound where companions agree', () => {
    const random = createRandom(2);
    const people = 300;
    const circle = Array.from({ length: people }, () => random.below(40));
    const scores = Uint16Array.from({ length: people * people }, (_, cell) => {
      const [one, other] = [Math.floor(cell / people), cell % people];
      return one === other ? 0 : circle[one] === circle[other] ? 90 : 50;
    });
    const { value, bound } = groupByScores({ people, scores, size: 4, seed: 1 });
    expect(value / bound).toBeGreaterThan(0.9);
  });

  it('refuses tables and sizes that do not fit', () => {
    const scores = new Uint16Array(9);
    expect(() => groupByScores({ people: 4, scores, size: 2, seed: 1 })).toThrow(/one score/);
    expect(() => groupByScores({ people: 3, scores, size: 9, seed: 1 })).toThrow(/group size/);
    expect(() => groupByScores({ people: Number.NaN, scores, size: 2, seed: 1 })).toThrow(/whole number/);
    expect(groupByScores({ people: 1, scores: new Uint16Array(1), size: 2, seed: 1 }).groups).toEqual([]);
  });
});

describe('best companions', () => {
  it('bound every grouping, even ones of very different sizes', () => {
    const random = createRandom(23);
    for (let trial = 0; trial < 60; trial++) {
      const people = 5 + random.below(4);
      const points = randomCosts(random, people, 20);
      const tiers: (Uint16Array | undefined)[] = new Array(TIERS).fill(undefined);
      tiers[TIER.worth] = Uint16Array.from(points, (own) => 20 - own);
      const sizes = trial % 2 === 0 ? groupSizes(people, 3) : [people - 2, 2].sort((a, b) => b - a);
      const pairs = sizes.reduce((sum, own) => sum + (own * (own - 1)) / 2, 0);
      const cost = points.map((own) => 20 - own);
      const most = 20 * pairs - leastByForce({ people, cost, sizes, achieved: 0 });
      expect(mostWorth({ people, tiers, mostWorth: 20 }, sizes, () => true)).toBeGreaterThanOrEqual(most);
    }
  });
});

describe('best company', () => {
  it('bounds every grouping, however short the lists and whatever the prices', () => {
    const random = createRandom(29);
    for (let trial = 0; trial < 200; trial++) {
      const size = 3 + random.below(3);
      const people = size * 2 + size * random.below(size === 3 ? 2 : 1);
      const points = randomCosts(random, people, 20);
      const cost = Uint16Array.from(points, (own) => 20 - own);
      const tiers: (Uint16Array | undefined)[] = new Array(TIERS).fill(undefined);
      tiers[TIER.worth] = cost;
      const table = { people, tiers, mostWorth: 20 };
      const sizes = groupSizes(people, size);
      const least = leastByForce({ people, cost: Float64Array.from(cost), sizes, achieved: 0 });
      const most = (20 * people * (size - 1)) / 2 - least;
      const lists = cheapestCompanions(cost, people, size - 1 + random.below(people - size + 1));
      const start = Float64Array.from({ length: people }, () => random.below(trial % 2 === 0 ? 3 : 40) / 4);
      const borne = bearInCompany({ table, cost, allowed: () => true, size }, lists, start);
      const sum = borne.reduce((all, own) => all + own, 0) / (6 * (size - 2));
      expect(sum).toBeGreaterThanOrEqual(most);
    }
  });

  it('proves more of companions who agree than what each would wish', () => {
    const random = createRandom(5);
    const people = 200;
    const scores = Uint16Array.from(randomCosts(random, people, 100));
    const { value, bound } = groupByScores({ people, scores, size: 4, seed: 1 });
    // The three best of 199 drawn from 100 are worth nearly all of their points; four who all agree are rare.
    expect(bound).toBeLessThan(0.985 * 99 * people * 1.5);
    expect(value).toBeLessThanOrEqual(bound);
  });
});

describe('a dense history', () => {
  it('is proved to force the repeats that 24 people in fours have', () => {
    const people = Array.from({ length: 24 }, (_, place) => ({ id: `p${place}` }));
    const history: Meeting[] = [];
    let sure = 0;
    for (let week = 1; week <= 10; week++) {
      const { groups, certificate } = planRound({ people, history, size: 4 });
      expect(certificate.repeatsUnavoidable).toBeLessThanOrEqual(certificate.repeats);
      if (certificate.repeats > 0 && certificate.repeatsUnavoidable === certificate.repeats) sure += 1;
      for (const { members } of groups) {
        for (const [place, a] of members.entries()) {
          for (const b of members.slice(place + 1)) history.push({ a, b, date: `2026-02-${10 + week}` });
        }
      }
    }
    expect(sure).toBeGreaterThanOrEqual(4);
  });
});

describe('the most points of rounds as good', () => {
  it('lie above the best round, and above any grouping by itself', () => {
    const random = createRandom(41);
    for (let trial = 0; trial < 150; trial++) {
      const input = randomRound(random, 4 + random.below(8), 3 + random.below(2));
      const roster = readRoster(input);
      const table = tabulate(roster);
      const index = new Map(roster.people.map((person, place) => [person.id, place]));
      const plan = planRound(input);
      const best = plan.groups.map((group) => group.members.map((id) => index.get(id) ?? -1));
      expect(mostPoints(roster, table, best)).toBeGreaterThanOrEqual(plan.certificate.value);
      let next = 0;
      const plain = groupSizes(roster.people.length, roster.size).map((size) =>
        Array.from({ length: size }, () => next++),
      );
      const own = plain.flatMap((group) =>
        group.flatMap((one) => group.flatMap((other) => (one < other ? [worth(roster, one, other)] : []))),
      );
      expect(mostPoints(roster, table, plain)).toBeGreaterThanOrEqual(own.reduce((sum, points) => sum + points, 0));
    }
  });
});
