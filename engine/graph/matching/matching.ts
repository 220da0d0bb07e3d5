import type { WeightedGraph } from '../graph.ts';
import type { MatchingResult } from './proof.ts';
import { type MatchingOptions, solveMatching } from './solve.ts';

/** The heaviest matching of a graph, with its proof; the same graph gives the same answer everywhere. */
export function maximumWeightMatching(graph: WeightedGraph, options: MatchingOptions = {}): MatchingResult {
  return solveMatching(graph, options).result;
}
