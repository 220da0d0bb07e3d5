import { eachLeaf, type Forest, FREE, INNER, isZero, mark, markInner, OUTER, settle } from './forest.ts';

/** The vertex where the alternating paths of two outer vertices meet; −1 when they never do. */
export function meetingBase(forest: Forest, one: number, other: number): number {
  const seen = new Set<number>();
  let here = one;
  let there = other;
  while (here !== -1) {
    const node = forest.top[here] ?? 0;
    if (seen.has(node)) return forest.base[node] ?? -1;
    seen.add(node);
    const next = twoSteps(forest, node);
    // Walk both paths in turn; swap only while the other still has steps.
    here = there !== -1 ? there : next;
    there = there !== -1 ? next : -1;
  }
  return -1;
}

/** From an outer node over its inner parent to the next outer vertex towards the root. */
function twoSteps(forest: Forest, node: number): number {
  const end = forest.labelEnd[node] ?? -1;
  if (end === -1) return -1;
  const inner = forest.top[forest.graph.ends[end] ?? 0] ?? 0;
  return forest.graph.ends[forest.labelEnd[inner] ?? 0] ?? -1;
}

/** Shrinks the odd circle that the tight edge closes above `base` into one outer node. */
export function shrink(forest: Forest, base: number, edge: number): void {
  const { graph, top } = forest;
  const blossom = forest.unused.pop() ?? -1;
  const bottom = top[base] ?? 0;
  const children: number[] = [];
  const joints: number[] = [];
  for (let node = top[graph.ends[2 * edge] ?? 0] ?? 0; node !== bottom; ) {
    children.push(node);
    const end = forest.labelEnd[node] ?? 0;
    joints.push(end);
    node = top[graph.ends[end] ?? 0] ?? 0;
  }
  children.push(bottom);
  children.reverse();
  joints.reverse();
  joints.push(2 * edge);
  for (let node = top[graph.ends[2 * edge + 1] ?? 0] ?? 0; node !== bottom; ) {
    children.push(node);
    const end = forest.labelEnd[node] ?? 0;
    joints.push(end ^ 1);
    node = top[graph.ends[end] ?? 0] ?? 0;
  }
  forest.children[blossom] = children;
  forest.joints[blossom] = joints;
  forest.base[blossom] = base;
  forest.parent[blossom] = -1;
  forest.dual.fill(0, blossom * graph.limbs, (blossom + 1) * graph.limbs);
  const end = forest.labelEnd[bottom] ?? -1;
  forest.leaves[blossom] = gatherLeaves(forest, children);
  for (const child of children) enclose(forest, child, blossom);
  mark(forest, blossom, OUTER, end);
}

function gatherLeaves(forest: Forest, children: readonly number[]): Int32Array {
  const count = children.reduce((sum, child) => sum + (forest.leaves[child]?.length ?? 1), 0);
  const leaves = new Int32Array(count);
  let filled = 0;
  for (const child of children) {
    const own = forest.leaves[child];
    if (own === undefined) leaves[filled] = child;
    else leaves.set(own, filled);
    filled += own?.length ?? 1;
  }
  return leaves;
}

function enclose(forest: Forest, child: number, blossom: number): void {
  settle(forest, child);
  const wasInner = forest.label[child] === INNER;
  forest.label[child] = FREE;
  forest.parent[child] = blossom;
  eachLeaf(forest, child, (vertex) => {
    forest.top[vertex] = blossom;
    if (wasInner) forest.queue.push(vertex);
  });
}

