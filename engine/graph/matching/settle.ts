import type { WeightedGraph } from '../graph.ts';
import { dualsOf, runAuction } from './auction.ts';
import { type Limits, withoutUseless } from './cardinality.ts';
import { type Forest, GONE, OUTER, plantForest } from './forest.ts';
import { search } from './search.ts';
import { matchTight, replant, tightenDuals } from './tight-edges.ts';

/** What is to be solved, and how far. */
export interface Task {
  graph: WeightedGraph;
  /** The number of pairs comes before their weight. */
  counted: boolean;
  /** Value of the cheapest and the dearest edge apart. */
  range: number;
  /** What leaving one person alone costs, at first and now. */
  price: number;
  alone: number;
  /** Arcs that may be looked at in searches. */
  work: number;
  report: (share: number) => void;
}

/** Arcs that a search may look at in the first pass, and how many times more in each later one. */
const FIRST_BUDGET = 300;
const MORE = 8;

/** Auction, tight pairs, and a search for each person whom those left alone. */
export function settle(task: Task): Forest {
  const { graph, alone } = task;
  const market = runAuction(graph, -2 * alone, task.range, () => task.report(0));
  const dual = dualsOf(market);
  const tight = tightenDuals(graph, dual, -2 * alone);
  const forest = plantForest(graph, dual, new Float64Array(graph.people).fill(-2 * alone));
  matchTight(forest, tight);
  if (!searchAll(task, forest)) keepPairs(forest, market.choice);
  return forest;
}

/** Goes on without the edges that no largest matching uses, and raises the price of being alone where it must. */
export function settleAgain(task: Task, before: Forest, limits: Limits): Forest {
  const floor = new Float64Array(task.graph.people).fill(-2 * task.alone);
  limits.label.forEach((mark, person) => {
    if (mark !== OUTER) floor[person] = Number.NEGATIVE_INFINITY;
  });
  const forest = replant(before, withoutUseless(task.graph, limits), floor);
  searchAll(task, forest);
  while (countLeft(forest) > limits.left && forest.work <= task.work) {
    setAlone(task, forest, task.alone * 8);
    searchAll(task, forest);
  }
  return forest;
}

/**
 * Searches from everybody who is left and not yet paid for; false when patience ran out. Long searches give up and come
 * again after the others: what those settled makes them short.
 */
export function searchAll(task: Task, forest: Forest): boolean {
  const { mate, label } = forest;
  const { people } = task.graph;
  let waiting: number[] = [];
  for (let person = 0; person < people; person++) {
    if (label[person] !== GONE && isUnpaid(forest, person)) waiting.push(person);
  }
  let settled = people - waiting.length;
  forest.onBeat = () => task.report(settled / people);
  forest.onBeat();
  for (let budget = FIRST_BUDGET; waiting.length > 0; budget *= MORE) {
    const limit = waiting.length === 1 ? Number.POSITIVE_INFINITY : budget;
    if (waiting.length === 1 && task.counted && countLeft(forest) === 1) lowerAlone(task, forest);
    const later: number[] = [];
    for (const person of waiting) {
      if (mate[person] === -1) {
        if (forest.work > task.work) return false;
        if (!search(forest, person, forest.work + limit)) throw new Error('Somebody who can be paired was not.');
      }
      if (isUnpaid(forest, person)) later.push(person);
      else settled += 1;
    }
    waiting = later;
  }
  return true;
}

function isUnpaid({ mate, dual, floor }: Forest, person: number): boolean {
  return mate[person] === -1 && dual[person] > floor[person];
}

/** One person of an odd number is left at any price: the least that nobody else would go below ends the search soonest. */
function lowerAlone(task: Task, forest: Forest): void {
  const { dual, label } = forest;
  let least = Number.POSITIVE_INFINITY;
  for (let person = 0; person < dual.length; person++) {
    if (label[person] !== GONE && dual[person] < least) least = dual[person];
  }
  setAlone(task, forest, 0 - Math.floor(least / 2));
}

/** Changes what being alone costs, for those too who dropped out. */
export function setAlone(task: Task, { dual, floor, label }: Forest, alone: number): void {
  task.alone = alone;
  for (let person = 0; person < dual.length; person++) {
    if (floor[person] !== Number.NEGATIVE_INFINITY) floor[person] = -2 * alone;
    if (label[person] === GONE) dual[person] = -2 * alone;
  }
}

/** After patience ran out: pairs of the auction stay together, tight or not. */
function keepPairs({ mate }: Forest, choice: Int32Array): void {
  choice.forEach((other, person) => {
    if (other < 0 || other === person || mate[person] !== -1 || mate[other] !== -1) return;
    mate[person] = other;
    mate[other] = person;
  });
}

/** People without a partner, those who dropped out aside. */
export function countLeft({ mate, label }: Forest): number {
  let left = 0;
  for (let person = 0; person < mate.length; person++) if (mate[person] === -1 && label[person] !== GONE) left += 1;
  return left;
}
