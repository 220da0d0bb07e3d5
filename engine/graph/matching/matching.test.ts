import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../random.ts';
import { checkGraph, type EdgeColumns, weightedGraph } from '../graph.ts';
import { graphsUpTo } from '../small-graphs.test-helper.ts';
import { byForce, instance } from './instances.test-helper.ts';
import { maximumWeightMatching } from './matching.ts';
import { OPTIMA } from './optima.test-helper.ts';
import { verify } from './proof.ts';

const triangle = { from: [0, 1, 0], to: [1, 2, 2], weight: [5, 6, 7] };

function randomEdges(vertices: number, random: Random): EdgeColumns {
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const density = random.next();
  const range = [1, 3, 30, 1e6][random.below(4)] ?? 1;
  const lowest = [0, 1, -Math.floor(range / 2), range][random.below(4)] ?? 0;
  for (let one = 0; one < vertices; one++) {
    for (let other = one + 1; other < vertices; other++) {
      if (random.next() > density) continue;
      from.push(one);
      to.push(other);
      weight.push(lowest + random.below(range));
    }
  }
  return { from, to, weight };
}

function expectOptimum(vertices: number, edges: EdgeColumns): void {
  const graph = weightedGraph(vertices, edges);
  const { pairs, first, most } = byForce(vertices, edges);
  const counted = maximumWeightMatching(graph, { exact: true });
  expect([counted.pairs, counted.weight, counted.bound, counted.gap]).toEqual([pairs, first, first, 0]);
  const free = maximumWeightMatching(graph, { exact: true, cardinalityFirst: false });
  expect([free.weight, free.bound]).toEqual([most, most]);
}

