import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../random.ts';
import { worth } from '../aims/worth.ts';
import { readRoster } from '../input/roster.ts';
import { type MatchPerson, type Meeting, planRound, type RoundInput } from '../matching.ts';
import { planLargePairs } from './large-pairs.ts';

/** A believable workspace: units, interests of very different popularity, wishes, asks, offers, and six past rounds. */
function workspace(random: Random, count: number): RoundInput {
  const topics = Array.from({ length: 120 }, (_, place) => `topic ${place}`);
  const any = (): string => topics[random.below(120)] ?? '';
  const people = Array.from(
    { length: count },
    (_, place): MatchPerson => ({
      id: `p${place}`,
      unit: [`D${place % 9}`, `T${place % Math.ceil(count / 12)}`],
      site: `S${random.below(5)}`,
      interests: Array.from({ length: 5 }, () => topics[Math.floor(random.next() ** 2 * 120)] ?? ''),
      asks: random.below(4) === 0 ? [any()] : [],
      offers: random.below(3) === 0 ? [any()] : [],
      languages: random.below(5) === 0 ? ['de'] : ['en', 'de'],
      ...(random.below(6) === 0 ? { wish: { subject: any() } } : {}),
    }),
  );
  const history: Meeting[] = [];
  for (let week = 0; week < 6; week++) {
    const order = people.map((person) => ({ id: person.id, key: random.next() })).sort((a, b) => a.key - b.key);
    for (let at = 0; at + 1 < count; at += 2) {
      history.push({ a: order[at]?.id ?? '', b: order[at + 1]?.id ?? '', date: `2026-01-1${week}` });
    }
  }
  return { people, history, seed: 3 };
}

describe('a round found among candidates', { timeout: 120_000 }, () => {
  it('is worth nearly as much as the best over all pairs', () => {
    const input = workspace(createRandom(7), 600);
    const roster = readRoster(input);
    const { groups } = planLargePairs(roster, input);
    expect(groups.every((group) => group.length === 2)).toBe(true);
    const value = groups.reduce((sum, [one = 0, other = 0]) => sum + worth(roster, one, other), 0);
    expect(value).toBeGreaterThan(0.99 * planRound(input).certificate.value);
  });

  it('places everybody of a large odd number, without repeats and across units, and is the same again', () => {
    const input = workspace(createRandom(8), 3301);
    const forbidden: [string, string][] = [
      ['p0', 'p1'],
      ['p2', 'p3'],
    ];
    const plan = planRound({ ...input, forbidden });
    expect(plan.certificate).toMatchObject({ people: 3301, placed: 3301, repeats: 0, sameUnitPairs: 0 });
    expect(plan.certificate.method).toBe('exact-on-candidates');
    expect(plan.certificate.value).toBeLessThanOrEqual(plan.certificate.upperBound);
    expect(plan.groups.filter((group) => group.members.length === 3)).toHaveLength(1);
    const turned = planRound({ ...input, forbidden, people: [...input.people].reverse() });
    expect(turned.groups.map((group) => group.members)).toEqual(plan.groups.map((group) => group.members));
  });

  it('says how far it is, and stops in the middle when asked to', () => {
    const input = workspace(createRandom(9), 3300);
    const shares: number[] = [];
    planRound({ ...input, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(3);
    expect(shares.at(-1)).toBe(1);
    const asked = new AbortController();
    const stopping = { ...input, signal: asked.signal, onProgress: () => asked.abort(new Error('enough')) };
    expect(() => planRound(stopping)).toThrow('enough');
  });
});