/** Opens a settled inner blossom of dual zero in the middle of a search; returns the nodes that became free. */
export function expandInner(forest: Forest, blossom: number): { free: number[]; inner: number[] } {
  const { graph, top } = forest;
  const entryEnd = forest.labelEnd[blossom] ?? 0;
  const children = forest.children[blossom] ?? [];
  const joints = forest.joints[blossom] ?? [];
  release(forest, blossom);
  const entry = top[graph.ends[entryEnd ^ 1] ?? 0] ?? 0;
  const length = children.length;
  const from = children.indexOf(entry);
  const step = from % 2 === 1 ? 1 : -1;
  const trick = step === 1 ? 0 : 1;
  const at = (place: number): number => ((place % length) + length) % length;
  const jointAt = (place: number): number => (joints[at(place - trick)] ?? 0) ^ trick;
  const inner: number[] = [];
  let end = entryEnd;
  let place = from;
  while (at(place) !== 0) {
    const next = jointAt(place + step);
    inner.push(markInner(forest, graph.ends[end ^ 1] ?? 0, end));
    place += step;
    end = next;
    place += step;
  }
  const last = children[0] ?? 0;
  mark(forest, last, INNER, end);
  inner.push(last);
  const free: number[] = [];
  for (place += step; at(place) !== from; place += step) free.push(children[at(place)] ?? 0);
  return { free, inner };
}

/** Turns the children of a blossom into top nodes. */
function release(forest: Forest, blossom: number): void {
  for (const child of forest.children[blossom] ?? []) {
    forest.parent[child] = -1;
    forest.label[child] = FREE;
    eachLeaf(forest, child, (vertex) => {
      forest.top[vertex] = child;
    });
  }
  forest.children[blossom] = undefined;
  forest.joints[blossom] = undefined;
  forest.leaves[blossom] = undefined;
  forest.base[blossom] = -1;
  forest.label[blossom] = FREE;
  forest.unused.push(blossom);
}

/** Opens a top blossom of dual zero between searches, and those inside it that are zero too. */
export function dissolve(forest: Forest, node: number): void {
  const children = forest.children[node];
  if (children === undefined || !isZero(forest, node)) return;
  release(forest, node);
  for (const child of children) dissolve(forest, child);
}

/** Flips the tree path from the tight edge's both ends, so that both roots are matched. */
export function augment(forest: Forest, edge: number): void {
  const { ends } = forest.graph;
  for (const start of [2 * edge + 1, 2 * edge]) {
    let end = start;
    let vertex = ends[start ^ 1] ?? 0;
    for (;;) {
      const outer = forest.top[vertex] ?? 0;
      rotate(forest, outer, vertex);
      forest.mate[vertex] = end;
      const up = forest.labelEnd[outer] ?? -1;
      if (up === -1) break;
      const inner = forest.top[ends[up] ?? 0] ?? 0;
      const entry = forest.labelEnd[inner] ?? 0;
      vertex = ends[entry] ?? 0;
      const inside = ends[entry ^ 1] ?? 0;
      rotate(forest, inner, inside);
      forest.mate[inside] = entry;
      end = entry ^ 1;
    }
  }
}

/** Rematches the inside of a blossom so that `vertex` becomes its base. */
function rotate(forest: Forest, blossom: number, vertex: number): void {
  const children = forest.children[blossom];
  const joints = forest.joints[blossom];
  if (children === undefined || joints === undefined) return;
  const { ends } = forest.graph;
  let child = vertex;
  while (forest.parent[child] !== blossom) child = forest.parent[child] ?? blossom;
  rotate(forest, child, vertex);
  const length = children.length;
  const from = children.indexOf(child);
  const step = from % 2 === 1 ? 1 : -1;
  const trick = step === 1 ? 0 : 1;
  const at = (place: number): number => ((place % length) + length) % length;
  for (let place = from; at(place) !== 0; ) {
    place += step;
    const end = (joints[at(place - trick)] ?? 0) ^ trick;
    rotate(forest, children[at(place)] ?? 0, ends[end] ?? 0);
    place += step;
    rotate(forest, children[at(place)] ?? 0, ends[end ^ 1] ?? 0);
    forest.mate[ends[end] ?? 0] = end ^ 1;
    forest.mate[ends[end ^ 1] ?? 0] = end;
  }
  forest.children[blossom] = [...children.slice(from), ...children.slice(0, from)];
  forest.joints[blossom] = [...joints.slice(from), ...joints.slice(0, from)];
  forest.base[blossom] = vertex;
}
