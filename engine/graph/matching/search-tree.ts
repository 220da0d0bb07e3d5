/** Labels of vertices and nodes, as in the literature: S for the outer, T for the inner nodes of the tree. */
export const UNLABELLED = 0;
export const S_LABEL = 1;
export const T_LABEL = 2;
/** Label of a vertex that was removed: no search looks at it. */
export const REMOVED = 3;

/** The alternating tree of one search. Nodes are vertices and, above them, blossoms; −1 means none. */
export interface SearchTree {
  /** Label of each vertex, and its doubled dual when it got it: plus the time then for S, less it for T. */
  label: Uint8Array;
  timedDual: Float64Array;
  /** What an edge to this vertex still asks of its other end: dual of the unlabelled, timed dual of S, endless otherwise. */
  demand: Float64Array;
  /** Label of each node, the time it got it, and for T the tight edge from an S vertex that reached it. */
  nodeLabel: Uint8Array;
  labelledAt: Float64Array;
  edgeFrom: Int32Array;
  edgeTo: Int32Array;
  /** Blossom that swallowed each node during this search. */
  mergedInto: Int32Array;
  /** Marks of the walks that look for the first common node of two paths. */
  walked: Int32Array;
  walk: number;
  touchedVertices: number[];
  touchedNodes: number[];
  /** S vertices whose edges wait to be scanned. */
  toScan: number[];
}

/** A tree without nodes, over vertices with these doubled duals. */
export function createSearchTree(dual: Float64Array, nodes: number): SearchTree {
  const vertices = dual.length;
  return {
    label: new Uint8Array(vertices),
    timedDual: new Float64Array(vertices),
    demand: dual.slice(),
    nodeLabel: new Uint8Array(nodes),
    labelledAt: new Float64Array(nodes),
    edgeFrom: new Int32Array(nodes).fill(-1),
    edgeTo: new Int32Array(nodes).fill(-1),
    mergedInto: new Int32Array(nodes).fill(-1),
    walked: new Int32Array(nodes),
    walk: 0,
    touchedVertices: [],
    touchedNodes: [],
    toScan: [],
  };
}

/** Lets no search look at a vertex again. */
export function markRemoved({ label, demand }: SearchTree, vertex: number): void {
  label[vertex] = REMOVED;
  demand[vertex] = Number.POSITIVE_INFINITY;
}
