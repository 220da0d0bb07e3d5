import { addTier, compare, largestSums, layOut, type Packing, packTable, unpack } from '../aims/packing.ts';
import { type PairTable, TIER, TIERS } from '../aims/tiers.ts';
import type { SolvedRound } from '../bounds/solved-round.ts';
import type { Roster } from '../input/roster.ts';
import { matchPerfectly } from './perfect-matching.ts';
import { matchWithTrio, type TrioMatching } from './trio-matching.ts';

/** The best round of pairs, with one group of three when the number is odd; needs at least two people. */
export function planPairs(roster: Roster, table: PairTable): SolvedRound {
  if (roster.people.length % 2 === 0) return solveEven(table);
  const full = solveOdd(roster, table, TIERS - 1);
  const { packing, found } = full;
  const achieved = unpack(packing, found.cost);
  const groups = [[...found.trio], ...found.pairs];
  if (compare(found.bound, found.cost) === 0) return { groups, least: achieved, proved: true };
  const least = provedCounts(packing, found.bound, found.cost);
  for (const tier of [TIER.repeat, TIER.sameUnit]) {
    if (least[tier] >= achieved[tier]) continue;
    const own = solveOdd(roster, table, tier);
    const counts = provedCounts(own.packing, own.found.bound, own.found.cost);
    least[tier] = Math.max(least[tier], sameAbove(counts, achieved, tier) ? counts[tier] : 0);
  }
  return { groups, least, proved: false };
}

function solveEven(table: PairTable): SolvedRound {
  const { people } = table;
  const packing = layOut(largestSums(table, people / 2));
  const matrix = packTable(table, packing, 0);
  const found = matchPerfectly({ matrix, ids: Int32Array.from({ length: people }, (_, row) => row) });
  const groups: number[][] = [];
  found.partner.forEach((other, one) => {
    if (other > one) groups.push([one, other]);
  });
  // Read from the duals, which bound every round, not from the matching.
  return { groups, least: unpack(packing, found.bound), proved: true };
}

/** The best round with a group of three, looking at the aims down to `lowest` only. */
function solveOdd(roster: Roster, table: PairTable, lowest: number): { packing: Packing; found: TrioMatching } {
  const { people } = table;
  const { turnRank } = roster.history;
  const most = largestSums(table, (people + 3) / 2);
  const highestRank = turnRank.reduce((high, rank) => Math.max(high, rank), 0);
  most[TIER.turn] = highestRank;
  most[TIER.turnShared] = 3 * highestRank;
  most.fill(0, lowest + 1);
  const packing = layOut(most);
  const extra = new Float64Array(people * packing.limbs);
  const member = new Float64Array(people * packing.limbs);
  turnRank.forEach((rank, person) => {
    const from = person * packing.limbs;
    addTier(packing, extra.subarray(from, from + packing.limbs), TIER.turn, rank);
    addTier(packing, member.subarray(from, from + packing.limbs), TIER.turnShared, rank);
  });
  return { packing, found: matchWithTrio(packTable(table, packing, 1), { extra, member }) };
}

function sameAbove(a: Float64Array, b: Float64Array, tier: number): boolean {
  return a.subarray(0, tier).every((count, above) => count === b[above]);
}

/** Tier counts that a lower bound proves: exact while it agrees with the cost, one bound where it parts, then nothing. */
function provedCounts(packing: Packing, bound: Float64Array, cost: Float64Array): Float64Array {
  const achieved = unpack(packing, cost);
  const counts = new Float64Array(TIERS);
  const rest = Float64Array.from(bound);
  for (let tier = 0; tier < TIERS; tier++) {
    const unit = packing.unit[tier];
    if (unit === 0) continue;
    const limb = packing.limb[tier];
    counts[tier] = Math.max(0, Math.floor(rest[limb] / unit));
    if (counts[tier] !== achieved[tier]) break;
    rest[limb] = rest[limb] - unit * counts[tier];
  }
  return counts;
}
