import { weightedGraph } from '../../graph/graph.ts';
import { dualsAroundBoth } from '../../graph/matching/laminar-family.ts';
import { maximumWeightMatching } from '../../graph/matching/matching.ts';
import type { MatchingResult } from '../../graph/matching/proof.ts';
import { addCheapest, cellOf, type EdgeSet, type MatrixPart } from './candidate-edges.ts';
import { areLeftOnce, leavings, nestingOf, type OddSets, setsAround } from './odd-sets.ts';

/** One limb of the costs, over the rounds that are best in all limbs before it. */
export interface LimbTask {
  part: MatrixPart;
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

/** The cheapest perfect matching of a limb; its proof holds for all open pairs. The edges must allow one. */
export function matchLimb(task: LimbTask, edges: EdgeSet): MatchingResult {
  const size = task.part.ids.length;
  addCheapest(edges, size <= DENSE ? size - 1 : CHEAPEST, (one, other) => openCost(task, one, other));
  for (task.toll = 1 + dearest(task, edges); ; task.toll *= TOLL_STEP) {
    const found = priceOut(task, edges);
    // A set left more than once costs its toll twice more: then the toll was too small.
    if (areLeftOnce(task.sets, found.mate)) return found;
  }
}

/** Solves over few edges, then adds open pairs that its duals do not pay for, until there are none. */
function priceOut(task: LimbTask, edges: EdgeSet): MatchingResult {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = maximumWeightMatching(graphOf(task, edges), { exact: true });
    if (found.exposed !== 0) throw new Error('No perfect matching exists in this graph.');
    if (addViolated(task, found, edges) === 0) return found;
  }
  throw new Error('Pricing did not end.');
}

function graphOf(task: LimbTask, edges: EdgeSet) {
  const { ends, vertices } = edges;
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []];
  for (let edge = 0; edge < ends.length; edge += 2) {
    const [one, other] = [ends[edge], ends[edge + 1]];
    const cost = openCost(task, one, other);
    if (cost === Number.POSITIVE_INFINITY) continue;
    from.push(one);
    to.push(other);
    weight.push(0 - cost);
  }
  return weightedGraph(vertices, { from, to, weight });
}

/** What a pair costs in this limb, tolls included; infinite where no best round holds it. */
function openCost(task: LimbTask, one: number, other: number): number {
  const { part, limb, open, sets, toll } = task;
  if (open !== undefined && open[one * part.ids.length + other] !== 1) return Number.POSITIVE_INFINITY;
  const cost = part.matrix.cells[cellOf(part, one, other) + limb];
  return sets.length === 0 ? cost : cost + toll * leavings(sets, one, other);
}

/** How many odd sets around each person, over all limbs before. */
export function setsAroundEach({ sets, part }: LimbTask): Float64Array {
  const depth = new Float64Array(part.ids.length);
  for (const { nesting } of sets) {
    for (let person = 0; person < depth.length; person++) {
      depth[person] = depth[person] + setsAround(nesting, person);
    }
  }
  return depth;
}

function dearest(task: LimbTask, { ends }: EdgeSet): number {
  const free = { ...task, toll: 0 };
  let most = 0;
  for (let edge = 0; edge < ends.length; edge += 2) {
    const cost = openCost(free, ends[edge], ends[edge + 1]);
    if (cost !== Number.POSITIVE_INFINITY && cost > most) most = cost;
  }
  return most;
}

/** Visits the open pairs whose doubled slack stands at or below a limit. */
function eachBelow(
  task: LimbTask,
  { proof }: MatchingResult,
  limit: number,
  visit: (one: number, other: number) => void,
): void {
  const { part, limb, open, sets, toll } = task;
  const { cells } = part.matrix;
  const size = part.ids.length;
  const nesting = nestingOf(size, proof, proof.duals);
  for (let one = 0; one < size; one++) {
    const inside = proof.parent[one] !== -1;
    const mine = proof.duals[one];
    for (let other = one + 1; other < size; other++) {
      if (open !== undefined && open[one * size + other] !== 1) continue;
      let slack = 2 * cells[cellOf(part, one, other) + limb] + mine + proof.duals[other];
      // Tolls and odd sets only add.
      if (slack > limit) continue;
      if (sets.length > 0) slack += 2 * toll * leavings(sets, one, other);
      if (slack <= limit && inside) slack += dualsAroundBoth(nesting, one, other);
      if (slack <= limit) visit(one, other);
    }
  }
}

/** Where pairs lack, adds for everybody those that the duals pay for least; returns how many lacked: none means proved. */
function addViolated(task: LimbTask, found: MatchingResult, edges: EdgeSet): number {
  let lacking = 0;
  eachBelow(task, found, -1, () => {
    lacking += 1;
  });
  if (lacking > 0) addCheapest(edges, ADDED, slacks(task, found));
  return lacking;
}

/** Doubled slacks of open pairs. */
function slacks(task: LimbTask, { proof }: MatchingResult): (one: number, other: number) => number {
  const nesting = nestingOf(task.part.ids.length, proof, proof.duals);
  return (one, other) => {
    const paid = proof.duals[one] + proof.duals[other];
    const inside = proof.parent[one] !== -1 && proof.parent[other] !== -1;
    return 2 * openCost(task, one, other) + paid + (inside ? dualsAroundBoth(nesting, one, other) : 0);
  };
}

/** What is open in the next limb: pairs worth exactly their duals. */
export function stillOpen(task: LimbTask, found: MatchingResult): Uint8Array {
  const size = task.part.ids.length;
  const open = new Uint8Array(size * size);
  eachBelow(task, found, 0, (one, other) => {
    open[one * size + other] = 1;
    open[other * size + one] = 1;
  });
  return open;
}
