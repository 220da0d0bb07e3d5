import { addCheapest, addCircle, cellOf, EdgeSet, type Problem, toGraph } from './candidates.ts';
import { type Forest, plantForest, type SparseGraph } from './forest.ts';
import { addViolated, prove } from './proof.ts';
import { matchAll } from './search.ts';

/** A cheapest perfect matching with its proof. */
export interface PerfectMatching {
  /** Local partner of each local vertex. */
  partner: Int32Array;
  /** Total cost, and what the duals prove as the least possible; equal when optimal. */
  cost: Float64Array;
  bound: Float64Array;
  /** Vertex duals, doubled like the costs: as proved beside the blossoms, and lowered so as to hold without them. */
  duals: Float64Array;
  flat: Float64Array;
  edges: EdgeSet;
}

const DENSE = 48;
const CHEAPEST = 20;
const MOST_ROUNDS = 200;

/** What a solved neighbour of this problem may hand down. */
export interface WarmStart {
  edges: EdgeSet;
  duals: Float64Array;
}

/** The cheapest perfect matching over all pairs of an even number of vertices: sparse solves, priced until proved. */
export function matchPerfectly(problem: Problem, warm?: WarmStart): PerfectMatching {
  const size = problem.ids.length;
  const edges = warm?.edges ?? new EdgeSet(size);
  addCircle(edges);
  if (warm === undefined) addCheapest(problem, edges, size <= DENSE ? size - 1 : CHEAPEST);
  let duals = warm?.duals ?? lowDuals(problem);
  let previous: Int32Array | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const graph = toGraph(problem, edges);
    tightenDuals(graph, duals);
    const forest = plantForest(graph, duals);
    matchTight(forest, previous);
    matchAll(forest);
    previous = partnersOf(forest);
    duals = flatDuals(forest);
    if (addViolated(problem, forest, edges) === 0) {
      const own = forest.dual.slice(0, size * graph.limbs);
      return { partner: previous, duals: own, flat: duals, edges, ...prove(problem, forest) };
    }
  }
  throw new Error('Pricing did not end.');
}

/** Vertex duals that hold without blossoms: each gives half its dual to its vertices, so edges inside stay tight. */
function flatDuals(forest: Forest): Float64Array {
  const { vertices, limbs } = forest.graph;
  const duals = forest.dual.slice(0, vertices * limbs);
  for (let vertex = 0; vertex < vertices; vertex++) {
    for (let node = forest.parent[vertex] ?? -1; node !== -1; node = forest.parent[node] ?? -1) {
      for (let limb = 0; limb < limbs; limb++) {
        const at = vertex * limbs + limb;
        duals[at] = (duals[at] ?? 0) - (forest.dual[node * limbs + limb] ?? 0) / 2;
      }
    }
  }
  return duals;
}

/** Half of each vertex's cheapest cost: feasible, and a start. */
function lowDuals(problem: Problem): Float64Array {
  const size = problem.ids.length;
  const { limbs, cells } = problem.matrix;
  const duals = new Float64Array(size * limbs);
  for (let vertex = 0; vertex < size; vertex++) {
    let best = cellOf(problem, vertex, vertex === 0 ? 1 : 0);
    for (let other = 0; other < size; other++) {
      const cell = cellOf(problem, vertex, other);
      if (other !== vertex && less(cells, cell, best, limbs)) best = cell;
    }
    for (let limb = 0; limb < limbs; limb++) duals[vertex * limbs + limb] = cells[best + limb] ?? 0;
  }
  return duals;
}

function less(cells: Float64Array, a: number, b: number, limbs: number): boolean {
  for (let limb = 0; limb < limbs; limb++) {
    const difference = (cells[a + limb] ?? 0) - (cells[b + limb] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Sets each dual in turn to the least room its edges leave: feasible at the end, each vertex with a tight edge. */
function tightenDuals(graph: SparseGraph, duals: Float64Array): void {
  const { vertices, limbs, start, out, ends, cost } = graph;
  const room = new Float64Array(limbs);
  const least = new Float64Array(limbs);
  for (let vertex = 0; vertex < vertices; vertex++) {
    least.fill(Number.POSITIVE_INFINITY);
    for (let place = start[vertex] ?? 0; place < (start[vertex + 1] ?? 0); place++) {
      const end = out[place] ?? 0;
      const other = ends[end] ?? 0;
      for (let limb = 0; limb < limbs; limb++) {
        room[limb] = (cost[(end >> 1) * limbs + limb] ?? 0) - (duals[other * limbs + limb] ?? 0);
      }
      if (lower(room, least)) least.set(room);
    }
    duals.set(least, vertex * limbs);
  }
}

function lower(a: Float64Array, b: Float64Array): boolean {
  for (let limb = 0; limb < a.length; limb++) {
    const one = a[limb] ?? 0;
    const other = b[limb] ?? 0;
    if (one !== other) return one < other;
  }
  return false;
}

/** Pairs unmatched vertices along tight edges, those matched before first. */
function matchTight(forest: Forest, previous: Int32Array | undefined): void {
  const { vertices, start, out, ends } = forest.graph;
  for (const strict of previous === undefined ? [false] : [true, false]) {
    for (let vertex = 0; vertex < vertices; vertex++) {
      for (let place = start[vertex] ?? 0; place < (start[vertex + 1] ?? 0); place++) {
        if (forest.mate[vertex] !== -1) break;
        const end = out[place] ?? 0;
        const other = ends[end] ?? 0;
        if (forest.mate[other] !== -1 || (strict && previous?.[vertex] !== other)) continue;
        if (!isTight(forest, vertex, other, end >> 1)) continue;
        forest.mate[vertex] = end;
        forest.mate[other] = end ^ 1;
      }
    }
  }
}

function isTight(forest: Forest, one: number, other: number, edge: number): boolean {
  const { limbs, cost } = forest.graph;
  for (let limb = 0; limb < limbs; limb++) {
    const both = (forest.dual[one * limbs + limb] ?? 0) + (forest.dual[other * limbs + limb] ?? 0);
    if ((cost[edge * limbs + limb] ?? 0) !== both) return false;
  }
  return true;
}

function partnersOf(forest: Forest): Int32Array {
  return forest.mate.map((end) => forest.graph.ends[end] ?? -1);
}
