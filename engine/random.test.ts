import { describe, expect, it } from 'vitest';
import { createRandom, shuffledRange } from './random.ts';

describe('seeded randomness', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => random.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(-1)).not.toEqual(draw(1));
    expect(draw(2 ** 40)).not.toEqual(draw(0));
  });

  it('stays in range and is roughly even', () => {
    const random = createRandom(1);
    const counts = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) {
      const value = random.below(10);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('shuffles without loss', () => {
    const order = shuffledRange(100, createRandom(3));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect([...shuffledRange(0, createRandom(3))]).toEqual([]);
  });
});
