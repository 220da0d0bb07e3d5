import { checkGraph, type WeightedGraph } from '../graph.ts';
import { findLimits, type Limits } from './cardinality.ts';
import { type Forest, INNER } from './forest.ts';
import { conclusion, type PairsResult, verify } from './proof.ts';
import { countLeft, settle, settleAgain, type Task } from './settle.ts';

export interface PairsOptions {
  /** True: search until the optimum is proved. False: stop after a set amount of work and state the gap. */
  exact?: boolean;
  /** True (the default): as many pairs as possible, then as heavy as possible. False: as heavy as possible. */
  cardinalityFirst?: boolean;
  /**
   * Called every few milliseconds with the share of the people who are settled (0 during the auction). What it throws
   * ends the work and comes out unchanged; nothing is left half done, the same graph can be solved again at once.
   */
  onProgress?: (share: number) => void;
}

/** A solved task: with whole duals it can go on when somebody drops out. */
export interface Solution {
  task: Task;
  forest: Forest;
  result: PairsResult;
  /** Every pair is tight, and the duals hold for all edges and all people. */
  whole: boolean;
}

/** Arcs looked at in searches for each arc of the graph, before the fast mode gives up. */
const PATIENCE = 60;

/** Solves a graph from scratch. */
export function solve(graph: WeightedGraph, options: PairsOptions): Solution {
  checkGraph(graph);
  const task = describe(graph, options);
  return finish(task, settle(task), options);
}

/** Makes the matching as large as it can be, adds up and proves. */
export function finish(task: Task, settled: Forest, options: PairsOptions): Solution {
  const { graph, counted } = task;
  let forest = settled;
  let limits: Limits | undefined;
  if (counted && countLeft(forest) > graph.people % 2) {
    limits = findLimits(graph, forest.mate, () => task.report(1));
  }
  const patient = forest.work <= task.work;
  if (limits?.grew) {
    if (patient) {
      forest = settleAgain(task, forest, limits);
      limits = { ...limits, mate: forest.mate };
    }
    forest.mate.set(limits.mate);
  }
  const result = conclusion(graph, forest, { alone: task.alone, barrier: barrierOf(limits) });
  if (result.exact || options.exact === true) verify(graph, result, counted);
  if (options.exact === true && !result.exact) throw new Error('The duals do not prove this matching.');
  return { task, forest, result, whole: patient && limits?.grew !== true };
}

function barrierOf(limits: Limits | undefined): Int32Array {
  const barrier: number[] = [];
  limits?.label.forEach((mark, person) => {
    if (mark === INNER) barrier.push(person);
  });
  return Int32Array.from(barrier);
}

function describe(graph: WeightedGraph, { exact, cardinalityFirst, onProgress }: PairsOptions): Task {
  const { weights } = graph;
  let low = weights.length === 0 ? 0 : weights[0];
  let high = low;
  for (let arc = 0; arc < weights.length; arc++) {
    const weight = weights[arc];
    if (weight < low) low = weight;
    if (weight > high) high = weight;
  }
  const range = high - low;
  const counted = cardinalityFirst ?? true;
  // One more pair is worth four times the range: dear enough in most graphs, raised where it is not.
  const price = counted ? Math.ceil((4 * range + 1 - low) / 2) : 0;
  const work = exact === true ? Number.POSITIVE_INFINITY : PATIENCE * (weights.length + 1000);
  let most = 0;
  const report = (share: number): void => {
    most = Math.max(most, share);
    onProgress?.(most);
  };
  return { graph, counted, range, price, alone: price, work, report };
}
