import { expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { weightedGraph } from '../graph.ts';
import { graphsUpTo } from '../small-graphs.test-helper.ts';
import { extend } from './extend.test-helper.ts';
import { byForce, instance } from './instances.test-helper.ts';
import { maximumWeightMatching } from './matching.ts';
import { OPTIMA } from './optima.test-helper.ts';

it('equals brute force on every graph up to eight people, weights sampled', () => {
  const random = createRandom(30);
  const smaller = graphsUpTo(7);
  const graphs = [...smaller, ...extend(smaller.filter(({ vertices }) => vertices === 7))];
  expect(graphs.filter(({ vertices }) => vertices === 8)).toHaveLength(12346);
  for (const { vertices, edges } of graphs) {
    const from = [...edges].map((edge) => Math.floor(edge / vertices));
    const to = [...edges].map((edge) => edge % vertices);
    for (const range of [1, 3, 9]) {
      const columns = { from, to, weight: from.map(() => random.below(range) - (range >> 2)) };
      const { pairs, first, most } = byForce(vertices, columns);
      const graph = weightedGraph(vertices, columns);
      const counted = maximumWeightMatching(graph, { exact: true });
      expect([counted.pairs, counted.weight]).toEqual([pairs, first]);
      expect(maximumWeightMatching(graph, { exact: true, cardinalityFirst: false }).weight).toBe(most);
    }
  }
});

it('equals brute force on 20,000 random graphs up to 14 people', () => {
  const random = createRandom(40);
  for (let trial = 0; trial < 20_000; trial++) {
    const vertices = 2 + random.below(13);
    const density = random.next() ** 2;
    const range = [1, 3, 30, 1e6][trial % 4] ?? 1;
    const from: number[] = [];
    const to: number[] = [];
    for (let one = 0; one < vertices; one++) {
      for (let other = one + 1; other < vertices; other++) {
        if (random.next() > density) continue;
        from.push(one);
        to.push(other);
      }
    }
    const columns = { from, to, weight: from.map(() => random.below(range) - (trial % 3 === 0 ? range >> 1 : 0)) };
    const { pairs, first, most } = byForce(vertices, columns);
    const graph = weightedGraph(vertices, columns);
    const counted = maximumWeightMatching(graph, { exact: true });
    expect([counted.pairs, counted.weight]).toEqual([pairs, first]);
    expect(maximumWeightMatching(graph, { exact: true, cardinalityFirst: false }).weight).toBe(most);
  }
});

it("equals another solver's optimum on 200 instances of 200 to 5,000 people", () => {
  for (const [number, [pairs, first, most]] of OPTIMA.entries()) {
    const { vertices, edges, name } = instance(number);
    const graph = weightedGraph(vertices, edges);
    const counted = maximumWeightMatching(graph, { exact: true });
    expect([number, name, counted.pairs, counted.weight, counted.exact]).toEqual([number, name, pairs, first, true]);
    expect([number, maximumWeightMatching(graph, { exact: true, cardinalityFirst: false }).weight]).toEqual([
      number,
      most,
    ]);
  }
});
