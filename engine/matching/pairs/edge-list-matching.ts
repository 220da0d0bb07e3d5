import { type EdgeColumns, weightedGraph } from '../../graph/graph.ts';
import { dualsAroundBoth } from '../../graph/matching/laminar-family.ts';
import { maximumWeightMatching } from '../../graph/matching/matching.ts';
import type { MatchingResult } from '../../graph/matching/proof.ts';
import { areLeftOnce, leavings, nestingOf, type OddSets, oddSets } from './odd-sets.ts';

/** A graph whose edges cost a little of several things, the first the most important. */
export interface EdgeListTask {
  people: number;
  from: Int32Array;
  to: Int32Array;
  /** What each edge costs in each limb. */
  limbs: readonly ((edge: number) => number)[];
  onProgress: (share: number) => void;
}

const TOLL_STEP = 16;

/**
 * The cheapest perfect matching, limb after limb: each limb's proof says which edges, and which odd sets left only
 * once, make up all matchings that are best so far; the next limb chooses among these. Undefined where none is perfect.
 */
export function matchEdgeList({ people, from, to, limbs, onProgress }: EdgeListTask): Int32Array | undefined {
  let open: Int32Array = Int32Array.from(from.keys());
  const sets: OddSets[] = [];
  let mate: Int32Array | undefined;
  for (const [place, costOf] of limbs.entries()) {
    const columns = { from: pick(from, open), to: pick(to, open), weight: new Float64Array(open.length) };
    const cost = Float64Array.from(open, costOf);
    const found = solveLimb({ people, columns, cost, sets, onProgress });
    if (found === undefined) return undefined;
    mate = found.mate;
    if (place + 1 === limbs.length) break;
    open = tight(people, { columns, open, found });
    sets.push(...oddSets(people, found.proof));
  }
  return mate;
}

function pick(column: Int32Array, edges: Int32Array): Int32Array {
  return edges.map((edge) => column[edge]);
}

interface Limb {
  people: number;
  columns: EdgeColumns & { weight: Float64Array };
  cost: Float64Array;
  sets: readonly OddSets[];
  onProgress: (share: number) => void;
}

/** Raises the toll on leaving an odd set until nobody pays it twice. */
function solveLimb({ people, columns, cost, sets, onProgress }: Limb): MatchingResult | undefined {
  for (let toll = 1 + cost.reduce((most, own) => Math.max(most, own), 0); ; toll *= TOLL_STEP) {
    for (let edge = 0; edge < cost.length; edge++) {
      const leaving = sets.length === 0 ? 0 : leavings(sets, columns.from[edge], columns.to[edge]);
      columns.weight[edge] = 0 - cost[edge] - toll * leaving;
    }
    const found = maximumWeightMatching(weightedGraph(people, columns), { exact: true, onProgress });
    if (found.exposed > 0) return undefined;
    if (areLeftOnce(sets, found.mate)) return found;
  }
}

/** Edges worth exactly their duals. */
function tight(
  people: number,
  { columns, open, found }: { columns: EdgeColumns; open: Int32Array; found: MatchingResult },
): Int32Array {
  const { duals, parent } = found.proof;
  const nesting = nestingOf(people, found.proof, duals);
  return open.filter((_, edge) => {
    const one = columns.from[edge];
    const other = columns.to[edge];
    let slack = duals[one] + duals[other] - 2 * columns.weight[edge];
    if (parent[one] !== -1 && parent[other] !== -1) slack += dualsAroundBoth(nesting, one, other);
    return slack === 0;
  });
}
