import { expect, it } from 'vitest';
import { areLeftOnce, leavings, nestingOf, oddSets, setsAround } from './odd-sets.ts';

// People 0 to 6; 7 holds 0, 1, 2; 8 holds 7, 3, 4; 9 holds nobody's dual above nothing.
const parent = Int32Array.of(7, 7, 7, 8, 8, -1, -1, 8, -1);
const proofOf = (duals: number[]) => ({
  duals: Float64Array.from(duals),
  parent,
  exposedCost: 0,
  barrier: new Int32Array(0),
});
type Proof = Parameters<typeof oddSets>[1];
const setsOf = (inner: number, outer: number) =>
  oddSets(7, proofOf([5, 5, 5, 5, 5, 5, 5, inner, outer]) as unknown as Proof);

it('counts sets whose dual is above nothing', () => {
  expect(setsOf(0, 0)).toEqual([]);
  expect([setsOf(2, 0), setsOf(0, 4), setsOf(2, 4)].map(([sets]) => sets?.count)).toEqual([1, 1, 2]);
});

it('knows how many sets a pair leaves', () => {
  const both = setsOf(2, 4);
  const left = (one: number, other: number) => [leavings(both, one, other), leavings(both, other, one)];
  expect(left(0, 1)).toEqual([0, 0]);
  expect(left(0, 3)).toEqual([1, 1]);
  expect(left(3, 4)).toEqual([0, 0]);
  expect(left(0, 5)).toEqual([2, 2]);
  expect(left(4, 6)).toEqual([1, 1]);
  expect(left(5, 6)).toEqual([0, 0]);
  expect(leavings([...both, ...setsOf(0, 3)], 0, 5)).toBe(3);
  expect(leavings([], 0, 5)).toBe(0);
  expect([0, 3, 5].map((person) => both.map(({ nesting }) => setsAround(nesting, person)))).toEqual([[2], [1], [0]]);
});

it('knows whether each set is left once', () => {
  const both = setsOf(2, 4);
  const mate = (...pairs: number[][]) => {
    const mates = new Int32Array(8).fill(-1);
    for (const [one = 0, other = 0] of pairs) {
      mates[one] = other;
      mates[other] = one;
    }
    return mates.subarray(0, 7);
  };
  expect(areLeftOnce(both, mate([0, 1], [2, 3], [4, 5]))).toBe(true);
  expect(areLeftOnce(both, mate([0, 1], [3, 4], [2, 5]))).toBe(true);
  expect(areLeftOnce(both, mate([0, 5], [1, 6], [3, 4]))).toBe(false);
  expect(areLeftOnce(both, mate([0, 3], [1, 4], [2, 5]))).toBe(false);
  expect(areLeftOnce([], mate([0, 5], [1, 6]))).toBe(true);
});

it('refuses sets that are not odd', () => {
  const even = { ...proofOf([0, 0, 0]), parent: Int32Array.of(2, 2, -1) } as unknown as Proof;
  expect(() => nestingOf(2, even, even.duals)).toThrow('odd');
});
