import { type PairTable, TIERS, tabulate } from './aims/tiers.ts';
import type { SolvedRound } from './bounds/solved-round.ts';
import { planInBlocks } from './groups/blocks.ts';
import { planGroups } from './groups/groups.ts';
import { type Roster, readRoster } from './input/roster.ts';
import type { RoundInput } from './input/round-input.ts';
import { planLargePairs } from './pairs/large-pairs.ts';
import { planPairs } from './pairs/pairs.ts';
import { certify } from './round/certificate.ts';
import { describeRound } from './round/describe.ts';
import { keepApart } from './round/placement.ts';
import type { Method, RoundPlan } from './round/round-plan.ts';

export { groupSizes } from './aims/group-sizes.ts';
export { type GroupsByScores, groupByScores, type ScoreTask } from './groups/group-by-scores.ts';
export type { MatchPerson, Meeting, RoundInput, Wish } from './input/round-input.ts';
export { type RepairedRound, repairRound } from './round/repair-round.ts';
export type { Certificate, LeftOut, Method, PlannedGroup, Reason, RoundPlan } from './round/round-plan.ts';

/** Above this number of people pairs are found among candidates, groups in blocks, and the certificate says so. */
const ALL_PAIRS = 3200;
const BLOCK = 3000;

/**
 * Plans one round: who meets whom, why, and the proof of how good it is.
 * Pure: the same people, history and seed give the same round, in whatever order they come. What cannot be meant (two
 * people with one id, hours that are no minutes) is a RangeError that names it.
 */
export function planRound(input: RoundInput): RoundPlan {
  const seed = input.seed ?? 1;
  const roster = readRoster(input);
  input.signal?.throwIfAborted();
  const { solved, table } = solve(roster, input);
  input.signal?.throwIfAborted();
  const placement = keepApart(roster, solved.groups);
  const certificate = certify(roster, placement, { table, solved, method: methodOf(roster, solved, table) });
  return { ...describeRound(roster, placement), certificate: { ...certificate, seed } };
}

function solve(roster: Roster, input: RoundInput): { solved: SolvedRound; table: PairTable | undefined } {
  const people = roster.people.length;
  if (people < 2) {
    const groups = people === 1 ? [[0]] : [];
    return { solved: { groups, least: new Float64Array(TIERS), proved: true }, table: undefined };
  }
  if (people > ALL_PAIRS && roster.size === 2) return { solved: planLargePairs(roster, input), table: undefined };
  if (people > ALL_PAIRS) {
    const solveBlock = (block: RoundInput): string[][] => {
      const part = readRoster(block);
      const { groups } = keepApart(part, solve(part, block).solved.groups);
      return groups.map((group) => group.map((person) => part.people[person].id));
    };
    return { solved: planInBlocks(roster, input, { most: BLOCK, solveBlock }), table: undefined };
  }
  const table = tabulate(roster);
  input.onProgress?.(0);
  const solved = roster.size === 2 ? planPairs(roster, table) : planGroups(roster, table, input);
  input.onProgress?.(1);
  return { solved, table };
}

function methodOf(roster: Roster, solved: SolvedRound, table: PairTable | undefined): Method {
  const people = roster.people.length;
  if (people === 0) return 'empty';
  if (people === 1) return 'alone';
  if (roster.size > 2) return solved.proved ? 'exact' : 'annealed';
  if (table === undefined) return 'exact-on-candidates';
  return people % 2 === 1 ? 'exact+third' : 'exact';
}
