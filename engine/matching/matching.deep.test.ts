import { expect, it } from 'vitest';
import { graphsUpTo } from '../graph/small-graphs.test-helper.ts';
import { createRandom } from '../random.ts';
import { planRound } from './matching.ts';
import { graphMatrix, leastByForce } from './pairs/graph-costs.test-helper.ts';
import { matchPerfectly } from './pairs/perfect-matching.ts';
import { checkPlan, randomRound } from './sample-rounds.test-helper.ts';

it('equals brute force on every graph up to seven people up to isomorphism', () => {
  const random = createRandom(13);
  const graphs = graphsUpTo(7);
  expect(graphs.filter((graph) => graph.vertices === 7)).toHaveLength(1044);
  for (const { vertices: people, edges } of graphs) {
    for (let sample = 0; sample < 20; sample++) {
      const matrix = graphMatrix(people, edges, random);
      const ids = Int32Array.from({ length: matrix.side }, (_, row) => row);
      const found = matchPerfectly({ matrix, ids });
      expect([...found.cost]).toEqual(leastByForce(matrix));
      expect([...found.bound]).toEqual([...found.cost]);
    }
  }
});

it('equals brute force over the whole order of aims on 3,000 small worlds', () => {
  const random = createRandom(4);
  for (let trial = 0; trial < 3000; trial++) {
    const input = randomRound(random, 2 + random.below(8), 2 + random.below(3));
    checkPlan(input, planRound(input));
  }
});
