import { weightedGraph } from '../../graph/graph.ts';
import { sharedDuals } from '../../graph/matching/laminar-family.ts';
import { solvePairs } from '../../graph/matching/matching.ts';
import type { PairsResult } from '../../graph/matching/proof.ts';
import { addCheapest, cellOf, type EdgeSet, type Problem } from './candidate-edges.ts';
import { areLeftOnce, leavings, nestingOf, type OddSets, setsAround } from './odd-sets.ts';

/** One limb of the costs, over the rounds that are best in all limbs before it. */
export interface Stage {
  problem: Problem;
  limb: number;
  /** At one × size + other: 1 where a best round may hold this pair; missing: everywhere. */
  open: Uint8Array | undefined;
  /** What the proofs of the limbs before say about odd sets, and what each pair that leaves one pays. */
  sets: readonly OddSets[];
  toll: number;
}

const DENSE = 48;
const CHEAPEST = 12;
const ADDED = 8;
const MOST_ROUNDS = 500;
const TOLL_STEP = 16;

/** The cheapest perfect matching of a stage; its proof holds for all open pairs. The edges must allow one. */
export function solveStage(stage: Stage, edges: EdgeSet): PairsResult {
  const size = stage.problem.ids.length;
  addCheapest(edges, size <= DENSE ? size - 1 : CHEAPEST, (one, other) => openCost(stage, one, other));
  for (stage.toll = 1 + dearest(stage, edges); ; stage.toll *= TOLL_STEP) {
    const found = priceOut(stage, edges);
    // A set left more than once costs its toll twice more: then the toll was too small.
    if (areLeftOnce(stage.sets, found.mate)) return found;
  }
}

/** Solves over few edges, then adds open pairs that its duals do not pay for, until there are none. */
function priceOut(stage: Stage, edges: EdgeSet): PairsResult {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = solvePairs(graphOf(stage, edges), { exact: true });
    if (found.left !== 0) throw new Error('No perfect matching exists in this graph.');
    if (addViolated(stage, found, edges) === 0) return found;
  }
  throw new Error('Pricing did not end.');
}

function graphOf(stage: Stage, edges: EdgeSet) {
  const { ends, vertices } = edges;
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []];
  for (let edge = 0; edge < ends.length; edge += 2) {
    const [one = 0, other = 0] = [ends[edge], ends[edge + 1]];
    const cost = openCost(stage, one, other);
    if (cost === Number.POSITIVE_INFINITY) continue;
    from.push(one);
    to.push(other);
    weight.push(0 - cost);
  }
  return weightedGraph(vertices, { from, to, weight });
}

/** What a pair costs in this limb, tolls included; infinite where no best round holds it. */
function openCost(stage: Stage, one: number, other: number): number {
  const { problem, limb, open, sets, toll } = stage;
  if (open !== undefined && open[one * problem.ids.length + other] !== 1) return Number.POSITIVE_INFINITY;
  const cost = problem.matrix.cells[cellOf(problem, one, other) + limb] ?? 0;
  return sets.length === 0 ? cost : cost + toll * leavings(sets, one, other);
}

/** How many odd sets around each person, over all stages before. */
export function depths({ sets, problem }: Stage): Float64Array {
  const depth = new Float64Array(problem.ids.length);
  for (const { nesting } of sets) {
    for (let person = 0; person < depth.length; person++) {
      depth[person] = (depth[person] ?? 0) + setsAround(nesting, person);
    }
  }
  return depth;
}

function dearest(stage: Stage, { ends }: EdgeSet): number {
  const free = { ...stage, toll: 0 };
  let most = 0;
  for (let edge = 0; edge < ends.length; edge += 2) {
    const cost = openCost(free, ends[edge] ?? 0, ends[edge + 1] ?? 0);
    if (cost !== Number.POSITIVE_INFINITY && cost > most) most = cost;
  }
  return most;
}

/** Visits the open pairs whose doubled slack stands at or below a limit. */
function eachBelow(
  stage: Stage,
  { proof }: PairsResult,
  limit: number,
  visit: (one: number, other: number) => void,
): void {
  const { problem, limb, open, sets, toll } = stage;
  const { cells } = problem.matrix;
  const size = problem.ids.length;
  const nesting = nestingOf(size, proof, proof.duals);
  for (let one = 0; one < size; one++) {
    const inside = proof.around[one] !== -1;
    const mine = proof.duals[one] ?? 0;
    for (let other = one + 1; other < size; other++) {
      if (open !== undefined && open[one * size + other] !== 1) continue;
      let slack = 2 * (cells[cellOf(problem, one, other) + limb] ?? 0) + mine + (proof.duals[other] ?? 0);
      // Tolls and odd sets only add.
      if (slack > limit) continue;
      if (sets.length > 0) slack += 2 * toll * leavings(sets, one, other);
      if (slack <= limit && inside) slack += sharedDuals(nesting, one, other);
      if (slack <= limit) visit(one, other);
    }
  }
}

/** Where pairs lack, adds for everybody those that the duals pay for least; returns how many lacked: none means proved. */
function addViolated(stage: Stage, found: PairsResult, edges: EdgeSet): number {
  let lacking = 0;
  eachBelow(stage, found, -1, () => {
    lacking += 1;
  });
  if (lacking > 0) addCheapest(edges, ADDED, slacks(stage, found));
  return lacking;
}

/** Doubled slacks of open pairs. */
function slacks(stage: Stage, { proof }: PairsResult): (one: number, other: number) => number {
  const nesting = nestingOf(stage.problem.ids.length, proof, proof.duals);
  return (one, other) => {
    const paid = (proof.duals[one] ?? 0) + (proof.duals[other] ?? 0);
    const inside = proof.around[one] !== -1 && proof.around[other] !== -1;
    return 2 * openCost(stage, one, other) + paid + (inside ? sharedDuals(nesting, one, other) : 0);
  };
}

/** What is open in the next limb: pairs worth exactly their duals. */
export function stillOpen(stage: Stage, found: PairsResult): Uint8Array {
  const size = stage.problem.ids.length;
  const open = new Uint8Array(size * size);
  eachBelow(stage, found, 0, (one, other) => {
    open[one * size + other] = 1;
    open[other * size + one] = 1;
  });
  return open;
}
