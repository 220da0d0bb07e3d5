import { describe, expect, it } from 'vitest';
import { graphsUpTo } from '../../graph/small-graphs.test-helper.ts';
import { createRandom } from '../../random.ts';
import type { CostMatrix } from '../aims/packing.ts';
import { graphMatrix, leastByForce } from './graph-costs.test-helper.ts';
import { matchPerfectly } from './perfect-matching.ts';

function randomMatrix(side: number, limbs: number, draw: () => number): CostMatrix {
  const cells = new Float64Array(side * side * limbs);
  for (let a = 0; a < side; a++) {
    for (let b = a + 1; b < side; b++) {
      for (let limb = 0; limb < limbs; limb++) {
        const cost = draw();
        cells[(a * side + b) * limbs + limb] = cost;
        cells[(b * side + a) * limbs + limb] = cost;
      }
    }
  }
  return { side, limbs, cells };
}

function everybody(side: number): Int32Array {
  return Int32Array.from({ length: side }, (_, row) => row);
}

describe('cheapest perfect matching', () => {
  it('equals brute force on random vector costs', () => {
    const random = createRandom(5);
    for (let trial = 0; trial < 1500; trial++) {
      const side = 2 + 2 * random.below(4);
      const limit = 2 + random.below(6);
      const matrix = randomMatrix(side, 1 + random.below(3), () => random.below(limit));
      const found = matchPerfectly({ matrix, ids: everybody(side) });
      expect([...found.cost]).toEqual(leastByForce(matrix));
      expect([...found.bound]).toEqual([...found.cost]);
    }
  });

  it('equals brute force on every graph up to six people, weights 1 to 3 sampled', () => {
    const random = createRandom(11);
    const graphs = graphsUpTo(6);
    expect(graphs.filter((graph) => graph.vertices === 6)).toHaveLength(156);
    for (const { vertices: people, edges } of graphs) {
      for (let sample = 0; sample < 5; sample++) {
        const matrix = graphMatrix(people, edges, random);
        if (matrix.side < 2) continue;
        expect([...matchPerfectly({ matrix, ids: everybody(matrix.side) }).cost]).toEqual(leastByForce(matrix));
      }
    }
  });

  it('proves sparse solves against all pairs, with odd circles that cost little', () => {
    const random = createRandom(2);
    const side = 120;
    const matrix = randomMatrix(side, 2, () => 5 + random.below(40));
    // Triangles inside are cheap, so blossoms must form.
    for (let a = 0; a < side; a++) {
      for (let b = a + 1; b < side; b++) {
        if (Math.floor(a / 3) !== Math.floor(b / 3)) continue;
        matrix.cells[(a * side + b) * 2] = 0;
        matrix.cells[(b * side + a) * 2] = 0;
      }
    }
    const found = matchPerfectly({ matrix, ids: everybody(side) });
    expect([...found.bound]).toEqual([...found.cost]);
    found.partner.forEach((other, one) => {
      expect(found.partner[other]).toBe(one);
    });
  });

  it('gives a matching of 400 people whose cost no swap of two pairs improves', () => {
    const random = createRandom(8);
    const side = 400;
    const matrix = randomMatrix(side, 1, () => random.below(1000));
    const { partner } = matchPerfectly({ matrix, ids: everybody(side) });
    const cost = (a: number, b: number): number => matrix.cells[a * side + b] ?? 0;
    for (let a = 0; a < side; a++) {
      for (let b = 0; b < side; b++) {
        const c = partner[a] ?? 0;
        const d = partner[b] ?? 0;
        if (b === a || b === c) continue;
        expect(cost(a, c) + cost(b, d)).toBeLessThanOrEqual(cost(a, b) + cost(c, d));
      }
    }
  });
});
