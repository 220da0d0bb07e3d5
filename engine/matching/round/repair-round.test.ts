import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { compareLists } from '../brute-force.test-helper.ts';
import { planRound, type RoundInput, repairRound } from '../matching.ts';
import { aimsOf, randomRound } from '../sample-rounds.test-helper.ts';

/** Every way to seat these people in groups of at most `most`, people alone included. */
function* seatings(people: readonly string[], most: number): Generator<string[][]> {
  const [first, ...rest] = people;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of seatings(rest, most)) {
    yield [[first], ...others];
    for (const [place, group] of others.entries()) {
      if (group.length < most) yield others.map((own, at) => (at === place ? [first, ...own] : own));
    }
  }
}

/** Fewest people who changed groups, when each new group may go on as one old group. */
function movedBetween(before: readonly string[][], after: readonly string[][]): number {
  const [group, ...rest] = after.filter((own) => own.length > 1);
  if (group === undefined) return 0;
  let least = group.length + movedBetween(before, rest);
  for (const [place, old] of before.entries()) {
    const stay = group.filter((id) => old.includes(id)).length;
    if (stay === 0) continue;
    const others = before.filter((_, at) => at !== place);
    least = Math.min(least, group.length - stay + movedBetween(others, rest));
  }
  return least;
}

/** Left out, moved, then all aims, least over all seatings. */
function leastChange(input: RoundInput, before: readonly string[][], sums: (groups: string[][]) => number[]): number[] {
  const ids = before.flat().sort();
  const apart = new Set((input.forbidden ?? []).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  let best: number[] | undefined;
  for (const groups of seatings(ids, (input.size ?? 2) + 1)) {
    if (groups.some((group) => group.some((one) => group.some((other) => apart.has(`${one} ${other}`))))) continue;
    const placed = groups.filter((group) => group.length > 1);
    const change = [ids.length - placed.flat().length, movedBetween(before, placed)];
    if (best !== undefined && compareLists(change, best.slice(0, 2)) > 0) continue;
    const own = [...change, ...sums(placed)];
    if (best === undefined || compareLists(own, best) < 0) best = own;
  }
  return best ?? [];
}

describe('a repaired round', () => {
  it('is the smallest change, and of those the best, on small worlds', () => {
    const random = createRandom(5);
    let loose = 0;
    for (let trial = 0; trial < 250; trial++) {
      const size = 2 + random.below(3);
      const input = randomRound(random, 3 + random.below(5), size);
      const ids = input.people.map((person) => person.id);
      const plan = planRound(input);
      const gone = ids.filter(() => random.below(5) === 0);
      const groups = plan.groups.map((group) => group.members);
      const before = groups
        .map((group) => group.filter((id) => !gone.includes(id)))
        .filter((group) => group.length > 0);
      const people = input.people.filter((person) => !gone.includes(person.id));
      const { sums, idOf } = aimsOf({ ...input, people });
      const place = new Map(people.map((_, at) => [idOf(at), at]));
      const sumOf = (own: readonly string[][]): number[] =>
        sums(own.map((group) => group.map((id) => place.get(id) ?? -1)));
      const repaired = repairRound(input, groups, gone);
      const after = repaired.groups.map((group) => group.members);
      const least = leastChange({ ...input, people }, before, sumOf);
      expect([repaired.leftOut.length, repaired.moved.length]).toEqual(least.slice(0, 2));
      expect(movedBetween(before, after)).toBe(repaired.moved.length);
      const alone = before.filter((group) => group.length === 1).length;
      loose += alone;
      if (alone <= 1) expect([repaired.leftOut.length, repaired.moved.length, ...sumOf(after)]).toEqual(least);
      expect([...after.flat(), ...repaired.leftOut.map((one) => one.id)].sort()).toEqual(before.flat().sort());
      const { certificate } = repaired;
      expect(certificate.people).toBe(people.length);
      expect(certificate.repeatsUnavoidable).toBeLessThanOrEqual(certificate.repeats);
      expect(certificate.sameUnitUnavoidable).toBeLessThanOrEqual(certificate.sameUnitPairs);
      expect(certificate.value).toBeLessThanOrEqual(certificate.upperBound);
    }
    expect(loose).toBeGreaterThan(50);
  });

  it('keeps boundaries, and leaves out no more than it must', () => {
    const random = createRandom(6);
    for (let trial = 0; trial < 120; trial++) {
      const base = randomRound(random, 4 + random.below(4), 2 + random.below(2));
      const ids = base.people.map((person) => person.id);
      const forbidden = ids.flatMap((one, at) =>
        ids.slice(at + 1).flatMap((other): [string, string][] => (random.below(4) === 0 ? [[one, other]] : [])),
      );
      const input = { ...base, forbidden };
      const groups = planRound(input).groups.map((group) => group.members);
      const gone = groups.flat().slice(0, 1);
      const repaired = repairRound(input, groups, gone);
      const before = groups
        .map((group) => group.filter((id) => !gone.includes(id)))
        .filter((group) => group.length > 0);
      const waiting = ids.filter((id) => !groups.flat().includes(id)).map((id) => [id]);
      const least = leastChange(input, [...before, ...waiting], () => []);
      expect(repaired.leftOut).toHaveLength(least[0] ?? -1);
      for (const [one, other] of forbidden) {
        expect(repaired.groups.some(({ members }) => members.includes(one) && members.includes(other))).toBe(false);
      }
    }
  });

  it('changes nothing while every group still has company', () => {
    const input = { people: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({ id })), size: 4 };
    const repaired = repairRound(
      input,
      [
        ['a', 'b', 'c', 'd'],
        ['e', 'f', 'g', 'h'],
      ],
      ['a', 'e', 'f'],
    );
    expect(repaired).toMatchObject({
      moved: [],
      leftOut: [],
      certificate: { people: 5, placed: 5, method: 'repaired' },
    });
    expect(repaired.groups.map((group) => group.members)).toEqual([
      ['b', 'c', 'd'],
      ['g', 'h'],
    ]);
  });

  it('seats two people left alone together, and tells the last one', () => {
    const input = { people: ['a', 'b', 'c', 'd'].map((id) => ({ id })) };
    expect(
      repairRound(
        input,
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        ['a', 'c'],
      ).groups.map((group) => group.members),
    ).toEqual([['b', 'd']]);
    expect(
      repairRound(
        input,
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        ['a', 'b', 'c'],
      ),
    ).toMatchObject({
      groups: [],
      leftOut: [{ id: 'd', reason: 'alone' }],
      certificate: { people: 1, placed: 0 },
    });
    expect(
      repairRound(
        input,
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        ['a', 'b', 'c', 'd'],
      ).certificate,
    ).toMatchObject({ people: 0 });
  });

  it('refuses groups that are not of these people', () => {
    const input = { people: ['a', 'b', 'c'].map((id) => ({ id })) };
    expect(() => repairRound(input, [['a', 'x']], [])).toThrow(/"x"/);
    expect(() =>
      repairRound(
        input,
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
        [],
      ),
    ).toThrow(/two groups/);
  });
});
