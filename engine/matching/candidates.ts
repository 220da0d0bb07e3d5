import type { SparseGraph } from './forest.ts';
import type { CostMatrix } from './packing.ts';

/** A growing set of undirected edges over 0 … vertices − 1, kept in the order they came. */
export class EdgeSet {
  readonly vertices: number;
  readonly ends: number[] = [];
  readonly #seen = new Set<number>();

  constructor(vertices: number) {
    this.vertices = vertices;
  }

  add(a: number, b: number): void {
    if (a === b) return;
    const key = Math.min(a, b) * this.vertices + Math.max(a, b);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.ends.push(a, b);
  }
}

/** A part of a cost matrix: local vertex v stands at row `ids[v]`. */
export interface Problem {
  matrix: CostMatrix;
  ids: Int32Array;
}

/** Where the cost of two local vertices starts in the matrix. */
export function cellOf(problem: Problem, a: number, b: number): number {
  const { matrix, ids } = problem;
  return ((ids[a] ?? 0) * matrix.side + (ids[b] ?? 0)) * matrix.limbs;
}

/** Adds for each vertex its cheapest partners under the given prices, earliest in a circle among equals. */
export function addCheapest(problem: Problem, edges: EdgeSet, count: number): void {
  const size = problem.ids.length;
  const { limbs, cells } = problem.matrix;
  const best = new Int32Array(count);
  const cheaper = (a: number, b: number): boolean => {
    for (let limb = 0; limb < limbs; limb++) {
      const difference = (cells[a + limb] ?? 0) - (cells[b + limb] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return false;
  };
  for (let vertex = 0; vertex < size; vertex++) {
    let kept = 0;
    for (let step = 1; step < size; step++) {
      const other = (vertex + step) % size;
      const cell = cellOf(problem, vertex, other);
      if (kept === count && !cheaper(cell, cellOf(problem, vertex, best[count - 1] ?? 0))) continue;
      let place = kept < count ? kept++ : count - 1;
      for (; place > 0 && cheaper(cell, cellOf(problem, vertex, best[place - 1] ?? 0)); place--) {
        best[place] = best[place - 1] ?? 0;
      }
      best[place] = other;
    }
    for (let place = 0; place < kept; place++) edges.add(vertex, best[place] ?? 0);
  }
}

/** Edges that make a perfect matching certain: a circle over an even number of vertices. */
export function addCircle(edges: EdgeSet): void {
  for (let vertex = 0; vertex < edges.vertices; vertex++) edges.add(vertex, (vertex + 1) % edges.vertices);
}

/** The sparse graph of these edges, costs doubled so that halved slacks stay whole. */
export function toGraph(problem: Problem, edges: EdgeSet): SparseGraph {
  const vertices = problem.ids.length;
  const { limbs, cells } = problem.matrix;
  const ends = Int32Array.from(edges.ends);
  const count = ends.length / 2;
  const cost = new Float64Array(count * limbs);
  const start = new Int32Array(vertices + 1);
  for (const vertex of ends) start[vertex + 1] = (start[vertex + 1] ?? 0) + 1;
  for (let vertex = 0; vertex < vertices; vertex++) start[vertex + 1] = (start[vertex + 1] ?? 0) + (start[vertex] ?? 0);
  const next = start.slice();
  const out = new Int32Array(ends.length);
  for (let edge = 0; edge < count; edge++) {
    const one = ends[2 * edge] ?? 0;
    const other = ends[2 * edge + 1] ?? 0;
    const cell = cellOf(problem, one, other);
    for (let limb = 0; limb < limbs; limb++) cost[edge * limbs + limb] = 2 * (cells[cell + limb] ?? 0);
    out[next[one] ?? 0] = 2 * edge + 1;
    out[next[other] ?? 0] = 2 * edge;
    next[one] = (next[one] ?? 0) + 1;
    next[other] = (next[other] ?? 0) + 1;
  }
  return { vertices, limbs, ends, cost, start, out };
}
