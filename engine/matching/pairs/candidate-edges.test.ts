import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCheapest, addCircle, cellOf, EdgeSet } from './candidate-edges.ts';

it('keeps each edge once, whichever way, and no loop', () => {
  const edges = new EdgeSet(4);
  for (const [one, other] of [
    [1, 2],
    [2, 1],
    [3, 3],
    [0, 3],
    [1, 2],
  ] as const)
    edges.add(one, other);
  expect(edges.ends).toEqual([1, 2, 0, 3]);
});

it('a circle goes through everybody', () => {
  const ends = (vertices: number) => {
    const edges = new EdgeSet(vertices);
    addCircle(edges);
    return edges.ends;
  };
  expect(ends(4)).toEqual([0, 1, 1, 2, 2, 3, 3, 0]);
  expect(ends(2)).toEqual([0, 1]);
});

it('adds the cheapest of each, the earliest in a circle among equals, none that is infinite', () => {
  const cost = fc.constantFrom(0, 1, 2, 3, Number.POSITIVE_INFINITY);
  const table = fc
    .integer({ min: 1, max: 7 })
    .chain((size) => fc.tuple(fc.constant(size), fc.array(cost, { minLength: size * size, maxLength: size * size })));
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 4 }), ([size, costs], count) => {
      const costOf = (one: number, other: number) => costs[one * size + other] ?? 0;
      const edges = new EdgeSet(size);
      addCheapest(edges, count, costOf);
      const wanted = new EdgeSet(size);
      for (let one = 0; one < size; one++) {
        const circle = Array.from({ length: size - 1 }, (_, step) => (one + 1 + step) % size);
        const best = circle
          .filter((other) => costOf(one, other) !== Number.POSITIVE_INFINITY)
          .sort((a, b) => costOf(one, a) - costOf(one, b))
          .slice(0, count);
        for (const other of best) wanted.add(one, other);
      }
      expect(edges.ends).toEqual(wanted.ends);
    }),
  );
});

it('finds the cell of two local vertices in the whole matrix', () => {
  const matrix = { side: 5, limbs: 3, cells: new Float64Array(75) };
  expect(cellOf({ matrix, ids: Int32Array.of(4, 1) }, 0, 1)).toBe(63);
});
