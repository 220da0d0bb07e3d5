import { expect, it } from 'vitest';
import { graphsUpTo } from '#engine/graph/small-graphs.test-helper.ts';
import { createRandom } from '#engine/random.ts';
import { checkAnswer, graphFiles, randomFiles } from './match-worlds.test-helper.ts';

it('gives the best round over the whole order of aims on 5,000 random small worlds', () => {
  const random = createRandom(77);
  for (let trial = 0; trial < 5000; trial++) {
    checkAnswer(randomFiles(random, 1 + random.below(9), 2 + random.below(3)), random.below(1000));
  }
});

it('gives the best round on every graph up to seven people, in twos, threes and fours', () => {
  const random = createRandom(31);
  const graphs = graphsUpTo(7);
  expect(graphs).toHaveLength(1 + 2 + 4 + 11 + 34 + 156 + 1044);
  for (const graph of graphs) {
    for (const size of [2, 2, 3, 4]) checkAnswer(graphFiles(graph, random, size), random.below(1000));
  }
});
