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
