import type { WeightedGraph } from '../graph.ts';
import type { PairsResult } from './proof.ts';
import { type PairsOptions, solve } from './solve.ts';

/** The heaviest matching of a graph, with its proof; the same graph gives the same answer everywhere. */
export function solvePairs(graph: WeightedGraph, options: PairsOptions = {}): PairsResult {
  return solve(graph, options).result;
}
