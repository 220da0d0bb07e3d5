import type { WeightedGraph } from '../graph.ts';
import { createHeap, type TimeHeap } from './heap.ts';

export const FREE = 0;
export const OUTER = 1;
export const INNER = 2;
/** Label of somebody who dropped out: no search looks at them. */
export const GONE = 3;

/**
 * A matching, its duals and its blossoms, and the tree that grows while somebody looks for a partner.
 * Nodes below `people` are people, those above are blossoms (odd circles shrunk into one); −1 means none.
 * All duals are doubled, so that they stay whole numbers: an edge is tight when dual + dual = 2 × weight.
 */
export interface Forest {
  graph: WeightedGraph;
  mate: Int32Array;
  /** Doubled dual of each person, and the least it may be (what being alone is worth, doubled). */
  dual: Float64Array;
  floor: Float64Array;
  /** Outermost node around each person when the search began or last opened a blossom. */
  top: Int32Array;

  /** Structure of nodes: blossom around, person matched outwards, doubled dual. */
  parent: Int32Array;
  base: Int32Array;
  depth: Float64Array;
  /** Children of a blossom in a ring, the one with the base first; `exit` in this child joins `enter` in the next. */
  first: Int32Array;
  next: Int32Array;
  exit: Int32Array;
  enter: Int32Array;
  /** Unused blossom numbers. */
  unused: number[];

  /** Arcs looked at so far, and how many until the next sign of life, which may end all by an exception. */
  work: number;
  nextBeat: number;
  onBeat: () => void;
  /** Time of the search: how far the outer duals have come down. */
  now: number;
  /** Label of each person; dual + now when it became outer, dual − now when inner. */
  label: Uint8Array;
  key: Float64Array;
  /** What an edge to this person still asks of the other end: dual of the free, key of the outer, endless otherwise. */
  ask: Float64Array;
  /** Label of each node, the time it got it, and for inner ones the tight edge that reached it. */
  state: Uint8Array;
  since: Float64Array;
  from: Int32Array;
  entry: Int32Array;
  /** Blossom that swallowed this node during the search. */
  group: Int32Array;
  /** Marks of the walks that look for the meeting point of two paths. */
  walked: Int32Array;
  walk: number;
  touched: number[];
  touchedNodes: number[];
  /** Outer people whose edges wait to be looked at. */
  stack: number[];

  events: TimeHeap;
  /** Events due at once: people reached come before circles closed, first come first served, so that trees stay low. */
  due: { people: number[]; head: number; circles: number[] };
  /** Earliest time known at which a free person is reached, and by whom. */
  reach: Float64Array;
  reachFrom: Int32Array;
  reached: number[];
  /** Edges between two outer people, waiting in `events`. */
  circleFrom: number[];
  circleTo: number[];
  /** The earliest known end of the search: from this outer person to that exposed one (−1: stay alone instead). */
  endTime: number;
  endFrom: number;
  endTo: number;
}

/** An empty matching under these doubled duals. */
export function plantForest(graph: WeightedGraph, dual: Float64Array, floor: Float64Array): Forest {
  const { people } = graph;
  const nodes = people + (people >> 1) + 1;
  const blank = (): Int32Array => new Int32Array(nodes).fill(-1);
  const top = Int32Array.from({ length: people }, (_, person) => person);
  const base = blank();
  base.set(top);
  return {
    graph,
    mate: new Int32Array(people).fill(-1),
    dual,
    floor,
    top,
    parent: blank(),
    base,
    depth: new Float64Array(nodes),
    first: blank(),
    next: blank(),
    exit: blank(),
    enter: blank(),
    unused: Array.from({ length: nodes - people }, (_, place) => nodes - 1 - place),
    work: 0,
    nextBeat: 0,
    onBeat: () => undefined,
    now: 0,
    label: new Uint8Array(people),
    key: new Float64Array(people),
    ask: dual.slice(),
    state: new Uint8Array(nodes),
    since: new Float64Array(nodes),
    from: blank(),
    entry: blank(),
    group: blank(),
    walked: new Int32Array(nodes),
    walk: 0,
    touched: [],
    touchedNodes: [],
    stack: [],
    events: createHeap(),
    due: { people: [], head: 0, circles: [] },
    reach: new Float64Array(people).fill(Number.POSITIVE_INFINITY),
    reachFrom: new Int32Array(people),
    reached: [],
    circleFrom: [],
    circleTo: [],
    endTime: Number.POSITIVE_INFINITY,
    endFrom: -1,
    endTo: -1,
  };
}

/** The outermost node around a person, those shrunk in this search included. */
export function nodeOf(forest: Forest, person: number): number {
  const { group } = forest;
  let node = forest.top[person];
  let root = node;
  for (let up = group[root]; up !== -1; up = group[root]) root = up;
  while (node !== root) {
    const up = group[node];
    group[node] = root;
    node = up;
  }
  return root;
}

/** Calls `visit` with each person inside a node. */
export function eachPerson(forest: Forest, node: number, visit: (person: number) => void): void {
  const { people } = forest.graph;
  if (node < people) {
    visit(node);
    return;
  }
  const waiting = [node];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const first = forest.first[here];
    let child = first;
    do {
      if (child < people) visit(child);
      else waiting.push(child);
      child = forest.next[child];
    } while (child !== first);
  }
}

/** Makes a node outer: its duals come down from now on, and its edges wait to be looked at. */
export function markOuter(forest: Forest, node: number): void {
  markNode(forest, node, OUTER);
  const { label, key, ask, dual, now, touched, stack } = forest;
  eachPerson(forest, node, (person) => {
    const mine = dual[person] + now;
    label[person] = OUTER;
    key[person] = mine;
    ask[person] = mine;
    touched.push(person);
    stack.push(person);
  });
}

/** Makes a node inner, reached at `entry` by a tight edge from the outer person `from`. */
export function markInner(forest: Forest, from: number, entry: number): number {
  const node = forest.top[entry];
  markNode(forest, node, INNER);
  forest.from[node] = from;
  forest.entry[node] = entry;
  const { label, key, ask, dual, now, touched } = forest;
  eachPerson(forest, node, (person) => {
    label[person] = INNER;
    ask[person] = Number.POSITIVE_INFINITY;
    key[person] = dual[person] - now;
    touched.push(person);
  });
  return node;
}

function markNode(forest: Forest, node: number, state: number): void {
  forest.state[node] = state;
  forest.since[node] = forest.now;
  forest.touchedNodes.push(node);
}

/** Brings the stored dual of a labelled blossom up to the present time. */
export function settleNode(forest: Forest, node: number): void {
  const { depth, since, now } = forest;
  if (node >= forest.graph.people && forest.state[node] !== FREE) {
    const passed = 2 * (now - since[node]);
    depth[node] = depth[node] + (forest.state[node] === OUTER ? passed : -passed);
  }
  since[node] = now;
}
