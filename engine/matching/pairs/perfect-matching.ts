import type { MatchingResult } from '../../graph/matching/proof.ts';
import { addCircle, cellOf, EdgeSet, type MatrixPart } from './candidate-edges.ts';
import { type LimbTask, matchLimb, setsAroundEach, stillOpen } from './limb-matching.ts';
import { oddSets } from './odd-sets.ts';

/** A cheapest perfect matching with its proof. */
export interface PerfectMatching {
  /** Local partner of each local vertex. */
  partner: Int32Array;
  /** Total cost, and what the duals prove as the least possible; equal when optimal. */
  cost: Float64Array;
  bound: Float64Array;
  /** Doubled vertex duals, limb by limb; the slack they leave a pair, inside an odd set perhaps less than its own. */
  duals: Float64Array;
  /** Pairs that were looked at closely. */
  edges: EdgeSet;
}

/**
 * The cheapest perfect matching over all pairs of an even number of vertices, limb after limb: the proof of one limb
 * says which pairs, and which odd sets left only once, make up all matchings that are best in it; the next limb
 * chooses among these.
 */
export function matchPerfectly(part: MatrixPart, known?: EdgeSet): PerfectMatching {
  const size = part.ids.length;
  const { limbs } = part.matrix;
  const edges = known ?? new EdgeSet(size);
  addCircle(edges);
  const matching: PerfectMatching = {
    partner: new Int32Array(0),
    cost: new Float64Array(limbs),
    bound: new Float64Array(limbs),
    duals: new Float64Array(size * limbs),
    edges,
  };
  const task: LimbTask = { part, limb: 0, open: undefined, sets: [], toll: 0 };
  for (; task.limb < limbs; task.limb++) {
    const found = matchLimb(task, edges);
    note(task, found, matching);
    if (task.limb + 1 === limbs) break;
    task.open = stillOpen(task, found);
    task.sets = [...task.sets, ...oddSets(size, found.proof)];
  }
  return matching;
}

/** Writes a limb into the matching; throws unless its duals, tolls taken out, prove it. */
function note(task: LimbTask, { mate, bound, proof }: MatchingResult, matching: PerfectMatching): void {
  const { part, limb, sets, toll } = task;
  const { limbs, cells } = part.matrix;
  let cost = 0;
  mate.forEach((other, one) => {
    if (one < other) cost += cells[cellOf(part, one, other) + limb];
  });
  const tolls = toll * sets.reduce((sum, { count }) => sum + count, 0);
  matching.partner = mate;
  matching.cost[limb] = cost;
  matching.bound[limb] = 0 - bound - tolls;
  if (matching.bound[limb] !== cost) throw new Error('The duals do not prove this matching.');
  const around = setsAroundEach(task);
  for (let vertex = 0; vertex < mate.length; vertex++) {
    matching.duals[vertex * limbs + limb] = 0 - proof.duals[vertex] - 2 * toll * around[vertex];
  }
}
