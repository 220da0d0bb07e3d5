import type { WeightedGraph } from '../graph.ts';
import { dualsOf, runAuction } from './auction.ts';
import { type GallaiEdmonds, withoutUnusable } from './gallai-edmonds.ts';
import { createPrimalDual, type Matching, type PrimalDual } from './primal-dual.ts';
import { search } from './search.ts';
import { REMOVED, S_LABEL } from './search-tree.ts';
import { matchTightEdges, restart, tightenDuals } from './tight-edges.ts';

/** What is to be solved, and how far. */
export interface MatchingTask {
  graph: WeightedGraph;
  /** The number of pairs comes before their weight. */
  cardinalityFirst: boolean;
  /** How far the lightest and the heaviest edge are apart. */
  weightRange: number;
  /** What leaving one vertex exposed costs, at first and now. */
  firstExposedCost: number;
  exposedCost: number;
  /** Arcs that may be looked at in searches. */
  mostArcs: number;
  report: (share: number) => void;
}

/** Arcs that a search may look at in the first pass, and how many times more in each later one. */
const FIRST_BUDGET = 300;
const MORE = 8;

/** Auction, tight edges, and a search from each vertex that those left exposed. */
export function matchByAuction(task: MatchingTask): PrimalDual {
  const { graph, exposedCost } = task;
  const market = runAuction(graph, -2 * exposedCost, task.weightRange, () => task.report(0));
  const dual = dualsOf(market);
  const tight = tightenDuals(graph, dual, -2 * exposedCost);
  const state = createPrimalDual(graph, dual, new Float64Array(graph.vertices).fill(-2 * exposedCost));
  matchTightEdges(state.matching, tight);
  if (!searchFromExposed(task, state)) keepPairs(state.matching, market.choice);
  return state;
}

/** Goes on without the edges that no maximum matching uses, and raises the cost of exposed vertices where it must. */
export function matchWithin(task: MatchingTask, before: PrimalDual, structure: GallaiEdmonds): PrimalDual {
  const leastDual = new Float64Array(task.graph.vertices).fill(-2 * task.exposedCost);
  structure.label.forEach((mark, vertex) => {
    if (mark !== S_LABEL) leastDual[vertex] = Number.NEGATIVE_INFINITY;
  });
  const state = restart(before, withoutUnusable(task.graph, structure), leastDual);
  searchFromExposed(task, state);
  while (countExposed(state) > structure.exposed && state.effort.arcs <= task.mostArcs) {
    setExposedCost(task, state, task.exposedCost * 8);
    searchFromExposed(task, state);
  }
  return state;
}

/**
 * Searches from each exposed vertex whose dual is not yet at its least; false when patience ran out. Long searches give
 * up and come again after the others: what those settled makes them short.
 */
export function searchFromExposed(task: MatchingTask, state: PrimalDual): boolean {
  const { mate } = state.matching;
  const { label } = state.tree;
  const { vertices } = task.graph;
  let waiting: number[] = [];
  for (let vertex = 0; vertex < vertices; vertex++) {
    if (label[vertex] !== REMOVED && isUnsettled(state, vertex)) waiting.push(vertex);
  }
  let settled = vertices - waiting.length;
  state.effort.onBeat = () => task.report(settled / vertices);
  state.effort.onBeat();
  for (let budget = FIRST_BUDGET; waiting.length > 0; budget *= MORE) {
    const limit = waiting.length === 1 ? Number.POSITIVE_INFINITY : budget;
    if (waiting.length === 1 && task.cardinalityFirst && countExposed(state) === 1) lowerExposedCost(task, state);
    const later: number[] = [];
    for (const vertex of waiting) {
      if (mate[vertex] === -1) {
        if (state.effort.arcs > task.mostArcs) return false;
        if (!search(state, vertex, state.effort.arcs + limit)) throw new Error('A vertex that can be matched was not.');
      }
      if (isUnsettled(state, vertex)) later.push(vertex);
      else settled += 1;
    }
    waiting = later;
  }
  return true;
}

function isUnsettled({ matching: { mate, dual, leastDual } }: PrimalDual, vertex: number): boolean {
  return mate[vertex] === -1 && dual[vertex] > leastDual[vertex];
}

/** One vertex of an odd number stays exposed at any cost: the least that no other goes below ends the search soonest. */
function lowerExposedCost(task: MatchingTask, state: PrimalDual): void {
  const { dual } = state.matching;
  const { label } = state.tree;
  let least = Number.POSITIVE_INFINITY;
  for (let vertex = 0; vertex < dual.length; vertex++) {
    if (label[vertex] !== REMOVED && dual[vertex] < least) least = dual[vertex];
  }
  setExposedCost(task, state, 0 - Math.floor(least / 2));
}

/** Changes what an exposed vertex costs, for those removed too. */
export function setExposedCost(task: MatchingTask, { matching, tree }: PrimalDual, exposedCost: number): void {
  const { dual, leastDual } = matching;
  task.exposedCost = exposedCost;
  for (let vertex = 0; vertex < dual.length; vertex++) {
    if (leastDual[vertex] !== Number.NEGATIVE_INFINITY) leastDual[vertex] = -2 * exposedCost;
    if (tree.label[vertex] === REMOVED) dual[vertex] = -2 * exposedCost;
  }
}

/** After patience ran out: pairs of the auction stay matched, tight or not. */
function keepPairs({ mate }: Matching, choice: Int32Array): void {
  choice.forEach((other, vertex) => {
    if (other < 0 || other === vertex || mate[vertex] !== -1 || mate[other] !== -1) return;
    mate[vertex] = other;
    mate[other] = vertex;
  });
}

/** Exposed vertices, those removed aside. */
export function countExposed({ matching: { mate }, tree: { label } }: PrimalDual): number {
  let exposed = 0;
  for (let vertex = 0; vertex < mate.length; vertex++) {
    if (mate[vertex] === -1 && label[vertex] !== REMOVED) exposed += 1;
  }
  return exposed;
}
