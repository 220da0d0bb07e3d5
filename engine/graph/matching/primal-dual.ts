import type { WeightedGraph } from '../graph.ts';
import { type Blossoms, createBlossoms } from './blossoms.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';
import { createSearchTree, type SearchTree } from './search-tree.ts';

/**
 * A matching and the dual of each vertex. All duals are doubled, so that they stay whole numbers: an edge is tight when
 * dual + dual = 2 × weight.
 */
export interface Matching {
  /** Partner of each vertex, −1 for the exposed. */
  mate: Int32Array;
  dual: Float64Array;
  /** The least that each dual may be: what staying exposed is worth, doubled. */
  leastDual: Float64Array;
}

/** How much was looked at so far, in arcs, and when to give a sign of life, which may end all by an exception. */
export interface Effort {
  arcs: number;
  nextBeat: number;
  onBeat: () => void;
}

/** The primal-dual method at work: what the searches change, and what they are made of. */
export interface PrimalDual {
  graph: WeightedGraph;
  matching: Matching;
  blossoms: Blossoms;
  tree: SearchTree;
  events: EventQueue;
  effort: Effort;
}

/** An empty matching under these doubled duals. */
export function createPrimalDual(graph: WeightedGraph, dual: Float64Array, leastDual: Float64Array): PrimalDual {
  const { vertices } = graph;
  const blossoms = createBlossoms(vertices);
  const nodes = blossoms.parent.length;
  return {
    graph,
    matching: { mate: new Int32Array(vertices).fill(-1), dual, leastDual },
    blossoms,
    tree: createSearchTree(dual, nodes),
    events: createEventQueue(vertices, nodes),
    effort: { arcs: 0, nextBeat: 0, onBeat: () => undefined },
  };
}
