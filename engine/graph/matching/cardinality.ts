import { type WeightedGraph, withEdges } from '../graph.ts';
import { FREE, INNER, OUTER, plantForest } from './forest.ts';
import { search } from './search.ts';

/** What limits the number of pairs (Gallai and Edmonds): label of each person after looking from all who are left. */
export interface Limits {
  /** OUTER: may be left in some largest matching; INNER: the barrier, wanted by more circles than it has; FREE: others. */
  label: Uint8Array;
  /** People left in every largest matching at least. */
  left: number;
  /** A largest matching. */
  mate: Int32Array;
  /** Whether the matching given was not a largest one. */
  grew: boolean;
}

/** Makes a matching as large as possible, weights aside, and finds the barrier that shows it. */
export function findLimits(graph: WeightedGraph, mate: Int32Array, onBeat: () => void): Limits {
  const { people, offsets, targets } = graph;
  const plain = { people, offsets, targets, weights: new Int32Array(targets.length) };
  const floor = new Float64Array(people).fill(Number.NEGATIVE_INFINITY);
  const forest = plantForest(plain, new Float64Array(people), floor);
  forest.mate.set(mate);
  forest.onBeat = onBeat;
  let left = 0;
  let grew = false;
  for (let person = 0; person < people; person++) {
    if (forest.mate[person] !== -1) continue;
    if (search(forest, person)) grew = true;
    else left += 1;
  }
  return { label: forest.label, left, mate: forest.mate, grew };
}

/** The graph without the edges that no largest matching uses: those of the barrier to itself and to the free. */
export function withoutUseless(graph: WeightedGraph, { label }: Limits): WeightedGraph {
  return withEdges(graph, (one, other) => !isUseless(label[one], label[other]));
}

/** Whether no largest matching uses an edge between people of these labels. */
export function isUseless(one: number, other: number): boolean {
  return (one === INNER && other !== OUTER) || (other === INNER && one !== OUTER);
}

/** Labels as a barrier alone shows them, and how many it leaves at least: odd parts of the rest less barrier (Berge). */
export function divide(graph: WeightedGraph, barrier: ArrayLike<number>): { label: Uint8Array; left: number } {
  const { people, offsets, targets } = graph;
  const label = new Uint8Array(people);
  for (let place = 0; place < barrier.length; place++) label[barrier[place]] = INNER;
  let left = -barrier.length;
  const seen = label.slice();
  for (let person = 0; person < people; person++) {
    if (seen[person] !== FREE) continue;
    const part = [person];
    seen[person] = OUTER;
    for (let place = 0; place < part.length; place++) {
      const here = part[place];
      for (let arc = offsets[here]; arc < offsets[here + 1]; arc++) {
        const other = targets[arc];
        if (seen[other] !== FREE) continue;
        seen[other] = OUTER;
        part.push(other);
      }
    }
    if (part.length % 2 === 0) continue;
    left += 1;
    for (const member of part) label[member] = OUTER;
  }
  return { label, left };
}
