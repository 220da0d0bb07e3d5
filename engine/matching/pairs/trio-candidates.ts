import { type CostMatrix, compare } from '../aims/packing.ts';
import type { PerfectMatching } from './perfect-matching.ts';

/** What makes somebody dear as the extra person, or as any of the three: limbs per person. */
export interface TrioCosts {
  extra: Float64Array;
  member: Float64Array;
}

/** Everything a trio costs; its first member is the extra person. */
export function trioCost(matrix: CostMatrix, costs: TrioCosts, trio: readonly [number, number, number]): Float64Array {
  const { side, limbs, cells } = matrix;
  const [x, y, z] = trio;
  return Float64Array.from({ length: limbs }, (_, limb) => {
    const member = (who: number): number => costs.member[who * limbs + limb];
    const pair = (one: number, other: number): number => cells[(one * side + other) * limbs + limb];
    return costs.extra[x * limbs + limb] + member(x) + member(y) + member(z) + pair(x, y) + pair(x, z) + pair(y, z);
  });
}

/** Three people with the first as extra person, and what a round around them costs at least. */
export interface Trio {
  members: readonly [number, number, number];
  bound: Float64Array;
}

/** Trios worth trying, cheapest bound first, and what all others cost at least (undefined when none is left out). */
export interface TrioList {
  /** The relaxed matching's own trio; its bound is its true cost. */
  guess: Trio;
  trios: Trio[];
  beyond: Float64Array | undefined;
}

interface Relaxation {
  matrix: CostMatrix;
  costs: TrioCosts;
  relaxed: PerfectMatching;
  /** How many trios to keep. */
  limit: number;
}

const MOST_LOOKED_AT = 3e7;

/** Lists trios whose bound lies below the relaxed matching's own round. */
export function listTrios(given: Relaxation): TrioList {
  const { relaxed, limit } = given;
  const people = given.matrix.side - 1;
  const guess = guessTrio(given);
  const order = Array.from({ length: people }, (_, one) => ({ one, slack: extraSlack(given, one) }));
  order.sort((a, b) => compare(a.slack, b.slack) || a.one - b.one);
  const kept = keepCheapest(limit);
  let looked = 0;
  for (const { one, slack } of order) {
    const floor = plus(relaxed.bound, slack);
    if (compare(floor, guess.bound) >= 0) break;
    if (looked > MOST_LOOKED_AT) {
      kept.drop(floor);
      break;
    }
    looked += lookAround(given, one, floor, { ceiling: guess.bound, visit: kept.add });
  }
  return { guess, ...kept.finish() };
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, limb) => value + b[limb]);
}

/** Slack of the edge between the stand-in and a person, in undoubled costs and never below zero. */
function extraSlack({ matrix, relaxed }: Relaxation, one: number): Float64Array {
  return slackOf(matrix, relaxed, one, matrix.side - 1);
}

function slackOf(matrix: CostMatrix, relaxed: PerfectMatching, one: number, other: number): Float64Array {
  const { side, limbs, cells } = matrix;
  const slack = new Float64Array(limbs);
  for (let limb = 0; limb < limbs; limb++) {
    const both = relaxed.duals[one * limbs + limb] + relaxed.duals[other * limbs + limb];
    slack[limb] = cells[(one * side + other) * limbs + limb] - both / 2;
  }
  // Inside a blossom the plain slack may be negative; the true one is not.
  for (let limb = 0; limb < limbs; limb++) {
    if (slack[limb] > 0) return slack;
    if (slack[limb] < 0) return slack.fill(0);
  }
  return slack;
}

/** The stand-in's partner joins the matched pair that adds least. */
function guessTrio({ matrix, costs, relaxed }: Relaxation): Trio {
  const { side, limbs, cells } = matrix;
  const people = side - 1;
  const extra = relaxed.partner[people];
  let best: Trio | undefined;
  for (let one = 0; one < people; one++) {
    const other = relaxed.partner[one];
    if (other < one || other >= people) continue;
    const members = [extra, one, other] as const;
    const cost = trioCost(matrix, costs, members);
    const bound = cost.map((value, limb) => {
      const stood = cells[(extra * side + people) * limbs + limb];
      const pair = cells[(one * side + other) * limbs + limb];
      return relaxed.cost[limb] - stood - pair + value;
    });
    if (best === undefined || compare(bound, best.bound) < 0) best = { members, bound };
  }
  if (best === undefined) throw new Error('A group of three needs three people.');
  return best;
}

/** Visits the trios with this extra person whose bound is below the ceiling; returns how many were looked at. */
function lookAround(given: Relaxation, extra: number, floor: Float64Array, around: Around): number {
  const { matrix, costs, relaxed } = given;
  const { side, limbs, cells } = matrix;
  const companions = promising(given, extra, floor, around.ceiling);
  const scratch = new Float64Array(limbs);
  const stood = (extra * side + side - 1) * limbs;
  for (const [place, one] of companions.entries()) {
    for (const other of companions.slice(place + 1)) {
      const left = (extra * side + one) * limbs;
      const right = (extra * side + other) * limbs;
      for (let limb = 0; limb < limbs; limb++) {
        const own = costs.extra[extra * limbs + limb] + costs.member[extra * limbs + limb];
        const others = costs.member[one * limbs + limb] + costs.member[other * limbs + limb];
        const ties = cells[left + limb] + cells[right + limb];
        scratch[limb] = floor[limb] - cells[stood + limb] + own + others + ties;
      }
      if (compare(scratch, around.ceiling) >= 0) continue;
      const bound = plus(scratch, slackOf(matrix, relaxed, one, other));
      if (compare(bound, around.ceiling) < 0) around.visit({ members: [extra, one, other], bound });
    }
  }
  return (companions.length * (companions.length - 1)) / 2 + side;
}

/** What a search around one extra person goes by. */
interface Around {
  ceiling: Float64Array;
  visit: (trio: Trio) => void;
}

/** Companions so cheap for this extra person that a trio with them may stay below the ceiling. */
function promising({ matrix, costs }: Relaxation, extra: number, floor: Float64Array, ceiling: Float64Array): number[] {
  const { side, limbs, cells } = matrix;
  const people = side - 1;
  const dear = (other: number): Float64Array =>
    Float64Array.from(
      { length: limbs },
      (_, limb) => cells[(extra * side + other) * limbs + limb] + costs.member[other * limbs + limb],
    );
  const others = Array.from({ length: people }, (_, other) => ({ other, cost: dear(other) })).filter(
    ({ other }) => other !== extra,
  );
  others.sort((a, b) => compare(a.cost, b.cost) || a.other - b.other);
  const second = others.at(1)?.cost ?? new Float64Array(limbs);
  return others.filter(({ cost }) => compare(plus(floor, cost), plus(ceiling, second)) < 0).map(({ other }) => other);
}

/** Keeps the cheapest trios and remembers the least bound of what it dropped. */
function keepCheapest(limit: number) {
  let kept: Trio[] = [];
  let beyond: Float64Array | undefined;
  const drop = (bound: Float64Array): void => {
    if (beyond === undefined || compare(bound, beyond) < 0) beyond = bound;
  };
  const cut = (): void => {
    kept.sort((a, b) => compare(a.bound, b.bound));
    for (const trio of kept.slice(limit)) drop(trio.bound);
    kept = kept.slice(0, limit);
  };
  return {
    drop,
    add(trio: Trio): void {
      kept.push(trio);
      if (kept.length >= 4 * limit) cut();
    },
    finish(): { trios: Trio[]; beyond: Float64Array | undefined } {
      cut();
      return { trios: kept, beyond };
    },
  };
}
