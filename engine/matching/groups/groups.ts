import { createRandom } from '../../random.ts';
import { groupSizes } from '../aims/group-sizes.ts';
import { addTier, compare, largestSums, layOut, packTable } from '../aims/packing.ts';
import { type PairTable, TIER, TIERS } from '../aims/tiers.ts';
import { leastRepeats, leastSameUnit } from '../bounds/pigeonhole.ts';
import { isEnumerable, leastCost } from '../bounds/set-partitioning-bound.ts';
import type { SolvedRound } from '../bounds/solved-round.ts';
import type { Roster } from '../input/roster.ts';
import type { RoundInput } from '../input/round-input.ts';
import { anneal } from './anneal.ts';
import type { Grouping } from './energy.ts';
import { type SmallTask, searchPartitions } from './partitions.ts';

const SMALL = 20;
const FEW_STEPS = 1_000_000;
const MANY_PEOPLE = 150;
const MOST_RESTARTS = 10;
/** Dense histories of few people hide their best rounds; a try takes some twenty milliseconds. */
const FEW_PEOPLE = 60;
const RESTARTS_OF_FEW = 60;

/** The best grouping found, with what is proved about all; exhaustive for small numbers. */
export function planGroups(roster: Roster, table: PairTable, input: RoundInput): SolvedRound {
  const seed = input.seed ?? 1;
  const sizes = groupSizes(roster.people.length, roster.size);
  const { turnRank } = roster.history;
  const task: Grouping = {
    table,
    sizes,
    size: roster.size,
    turnRank,
    seed,
    onProgress: input.onProgress,
    signal: input.signal,
  };
  const least = new Float64Array(TIERS);
  least[TIER.repeat] = leastRepeats(table, sizes, createRandom(seed));
  least[TIER.sameUnit] = roster.prefer === 'across' ? leastSameUnit(roster.unit, sizes.length) : 0;
  let best: { groups: number[][]; sums: Float64Array } | undefined;
  let tried = 0;
  anneal(task, mostRestarts(task), (groups) => {
    const sums = sumTiers(task, groups);
    if (best === undefined || compare(sums, best.sums) < 0) best = { groups, sums };
    tried += 1;
    if (tried === 1) proveRepeats(task, best.sums, least);
    // More tries only while repeats may still be avoidable.
    const settled = roster.people.length <= SMALL || best.sums[TIER.repeat] <= least[TIER.repeat];
    return settled && tried >= restartsFor(roster.people.length);
  });
  if (best === undefined) return { groups: [], least, proved: true };
  if (roster.people.length > SMALL) return { groups: best.groups, least, proved: false };
  return searchSmall(task, best, least);
}

/** Looks at all groups where the quick bounds leave a doubt and there are few enough. */
function proveRepeats(task: Grouping, sums: Float64Array, least: Float64Array): void {
  const { table, sizes } = task;
  const met = table.tiers[TIER.repeat];
  const achieved = sums[TIER.repeat];
  if (met === undefined || achieved <= least[TIER.repeat] || !isEnumerable(table.people, sizes)) return;
  const proved = leastCost({ people: table.people, cost: Float64Array.from(met), sizes, achieved });
  least[TIER.repeat] = Math.max(least[TIER.repeat], proved);
}

function mostRestarts({ table, sizes }: Grouping): number {
  if (sizes.length === 1) return 1;
  return table.people > FEW_PEOPLE ? MOST_RESTARTS : RESTARTS_OF_FEW;
}

function restartsFor(people: number): number {
  return people > MANY_PEOPLE ? 1 : 3;
}

/** Sums of all tiers over a grouping; a larger group's extra person is its least often odd member. */
function sumTiers(task: Grouping, groups: readonly (readonly number[])[]): Float64Array {
  const { table, turnRank, size } = task;
  const sums = new Float64Array(TIERS);
  for (const group of groups) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        for (const [tier, cells] of table.tiers.entries()) {
          sums[tier] = sums[tier] + (cells?.[one * table.people + other] ?? 0);
        }
      }
    }
    if (group.length <= size) continue;
    const ranks = group.map((person) => turnRank[person]);
    sums[TIER.turn] = sums[TIER.turn] + Math.min(...ranks);
    sums[TIER.turnShared] = sums[TIER.turnShared] + ranks.reduce((sum, rank) => sum + rank, 0);
  }
  return sums;
}

/** Tries to prove tier after tier by looking through all groupings, improving where it can. */
function searchSmall(
  task: Grouping,
  start: { groups: number[][]; sums: Float64Array },
  least: Float64Array,
): SolvedRound {
  let { groups, sums } = start;
  for (const lowest of [TIER.repeat, TIER.sameUnit, TIER.worth]) {
    const { small, pack } = smallTask(task, lowest);
    const found = searchPartitions(small, pack(sums));
    if (found.groups !== undefined) {
      const better = sumTiers(task, found.groups);
      if (compare(better, sums) < 0) {
        groups = found.groups;
        sums = better;
      }
    }
    if (!found.complete) return { groups, least, proved: false };
    least.set(sums.subarray(0, lowest + 1));
  }
  return { groups, least, proved: true };
}

function smallTask(task: Grouping, lowest: number): { small: SmallTask; pack: (sums: Float64Array) => Float64Array } {
  const { table, sizes, size, turnRank } = task;
  const pairs = sizes.reduce((sum, own) => sum + (own * (own - 1)) / 2, 0);
  const larger = sizes.filter((own) => own > size);
  const highest = turnRank.reduce((high, rank) => Math.max(high, rank), 0);
  const most = largestSums(table, pairs);
  most[TIER.turn] = highest * larger.length;
  most[TIER.turnShared] = highest * larger.reduce((sum, own) => sum + own, 0);
  most.fill(0, lowest + 1);
  const packing = layOut(most);
  const { limbs } = packing;
  const extra = new Float64Array(table.people * limbs);
  const member = new Float64Array(table.people * limbs);
  turnRank.forEach((rank, person) => {
    addTier(packing, extra.subarray(person * limbs, (person + 1) * limbs), TIER.turn, rank);
    addTier(packing, member.subarray(person * limbs, (person + 1) * limbs), TIER.turnShared, rank);
  });
  const pack = (sums: Float64Array): Float64Array => {
    const packed = new Float64Array(limbs);
    sums.forEach((sum, tier) => {
      addTier(packing, packed, tier, sum);
    });
    return packed;
  };
  return { small: { matrix: packTable(table, packing, 0), sizes, size, extra, member, budget: FEW_STEPS }, pack };
}
