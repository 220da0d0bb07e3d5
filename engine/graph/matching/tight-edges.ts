import { arcBetween, type WeightedGraph } from '../graph.ts';
import { createPrimalDual, type Matching, type PrimalDual } from './primal-dual.ts';

/** Tight edges, each at the later of its two vertices. */
export interface TightEdges {
  offsets: Int32Array;
  targets: Int32Array;
}

/**
 * Sets each doubled dual in turn to the least that its edges and the least dual allow: feasible whatever it starts from.
 * An edge whose earlier end is set already and asks for the most is tight from then on.
 */
export function tightenDuals(graph: WeightedGraph, dual: Float64Array, leastDual: number): TightEdges {
  const { vertices } = graph;
  const offsets = new Int32Array(vertices + 1);
  let targets = new Int32Array(2 * vertices + 16);
  let size = 0;
  for (let vertex = 0; vertex < vertices; vertex++) {
    const start = size;
    const end = graph.offsets[vertex + 1];
    let least = leastDual;
    for (let arc = graph.offsets[vertex]; arc < end; arc++) {
      const other = graph.targets[arc];
      const need = 2 * graph.weights[arc] - dual[other];
      if (need < least) continue;
      if (need > least) size = start;
      least = need;
      if (other > vertex) continue;
      if (size === targets.length) targets = doubled(targets);
      targets[size++] = other;
    }
    dual[vertex] = least;
    offsets[vertex + 1] = size;
  }
  return { offsets, targets };
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * values.length);
  more.set(values);
  return more;
}

/** Tight edges as rows, and how many exposed neighbours each vertex still has. */
interface TightRows extends TightEdges {
  degree: Int32Array;
  /** Vertices whose last tight edge should be taken first: that never costs a pair (Karp and Sipser). */
  leaves: number[];
}

/** Matches along tight edges: vertices of degree one come first, then those of the least degree. */
export function matchTightEdges(matching: Matching, edges: TightEdges): void {
  const rows = bothWays(edges);
  const { degree, leaves } = rows;
  const vertices = degree.length;
  const most = degree.reduce((high, ways) => Math.max(high, ways), 0);
  const waiting: number[][] = Array.from({ length: most + 1 }, () => []);
  for (let vertex = 0; vertex < vertices; vertex++) {
    const ways = degree[vertex];
    if (ways === 1) leaves.push(vertex);
    else if (ways > 1) waiting[ways].push(vertex);
  }
  takeLeaves(matching, rows);
  for (const bucket of waiting) {
    for (const vertex of bucket) {
      if (matching.mate[vertex] !== -1) continue;
      takeBest(matching, rows, vertex);
      takeLeaves(matching, rows);
    }
  }
}

function takeLeaves(matching: Matching, rows: TightRows): void {
  for (let vertex = rows.leaves.pop(); vertex !== undefined; vertex = rows.leaves.pop()) {
    if (matching.mate[vertex] === -1) takeBest(matching, rows, vertex);
  }
}

/** Matches a vertex with the exposed neighbour of the least degree. */
function takeBest({ mate }: Matching, { offsets, targets, degree, leaves }: TightRows, vertex: number): void {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let place = offsets[vertex]; place < offsets[vertex + 1]; place++) {
    const other = targets[place];
    if (mate[other] !== -1 || degree[other] >= fewest) continue;
    best = other;
    fewest = degree[other];
  }
  if (best === -1) return;
  mate[vertex] = best;
  mate[best] = vertex;
  for (const gone of [vertex, best]) {
    for (let place = offsets[gone]; place < offsets[gone + 1]; place++) {
      const other = targets[place];
      const ways = degree[other] - 1;
      degree[other] = ways;
      if (ways === 1 && mate[other] === -1) leaves.push(other);
    }
  }
}

function bothWays(edges: TightEdges): TightRows {
  const vertices = edges.offsets.length - 1;
  const size = edges.offsets[vertices];
  const degree = new Int32Array(vertices);
  for (let vertex = 0; vertex < vertices; vertex++) {
    degree[vertex] = edges.offsets[vertex + 1] - edges.offsets[vertex];
  }
  for (let place = 0; place < size; place++) {
    const other = edges.targets[place];
    degree[other] += 1;
  }
  const offsets = new Int32Array(vertices + 1);
  for (let vertex = 0; vertex < vertices; vertex++) offsets[vertex + 1] = offsets[vertex] + degree[vertex];
  const targets = new Int32Array(2 * size);
  const next = offsets.slice();
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let place = edges.offsets[vertex]; place < edges.offsets[vertex + 1]; place++) {
      const other = edges.targets[place];
      const here = next[vertex];
      const there = next[other];
      targets[here] = other;
      targets[there] = vertex;
      next[vertex] = here + 1;
      next[other] = there + 1;
    }
  }
  return { offsets, targets, degree, leaves: [] };
}

/** The same duals for a graph with fewer edges or other least duals: blossoms expanded, tight pairs kept. */
export function restart(before: PrimalDual, graph: WeightedGraph, leastDual: Float64Array): PrimalDual {
  const { blossoms, matching } = before;
  const dual = matching.dual.slice();
  for (let vertex = 0; vertex < graph.vertices; vertex++) {
    // Half of each blossom's dual (it is even) goes to each vertex inside: its edges stay paid for.
    let share = 0;
    for (let node = blossoms.parent[vertex]; node !== -1; node = blossoms.parent[node]) share += blossoms.dual[node];
    dual[vertex] += share / 2;
  }
  const state = createPrimalDual(graph, dual, leastDual);
  state.effort.arcs = before.effort.arcs;
  state.effort.onBeat = before.effort.onBeat;
  for (let vertex = 0; vertex < graph.vertices; vertex++) {
    const other = matching.mate[vertex];
    if (other < vertex) continue;
    const arc = arcBetween(graph, vertex, other);
    if (arc === -1 || dual[vertex] + dual[other] !== 2 * graph.weights[arc]) continue;
    state.matching.mate[vertex] = other;
    state.matching.mate[other] = vertex;
  }
  return state;
}
