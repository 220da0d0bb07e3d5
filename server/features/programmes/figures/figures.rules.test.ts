import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRound } from '#engine/matching/matching.ts';
import { createRandom } from '#engine/random.ts';
import { drawOf, together } from '../rounds/rounds.rules.ts';
import * as rules from './figures.rules.ts';

const crowd = (counts: readonly number[]) => {
  const people = counts.flatMap((count, unit) =>
    Array.from({ length: count }, (_, place) => ({
      person: { id: `${unit} ${place}`, unit: [`Unit ${unit}`] },
      part: 'member' as const,
    })),
  );
  return { people, joined: people.length };
};
const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 });

it('never tells of fewer than five, and names no unit of fewer than five', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 1e9 }), (sizes, seed) => {
      const figures = rules.blur(crowd(sizes), createRandom(seed));
      if (sizes.reduce((sum, size) => sum + size, 0) < 5) expect(figures).toBeNull();
      for (const { name } of figures?.units ?? []) expect(sizes[Number(name.slice(5))]).toBeGreaterThanOrEqual(5);
    }),
  );
});

it('shows fives alone, of any setting, from what was blurred', () => {
  fc.assert(
    fc.property(counts, fc.constant(2), fc.integer({ min: 0, max: 1e9 }), (sizes, size, seed) => {
      const figures = rules.blur(crowd(sizes), createRandom(seed));
      if (!figures) return;
      const people = rules.standIns(figures, 'coffee');
      const { pools } = drawOf({ kind: 'coffee', size, rule: 'across', seed: 1 }, people, {
        history: [],
        forbidden: [],
      });
      const told = rules.figuresOf(together(pools.map(planRound), 1), people, '2026-11-23');
      const { asOf: _, bridges, ...numbers } = told;
      for (const count of [...Object.values(numbers), ...bridges.map(({ pairs }) => pairs)])
        expect((count ?? 0) % 5).toBe(0);
    }),
    { numRuns: 15 },
  );
});

it('four puppets and one person never make figures move', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      expect(rules.thresholdBy(createRandom(seed))).toBeGreaterThan(5);
    }),
  );
  expect(rules.moved(['host', 'a', 'b'], ['b', 'c'], ['host'])).toBe(2);
});

const chanceOf = (...numbers: number[]) => ({
  next: () => 0,
  below: (limit: number) => Math.min(limit - 1, numbers.shift() ?? 0),
});

it('a count is blurred by seven either way, and told in fives from twelve on', () => {
  expect([0, 7, 14].map((drawn) => rules.blurred(20, chanceOf(drawn)))).toEqual([13, 20, 27]);
  expect([-3, 0, 11, 12, 13, 17, 18, 42, 43].map(rules.told)).toEqual([null, null, null, 10, 15, 15, 20, 40, 45]);
  const seen = new Set(Array.from({ length: 600 }, (_, seed) => rules.blurred(0, createRandom(seed))));
  expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, place) => place - 7));
});

it('figures move after six to twelve others', () => {
  expect([rules.thresholdBy(chanceOf(0)), rules.thresholdBy(chanceOf(99))]).toEqual([6, 12]);
  expect(rules.moved([], ['a', 'b'], [])).toBe(2);
  expect(rules.moved(['a', 'b'], [], ['b'])).toBe(1);
  expect(rules.moved(['a', 'b'], ['b', 'a'], [])).toBe(0);
});

it('chance is the same for one secret and id, and another for others', () => {
  const first = (secret: string, id: string) => rules.hiddenChance(secret, id).next();
  expect(first('s', 'a')).toBe(first('s', 'a'));
  expect(new Set([first('s', 'a'), first('s', 'b'), first('t', 'a')]).size).toBe(3);
});

it('a crowd is blurred part by part, in the order of its units’ names', () => {
  const person = (unit: string | null, part: 'member' | 'lead') => ({
    person: { id: '', ...(unit && { unit: [unit] }) },
    part,
  });
  const people = [
    ...Array.from({ length: 20 }, () => person('B', 'member')),
    ...Array.from({ length: 16 }, () => person('A', 'member')),
    ...Array.from({ length: 4 }, () => person('C', 'lead')),
    ...Array.from({ length: 30 }, () => person(null, 'lead')),
  ];
  // People, the rest of who joined, leads, seed; then no unit, A, B and C.
  const chance = () => chanceOf(8, 7, 9, 5, 7, 6, 10, 7);
  expect(rules.blur({ people, joined: 80 }, chance())).toEqual({
    ...{ people: 71, joined: 81, leads: 36, seed: 5 },
    units: [
      { name: 'A', people: 15 },
      { name: 'B', people: 23 },
    ],
  });
  expect(rules.blur({ people: people.slice(0, 12), joined: 12 }, chanceOf(6, 0, 0))).toBeNull();
  expect(rules.blur({ people: people.slice(0, 12), joined: 12 }, chanceOf(7, 0, 0))).toMatchObject({
    ...{ people: 12, joined: 12, leads: 1 },
  });
});

describe('stand-ins', () => {
  const blurredCrowd = {
    people: 10,
    joined: 12,
    leads: 3,
    seed: 1,
    units: [
      { name: 'A', people: 4 },
      { name: 'B', people: 3 },
    ],
  };
  const unitsOf = (crowd: rules.Blurred) =>
    rules
      .standIns(crowd, 'coffee')
      .map(({ person }) => person.unit?.[0] ?? '-')
      .join('');

  it('are as many, from the same units as far as there are people', () => {
    expect(unitsOf(blurredCrowd)).toBe('AAAABBB---');
    expect(
      unitsOf({
        ...blurredCrowd,
        people: 5,
        units: [
          { name: 'A', people: 6 },
          { name: 'B', people: 4 },
        ],
      }),
    ).toBe('AAABB');
    expect(unitsOf({ ...blurredCrowd, units: [] })).toBe('----------');
    const ids = rules.standIns(blurredCrowd, 'coffee').map(({ person }) => person.id);
    expect(new Set(ids).size).toBe(10);
  });

  it('hold leads in even steps where the format has them, newcomers where it is theirs', () => {
    const parts = (kind: string) =>
      rules
        .standIns(blurredCrowd, kind)
        .map(({ part }) => part[0])
        .join('');
    expect([parts('coffee'), parts('newcomer'), parts('lottery')]).toEqual(['mmmmmmmmmm', 'lmmlmmlmml', 'lmmlmmlmml']);
    expect(
      rules
        .standIns({ ...blurredCrowd, leads: 9 }, 'lottery')
        .map(({ part }) => part[0])
        .join(''),
    ).toBe('lmlmlmlmlm');
    expect(rules.standIns(blurredCrowd, 'newcomer').every(({ isNew, attended }) => isNew && attended === 0)).toBe(true);
    expect(rules.standIns(blurredCrowd, 'lottery').some(({ isNew }) => isNew)).toBe(false);
  });
});
