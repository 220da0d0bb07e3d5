import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { readRoster } from '../input/roster.ts';
import { type MatchPerson, planRound, type RoundInput } from '../matching.ts';
import { randomRound } from '../sample-rounds.test-helper.ts';
import { mostByCommonGround } from './common-ground-bound.ts';

/** Adds what a large round is chosen by: wishes, asks, offers, intentions, hours. */
function withHopes(input: RoundInput, seed: number): RoundInput {
  const random = createRandom(seed);
  const words = ['chess', 'rowing', 'bread', 'maps', 'R0', 'U1'];
  const any = (): string => words[random.below(words.length)] ?? '';
  const people = input.people.map((person): MatchPerson => {
    const wish = [person.wish, { subject: any() }, { unit: any() }, undefined][random.below(4)];
    return {
      ...person,
      ...(wish && { wish }),
      asks: random.below(2) === 0 ? [any(), any()] : [],
      offers: random.below(2) === 0 ? [any(), any()] : [],
      intentions: random.below(2) === 0 ? ['learn'] : [],
      ...(random.below(3) === 0 && { hours: { from: 60 * random.below(24), to: 60 * random.below(24) } }),
    };
  });
  // Sometimes one of them is new.
  const met = random.below(2) === 0 ? input.history : input.history?.filter(({ a, b }) => a !== 'p0' && b !== 'p0');
  return { ...input, people, history: [...(met ?? []), { a: 'p1', b: 'somebody', date: '2026-03-01' }] };
}

/** The bound on the worth of rounds as good as the best one, with so many pairs followed, and what that one is worth. */
function boundOf(input: RoundInput, followed: number): { value: number; bound: number } {
  const { groups, certificate } = planRound(input);
  const roster = readRoster(input);
  const place = new Map(roster.people.map(({ id }, at) => [id, at]));
  const places = groups.map(({ members }) => members.map((id) => place.get(id) ?? -1));
  const widest = Math.max(...places.map((group) => group.length));
  return { value: certificate.value, bound: mostByCommonGround(roster, places, { widest, followed }) };
}

it('bounds the best round of pairs and of groups, however many pairs are followed', () => {
  const draw = fc.tuple(
    fc.nat(),
    fc.oneof(fc.constant(2), fc.integer({ min: 2, max: 11 })),
    fc.integer({ min: 2, max: 4 }),
  );
  fc.assert(
    fc.property(draw, fc.constantFrom(0, 5, 40, 1000), ([seed, count, size], followed) => {
      const input = withHopes(randomRound(createRandom(seed), count, size), seed);
      const { value, bound } = boundOf(input, followed);
      expect(bound).toBeGreaterThanOrEqual(value);
    }),
    { numRuns: 250 },
  );
});

it('is near the best round of a larger organisation', () => {
  const input = withHopes(randomRound(createRandom(5), 300, 2), 5);
  const { value, bound } = boundOf(input, 1_000_000);
  expect(bound).toBeGreaterThanOrEqual(value);
  expect(value / bound).toBeGreaterThan(0.9);
});
