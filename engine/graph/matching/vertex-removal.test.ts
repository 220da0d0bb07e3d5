import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { type WeightedGraph, weightedGraph, withoutPeople } from '../graph.ts';
import { instance } from './instances.test-helper.ts';
import { solvePairs } from './matching.ts';
import { verify } from './proof.ts';
import { openRound } from './vertex-removal.ts';

/** Drops people out one by one: each time the mended pairs are as good as new ones, and proved. */
function expectMended(graph: WeightedGraph, order: readonly number[], cardinalityFirst: boolean): void {
  const options = { exact: true, cardinalityFirst };
  const round = openRound(graph, options);
  for (const [place, person] of order.entries()) {
    const mended = round.dropOut(person);
    const rest = withoutPeople(graph, order.slice(0, place + 1));
    const fresh = solvePairs(rest, options);
    expect([mended.weight, mended.exact]).toEqual([fresh.weight, true]);
    if (cardinalityFirst) expect([mended.pairs, mended.left]).toEqual([fresh.pairs, fresh.left]);
    expect(mended.mate[person]).toBe(-1);
    expect(() => verify(rest, mended, cardinalityFirst)).not.toThrow();
    expect(round.result()).toBe(mended);
  }
}

function smallGraph(people: number, trial: number): WeightedGraph {
  const random = createRandom(900 + trial);
  const density = random.next() ** 2;
  const range = [1, 3, 30, 1e6][trial % 4] ?? 1;
  const edges = { from: [] as number[], to: [] as number[], weight: [] as number[] };
  for (let one = 0; one < people; one++) {
    for (let other = one + 1; other < people; other++) {
      if (random.next() > density) continue;
      edges.from.push(one);
      edges.to.push(other);
      edges.weight.push(random.below(range) - (trial % 3 === 0 ? range >> 1 : 0));
    }
  }
  return weightedGraph(people, edges);
}

describe('a drop-out', () => {
  it('leaves pairs as good as solved anew, until nobody is there, on 1,000 random graphs', () => {
    for (let trial = 0; trial < 1000; trial++) {
      const people = 2 + (trial % 23);
      const order = Array.from({ length: people }, (_, place) => (place * 7 + trial) % people);
      expectMended(smallGraph(people, trial), [...new Set(order)], trial % 5 !== 0);
    }
  });

  it.each(Array.from({ length: 24 }, (_, number) => number))('the same in instance %i', (number) => {
    const { people, edges } = instance(number, 400);
    const random = createRandom(number);
    const order = [...new Set(Array.from({ length: 8 }, () => random.below(people)))];
    expectMended(weightedGraph(people, edges), order, number % 4 !== 3);
  });

  it('can be stopped, and the next one finds both gone', () => {
    const { people, edges } = instance(25, 400);
    const graph = weightedGraph(people, edges);
    let stop = false;
    const onProgress = (): void => {
      if (stop) throw new Error('enough');
    };
    const round = openRound(graph, { exact: true, onProgress });
    const before = round.result();
    const lost = before.mate.findIndex((partner) => partner !== -1);
    stop = true;
    expect(() => round.dropOut(lost)).toThrow('enough');
    expect(round.result()).toBe(before);
    stop = false;
    const after = round.dropOut(before.mate[lost] ?? -1);
    const fresh = solvePairs(withoutPeople(graph, [lost, before.mate[lost] ?? -1]), { exact: true });
    expect([after.pairs, after.weight]).toEqual([fresh.pairs, fresh.weight]);
  });

  it('is refused for nobody and for the same person twice', () => {
    const round = openRound(weightedGraph(2, { from: [0], to: [1], weight: [1] }));
    expect(() => round.dropOut(2)).toThrow('nobody');
    expect(() => round.dropOut(0.5)).toThrow('nobody');
    round.dropOut(0);
    expect(() => round.dropOut(0)).toThrow('before');
  });
});
