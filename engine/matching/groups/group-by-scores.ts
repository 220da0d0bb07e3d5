import { cheapestCompanions } from '../aims/companions.ts';
import { groupSizes } from '../aims/group-sizes.ts';
import { type PairTable, TIER, TIERS } from '../aims/tiers.ts';
import { mostWorth } from '../bounds/companion-bound.ts';
import { anneal } from './anneal.ts';

/** Companions listed for each person, for the search and for the bound. */
const WIDTH = 40;

/** A task of one aim: row a × people + b of `scores` is the worth of a pair, symmetric, 0 to 65,535. */
export interface ScoreTask {
  people: number;
  scores: Uint16Array;
  /** People in a group, 2 to 8. */
  size: number;
  seed: number;
}

/** Groups with the sum of the scores of all pairs inside, and a proved bound on that sum. */
export interface GroupsByScores {
  groups: number[][];
  value: number;
  bound: number;
}

/** Groups people by a table of scores alone, every pair inside counted. */
export function groupByScores({ people, scores, size, seed }: ScoreTask): GroupsByScores {
  if (!Number.isInteger(people) || people < 0) throw new Error('The number of people must be a whole number.');
  if (scores.length !== people * people) throw new Error('There must be one score for each two people.');
  if (!Number.isInteger(size) || size < 2 || size > 8)
    throw new Error('The group size must be a whole number from 2 to 8.');
  const sizes = groupSizes(people, size);
  if (sizes.length === 0) return { groups: [], value: 0, bound: 0 };
  const table = tableOf(people, scores);
  const found: number[][][] = [];
  const lists = cheapestCompanions(table.tiers[TIER.worth] ?? [], people, Math.min(WIDTH, people - 1));
  anneal({ table, sizes, size, turnRank: new Int32Array(people), seed }, 1, (groups) => found.push(groups) > 0, lists);
  const groups = found.at(0) ?? [];
  const value = groups.reduce((sum, group) => sum + worthOf(scores, people, group), 0);
  return { groups, value, bound: mostWorth(table, sizes, () => true, lists) };
}

/** Scores turned into costs of the lowest aim. */
function tableOf(people: number, scores: Uint16Array): PairTable {
  let mostWorth = 0;
  // A plain comparison is four times as fast as Math.max over a hundred million cells.
  for (let cell = 0; cell < scores.length; cell++) {
    const own = scores[cell];
    if (own > mostWorth) mostWorth = own;
  }
  const cost = new Uint16Array(scores.length);
  for (let cell = 0; cell < scores.length; cell++) cost[cell] = mostWorth - scores[cell];
  const table: PairTable = { people, tiers: new Array(TIERS).fill(undefined), mostWorth };
  table.tiers[TIER.worth] = cost;
  return table;
}

function worthOf(scores: Uint16Array, people: number, group: readonly number[]): number {
  let sum = 0;
  for (const [place, one] of group.entries()) {
    for (const other of group.slice(place + 1)) sum += scores[one * people + other];
  }
  return sum;
}
