/** A sparse graph with vector costs: edge e joins ends 2e and 2e + 1; its cost starts at e × limbs, all even. */
export interface SparseGraph {
  vertices: number;
  limbs: number;
  /** Vertex at each edge end. */
  ends: Int32Array;
  cost: Float64Array;
  /** Edge ends pointing away from vertex v stand at start[v] … start[v + 1] − 1. */
  start: Int32Array;
  out: Int32Array;
}

export const FREE = 0;
export const OUTER = 1;
export const INNER = 2;

/**
 * The state of a blossom search (Edmonds 1965; naming of parts after van Rantwijk's mwmatching).
 * Numbers below `vertices` are vertices, those above are blossoms; −1 means none.
 */
export interface Forest {
  graph: SparseGraph;
  /** The far end of the matched edge of each vertex. */
  mate: Int32Array;
  top: Int32Array;
  parent: Int32Array;
  base: Int32Array;
  children: (number[] | undefined)[];
  joints: (number[] | undefined)[];
  /** Vertices inside each blossom. */
  leaves: (Int32Array | undefined)[];
  unused: number[];
  label: Uint8Array;
  labelEnd: Int32Array;
  touched: number[];
  /** Duals as of the stamp of their outermost blossom: y per vertex, z per blossom. */
  dual: Float64Array;
  stamp: Float64Array;
  now: Float64Array;
  /** Vertices that became outer and wait for their edges to be looked at. */
  queue: number[];
}

/** An empty matching under feasible duals (vertices × limbs, whole numbers). */
export function plantForest(graph: SparseGraph, duals: Float64Array): Forest {
  const { vertices, limbs } = graph;
  const nodes = 2 * vertices;
  const dual = new Float64Array(nodes * limbs);
  dual.set(duals.subarray(0, vertices * limbs));
  return {
    graph,
    mate: new Int32Array(vertices).fill(-1),
    top: Int32Array.from({ length: vertices }, (_, vertex) => vertex),
    parent: new Int32Array(nodes).fill(-1),
    base: Int32Array.from({ length: nodes }, (_, node) => (node < vertices ? node : -1)),
    children: new Array(nodes).fill(undefined),
    joints: new Array(nodes).fill(undefined),
    leaves: new Array(nodes).fill(undefined),
    unused: Array.from({ length: vertices }, (_, place) => nodes - 1 - place),
    label: new Uint8Array(nodes),
    labelEnd: new Int32Array(nodes).fill(-1),
    touched: [],
    dual,
    stamp: new Float64Array(nodes * limbs),
    now: new Float64Array(limbs),
    queue: [],
  };
}

/** Calls `visit` with each vertex inside a node. */
export function eachLeaf(forest: Forest, node: number, visit: (vertex: number) => void): void {
  const leaves = forest.leaves[node];
  if (leaves === undefined) visit(node);
  else for (const leaf of leaves) visit(leaf);
}

/** Sets label, time and origin of a top node. */
export function mark(forest: Forest, node: number, label: number, end: number): void {
  forest.label[node] = label;
  forest.labelEnd[node] = end;
  forest.touched.push(node);
  const { limbs } = forest.graph;
  for (let limb = 0; limb < limbs; limb++) forest.stamp[node * limbs + limb] = forest.now[limb] ?? 0;
}

/** Makes a node outer and queues its vertices. */
export function markOuter(forest: Forest, node: number, end: number): void {
  mark(forest, node, OUTER, end);
  eachLeaf(forest, node, (vertex) => forest.queue.push(vertex));
}

/** Makes the node around `vertex` inner, and its partner's node outer. */
export function markInner(forest: Forest, vertex: number, end: number): number {
  const node = forest.top[vertex] ?? 0;
  mark(forest, node, INNER, end);
  const mateEnd = forest.mate[forest.base[node] ?? 0] ?? -1;
  const partner = forest.graph.ends[mateEnd] ?? 0;
  markOuter(forest, forest.top[partner] ?? 0, mateEnd ^ 1);
  return node;
}

/** Brings the stored duals of a top node up to the present time. */
export function settle(forest: Forest, node: number): void {
  const label = forest.label[node];
  if (label === FREE) return;
  const { dual, stamp, graph } = forest;
  const { limbs, vertices } = graph;
  const sign = label === OUTER ? 1 : -1;
  const leaves = forest.leaves[node];
  for (let limb = 0; limb < limbs; limb++) {
    const now = forest.now[limb] ?? 0;
    const passed = sign * (now - (stamp[node * limbs + limb] ?? 0));
    stamp[node * limbs + limb] = now;
    if (passed === 0) continue;
    if (node >= vertices) dual[node * limbs + limb] = (dual[node * limbs + limb] ?? 0) + 2 * passed;
    if (leaves === undefined) dual[node * limbs + limb] = (dual[node * limbs + limb] ?? 0) + passed;
    else for (const leaf of leaves) dual[leaf * limbs + limb] = (dual[leaf * limbs + limb] ?? 0) + passed;
  }
}

/** Whether the stored dual of a node is zero. */
export function isZero(forest: Forest, node: number): boolean {
  const { limbs } = forest.graph;
  for (let limb = 0; limb < limbs; limb++) if (forest.dual[node * limbs + limb] !== 0) return false;
  return true;
}
