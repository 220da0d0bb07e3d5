import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { groupSizes, type MatchPerson, type Meeting, planRound, type RoundInput } from './matching.ts';
import { checkPlan, randomRound } from './sample-rounds.test-helper.ts';

const ids = (count: number): { id: string }[] => Array.from({ length: count }, (_, place) => ({ id: `p${place + 1}` }));
const metAll = (pairs: [string, string][], date: string): Meeting[] => pairs.map(([a, b]) => ({ a, b, date }));

describe('group sizes', () => {
  it('differ by at most one and stay at size + 1 or below', () => {
    expect(groupSizes(7, 4)).toEqual([4, 3]);
    expect(groupSizes(11, 4)).toEqual([4, 4, 3]);
    expect(groupSizes(9, 4)).toEqual([5, 4]);
    expect(groupSizes(5, 2)).toEqual([3, 2]);
    expect(groupSizes(2, 4)).toEqual([2]);
    expect(groupSizes(1, 2)).toEqual([]);
    for (let people = 2; people < 200; people++) {
      for (let size = 2; size <= 8; size++) {
        const sizes = groupSizes(people, size);
        expect(sizes.reduce((sum, own) => sum + own, 0)).toBe(people);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(size + 1);
      }
    }
  });
});

describe('a planned round', () => {
  it('is empty for nobody and leaves one person out, told why', () => {
    expect(planRound({ people: [] }).certificate).toMatchObject({ people: 0, placed: 0, gap: 0, method: 'empty' });
    const one = planRound({ people: ids(1), size: 4 });
    expect(one.groups).toEqual([]);
    expect(one.leftOut).toEqual([{ id: 'p1', reason: 'alone' }]);
  });

  it('places two and three people together', () => {
    for (const count of [2, 3]) {
      const plan = planRound({ people: ids(count) });
      expect(plan.groups).toHaveLength(1);
      expect(plan.certificate.placed).toBe(count);
    }
  });

  it('equals brute force over the whole order of aims on small worlds', () => {
    const random = createRandom(21);
    for (let trial = 0; trial < 250; trial++) {
      const input = randomRound(random, 2 + random.below(6), 2 + random.below(3));
      checkPlan(input, planRound(input));
    }
  });

  it('does not make the same person the extra one again', () => {
    const history = metAll(
      [
        ['p1', 'p2'],
        ['p1', 'p3'],
        ['p4', 'p5'],
      ],
      '2026-01-05',
    );
    const trio = planRound({ people: ids(5), history }).groups.find((group) => group.members.length === 3);
    expect(trio?.members).not.toContain('p1');
  });

  it('goes by turns counted elsewhere where there are any, somebody new at the median', () => {
    const history = metAll([['p1', 'p2']], '2026-01-05');
    const trioOf = (turns: (MatchPerson['turns'] | undefined)[]): string[] | undefined => {
      const people = ids(5).map((person, place) => ({ ...person, ...(turns[place] && { turns: turns[place] }) }));
      return planRound({ people, history }).groups.find((group) => group.members.length === 3)?.members;
    };
    const often = { attended: 4, odd: 3 };
    const once = { attended: 4, odd: 1 };
    const never = { attended: 4, odd: 0 };
    expect(trioOf([often, never, often, never, never])).toEqual(['p2', 'p4', 'p5']);
    // The new one stands above those at the median of 1 in 4, below those above it.
    expect(trioOf([undefined, often, once, once, often])).toEqual(['p1', 'p3', 'p4']);
    expect(trioOf([{ attended: 0, odd: 0 }, often, once, once, often])).toEqual(['p1', 'p3', 'p4']);
    expect(() => trioOf([{ attended: 1, odd: Number.NaN }])).toThrow('p1');
    expect(() => trioOf([{ attended: -1, odd: 0 }])).toThrow('p1');
  });

  it('pairs across levels where the programme prefers it, units apart after that', () => {
    const of = (id: string, level: string, unit: string): MatchPerson => ({ id, level, unit: [unit] });
    const people = [of('a', 'Senior', 'X'), of('b', 'senior ', 'Y'), of('c', 'Junior', 'X'), of('d', 'Junior', 'Y')];
    const plan = planRound({ people, prefer: 'levels' });
    expect(plan.groups.map((group) => group.members)).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    const forbidden: [string, string][] = [
      ['a', 'd'],
      ['b', 'c'],
    ];
    const inside = planRound({ people, prefer: 'levels', forbidden });
    expect(inside.groups.map((group) => group.members)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(inside.certificate).toMatchObject({ sameUnitPairs: 2, sameUnitUnavoidable: 0 });
  });

  it('meets a wish for another level, and does not say it', () => {
    const people = [{ id: 'a', level: 'L1', wish: { levels: true } }, { id: 'b', level: 'L1' }, { id: 'c' }];
    const plan = planRound({ people: [...people, { id: 'd', level: 'L2' }] });
    expect(plan.groups[0]?.members).toEqual(['a', 'd']);
    expect(plan.certificate.value).toBe(40);
    expect(plan.groups[0]?.reasons).toEqual([{ code: 'first-meeting' }]);
  });

  it('repeats what lies longest ago when all have met', () => {
    const history = [
      ...metAll(
        [
          ['p1', 'p2'],
          ['p3', 'p4'],
        ],
        '2026-01-05',
      ),
      ...metAll(
        [
          ['p1', 'p3'],
          ['p2', 'p4'],
        ],
        '2026-01-12',
      ),
      ...metAll(
        [
          ['p1', 'p4'],
          ['p2', 'p3'],
        ],
        '2026-01-19',
      ),
    ];
    const plan = planRound({ people: ids(4), history });
    expect(plan.groups.map((group) => group.members)).toEqual([
      ['p1', 'p2'],
      ['p3', 'p4'],
    ]);
    expect(plan.certificate).toMatchObject({ repeats: 2, repeatsUnavoidable: 2 });
    expect(plan.groups[0]?.reasons).toContainEqual({ code: 'met-longest-ago', date: '2026-01-05' });
  });

  it('counts "again" as no repeat and lets "not yet" rest for two rounds', () => {
    const again: Meeting[] = [{ a: 'p1', b: 'p2', date: '2026-01-05', outcome: 'again' }];
    expect(planRound({ people: ids(2), history: again }).certificate.repeats).toBe(0);
    const later = (rounds: number): number => {
      const others = Array.from({ length: rounds }, (_, week) => ({ a: 'x', b: 'y', date: `2026-02-0${week + 1}` }));
      const history: Meeting[] = [{ a: 'p1', b: 'p2', date: '2026-01-05', outcome: 'not-yet' }, ...others];
      return planRound({ people: ids(2), history }).certificate.repeats;
    };
    expect([later(0), later(1), later(2)]).toEqual([1, 1, 0]);
  });

  it('says what unit sizes force', () => {
    const people = ids(42).map((person, place) => ({ ...person, unit: [place < 24 ? 'Sales' : `U${place}`] }));
    expect(planRound({ people }).certificate).toMatchObject({ sameUnitPairs: 3, sameUnitUnavoidable: 3 });
    const same = ids(9).map((person) => ({ ...person, unit: ['Only'] }));
    expect(planRound({ people: same, size: 3 }).certificate).toMatchObject({
      sameUnitPairs: 9,
      sameUnitUnavoidable: 9,
    });
  });

  it('meets a wish before it joins ask and offer', () => {
    const people = [
      { id: 'a', wish: { subject: 'Chess' }, asks: ['SQL'] },
      { id: 'b', interests: ['chess'] },
      { id: 'c', offers: ['sql'] },
      { id: 'd' },
    ];
    const plan = planRound({ people });
    expect(plan.groups[0]?.members).toEqual(['a', 'b']);
    expect(plan.groups[0]?.reasons[0]).toEqual({ code: 'wish', subject: 'Chess' });
  });

  it('avoids language gaps and hours apart', () => {
    const people = [
      { id: 'a' },
      { id: 'b' },
      { id: 'c', languages: ['de'] },
      { id: 'd', languages: ['de', 'en'] },
      { id: 'e', languages: ['fr'], hours: { from: 0, to: 60 } },
      { id: 'f', languages: ['fr'], hours: { from: 600, to: 700 } },
    ];
    const plan = planRound({ people });
    const together = (one: string, other: string): boolean =>
      plan.groups.some((group) => group.members.includes(one) && group.members.includes(other));
    expect(together('c', 'e') || together('c', 'f') || together('d', 'e') || together('e', 'f')).toBe(false);
  });

  it('leaves out only whom boundaries leave nobody for, with one reason', () => {
    const forbidden: [string, string][] = [
      ['p1', 'p2'],
      ['p1', 'p3'],
      ['p1', 'p4'],
    ];
    const plan = planRound({ people: ids(4), forbidden });
    expect(plan.leftOut).toEqual([{ id: 'p1', reason: 'boundaries' }]);
    expect(plan.groups.map((group) => group.members)).toEqual([['p2', 'p3', 'p4']]);
  });

  it('stops when asked to', () => {
    expect(() => planRound({ people: ids(30), size: 4, signal: AbortSignal.abort() })).toThrow();
  });
});

describe('properties', { timeout: 300_000 }, () => {
  const worlds = fc.record({
    seed: fc.nat(),
    count: fc.integer({ min: 2, max: 30 }),
    size: fc.integer({ min: 2, max: 8 }),
  });
  const make = ({ seed, count, size }: { seed: number; count: number; size: number }): RoundInput =>
    randomRound(createRandom(seed), count, size);

  it('everybody is placed, bounds hold, forbidden pairs stay apart', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const input = make(given);
        const plan = planRound(input);
        const placed = [...plan.groups.flatMap((group) => group.members), ...plan.leftOut.map((person) => person.id)];
        expect(placed.sort()).toEqual(input.people.map((person) => person.id).sort());
        for (const [one, other] of input.forbidden ?? []) {
          expect(plan.groups.some(({ members }) => members.includes(one) && members.includes(other))).toBe(false);
        }
        const { certificate } = plan;
        expect(certificate.repeatsUnavoidable).toBeLessThanOrEqual(certificate.repeats);
        expect(certificate.sameUnitUnavoidable).toBeLessThanOrEqual(certificate.sameUnitPairs);
        expect(certificate.value).toBeLessThanOrEqual(certificate.upperBound);
        expect(certificate.gap).toBeGreaterThanOrEqual(0);
        if ((input.forbidden ?? []).length === 0) {
          expect(plan.groups.map((group) => group.members.length).sort((a, b) => b - a)).toEqual(
            groupSizes(given.count, given.size),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the same seed gives the same round, in whatever order people come', () => {
    fc.assert(
      fc.property(worlds, (given) => {
        const input = make(given);
        const turned = { ...input, people: [...input.people].reverse(), history: [...(input.history ?? [])].reverse() };
        expect(planRound(turned)).toEqual(planRound(input));
      }),
      { numRuns: 15 },
    );
  });
});
