import type { CostMatrix } from '../aims/packing.ts';
import { packPair } from '../input/pair-key.ts';

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
    const key = packPair(a, b, this.vertices);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.ends.push(a, b);
  }
}

/** A part of a cost matrix: local vertex v stands at row `ids[v]`. */
export interface MatrixPart {
  matrix: CostMatrix;
  ids: Int32Array;
}

/** Where the cost of two local vertices starts in the matrix. */
export function cellOf({ matrix, ids }: MatrixPart, a: number, b: number): number {
  return (ids[a] * matrix.side + ids[b]) * matrix.limbs;
}

/** Adds for each vertex its cheapest partners, earliest in a circle among equals; infinite costs are left out. */
export function addCheapest(edges: EdgeSet, count: number, costOf: (one: number, other: number) => number): void {
  const size = edges.vertices;
  const best = new Int32Array(count);
  const costs = new Float64Array(count);
  for (let vertex = 0; vertex < size; vertex++) {
    let kept = 0;
    for (let step = 1; step < size; step++) {
      const other = vertex + step < size ? vertex + step : vertex + step - size;
      const cost = costOf(vertex, other);
      if (cost === Number.POSITIVE_INFINITY || (kept === count && cost >= costs[count - 1])) continue;
      let place = kept < count ? kept++ : count - 1;
      for (; place > 0 && cost < costs[place - 1]; place--) {
        best[place] = best[place - 1];
        costs[place] = costs[place - 1];
      }
      best[place] = other;
      costs[place] = cost;
    }
    for (let place = 0; place < kept; place++) edges.add(vertex, best[place]);
  }
}

/** Edges that make a perfect matching certain: a circle over an even number of vertices. */
export function addCircle(edges: EdgeSet): void {
  for (let vertex = 0; vertex < edges.vertices; vertex++) edges.add(vertex, (vertex + 1) % edges.vertices);
}
