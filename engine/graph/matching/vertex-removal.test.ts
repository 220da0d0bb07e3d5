import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { type WeightedGraph, weightedGraph, withoutVertices } from '../graph.ts';
import { instance } from './instances.test-helper.ts';
import { maximumWeightMatching } from './matching.ts';
import { verify } from './proof.ts';
import { matchingWithRemovals } from './vertex-removal.ts';

/** Removes vertices one by one: each time the mended matching is as good as new ones, and proved. */
function expectMended(graph: WeightedGraph, order: readonly number[], cardinalityFirst: boolean): void {
  const options = { exact: true, cardinalityFirst };
  const round = matchingWithRemovals(graph, options);
  for (const [place, vertex] of order.entries()) {
    const mended = round.removeVertex(vertex);
    const rest = withoutVertices(graph, order.slice(0, place + 1));
    const fresh = maximumWeightMatching(rest, options);
    expect([mended.weight, mended.exact]).toEqual([fresh.weight, true]);
    if (cardinalityFirst) expect([mended.pairs, mended.exposed]).toEqual([fresh.pairs, fresh.exposed]);
    expect(mended.mate[vertex]).toBe(-1);
    expect(() => verify(rest, mended, cardinalityFirst)).not.toThrow();
    expect(round.result()).toBe(mended);
  }
}

function smallGraph(vertices: number, trial: number): WeightedGraph {
  const random = createRandom(900 + trial);
  const density = random.next() ** 2;
  const range = [1, 3, 30, 1e6][trial % 4] ?? 1;
  const edges = { from: [] as number[], to: [] as number[], weight: [] as number[] };
  for (let one = 0; one < vertices; one++) {
    for (let other = one + 1; other < vertices; other++) {
      if (random.next() > density) continue;
      edges.from.push(one);
      edges.to.push(other);
      edges.weight.push(random.below(range) - (trial % 3 === 0 ? range >> 1 : 0));
    }
  }
  return weightedGraph(vertices, edges);
}

describe('a removal', () => {
  it('leaves pairs as good as solved anew, until no vertex is there, on 1,000 random graphs', () => {
    for (let trial = 0; trial < 1000; trial++) {
      const vertices = 2 + (trial % 23);
      const order = Array.from({ length: vertices }, (_, place) => (place * 7 + trial) % vertices);
      expectMended(smallGraph(vertices, trial), [...new Set(order)], trial % 5 !== 0);
    }
  });

  it.each(Array.from({ length: 24 }, (_, number) => number))('the same in instance %i', (number) => {
    const { vertices, edges } = instance(number, 400);
    const random = createRandom(number);
    const order = [...new Set(Array.from({ length: 8 }, () => random.below(vertices)))];
    expectMended(weightedGraph(vertices, edges), order, number % 4 !== 3);
  });

  it('can be stopped, and the next one finds both gone', () => {
    const { vertices, edges } = instance(25, 400);
    const graph = weightedGraph(vertices, edges);
    let stop = false;
    const onProgress = (): void => {
      if (stop) throw new Error('enough');
    };
    const round = matchingWithRemovals(graph, { exact: true, onProgress });
    const before = round.result();
    const lost = before.mate.findIndex((partner) => partner !== -1);
    stop = true;
    expect(() => round.removeVertex(lost)).toThrow('enough');
    expect(round.result()).toBe(before);
    stop = false;
    const after = round.removeVertex(before.mate[lost] ?? -1);
    const fresh = maximumWeightMatching(withoutVertices(graph, [lost, before.mate[lost] ?? -1]), { exact: true });
    expect([after.pairs, after.weight]).toEqual([fresh.pairs, fresh.weight]);
  });

  it('is refused for no vertex and for the same one twice', () => {
    const round = matchingWithRemovals(weightedGraph(2, { from: [0], to: [1], weight: [1] }));
    expect(() => round.removeVertex(2)).toThrow('There is no vertex');
    expect(() => round.removeVertex(0.5)).toThrow('There is no vertex');
    round.removeVertex(0);
    expect(() => round.removeVertex(0)).toThrow('before');
  });
});
