import { type WeightedGraph, withoutPeople } from '../graph.ts';
import { dissolve, rebase } from './blossoms.ts';
import { divide } from './cardinality.ts';
import { eachPerson, type Forest, FREE, GONE } from './forest.ts';
import { conclusion, type PairsResult } from './proof.ts';
import { countLeft, searchAll, setAlone } from './settle.ts';
import { finish, type PairsOptions, type Solution, solve } from './solve.ts';

/** A solved round that people may still drop out of. */
export interface OpenRound {
  /** The pairs as they are now. */
  result(): PairsResult;
  /**
   * Takes one person out and mends the pairs by one search from whoever loses a partner, with the duals that stand: the
   * answer is the optimum of `withoutPeople(graph, gone)` with its proof, which `verify` checks edge by edge.
   */
  dropOut(person: number): PairsResult;
}

/** Solves a graph and keeps what the search knows, so that a drop-out takes milliseconds. */
export function openRound(graph: WeightedGraph, options: PairsOptions = {}): OpenRound {
  let solution: Solution | undefined = solve(graph, options);
  let result = solution.result;
  const gone = new Set<number>();
  const dropOut = (person: number): PairsResult => {
    if (!Number.isInteger(person) || person < 0 || person >= graph.people) throw new RangeError(`${person} is nobody.`);
    if (gone.has(person)) throw new RangeError(`${person} dropped out before.`);
    gone.add(person);
    const before = solution;
    // What onProgress throws leaves nothing half done: the next drop-out starts afresh.
    solution = undefined;
    const after = before?.whole ? mend(before, person, gone, options) : afresh(graph, gone, options);
    solution = after;
    result = after.result;
    return result;
  };
  return { result: () => result, dropOut };
}

function afresh(graph: WeightedGraph, gone: ReadonlySet<number>, options: PairsOptions): Solution {
  const solution = solve(withoutPeople(graph, gone), options);
  for (const person of gone) markGone(solution.forest, person);
  return solution;
}

function mend(before: Solution, person: number, gone: ReadonlySet<number>, options: PairsOptions): Solution {
  const { task, forest } = before;
  takeOut(forest, person);
  const alone = task.counted && countLeft(forest) > 1 ? Math.max(task.price, task.alone) : task.alone;
  setAlone(task, forest, alone);
  // Patience counts anew for each drop-out.
  forest.work = 0;
  forest.nextBeat = 0;
  searchAll(task, forest);
  // At most one is left by parity: that needs no barrier. Otherwise the old one may still do.
  const odd = countLeft(forest) <= 1;
  const barrier = before.result.proof.barrier.filter((member) => !odd && member !== person);
  const result = conclusion(task.graph, forest, { alone: task.alone, barrier }, before.result);
  if (result.exact && (!task.counted || odd || isMost(task.graph, result, gone))) return { ...before, result };
  const rest = { ...task, graph: withoutPeople(task.graph, gone) };
  for (const absent of gone) forest.label[absent] = FREE;
  const solution = finish(rest, forest, options);
  for (const absent of gone) markGone(solution.forest, absent);
  return solution;
}

/** Whether the barrier still shows that nobody more can be paired. */
function isMost(graph: WeightedGraph, { left, proof }: PairsResult, gone: ReadonlySet<number>): boolean {
  return divide(withoutPeople(graph, gone), proof.barrier).left === left;
}

/** Leaves a person's partner exposed and opens the blossoms around the person, whom no search will look at again. */
function takeOut(forest: Forest, person: number): void {
  const { mate, base, top, depth, dual, ask, parent } = forest;
  const outermost = top[person];
  const root = base[outermost];
  const partner = mate[root];
  if (partner !== -1) mate[partner] = -1;
  // The blossom is matched within itself but for the person, so opening it breaks no pair.
  rebase(forest, outermost, person);
  mate[person] = -1;
  for (let node = outermost; node !== person; node = top[person]) {
    const share = depth[node] / 2;
    eachPerson(forest, node, (member) => {
      dual[member] += share;
      ask[member] = dual[member];
    });
    depth[node] = 0;
    dissolve(forest, node);
  }
  parent[person] = -1;
  markGone(forest, person);
}

function markGone({ label, ask }: Forest, person: number): void {
  label[person] = GONE;
  ask[person] = Number.POSITIVE_INFINITY;
}
