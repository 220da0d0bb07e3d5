import { checkGraph, type WeightedGraph } from '../graph.ts';
import { type GallaiEdmonds, gallaiEdmonds } from './gallai-edmonds.ts';
import { countExposed, type MatchingTask, matchByAuction, matchWithin } from './phases.ts';
import type { PrimalDual } from './primal-dual.ts';
import { concludeMatching, type MatchingResult, verify } from './proof.ts';
import { T_LABEL } from './search-tree.ts';

export interface MatchingOptions {
  /** True: search until the optimum is proved. False: stop after a set amount of work and state the gap. */
  exact?: boolean;
  /** True (the default): as many pairs as possible, then as heavy as possible. False: as heavy as possible. */
  cardinalityFirst?: boolean;
  /**
   * Called every few milliseconds with the share of the vertices that are settled (0 during the auction). What it throws
   * ends the work and comes out unchanged; nothing is left half done, the same graph can be solved again at once.
   */
  onProgress?: (share: number) => void;
}

/** A solved task: with whole duals it can go on when a vertex is removed. */
export interface Solution {
  task: MatchingTask;
  state: PrimalDual;
  result: MatchingResult;
  /** Every pair is tight, and the duals hold for all edges and all vertices. */
  whole: boolean;
}

/** Arcs looked at in searches for each arc of the graph, before the fast mode gives up. */
const PATIENCE = 60;

/** Solves a graph from scratch. */
export function solveMatching(graph: WeightedGraph, options: MatchingOptions): Solution {
  checkGraph(graph);
  const task = describeTask(graph, options);
  return finishMatching(task, matchByAuction(task), options);
}

/** Makes the matching as large as it can be, adds up and proves. */
export function finishMatching(task: MatchingTask, settled: PrimalDual, options: MatchingOptions): Solution {
  const { graph, cardinalityFirst } = task;
  let state = settled;
  let structure: GallaiEdmonds | undefined;
  if (cardinalityFirst && countExposed(state) > graph.vertices % 2) {
    structure = gallaiEdmonds(graph, state.matching.mate, () => task.report(1));
  }
  const patient = state.effort.arcs <= task.mostArcs;
  if (structure?.augmented) {
    if (patient) {
      state = matchWithin(task, state, structure);
      structure = { ...structure, mate: state.matching.mate };
    }
    state.matching.mate.set(structure.mate);
  }
  const result = concludeMatching(graph, state, { exposedCost: task.exposedCost, barrier: barrierOf(structure) });
  if (result.exact || options.exact === true) verify(graph, result, cardinalityFirst);
  if (options.exact === true && !result.exact) throw new Error('The duals do not prove this matching.');
  return { task, state, result, whole: patient && structure?.augmented !== true };
}

function barrierOf(structure: GallaiEdmonds | undefined): Int32Array {
  const barrier: number[] = [];
  structure?.label.forEach((mark, vertex) => {
    if (mark === T_LABEL) barrier.push(vertex);
  });
  return Int32Array.from(barrier);
}

function describeTask(
  graph: WeightedGraph,
  { exact, cardinalityFirst = true, onProgress }: MatchingOptions,
): MatchingTask {
  const { weights } = graph;
  let low = weights.length === 0 ? 0 : weights[0];
  let high = low;
  for (let arc = 0; arc < weights.length; arc++) {
    const weight = weights[arc];
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  const weightRange = high - low;
  // One more pair is worth four times the range: dear enough in most graphs, raised where it is not.
  const firstExposedCost = cardinalityFirst ? Math.ceil((4 * weightRange + 1 - low) / 2) : 0;
  const mostArcs = exact === true ? Number.POSITIVE_INFINITY : PATIENCE * (weights.length + 1000);
  let most = 0;
  const report = (share: number): void => {
    most = Math.max(most, share);
    onProgress?.(most);
  };
  return { graph, cardinalityFirst, weightRange, firstExposedCost, exposedCost: firstExposedCost, mostArcs, report };
}
