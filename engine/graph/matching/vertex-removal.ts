import { type WeightedGraph, withoutVertices } from '../graph.ts';
import { rebase } from './augment.ts';
import { eachVertex, expandEmpty } from './blossoms.ts';
import { labelByBarrier } from './gallai-edmonds.ts';
import { countExposed, searchFromExposed, setExposedCost } from './phases.ts';
import type { PrimalDual } from './primal-dual.ts';
import { concludeMatching, type MatchingResult } from './proof.ts';
import { markRemoved, UNLABELLED } from './search-tree.ts';
import { finishMatching, type MatchingOptions, type Solution, solveMatching } from './solve.ts';

/** A maximum-weight matching from which vertices may still be removed. */
export interface ShrinkingMatching {
  /** The matching as it is now. */
  result(): MatchingResult;
  /**
   * Removes one vertex and mends the matching by one search from its mate, with the duals that stand: the answer is the
   * optimum of `withoutVertices(graph, removed)` with its proof, which `verify` checks edge by edge. A RangeError for a
   * vertex that does not exist or was removed before.
   */
  removeVertex(vertex: number): MatchingResult;
}

/** Solves a graph and keeps what the search knows, so that a removal takes milliseconds. */
export function matchingWithRemovals(graph: WeightedGraph, options: MatchingOptions = {}): ShrinkingMatching {
  let solution: Solution | undefined = solveMatching(graph, options);
  let result = solution.result;
  const removed = new Set<number>();
  const removeVertex = (vertex: number): MatchingResult => {
    if (!Number.isInteger(vertex) || vertex < 0 || vertex >= graph.vertices) {
      throw new RangeError(`There is no vertex ${vertex}.`);
    }
    if (removed.has(vertex)) throw new RangeError(`Vertex ${vertex} was removed before.`);
    removed.add(vertex);
    const before = solution;
    // What onProgress throws leaves nothing half done: the next removal starts afresh.
    solution = undefined;
    const after = before?.whole ? mend(before, vertex, removed, options) : afresh(graph, removed, options);
    solution = after;
    result = after.result;
    return result;
  };
  return { result: () => result, removeVertex };
}

function afresh(graph: WeightedGraph, removed: ReadonlySet<number>, options: MatchingOptions): Solution {
  const solution = solveMatching(withoutVertices(graph, removed), options);
  for (const vertex of removed) markRemoved(solution.state.tree, vertex);
  return solution;
}

function mend(before: Solution, vertex: number, removed: ReadonlySet<number>, options: MatchingOptions): Solution {
  const { task, state } = before;
  detach(state, vertex);
  const mayRise = task.cardinalityFirst && countExposed(state) > 1;
  setExposedCost(task, state, mayRise ? Math.max(task.firstExposedCost, task.exposedCost) : task.exposedCost);
  // Patience counts anew for each removal.
  state.effort.arcs = 0;
  state.effort.nextBeat = 0;
  searchFromExposed(task, state);
  // At most one is exposed by parity: that needs no barrier. Otherwise the old one may still do.
  const odd = countExposed(state) <= 1;
  const barrier = before.result.proof.barrier.filter((member) => !odd && member !== vertex);
  const result = concludeMatching(task.graph, state, { exposedCost: task.exposedCost, barrier }, before.result);
  if (result.exact && (!task.cardinalityFirst || odd || isMaximum(task.graph, result, removed))) {
    return { ...before, result };
  }
  const rest = { ...task, graph: withoutVertices(task.graph, removed) };
  for (const absent of removed) state.tree.label[absent] = UNLABELLED;
  const solution = finishMatching(rest, state, options);
  for (const absent of removed) markRemoved(solution.state.tree, absent);
  return solution;
}

/** Whether the barrier still shows that no more can be matched. */
function isMaximum(graph: WeightedGraph, { exposed, proof }: MatchingResult, removed: ReadonlySet<number>): boolean {
  return labelByBarrier(withoutVertices(graph, removed), proof.barrier).exposed === exposed;
}

/** Leaves a vertex's mate exposed and expands the blossoms around the vertex, at which no search will look again. */
function detach(state: PrimalDual, vertex: number): void {
  const { matching, blossoms, tree } = state;
  const { mate, dual } = matching;
  const outermost = blossoms.outermost[vertex];
  const partner = mate[blossoms.base[outermost]];
  if (partner !== -1) mate[partner] = -1;
  // The blossom is matched within itself but for the vertex, so expanding it breaks no pair.
  rebase(state, outermost, vertex);
  mate[vertex] = -1;
  for (let node = outermost; node !== vertex; node = blossoms.outermost[vertex]) {
    const share = blossoms.dual[node] / 2;
    eachVertex(blossoms, node, (member) => {
      dual[member] += share;
      tree.demand[member] = dual[member];
    });
    blossoms.dual[node] = 0;
    expandEmpty(blossoms, node);
  }
  blossoms.parent[vertex] = -1;
  markRemoved(tree, vertex);
}