describe('the heaviest pairs', () => {
  it('equal brute force on every graph up to six people, weights sampled', () => {
    const random = createRandom(3);
    for (const { vertices, edges } of graphsUpTo(6)) {
      const from = [...edges].map((edge) => Math.floor(edge / vertices));
      const to = [...edges].map((edge) => edge % vertices);
      for (const range of [1, 2, 4, 100]) {
        expectOptimum(vertices, { from, to, weight: from.map(() => random.below(range) - (range >> 2)) });
      }
    }
  });

  it('equal brute force on 1,500 random graphs up to 12 people', () => {
    const random = createRandom(4);
    for (let trial = 0; trial < 1500; trial++) {
      const vertices = random.below(13);
      expectOptimum(vertices, randomEdges(vertices, random));
    }
  });

  it("equal another solver's optimum on instances of every shape", () => {
    for (let number = 0; number < 16; number++) {
      const { vertices, edges, name } = instance(number);
      const [pairs, first, most] = OPTIMA[number] ?? [];
      const graph = weightedGraph(vertices, edges);
      const counted = maximumWeightMatching(graph, { exact: true });
      expect([name, counted.pairs, counted.weight, counted.exact]).toEqual([name, pairs, first, true]);
      expect([name, maximumWeightMatching(graph, { exact: true, cardinalityFirst: false }).weight]).toEqual([
        name,
        most,
      ]);
    }
  });

  it('buys one more pair even where a long row of heavy pairs must give way', () => {
    const vertices = 300;
    const from = Array.from({ length: vertices - 1 }, (_, place) => place);
    const weight = from.map((place) => (place % 2 === 1 ? 1000 : 1));
    const found = maximumWeightMatching(weightedGraph(vertices, { from, to: from.map((place) => place + 1), weight }), {
      exact: true,
    });
    expect([found.pairs, found.weight, found.exact]).toEqual([150, 150, true]);
  });

  it('keep weights beyond 32 bits exact', () => {
    const tier = 2 ** 40;
    const edges = { from: [0, 0, 1, 2], to: [1, 2, 3, 3], weight: [tier, tier + 3, tier + 1, tier + 1] };
    const found = maximumWeightMatching(weightedGraph(4, edges), { exact: true });
    expect(found.weight).toBe(2 * tier + 4);
    expect([...found.mate]).toEqual([2, 3, 0, 1]);
  });

  it('are the same in the fast mode, or the gap says by how much they may be less', () => {
    for (const number of [1, 9, 15]) {
      const { vertices, edges } = instance(number);
      const graph = weightedGraph(vertices, edges);
      const found = maximumWeightMatching(graph);
      const [pairs, first = 0] = OPTIMA[number] ?? [];
      expect(found.pairs).toBe(pairs);
      expect(found.bound).toBeGreaterThanOrEqual(first);
      expect(found.weight).toBeLessThanOrEqual(first);
      verify(graph, found);
    }
  });

  it('tell how far the work has come', () => {
    const { vertices, edges } = instance(13);
    const shares: number[] = [];
    maximumWeightMatching(weightedGraph(vertices, edges), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('stop at any sign of life when told to, and are the same when solved again', () => {
    const { vertices, edges } = instance(13);
    const graph = weightedGraph(vertices, edges);
    const whole = maximumWeightMatching(graph, { exact: true });
    let ends = 0;
    for (let patience = 0, stopped = true; stopped; patience++) {
      let calls = 0;
      const onProgress = (): void => {
        if (calls++ === patience) throw new Error('enough');
      };
      try {
        expect(maximumWeightMatching(graph, { exact: true, onProgress })).toEqual(whole);
        stopped = false;
      } catch (trouble) {
        expect(trouble).toEqual(new Error('enough'));
        ends += 1;
      }
    }
    expect(ends).toBeGreaterThan(2);
  });
});

describe('the proof', () => {
  it('is refused when matching, duals, barrier or sums are altered', () => {
    const { vertices, edges } = instance(2);
    const graph = weightedGraph(vertices, edges);
    const found = maximumWeightMatching(graph, { exact: true });
    const { proof } = found;
    expect(found.exposed).toBeGreaterThan(1);
    expect(() => verify(graph, found)).not.toThrow();
    const duals = proof.duals.map((dual, node) => (node === (edges.from[0] ?? 0) ? dual - 1e6 : dual));
    const mate = found.mate.slice();
    mate[mate.findIndex((partner) => partner !== -1)] = -1;
    const altered = [
      { ...found, mate },
      { ...found, weight: found.weight + 1 },
      { ...found, bound: found.bound - 1 },
      { ...found, proof: { ...proof, duals } },
      { ...found, proof: { ...proof, barrier: proof.barrier.subarray(0, 0) } },
      { ...found, proof: { ...proof, parent: proof.parent.map((_, node) => node) } },
    ];
    for (const result of altered) expect(() => verify(graph, result)).toThrow();
  });

  it('needs its blossoms: three people in a circle', () => {
    const graph = weightedGraph(3, triangle);
    const found = maximumWeightMatching(graph, { exact: true, cardinalityFirst: false });
    expect([found.weight, found.exposed, found.proof.duals.length]).toEqual([7, 1, 4]);
    const proof = { ...found.proof, duals: found.proof.duals.map((dual, node) => (node < 3 ? dual : 0)) };
    expect(() => verify(graph, { ...found, proof }, false)).toThrow('An edge is not paid for.');
  });
});

describe('bad input', () => {
  it.each([
    ['a loop', 3, { from: [1], to: [1], weight: [1] }, 'no edge to itself'],
    ['a negative id', 3, { from: [-1], to: [1], weight: [1] }, 'numbered 0 to 2'],
    ['an id too large', 3, { from: [0], to: [3], weight: [1] }, 'numbered 0 to 2'],
    ['an id that is no number', 3, { from: [Number.NaN], to: [1], weight: [1] }, 'numbered 0 to 2'],
    ['a weight that is no number', 3, { from: [0], to: [1], weight: [Number.NaN] }, 'not a whole number'],
    ['a broken weight', 3, { from: [0], to: [1], weight: [0.5] }, 'not a whole number'],
    ['an endless weight', 3, { from: [0], to: [1], weight: [Number.POSITIVE_INFINITY] }, 'not a whole number'],
    ['a weight too large', 3, { from: [0], to: [1], weight: [2 ** 48] }, 'must stay below 2^48'],
    ['an edge twice', 3, { from: [0, 1], to: [1, 0], weight: [1, 2] }, 'twice'],
    ['columns of different length', 3, { from: [0, 1], to: [1], weight: [1] }, 'differ in length'],
    ['half a vertex', 2.5, { from: [], to: [], weight: [] }, 'not a number of vertices'],
    ['fewer than none', -1, { from: [], to: [], weight: [] }, 'not a number of vertices'],
  ])('is refused with a reason: %s', (_, vertices, edges, reason) => {
    expect(() => weightedGraph(vertices, edges)).toThrow(reason);
  });

  it.each([
    ['offsets', { vertices: 2, offsets: [0, 1], targets: [1, 0], weights: [1, 1] }, 'do not span'],
    ['weights missing', { vertices: 2, offsets: [0, 1, 2], targets: [1, 0], weights: [1] }, 'as many weights'],
    ['one side only', { vertices: 2, offsets: [0, 1, 1], targets: [1], weights: [1] }, 'does not say the same'],
    ['two opinions', { vertices: 2, offsets: [0, 1, 2], targets: [1, 0], weights: [1, 2] }, 'does not say the same'],
    ['a loop', { vertices: 2, offsets: [0, 1, 1], targets: [0], weights: [1] }, 'no edge to itself'],
    ['nobody', { vertices: 2, offsets: [0, 1, 1], targets: [7], weights: [1] }, 'no such vertex'],
    ['disorder', { vertices: 3, offsets: [0, 2, 3, 4], targets: [2, 1, 0, 0], weights: [1, 1, 1, 1] }, 'ascending'],
    ['a repeat', { vertices: 2, offsets: [0, 2, 4], targets: [1, 1, 0, 0], weights: [1, 1, 1, 1] }, 'twice'],
    [
      'a broken weight',
      { vertices: 2, offsets: [0, 1, 2], targets: [1, 0], weights: [0.5, 0.5] },
      'not a whole number',
    ],
  ])('is refused in ready rows too: %s', (_, { vertices, offsets, targets, weights }, reason) => {
    const rows = { offsets: Int32Array.from(offsets), targets: Int32Array.from(targets) };
    const graph = { vertices, ...rows, weights: Float64Array.from(weights) };
    expect(() => checkGraph(graph)).toThrow(reason);
    expect(() => maximumWeightMatching(graph)).toThrow(reason);
  });
});
