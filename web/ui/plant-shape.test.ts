import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plantOf } from './plant-shape.ts';

it('draws the same plant for the same seed', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(plantOf(seed)).toEqual(plantOf(seed));
    }),
  );
});

it('keeps every leaf inside its box', () => {
  fc.assert(
    fc.property(fc.uuid(), (seed) => {
      for (const leaf of plantOf(seed).leaves) {
        expect(leaf.x).toBeGreaterThan(30);
        expect(leaf.x).toBeLessThan(70);
        expect(leaf.y).toBeGreaterThan(20);
        expect(leaf.y).toBeLessThan(90);
      }
    }),
  );
});

it('grows different plants for different people', () => {
  const plants = new Set(Array.from({ length: 200 }, (_, index) => JSON.stringify(plantOf(`person-${index}`))));
  expect(plants.size).toBe(200);
});

it('grows the plant that somebody has always had', () => {
  const round = (value: number) => Math.round(value * 100) / 100;
  const seen = (seed: string) => {
    const { palette, leafPath, leaves, top, bend } = plantOf(seed);
    const rows = leaves.map(({ x, y, turn, size, isDark }) => [...[x, y, turn, size].map(round), isDark].join(' '));
    return [palette.ground, leafPath.slice(0, 8), round(top.x), round(top.y), round(bend), ...rows];
  };
  expect(seen('amara')).toEqual([
    ...['#E9E2CE', 'M0 0C-11', 49.78, 38, -0.36],
    '49.94 71.45 -56.42 1.05 true',
    '49.94 68.45 53.31 1 false',
    '49.84 50.55 -55.5 0.9 false',
    '49.84 47.55 54.23 0.85 true',
    '49.78 42 -0.36 0.95 false',
  ]);
  expect(seen('Ж😀')).toEqual([
    ...['#D9E7DF', 'M0 0C-9 ', 47.81, 34, -3.66],
    '49.59 74.63 -48.91 1.08 true',
    '49.59 71.63 52.27 1.03 false',
    '48.9 59 -50.26 0.97 false',
    '48.9 56 50.92 0.93 true',
    '48.22 43.38 -51.51 0.87 true',
    '48.22 40.38 49.67 0.82 false',
    '47.81 38 -3.66 0.95 true',
  ]);
});
