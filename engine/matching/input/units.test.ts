import { expect, it } from 'vitest';
import { boundaryKey, levelsShared, readUnits } from './units.ts';
import { Vocabulary } from './words.ts';

const read = (...paths: (string[] | undefined)[]) =>
  readUnits(
    paths.map((unit, place) => ({ id: String(place), ...(unit && { unit }) })),
    new Vocabulary(),
  );

it('numbers units by their paths, and counts who is in each', () => {
  const units = read(['A', 'B'], [' a', 'B '], undefined, ['A'], [], ['', ' '], ['B', 'A'], ['a', 'b']);
  expect([...units.unit]).toEqual([0, 0, -1, 1, -1, -1, 2, 0]);
  expect(units.unitSize).toEqual([3, 1, 1]);
  expect(units.unitName).toEqual(['A / B', 'A', 'B / A']);
  expect(units.unitPath.map((path) => [...path])).toEqual([[0, 1], [0], [1, 0]]);
});

it('there is a boundary where two known units differ', () => {
  const unit = Int32Array.from([0, 1, 1, -1]);
  expect(boundaryKey(unit, 0, 1)).toBe(boundaryKey(unit, 2, 0));
  expect(boundaryKey(unit, 0, 1)).toBe(1);
  expect([boundaryKey(unit, 1, 2), boundaryKey(unit, 0, 3), boundaryKey(unit, 3, 1)]).toEqual([-1, -1, -1]);
});

it('levels are shared from the top, at most seven', () => {
  const deep = 'ABCDEFGHI'.split('');
  const units = read(['A', 'B'], ['A', 'C'], ['C', 'B'], ['A'], deep, [...deep, 'x']);
  const shared = (one: number, other: number) => levelsShared(units, one, other);
  expect([shared(0, 1), shared(0, 2), shared(0, 3), shared(0, 4)]).toEqual([1, 0, 1, 2]);
  expect([shared(0, 0), shared(4, 5), shared(-1, 0), shared(0, -1)]).toEqual([2, 7, 0, 0]);
});
