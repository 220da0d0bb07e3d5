import { describe, expect, it } from 'vitest';
import { planRound, type RoundInput } from '../matching.ts';

/** One person more than is solved whole, nearly half of them in one unit. */
const COUNT = 3201;
const people = Array.from({ length: COUNT }, (_, place) => ({
  id: `p${place}`,
  unit: [place % 2 === 0 && place < 1700 ? 'Sales' : `U${place % 60}`],
  interests: [`topic ${place % 97}`],
}));
const history = people.slice(1).map(({ id }, place) => ({ a: `p${place}`, b: id, date: '2026-03-03' }));
const input: RoundInput = { people, history, size: 4, seed: 5, forbidden: [['p0', 'p2']] };

describe('groups of a large round', { timeout: 300_000 }, () => {
  it('place everybody, repeat nobody, keep units and blocks apart, and state a bound', () => {
    const shares: number[] = [];
    const plan = planRound({ ...input, onProgress: (share) => shares.push(share) });
    const { certificate } = plan;
    expect(certificate).toMatchObject({ people: COUNT, placed: COUNT, repeats: 0, sameUnitUnavoidable: 50 });
    expect(certificate.sameUnitPairs).toBeLessThanOrEqual(60);
    expect(certificate.upperBound).toBeGreaterThanOrEqual(certificate.value);
    expect(certificate.method).toBe('annealed');
    const sizes = plan.groups.map(({ members }) => members.length);
    expect(sizes.filter((size) => size !== 4)).toEqual([5]);
    expect(new Set(plan.groups.flatMap(({ members }) => members)).size).toBe(COUNT);
    const groupOf = new Map(plan.groups.flatMap(({ members }, group) => members.map((id) => [id, group] as const)));
    expect(groupOf.get('p0')).not.toBe(groupOf.get('p2'));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(3);
  });

  it('stop in the middle when asked to', () => {
    const asked = new AbortController();
    const stopping = { ...input, signal: asked.signal, onProgress: () => asked.abort(new Error('enough')) };
    expect(() => planRound(stopping)).toThrow('enough');
  });
});
