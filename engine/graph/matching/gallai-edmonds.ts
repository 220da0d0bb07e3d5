import { type WeightedGraph, withEdges } from '../graph.ts';
import { createPrimalDual } from './primal-dual.ts';
import { search } from './search.ts';
import { S_LABEL, T_LABEL, UNLABELLED } from './search-tree.ts';

/** What limits the number of pairs (Gallai and Edmonds): the labels after a search from each exposed vertex. */
export interface GallaiEdmonds {
  /** S: exposed in some maximum matching; T: the barrier, their neighbours; unlabelled: matched among themselves. */
  label: Uint8Array;
  /** How many vertices every maximum matching leaves exposed. */
  exposed: number;
  /** A maximum matching. */
  mate: Int32Array;
  /** Whether the matching given was not a maximum one. */
  augmented: boolean;
}

/** Makes a matching as large as possible, weights aside, and finds the barrier that shows it. */
export function gallaiEdmonds(graph: WeightedGraph, mate: Int32Array, onBeat: () => void): GallaiEdmonds {
  const { vertices, offsets, targets } = graph;
  const plain = { vertices, offsets, targets, weights: new Int32Array(targets.length) };
  const leastDual = new Float64Array(vertices).fill(Number.NEGATIVE_INFINITY);
  const state = createPrimalDual(plain, new Float64Array(vertices), leastDual);
  state.matching.mate.set(mate);
  state.effort.onBeat = onBeat;
  let exposed = 0;
  let augmented = false;
  for (let vertex = 0; vertex < vertices; vertex++) {
    if (state.matching.mate[vertex] !== -1) continue;
    if (search(state, vertex)) augmented = true;
    else exposed += 1;
  }
  return { label: state.tree.label, exposed, mate: state.matching.mate, augmented };
}

/** The graph without the edges that no maximum matching uses: those of the barrier to itself and to the unlabelled. */
export function withoutUnusable(graph: WeightedGraph, { label }: GallaiEdmonds): WeightedGraph {
  return withEdges(graph, (one, other) => !isInNoMaximumMatching(label[one], label[other]));
}

/** Whether no maximum matching uses an edge between vertices of these labels. */
export function isInNoMaximumMatching(one: number, other: number): boolean {
  return (one === T_LABEL && other !== S_LABEL) || (other === T_LABEL && one !== S_LABEL);
}

/** Labels as a barrier alone shows them, and how many vertices stay exposed at least: odd components of the rest less barrier (Berge). */
export function labelByBarrier(
  graph: WeightedGraph,
  barrier: ArrayLike<number>,
): { label: Uint8Array; exposed: number } {
  const { vertices, offsets, targets } = graph;
  const label = new Uint8Array(vertices);
  for (let place = 0; place < barrier.length; place++) label[barrier[place]] = T_LABEL;
  let exposed = -barrier.length;
  const seen = label.slice();
  for (let vertex = 0; vertex < vertices; vertex++) {
    if (seen[vertex] !== UNLABELLED) continue;
    const component = [vertex];
    seen[vertex] = S_LABEL;
    for (let place = 0; place < component.length; place++) {
      const here = component[place];
      for (let arc = offsets[here]; arc < offsets[here + 1]; arc++) {
        const other = targets[arc];
        if (seen[other] !== UNLABELLED) continue;
        seen[other] = S_LABEL;
        component.push(other);
      }
    }
    if (component.length % 2 === 0) continue;
    exposed += 1;
    for (const member of component) label[member] = S_LABEL;
  }
  return { label, exposed };
}
