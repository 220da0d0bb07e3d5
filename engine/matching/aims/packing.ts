import { type PairTable, TIERS } from './tiers.ts';

/**
 * Lexicographic costs as vectors of whole numbers ("limbs"), compared limb by limb.
 * Inside a limb tiers are packed by position, so that a whole round of a lower tier stays below one unit of the higher.
 */
export interface Packing {
  limbs: number;
  /** Limb of each tier, and the worth of one unit of it there (0 = tier unused). */
  limb: Int32Array;
  unit: Float64Array;
  /** Largest sum of each tier over a whole round. */
  most: Float64Array;
}

/** Whole-round totals of a limb: leaves room for tolls below the 2^48 that the matching can add up exactly. */
const LARGEST = 2 ** 40;

/** Lays tiers 0 … 9 into limbs; `most` holds each tier's largest sum over one round. */
export function layOut(most: Float64Array, largestTotal = LARGEST): Packing {
  const limb = new Int32Array(TIERS);
  const unit = new Float64Array(TIERS);
  let limbs = 0;
  let room = 1;
  for (let tier = TIERS - 1; tier >= 0; tier--) {
    const largest = most[tier];
    if (largest === 0) continue;
    if (room > 1 && room * (largest + 1) > largestTotal) {
      limbs += 1;
      room = 1;
    }
    limb[tier] = limbs;
    unit[tier] = room;
    room *= largest + 1;
  }
  limbs += 1;
  // Filled from the lowest tier up, so turn round: limb 0 is the highest.
  for (let tier = 0; tier < TIERS; tier++) limb[tier] = limbs - 1 - limb[tier];
  return { limbs, limb, unit, most };
}

/** The largest sum of each tier that `pairs` pairs of this table can reach. */
export function largestSums(table: PairTable, pairs: number): Float64Array {
  return Float64Array.from(table.tiers, (cells) => {
    if (cells === undefined) return 0;
    let largest = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      const own = cells[cell];
      if (own > largest) largest = own;
    }
    return largest * pairs;
  });
}

/** Tier counts read back from a packed, exact sum. */
export function unpack(packing: Packing, sum: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(TIERS);
  const rest = Float64Array.from({ length: packing.limbs }, (_, limb) => sum[limb]);
  for (let tier = 0; tier < TIERS; tier++) {
    const unit = packing.unit[tier];
    if (unit === 0) continue;
    const limb = packing.limb[tier];
    const count = Math.floor(rest[limb] / unit);
    counts[tier] = count;
    rest[limb] = rest[limb] - count * unit;
  }
  return counts;
}

/** Square matrix of packed costs; cell (a, b) starts at (a × side + b) × limbs. */
export interface CostMatrix {
  side: number;
  limbs: number;
  cells: Float64Array;
}

/** Packs a table into a matrix with `spare` empty rows and columns after the people. */
export function packTable(table: PairTable, packing: Packing, spare: number): CostMatrix {
  const side = table.people + spare;
  const { limbs } = packing;
  const cells = new Float64Array(side * side * limbs);
  for (const [tier, costs] of table.tiers.entries()) {
    const unit = packing.unit[tier];
    if (costs === undefined || unit === 0) continue;
    const limb = packing.limb[tier];
    for (let a = 0; a < table.people; a++) {
      const row = a * side * limbs + limb;
      const from = a * table.people;
      for (let b = 0; b < table.people; b++) {
        const cell = row + b * limbs;
        cells[cell] = cells[cell] + unit * costs[from + b];
      }
    }
  }
  return { side, limbs, cells };
}

/** Adds `count` units of a tier to a sum of limbs. */
export function addTier(packing: Packing, sum: Float64Array, tier: number, count: number): void {
  const limb = packing.limb[tier];
  sum[limb] = sum[limb] + packing.unit[tier] * count;
}

/** Limb-by-limb comparison of two vectors: negative, zero or positive. */
export function compare(a: Float64Array, b: Float64Array): number {
  for (let limb = 0; limb < a.length; limb++) {
    const difference = a[limb] - b[limb];
    if (difference !== 0) return difference;
  }
  return 0;
}
