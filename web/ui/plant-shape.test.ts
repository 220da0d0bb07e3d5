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
