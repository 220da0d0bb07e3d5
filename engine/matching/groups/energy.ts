import { largestSums } from '../aims/packing.ts';
import { type PairTable, TIER, TIERS } from '../aims/tiers.ts';

/** A task of grouping: pair costs, seats by group, and who should rather not be the odd one out. */
export interface Grouping {
  table: PairTable;
  /** Group sizes, largest first. */
  sizes: readonly number[];
  /** The size asked for; larger groups have one extra person. */
  size: number;
  turnRank: Int32Array;
  seed: number;
  onProgress?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Costs folded into one number each: a unit of a tier outweighs what one swap can win below it. */
export interface Energy {
  people: number;
  /** Cost of row a × people + b. */
  pair: Float64Array | Uint16Array;
  /** Per person for a seat in a larger group, and for its extra seat. */
  member: Float64Array;
  extra: Float64Array;
  /** Weight of one unit of each tier, 0 when unused; and its largest pair cost. */
  weight: Float64Array;
  most: Float64Array;
}

/** Folds all tiers of a task into one table of costs. */
export function foldEnergy(task: Grouping): Energy {
  const { table, sizes, size, turnRank } = task;
  const most = largestSums(table, 1);
  const highest = sizes[0] > size ? turnRank.reduce((high, rank) => Math.max(high, rank), 0) : 0;
  most[TIER.turn] = highest;
  most[TIER.turnShared] = highest;
  const weight = new Float64Array(TIERS);
  let below = 0;
  for (let tier = TIERS - 1; tier >= 0; tier--) {
    if (most[tier] === 0) continue;
    weight[tier] = 1 + 2 * (size + 1) * below;
    below += weight[tier] * most[tier];
  }
  const member = Float64Array.from(turnRank, (rank) => rank * weight[TIER.turnShared]);
  const extra = member.map((cost, person) => cost + turnRank[person] * weight[TIER.turn]);
  return { people: table.people, pair: foldPairs(table, weight), member, extra, weight, most };
}

function foldPairs(table: PairTable, weight: Float64Array): Float64Array | Uint16Array {
  const used = table.tiers.filter((cells) => cells !== undefined);
  const only = table.tiers[TIER.worth];
  // A single aim needs no copy of a table that may be large.
  if (used.length === 1 && only instanceof Uint16Array) return only;
  const pair = new Float64Array(table.people * table.people);
  for (const [tier, cells] of table.tiers.entries()) {
    if (cells === undefined) continue;
    const unit = weight[tier];
    for (let cell = 0; cell < pair.length; cell++) pair[cell] = pair[cell] + unit * cells[cell];
  }
  return pair;
}
