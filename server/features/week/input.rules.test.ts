import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, drawn, halfOf, isoWeek, placeFrom, shuffled, weekNumber } from './input.rules.ts';

describe('days and weeks', () => {
  it('are counted across months, leap days and the change of clocks', () => {
    expect([daysBetween('2026-11-23', '2026-11-23'), daysBetween('2026-11-23', '2026-11-24')]).toEqual([0, 1]);
    expect([daysBetween('2028-02-28', '2028-03-01'), daysBetween('2026-03-28', '2026-03-30')]).toEqual([2, 2]);
    expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });

  it('begin on Monday and are named by their year', () => {
    expect(['2026-01-01', '2025-12-28', '2027-01-03', '2027-01-04'].map(isoWeek)).toEqual([
      ...['2026-W01', '2025-W52', '2026-W53', '2027-W01'],
    ]);
    expect(['2001-01-01', '2001-01-07', '2001-01-08', '2000-12-31'].map(weekNumber)).toEqual([0, 0, 1, -1]);
  });
});

describe('what is drawn from a text', () => {
  it('is a number from 0 up to 1, spread over all of it', () => {
    const all = Array.from({ length: 4000 }, (_, place) => drawn(`${place}`));
    expect(all.every((each) => each >= 0 && each < 1)).toBe(true);
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
    expect(mean).toBeGreaterThan(0.48);
    expect(mean).toBeLessThan(0.52);
  });

  it('is a place shaped like an id', () => {
    const place = placeFrom('a');
    expect(place).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect([placeFrom('a') === place, placeFrom('b') === place]).toEqual([true, false]);
  });

  it('is an order of the whole list, the same for its seed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (list, seed) => {
        const order = shuffled(seed, list, { name: (each) => each });
        expect([...order].sort()).toEqual([...list].sort());
        expect(shuffled(seed, list.toReversed(), { name: (each) => each })).toEqual(order);
      }),
    );
  });

  it('is the larger half of a list, of which one more moves one at most', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1 }), fc.string(), ([more, ...ids], seed) => {
        const [half, larger] = [halfOf(seed, ids), halfOf(seed, more === undefined ? ids : [...ids, more])];
        expect(half).toHaveLength(Math.ceil(ids.length / 2));
        expect(half.filter((id) => !larger.includes(id)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stands in front the more often the more it weighs', () => {
    const firsts = (weight: number) =>
      Array.from({ length: 300 }, (_, seed) =>
        shuffled(`${seed}`, ['a', 'b'], { name: (each) => each, weight: (each) => (each === 'a' ? weight : 1) }),
      ).filter(([first]) => first === 'a').length / 300;
    expect(firsts(1)).toBeGreaterThan(0.4);
    expect(firsts(1)).toBeLessThan(0.6);
    expect(firsts(3)).toBeGreaterThan(0.68);
    expect(firsts(3)).toBeLessThan(0.82);
  });
});
