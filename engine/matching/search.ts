import { augment, dissolve, expandInner, meetingBase, shrink } from './blossoms.ts';
import { eachLeaf, type Forest, FREE, INNER, isZero, markInner, markOuter, OUTER, settle } from './forest.ts';
import { createHeap, type VectorHeap } from './heap.ts';

/** Scratch space of the searches over one forest. */
interface Search {
  forest: Forest;
  events: VectorHeap;
  /** Earliest known time at which each free vertex is reached, valid when its mark equals the round. */
  reach: Float64Array;
  reachRound: Int32Array;
  round: number;
  slack: Float64Array;
  key: Float64Array;
}

/** Matches every vertex at least cost, one growing tree a time; needs a perfect matching to exist. */
export function matchAll(forest: Forest): void {
  const { vertices, limbs } = forest.graph;
  const search: Search = {
    forest,
    events: createHeap(limbs),
    reach: new Float64Array(vertices * limbs),
    reachRound: new Int32Array(vertices),
    round: 0,
    slack: new Float64Array(limbs),
    key: new Float64Array(limbs),
  };
  for (let vertex = 0; vertex < vertices; vertex++) {
    if (forest.mate[vertex] === -1) matchOne(search, vertex);
  }
}

/** Grows one tree until it reaches another unmatched vertex, moving duals on the way. */
function matchOne(search: Search, root: number): void {
  const { forest, events } = search;
  forest.now.fill(0);
  events.clear();
  search.round += 1;
  markOuter(forest, forest.top[root] ?? 0, -1);
  for (;;) {
    for (let vertex = forest.queue.pop(); vertex !== undefined; vertex = forest.queue.pop()) scan(search, vertex);
    const event = events.pop(forest.now);
    if (event === -1) throw new Error('No perfect matching exists in this graph.');
    if (event % 2 === 1) expand(search, (event - 1) / 2);
    else if (followEdge(search, event / 2)) break;
  }
  finish(forest);
}

/** Writes the present slack of an edge and says whether it is zero. */
function measureSlack(search: Search, edge: number): boolean {
  const { forest, slack } = search;
  const { ends, cost, limbs } = forest.graph;
  const one = ends[2 * edge] ?? 0;
  const other = ends[2 * edge + 1] ?? 0;
  const oneTop = forest.top[one] ?? 0;
  const otherTop = forest.top[other] ?? 0;
  const oneSign = signOf(forest, oneTop);
  const otherSign = signOf(forest, otherTop);
  let tight = true;
  for (let limb = 0; limb < limbs; limb++) {
    const now = forest.now[limb] ?? 0;
    const left =
      (cost[edge * limbs + limb] ?? 0) -
      (forest.dual[one * limbs + limb] ?? 0) -
      (forest.dual[other * limbs + limb] ?? 0) -
      oneSign * (now - (forest.stamp[oneTop * limbs + limb] ?? 0)) -
      otherSign * (now - (forest.stamp[otherTop * limbs + limb] ?? 0));
    slack[limb] = left;
    if (left !== 0) tight = false;
  }
  return tight;
}

function signOf(forest: Forest, node: number): number {
  const label = forest.label[node];
  return label === FREE ? 0 : label === OUTER ? 1 : -1;
}

/** Foresees when the edges of a new outer vertex become tight. */
function scan(search: Search, vertex: number): void {
  const { forest } = search;
  const { start, out, ends } = forest.graph;
  const node = forest.top[vertex];
  for (let place = start[vertex] ?? 0; place < (start[vertex + 1] ?? 0); place++) {
    const end = out[place] ?? 0;
    const other = ends[end] ?? 0;
    const otherTop = forest.top[other] ?? 0;
    const label = forest.label[otherTop];
    if (otherTop === node || label === INNER) continue;
    measureSlack(search, end >> 1);
    foresee(search, end >> 1, label === OUTER ? -1 : other);
  }
}

