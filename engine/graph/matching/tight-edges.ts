import { arcBetween, type WeightedGraph } from '../graph.ts';
import { type Forest, plantForest } from './forest.ts';

/** Tight edges, each at the later of its two people. */
export interface TightEdges {
  offsets: Int32Array;
  targets: Int32Array;
}

/**
 * Sets each doubled dual in turn to the least that its edges and its floor allow: feasible whatever it starts from.
 * An edge whose earlier end is set already and asks for the most is tight from then on.
 */
export function tightenDuals(graph: WeightedGraph, dual: Float64Array, floor: number): TightEdges {
  const { people } = graph;
  const offsets = new Int32Array(people + 1);
  let targets = new Int32Array(2 * people + 16);
  let size = 0;
  for (let person = 0; person < people; person++) {
    const start = size;
    const end = graph.offsets[person + 1];
    let least = floor;
    for (let arc = graph.offsets[person]; arc < end; arc++) {
      const other = graph.targets[arc];
      const need = 2 * graph.weights[arc] - dual[other];
      if (need < least) continue;
      if (need > least) size = start;
      least = need;
      if (other > person) continue;
      if (size === targets.length) targets = doubled(targets);
      targets[size++] = other;
    }
    dual[person] = least;
    offsets[person + 1] = size;
  }
  return { offsets, targets };
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * values.length);
  more.set(values);
  return more;
}

/** Tight edges as rows, and how many free neighbours each person still has. */
interface TightRows extends TightEdges {
  degree: Int32Array;
  /** People whose last tight edge should be taken first: that never costs a pair (Karp and Sipser). */
  leaves: number[];
}

/** Pairs people along tight edges: whoever has one way only comes first, then whoever has fewest. */
export function matchTight(forest: Forest, edges: TightEdges): void {
  const rows = bothWays(edges);
  const { degree, leaves } = rows;
  const people = degree.length;
  const most = degree.reduce((high, ways) => Math.max(high, ways), 0);
  const waiting: number[][] = Array.from({ length: most + 1 }, () => []);
  for (let person = 0; person < people; person++) {
    const ways = degree[person];
    if (ways === 1) leaves.push(person);
    else if (ways > 1) waiting[ways].push(person);
  }
  takeLeaves(forest, rows);
  for (const bucket of waiting) {
    for (const person of bucket) {
      if (forest.mate[person] !== -1) continue;
      takeBest(forest, rows, person);
      takeLeaves(forest, rows);
    }
  }
}

function takeLeaves(forest: Forest, rows: TightRows): void {
  for (let person = rows.leaves.pop(); person !== undefined; person = rows.leaves.pop()) {
    if (forest.mate[person] === -1) takeBest(forest, rows, person);
  }
}

/** Pairs a person with the free neighbour who has fewest other ways. */
function takeBest({ mate }: Forest, { offsets, targets, degree, leaves }: TightRows, person: number): void {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let place = offsets[person]; place < offsets[person + 1]; place++) {
    const other = targets[place];
    if (mate[other] !== -1 || degree[other] >= fewest) continue;
    best = other;
    fewest = degree[other];
  }
  if (best === -1) return;
  mate[person] = best;
  mate[best] = person;
  for (const gone of [person, best]) {
    for (let place = offsets[gone]; place < offsets[gone + 1]; place++) {
      const other = targets[place];
      const ways = degree[other] - 1;
      degree[other] = ways;
      if (ways === 1 && mate[other] === -1) leaves.push(other);
    }
  }
}

function bothWays(edges: TightEdges): TightRows {
  const people = edges.offsets.length - 1;
  const size = edges.offsets[people];
  const degree = new Int32Array(people);
  for (let person = 0; person < people; person++) {
    degree[person] = edges.offsets[person + 1] - edges.offsets[person];
  }
  for (let place = 0; place < size; place++) {
    const other = edges.targets[place];
    degree[other] += 1;
  }
  const offsets = new Int32Array(people + 1);
  for (let person = 0; person < people; person++) offsets[person + 1] = offsets[person] + degree[person];
  const targets = new Int32Array(2 * size);
  const next = offsets.slice();
  for (let person = 0; person < people; person++) {
    for (let place = edges.offsets[person]; place < edges.offsets[person + 1]; place++) {
      const other = edges.targets[place];
      const here = next[person];
      const there = next[other];
      targets[here] = other;
      targets[there] = person;
      next[person] = here + 1;
      next[other] = there + 1;
    }
  }
  return { offsets, targets, degree, leaves: [] };
}

/** The same duals for a graph with fewer edges or other floors: blossoms opened, pairs kept where they are still tight. */
export function replant(before: Forest, graph: WeightedGraph, floor: Float64Array): Forest {
  const { parent, depth } = before;
  const dual = before.dual.slice();
  for (let person = 0; person < graph.people; person++) {
    // Half of each blossom's dual (it is even) goes to each person inside: its edges stay paid for.
    let share = 0;
    for (let node = parent[person]; node !== -1; node = parent[node]) share += depth[node];
    dual[person] += share / 2;
  }
  const forest = plantForest(graph, dual, floor);
  forest.work = before.work;
  forest.onBeat = before.onBeat;
  for (let person = 0; person < graph.people; person++) {
    const other = before.mate[person];
    if (other < person) continue;
    const arc = arcBetween(graph, person, other);
    if (arc === -1 || dual[person] + dual[other] !== 2 * graph.weights[arc]) continue;
    forest.mate[person] = other;
    forest.mate[other] = person;
  }
  return forest;
}
