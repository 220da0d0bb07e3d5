import fc from 'fast-check';
import { expect, it } from 'vitest';
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