/** Queues an edge for the time it becomes tight; `target` is its free vertex, −1 between two outer ones. */
function foresee(search: Search, edge: number, target: number): void {
  const { forest, slack, key, reach } = search;
  const { limbs } = forest.graph;
  const speed = target === -1 ? 2 : 1;
  for (let limb = 0; limb < limbs; limb++) key[limb] = (forest.now[limb] ?? 0) + (slack[limb] ?? 0) / speed;
  if (target !== -1) {
    if (search.reachRound[target] === search.round && !sooner(search, target)) return;
    search.reachRound[target] = search.round;
    for (let limb = 0; limb < limbs; limb++) reach[target * limbs + limb] = key[limb] ?? 0;
  }
  search.events.push(key, 2 * edge);
}

function sooner(search: Search, target: number): boolean {
  const { key, reach } = search;
  for (let limb = 0; limb < key.length; limb++) {
    const difference = (key[limb] ?? 0) - (reach[target * key.length + limb] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Acts on an edge whose time has come; true when the tree reached an unmatched vertex. */
function followEdge(search: Search, edge: number): boolean {
  const { forest } = search;
  const { ends } = forest.graph;
  const one = ends[2 * edge] ?? 0;
  const other = ends[2 * edge + 1] ?? 0;
  const oneTop = forest.top[one] ?? 0;
  const otherTop = forest.top[other] ?? 0;
  const oneOuter = forest.label[oneTop] === OUTER;
  const otherOuter = forest.label[otherTop] === OUTER;
  if (oneTop === otherTop || !(oneOuter || otherOuter) || !measureSlack(search, edge)) return false;
  if (oneOuter && otherOuter) {
    shrink(forest, meetingBase(forest, one, other), edge);
    return false;
  }
  const target = oneOuter ? other : one;
  const targetTop = oneOuter ? otherTop : oneTop;
  if (forest.label[targetTop] === INNER) return false;
  if (forest.mate[forest.base[targetTop] ?? 0] === -1) {
    forest.labelEnd[targetTop] = -1;
    augment(forest, edge);
    return true;
  }
  foreseeExpansion(search, markInner(forest, target, oneOuter ? 2 * edge : 2 * edge + 1));
  return false;
}

/** Queues a newly inner blossom for the time its dual reaches zero. */
function foreseeExpansion(search: Search, node: number): void {
  const { forest, key } = search;
  const { vertices, limbs } = forest.graph;
  if (node < vertices) return;
  for (let limb = 0; limb < limbs; limb++) {
    key[limb] = (forest.now[limb] ?? 0) + (forest.dual[node * limbs + limb] ?? 0) / 2;
  }
  search.events.push(key, 2 * node + 1);
}

/** Opens an inner blossom whose dual has come down to zero. */
function expand(search: Search, blossom: number): void {
  const { forest } = search;
  if (forest.label[blossom] !== INNER || forest.children[blossom] === undefined) return;
  settle(forest, blossom);
  if (!isZero(forest, blossom)) return;
  const { free, inner } = expandInner(forest, blossom);
  for (const node of inner) foreseeExpansion(search, node);
  for (const node of free) eachLeaf(forest, node, (vertex) => reopen(search, vertex));
}

/** Looks again for outer neighbours of a vertex that became free. */
function reopen(search: Search, vertex: number): void {
  const { forest } = search;
  const { start, out, ends } = forest.graph;
  search.reachRound[vertex] = 0;
  for (let place = start[vertex] ?? 0; place < (start[vertex + 1] ?? 0); place++) {
    const end = out[place] ?? 0;
    if (forest.label[forest.top[ends[end] ?? 0] ?? 0] !== OUTER) continue;
    measureSlack(search, end >> 1);
    foresee(search, end >> 1, vertex);
  }
}

/** Ends a search: duals are brought up to date, labels taken off, empty blossoms opened. */
function finish(forest: Forest): void {
  const touched = forest.touched;
  forest.touched = [];
  forest.queue.length = 0;
  for (const node of touched) {
    settle(forest, node);
    forest.label[node] = FREE;
    forest.labelEnd[node] = -1;
  }
  for (const node of touched) if (forest.parent[node] === -1) dissolve(forest, node);
}
