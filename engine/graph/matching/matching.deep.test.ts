import { expect, it } from 'vitest';
import { graphsUpTo } from '../../matching/small-graphs.test-helper.ts';
import { createRandom } from '../../random.ts';
import { weightedGraph } from '../graph.ts';
import { extend } from './extend.test-helper.ts';
import { byForce, instance } from './instances.test-helper.ts';
import { solvePairs } from './matching.ts';
import { OPTIMA } from './optima.test-helper.ts';

it('equals brute force on every graph up to eight people, weights sampled', () => {
  const random = createRandom(30);
  const smaller = graphsUpTo(7);
  const graphs = [...smaller, ...extend(smaller.filter(({ people }) => people === 7))];
  expect(graphs.filter(({ people }) => people === 8)).toHaveLength(12346);
  for (const { people, edges } of graphs) {
    const from = [...edges].map((edge) => Math.floor(edge / people));
    const to = [...edges].map((edge) => edge % people);
    for (const range of [1, 3, 9]) {
      const columns = { from, to, weight: from.map(() => random.below(range) - (range >> 2)) };
      const { pairs, first, most } = byForce(people, columns);
      const graph = weightedGraph(people, columns);
      const counted = solvePairs(graph, { exact: true });
      expect([counted.pairs, counted.weight]).toEqual([pairs, first]);
      expect(solvePairs(graph, { exact: true, cardinalityFirst: false }).weight).toBe(most);
    }
  }
});

it('equals brute force on 20,000 random graphs up to 14 people', () => {
  const random = createRandom(40);
  for (let trial = 0; trial < 20_000; trial++) {
    const people = 2 + random.below(13);
    const density = random.next() ** 2;
    const range = [1, 3, 30, 1e6][trial % 4] ?? 1;
    const from: number[] = [];
    const to: number[] = [];
    for (let one = 0; one < people; one++) {
      for (let other = one + 1; other < people; other++) {
        if (random.next() > density) continue;
        from.push(one);
        to.push(other);
      }
    }
    const columns = { from, to, weight: from.map(() => random.below(range) - (trial % 3 === 0 ? range >> 1 : 0)) };
    const { pairs, first, most } = byForce(people, columns);
    const graph = weightedGraph(people, columns);
    const counted = solvePairs(graph, { exact: true });
    expect([counted.pairs, counted.weight]).toEqual([pairs, first]);
    expect(solvePairs(graph, { exact: true, cardinalityFirst: false }).weight).toBe(most);
  }
});

it("equals another solver's optimum on 200 instances of 200 to 5,000 people", () => {
  for (const [number, [pairs, first, most]] of OPTIMA.entries()) {
    const { people, edges, name } = instance(number);
    const graph = weightedGraph(people, edges);
    const counted = solvePairs(graph, { exact: true });
    expect([number, name, counted.pairs, counted.weight, counted.exact]).toEqual([number, name, pairs, first, true]);
    expect([number, solvePairs(graph, { exact: true, cardinalityFirst: false }).weight]).toEqual([number, most]);
  }
});
