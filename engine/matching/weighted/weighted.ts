import { dualsOf, runAuction } from './auction.ts';
import { findLimits, type Limits, withoutUseless } from './cardinality.ts';
import { type Forest, INNER, OUTER, plantForest } from './forest.ts';
import { checkGraph, type WeightedGraph } from './graph.ts';
import { conclusion, type PairsResult, verify } from './proof.ts';
import { search } from './search.ts';
import { matchTight, tightenDuals } from './start.ts';

export interface PairsOptions {
  /** True: search until the optimum is proved. False: stop after a set amount of work and state the gap. */
  exact?: boolean;
  /** True (the default): as many pairs as possible, then as heavy as possible. False: as heavy as possible. */
  cardinalityFirst?: boolean;
  /** Called now and then with the share of the people who are settled; what it throws ends the work. */
  onProgress?: (share: number) => void;
}

interface Task {
  graph: WeightedGraph;
  /** Value of the cheapest and the dearest edge apart. */
  range: number;
  /** What leaving one person alone costs. */
  alone: number;
  label: Uint8Array | undefined;
  /** Arcs that may be looked at in searches. */
  work: number;
  report: (share: number) => void;
}

/** Arcs looked at in searches for each arc of the graph, before the fast mode gives up. */
const PATIENCE = 60;

/** The heaviest matching of a graph, with its proof; the same graph gives the same answer everywhere. */
export function solvePairs(graph: WeightedGraph, options: PairsOptions = {}): PairsResult {
  checkGraph(graph);
  const cardinalityFirst = options.cardinalityFirst ?? true;
  const task = describe(graph, options);
  const { people } = graph;
  let forest = settle(task);
  let limits = cardinalityFirst && countLeft(forest) > people % 2 ? findLimits(graph, forest.mate) : undefined;
  if (limits?.grew) {
    if (forest.work <= task.work) {
      forest = settleAgain(task, limits);
      limits = { ...limits, mate: forest.mate };
    }
    forest.mate.set(limits.mate);
  }
  const barrier: number[] = [];
  limits?.label.forEach((mark, person) => {
    if (mark === INNER) barrier.push(person);
  });
  const result = conclusion(graph, forest, task.alone, Int32Array.from(barrier));
  if (result.exact || options.exact === true) verify(graph, result, cardinalityFirst);
  if (options.exact === true && !result.exact) throw new Error('The duals do not prove this matching.');
  return result;
}

function describe(graph: WeightedGraph, { exact, cardinalityFirst, onProgress }: PairsOptions): Task {
  const { weights } = graph;
  let low = weights[0] ?? 0;
  let high = low;
  for (let arc = 0; arc < weights.length; arc++) {
    const weight = weights[arc] ?? 0;
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  const range = high - low;
  // One more pair is worth four times the range: dear enough in most graphs, raised where it is not.
  const alone = cardinalityFirst === false ? 0 : Math.ceil((4 * range + 1 - low) / 2);
  const work = exact === true ? Number.POSITIVE_INFINITY : PATIENCE * (weights.length + 1000);
  return { graph, range, alone, label: undefined, work, report: onProgress ?? (() => undefined) };
}

/** Auction, tight pairs, and a search for each person whom those left alone. */
function settle(task: Task): Forest {
  const { graph, alone, label } = task;
  const floor = new Float64Array(graph.people).fill(-2 * alone);
  label?.forEach((mark, person) => {
    if (mark !== OUTER) floor[person] = Number.NEGATIVE_INFINITY;
  });
  const market = runAuction(
    graph,
    floor.map((least) => least / 2),
    task.range,
    () => task.report(0),
  );
  const dual = dualsOf(market);
  tightenDuals(graph, dual, floor);
  const forest = plantForest(graph, dual, floor);
  matchTight(forest, market.choice);
  if (!searchAll(task, forest)) keepPairs(forest, market.choice);
  return forest;
}

/** Solves once more without the edges that no largest matching uses, and raises the price of being alone if it must. */
function settleAgain(task: Task, limits: Limits): Forest {
  task.graph = withoutUseless(task.graph, limits);
  task.label = limits.label;
  const forest = settle(task);
  while (countLeft(forest) > limits.left && forest.work <= task.work) {
    task.alone *= 8;
    forest.floor.forEach((least, person) => {
      if (least !== Number.NEGATIVE_INFINITY) forest.floor[person] = -2 * task.alone;
    });
    searchAll(task, forest);
  }
  return forest;
}

/** Searches from everybody who is left and not yet paid for; false when patience ran out. */
function searchAll(task: Task, forest: Forest): boolean {
  const { mate, dual, floor } = forest;
  for (let person = 0; person < mate.length; person++) {
    if (mate[person] !== -1 || (dual[person] ?? 0) <= (floor[person] ?? 0)) continue;
    if (forest.work > task.work) return false;
    if (!search(forest, person)) throw new Error('Somebody who can be paired was not.');
    if (person % 256 === 0) task.report(person / mate.length);
  }
  return true;
}

/** After patience ran out: pairs of the auction stay together, tight or not. */
function keepPairs({ mate }: Forest, choice: Int32Array): void {
  choice.forEach((other, person) => {
    if (other < 0 || other === person || mate[person] !== -1 || mate[other] !== -1) return;
    mate[person] = other;
    mate[other] = person;
  });
}

function countLeft({ mate }: Forest): number {
  let left = 0;
  for (let person = 0; person < mate.length; person++) if (mate[person] === -1) left += 1;
  return left;
}
