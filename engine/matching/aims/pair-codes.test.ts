import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLEAN, compromise, encodeCosts, FAR_APART, limbCosts, rankOf } from './pair-codes.ts';
import { TIER, TIERS } from './tiers.ts';

const ORDER = [TIER.cannotMeet, TIER.repeat, TIER.recent, TIER.sameUnit, TIER.manager, TIER.near, TIER.worth];
const MOST = [1, 1, 255, 1, 1, 7, 255];

const values = fc.tuple(...MOST.map((most) => fc.integer({ min: 0, max: most })));
const costsOf = (own: readonly number[]) => {
  const costs = new Float64Array(TIERS);
  for (const [place, tier] of ORDER.entries()) costs[tier] = own[place] ?? 0;
  return costs;
};
const orderOf = (one: readonly number[], other: readonly number[]) => {
  const lost = (all: readonly number[]) => all.map((each, place) => (place === 6 ? -each : each));
  const [a, b] = [lost(one), lost(other)];
  const first = a.findIndex((each, place) => each !== b[place]);
  return first === -1 ? 0 : Math.sign((a[first] ?? 0) - (b[first] ?? 0));
};

it('a code sorts in the order of aims', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      const codes = [one, other].map((own) => encodeCosts(costsOf(own)));
      expect(Math.sign((codes[0] ?? 0) - (codes[1] ?? 0))).toBe(orderOf(one, other));
    }),
  );
});

it('codes below a limit cost nothing above it', () => {
  fc.assert(
    fc.property(values, (own) => {
      const code = encodeCosts(costsOf(own));
      expect(code < CLEAN).toBe(own.slice(0, 5).every((each) => each === 0));
      expect(code < FAR_APART).toBe(own.slice(0, 6).every((each) => each === 0));
    }),
  );
});

it('a rank takes points off within the order of aims', () => {
  expect(rankOf(encodeCosts(costsOf([0, 0, 0, 0, 0, 0, 255])), 0)).toBe(0);
  expect(rankOf(encodeCosts(costsOf([0, 0, 0, 0, 0, 0, 250])), 7)).toBe(12);
  expect(rankOf(encodeCosts(costsOf([0, 0, 0, 0, 0, 1, 255])), 0)).toBe(512);
  expect(rankOf(encodeCosts(costsOf([0, 0, 0, 0, 1, 0, 254])), 3)).toBe(8 * 512 + 4);
});

it('costs of limbs compare as their counts do, in however many limbs', () => {
  const pairs = fc.array(values, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(pairs, fc.constantFrom(undefined, 2 ** 12, 1), (all, total) => {
      const limbs = limbCosts(
        Int32Array.from(all, (own) => encodeCosts(costsOf(own))),
        3,
        total,
      );
      const order = (one: number, other: number) =>
        limbs.map((costOf) => Math.sign(costOf(one) - costOf(other))).find((sign) => sign !== 0) ?? 0;
      for (const [at, own] of all.entries())
        for (const [next, other] of all.entries()) expect(order(at, next)).toBe(orderOf(own, other));
    }),
  );
  const clean = Int32Array.of(encodeCosts(costsOf([0, 0, 0, 0, 0, 0, 255])));
  expect(limbCosts(clean, 3).map((costOf) => costOf(0))).toEqual([0]);
});

it('in the compromise a tier outweighs what two pairs can win below it', () => {
  const weigh = (own: readonly number[]) => compromise(Int32Array.of(encodeCosts(costsOf(own))))[0] ?? 0;
  const worst = MOST.map((most, place) => (place === 6 ? 0 : most));
  for (let place = 0; place < 6; place++) {
    const dear = MOST.map((_, at) => (at === place ? 1 : at === 6 ? 255 : 0));
    const cheap = worst.map((each, at) => (at > place ? each : 0));
    expect(weigh(dear)).toBe(2 * weigh(cheap) - 1);
  }
  expect(weigh(MOST.map((_, place) => (place === 6 ? 255 : 0)))).toBeCloseTo(0);
  expect(weigh(MOST.map((_, place) => (place === 6 ? 254 : 0)))).toBe(-1);
});
