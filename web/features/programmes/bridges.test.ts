import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '#contract/programmes.ts';
import { matrixOf, sumOf } from './bridges.ts';

const unit = fc.constantFrom('Sales', 'Labs', 'Finance', 'People', 'Field', null);
const bridges = fc.array(fc.record({ a: unit, b: unit, pairs: fc.integer({ min: 1, max: 20 }) }));
const totalOf = (list: readonly Bridge[]) => list.reduce((sum, { pairs }) => sum + pairs, 0);

describe('bridges', () => {
  it('adds rounds up without losing a pair, each boundary once', () => {
    fc.assert(
      fc.property(bridges, bridges, (one, two) => {
        const sums = sumOf([one, two]);
        expect(totalOf(sums)).toBe(totalOf(one) + totalOf(two));
        const keys = sums.map(({ a, b }) => JSON.stringify([a, b].toSorted()));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('shows every pair in the picture, whatever the room', () => {
    fc.assert(
      fc.property(bridges, fc.integer({ min: 1, max: 6 }), (list, room) => {
        const matrix = matrixOf(list, room);
        let shown = 0;
        for (let row = 0; row < matrix.units.length; row++)
          for (let column = 0; column <= row; column++) shown += matrix.pairs(row, column);
        expect(shown).toBe(totalOf(list));
        expect(matrix.units.filter((each) => typeof each === 'string').length).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('puts the liveliest first, and smaller units last', () => {
    const { units } = matrixOf(
      [
        { a: 'Labs', b: 'Sales', pairs: 8 },
        { a: 'Sales', b: null, pairs: 1 },
        { a: 'Field', b: 'Labs', pairs: 1 },
      ],
      2,
    );
    expect(units).toEqual(['Labs', 'Sales', undefined, null]);
  });
});

describe('sums and order', () => {
  it('add up by boundary, most pairs first, units in the order of names', () => {
    const rounds: Bridge[][] = [
      [
        { a: 'Sales', b: 'Labs', pairs: 2 },
        { a: 'Field', b: null, pairs: 4 },
      ],
      [
        { a: 'Labs', b: 'Sales', pairs: 3 },
        { a: null, b: 'Field', pairs: 0 },
      ],
    ];
    expect(sumOf(rounds)).toEqual([
      { a: 'Labs', b: 'Sales', pairs: 5 },
      { a: null, b: 'Field', pairs: 4 },
    ]);
    expect(sumOf([])).toEqual([]);
  });

  it('count a unit once for pairs inside it, and settle ties by name', () => {
    const { units } = matrixOf(
      [
        { a: 'Sales', b: 'Sales', pairs: 3 },
        { a: 'Labs', b: 'Field', pairs: 4 },
      ],
      3,
    );
    expect(units).toEqual(['Field', 'Labs', 'Sales']);
  });

  it('have no place for smaller units where there are none, nor for others where there is room', () => {
    const one: Bridge[] = [{ a: 'Labs', b: 'Sales', pairs: 2 }];
    expect(matrixOf(one, 2).units).toEqual(['Labs', 'Sales']);
    expect(matrixOf(one, 1).units).toEqual(['Labs', undefined]);
    const matrix = matrixOf([...one, { a: 'Labs', b: null, pairs: 7 }], 2);
    expect(matrix.units).toEqual(['Labs', 'Sales', null]);
    expect([matrix.pairs(0, 2), matrix.pairs(2, 0), matrix.pairs(0, 1), matrix.pairs(1, 2), matrix.most]).toEqual([
      ...[7, 7, 2, 0, 7],
    ]);
    expect([matrixOf([], 3).most, matrixOf([], 3).units]).toEqual([1, []]);
  });
});
