import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChance, idOf } from './chance.rules.ts';

describe('chance', () => {
  it('repeats with its seed, and differs with another', () => {
    const draws = (seed: number) => {
      const chance = createChance(seed);
      return Array.from({ length: 20 }, () => chance.between(1, 1000));
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('draws every number between two, both included, and none beyond', () => {
    const chance = createChance(3);
    const drawn = new Set(Array.from({ length: 200 }, () => chance.between(4, 7)));
    expect([...drawn].sort()).toEqual([4, 5, 6, 7]);
    expect(chance.between(9, 9)).toBe(9);
  });

  it('is true never, always, or in a share of all cases', () => {
    const chance = createChance(5);
    const times = (share: number) => Array.from({ length: 400 }, () => chance.isTrue(share)).filter(Boolean).length;
    expect([times(0), times(1)]).toEqual([0, 400]);
    expect(times(0.25)).toBeGreaterThan(60);
    expect(times(0.25)).toBeLessThan(140);
  });

  it('takes any of a list, and none of an empty one', () => {
    const chance = createChance(2);
    expect(new Set(Array.from({ length: 60 }, () => chance.one(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
    expect(() => chance.one([])).toThrow('empty list');
  });

  it('takes so many of a list, each once, all of a shorter one, and leaves the list as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat({ max: 12 }), fc.integer(), (list, most, seed) => {
        const before = [...list];
        const some = createChance(seed).some(list, most);
        expect(some).toHaveLength(Math.min(most, list.length));
        expect(new Set(some).size).toBe(some.length);
        expect(some.every((each) => list.includes(each))).toBe(true);
        expect(list).toEqual(before);
      }),
    );
  });
});

it('an id has the shape of one, and is the same for the same name of the same kind', () => {
  expect(idOf('unit', 'Firmware')).toBe('14e0847c-aaef-4aa6-846b-d1bcde9472e5');
  expect(idOf('unit', 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([idOf('unit', 'a'), idOf('site', 'a'), idOf('unit', 'b')]).size).toBe(3);
});
