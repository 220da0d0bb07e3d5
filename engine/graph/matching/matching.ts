import type { WeightedGraph } from '../graph.ts';
import type { MatchingResult } from './proof.ts';
import { type MatchingOptions, solveMatching } from './solve.ts';

/**
 * A maximum-weight matching of a general graph, with its proof (Edmonds 1965; primal-dual over blossoms, started by
 * Bertsekas's auction). Weights are whole numbers; the same graph gives the same answer everywhere. Throws a RangeError
 * for a graph that `checkGraph` refuses, and an Error where `exact` was asked for and the duals do not prove it.
 */
export function maximumWeightMatching(graph: WeightedGraph, options: MatchingOptions = {}): MatchingResult {
  return solveMatching(graph, options).result;
}
