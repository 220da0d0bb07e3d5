import { type PairTable, tabulate } from './aims/tiers.ts';
import { solveInBlocks } from './groups/blocks.ts';
import { solveGroups } from './groups/groups.ts';
import { buildWorld, type World } from './input/roster.ts';
import { solveSparse } from './pairs/large-pairs.ts';
import { type Solved, solvePairs } from './pairs/pairs.ts';
import { certify } from './round/certificate.ts';
import { describe } from './round/describe.ts';
import { keepApart } from './round/placement.ts';
import type { Method, RoundInput, RoundPlan } from './round/round.ts';

export { groupByScores, type ScoredGroups, type ScoredTask } from './groups/group-by-scores.ts';
export { groupSizes } from './round/group-sizes.ts';
export { type RepairedRound, repairRound } from './round/repair-round.ts';
export type {
  Certificate,
  LeftOut,
  MatchPerson,
  Meeting,
  Method,
  PlannedGroup,
  Reason,
  RoundInput,
  RoundPlan,
  Wish,
} from './round/round.ts';

/** Above this number of people pairs are found among candidates, groups in blocks, and the certificate says so. */
const ALL_PAIRS = 3200;
const BLOCK = 3000;

/**
 * Plans one round: who meets whom, why, and the proof of how good it is (matching.md).
 * Pure: the same people, history and seed give the same round, in whatever order they come. What cannot be meant (two
 * people with one id, hours that are no minutes) is a RangeError that names it.
 */
export function planRound(input: RoundInput): RoundPlan {
  const seed = input.seed ?? 1;
  const world = buildWorld(input);
  input.signal?.throwIfAborted();
  const { solved, table } = solve(world, input);
  input.signal?.throwIfAborted();
  const shape = keepApart(world, solved.groups);
  const certificate = certify(world, shape, { table, solved, method: methodOf(world, solved, table) });
  return { ...describe(world, shape), certificate: { ...certificate, seed } };
}

function solve(world: World, input: RoundInput): { solved: Solved; table: PairTable | undefined } {
  const people = world.people.length;
  if (people < 2) {
    const groups = people === 1 ? [[0]] : [];
    return { solved: { groups, least: new Float64Array(0), proved: true }, table: undefined };
  }
  if (people > ALL_PAIRS && world.size === 2) return { solved: solveSparse(world, input), table: undefined };
  if (people > ALL_PAIRS) {
    const solveBlock = (block: RoundInput): string[][] => {
      const part = buildWorld(block);
      const { groups } = keepApart(part, solve(part, block).solved.groups);
      return groups.map((group) => group.map((person) => part.people[person]?.id ?? ''));
    };
    return { solved: solveInBlocks(world, input, { most: BLOCK, solveBlock }), table: undefined };
  }
  const table = tabulate(world);
  input.onProgress?.(0);
  const solved = world.size === 2 ? solvePairs(world, table) : solveGroups(world, table, input);
  input.onProgress?.(1);
  return { solved, table };
}

function methodOf(world: World, solved: Solved, table: PairTable | undefined): Method {
  const people = world.people.length;
  if (people === 0) return 'empty';
  if (people === 1) return 'alone';
  if (world.size > 2) return solved.proved ? 'exact' : 'annealed';
  if (table === undefined) return 'exact-on-candidates';
  return people % 2 === 1 ? 'exact+third' : 'exact';
}
