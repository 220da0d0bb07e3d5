import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addTier, compare, largestSums, layOut, packTable, unpack } from './packing.ts';
import { TIERS } from './tiers.ts';

const most = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: TIERS, maxLength: TIERS });

it('reads back every count, and compares sums in the order of aims', () => {
  const counts = fc.array(fc.nat(), { minLength: TIERS, maxLength: TIERS });
  fc.assert(
    fc.property(most, counts, counts, fc.integer({ min: 1, max: 500 }), (largest, some, others, total) => {
      const packing = layOut(Float64Array.from(largest), total);
      const within = (all: number[]) => all.map((each, tier) => each % ((largest[tier] ?? 0) + 1));
      const sumOf = (all: number[]) => {
        const sum = new Float64Array(packing.limbs);
        for (const [tier, count] of all.entries()) addTier(packing, sum, tier, count);
        return sum;
      };
      const [one, other] = [within(some), within(others)];
      expect([...unpack(packing, sumOf(one))]).toEqual(one);
      const first = one.findIndex((count, tier) => count !== other[tier]);
      const order = first === -1 ? 0 : Math.sign((one[first] ?? 0) - (other[first] ?? 0));
      expect(Math.sign(compare(sumOf(one), sumOf(other)))).toBe(order);
    }),
  );
});

it('lays as many tiers into a limb as fit, the lowest first', () => {
  const layers = (largest: number[], total: number) => {
    const { limbs, limb, unit } = layOut(Float64Array.from([...Array(6).fill(0), ...largest]), total);
    return [limbs, [...limb.slice(6)], [...unit.slice(6)]];
  };
  expect(layers([1, 2, 3, 4], 120)).toEqual([1, [0, 0, 0, 0], [60, 20, 5, 1]]);
  expect(layers([1, 2, 3, 4], 119)).toEqual([2, [0, 1, 1, 1], [1, 20, 5, 1]]);
  expect(layers([1, 0, 3, 4], 19)[0]).toBe(2);
  expect(layers([1, 0, 3, 4], 1)).toEqual([3, [0, 2, 1, 2], [1, 0, 1, 1]]);
  expect(layers([0, 0, 0, 0], 9)).toEqual([1, [0, 0, 0, 0], [0, 0, 0, 0]]);
  const whole = layOut(new Float64Array(TIERS).fill(2 ** 20 - 1));
  expect([whole.limbs, [...whole.limb]]).toEqual([5, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]]);
});

it('packs a table of pairs, empty rows behind the people', () => {
  const tiers = new Array<Uint8Array | undefined>(TIERS).fill(undefined);
  tiers[0] = Uint8Array.from([0, 1, 1, 0]);
  tiers[9] = Uint8Array.from([0, 3, 3, 0]);
  const table = { people: 2, tiers, mostWorth: 3 };
  expect([...largestSums(table, 5)]).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0, 15]);
  const one = packTable(table, layOut(largestSums(table, 1)), 1);
  expect([one.side, one.limbs, [...one.cells]]).toEqual([3, 1, [0, 7, 0, 7, 0, 0, 0, 0, 0]]);
  const two = packTable(table, layOut(largestSums(table, 1), 4), 0);
  expect([two.side, two.limbs, [...two.cells]]).toEqual([2, 2, [0, 0, 1, 3, 1, 3, 0, 0]]);
});

it('compares from the front', () => {
  const sign = (one: number[], other: number[]) => Math.sign(compare(Float64Array.from(one), Float64Array.from(other)));
  expect(sign([1, 9], [2, 0])).toBe(-1);
  expect(sign([2, 0], [1, 9])).toBe(1);
  expect(sign([1, 2], [1, 1])).toBe(1);
  expect(sign([1, 2], [1, 2])).toBe(0);
  expect(sign([], [])).toBe(0);
});
