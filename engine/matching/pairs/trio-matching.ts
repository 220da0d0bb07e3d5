import { type CostMatrix, compare } from '../aims/packing.ts';
import { EdgeSet, type MatrixPart } from './candidate-edges.ts';
import { matchPerfectly, type PerfectMatching } from './perfect-matching.ts';
import { listTrios, type Trio, type TrioCosts, trioCost } from './trio-candidates.ts';

/** Pairs and one group of three over an odd number of people, by index. */
export interface TrioMatching {
  trio: readonly [number, number, number];
  pairs: [number, number][];
  cost: Float64Array;
  /** No round costs less; equal to the cost when proved optimal. */
  bound: Float64Array;
}

const LEAST_TRIALS = 8;
const MOST_TRIALS = 2000;
const TRIAL_WORK = 10_000;

/**
 * The best pairs with one group of three: a stand-in partner is matched to the extra person at the least cost that
 * person could add, which bounds all rounds; then trios are tried in the order of their bounds.
 * The matrix needs one spare row after the people.
 */
export function matchWithTrio(matrix: CostMatrix, costs: TrioCosts): TrioMatching {
  const people = matrix.side - 1;
  const relaxed = relax(matrix, costs);
  const listed = listTrios({ matrix, costs, relaxed, limit: trialsFor(people) });
  let best: TrioMatching = firstGuess(listed.guess, relaxed, people);
  let bound: Float64Array | undefined = listed.beyond;
  for (const trio of listed.trios) {
    if (compare(trio.bound, best.cost) >= 0) break;
    const tried = tryTrio(matrix, costs, relaxed, trio);
    if (compare(tried.cost, best.cost) < 0) best = tried;
  }
  if (bound === undefined || compare(bound, best.cost) > 0) bound = best.cost;
  return { ...best, bound };
}

function trialsFor(people: number): number {
  return Math.max(LEAST_TRIALS, Math.min(MOST_TRIALS, Math.floor(TRIAL_WORK / people)));
}

/** Matches everybody and the stand-in, whose edge to each person costs the least that person could add as the extra person. */
function relax(matrix: CostMatrix, costs: TrioCosts): PerfectMatching {
  const { side, limbs, cells } = matrix;
  const people = side - 1;
  const first = new Float64Array(limbs);
  const second = new Float64Array(limbs);
  const here = new Float64Array(limbs);
  for (let one = 0; one < people; one++) {
    first.fill(Number.POSITIVE_INFINITY);
    second.fill(Number.POSITIVE_INFINITY);
    for (let other = 0; other < people; other++) {
      if (other === one) continue;
      for (let limb = 0; limb < limbs; limb++) {
        here[limb] = cells[(one * side + other) * limbs + limb] + costs.member[other * limbs + limb];
      }
      if (compare(here, first) < 0) {
        second.set(first);
        first.set(here);
      } else if (compare(here, second) < 0) second.set(here);
    }
    for (let limb = 0; limb < limbs; limb++) {
      const own = costs.extra[one * limbs + limb] + costs.member[one * limbs + limb];
      const least = own + first[limb] + second[limb];
      cells[(one * side + people) * limbs + limb] = least;
      cells[(people * side + one) * limbs + limb] = least;
    }
  }
  return matchPerfectly({ matrix, ids: Int32Array.from({ length: side }, (_, row) => row) });
}

/** The relaxed matching as it stands, the extra person joining the pair that costs least. */
function firstGuess(guess: Trio, relaxed: PerfectMatching, people: number): TrioMatching {
  const pairs: [number, number][] = [];
  for (let one = 0; one < people; one++) {
    const other = relaxed.partner[one];
    if (other > one && other < people && !guess.members.includes(one)) pairs.push([one, other]);
  }
  return { trio: guess.members, pairs, cost: guess.bound, bound: guess.bound };
}

/** The best round around a given trio, exactly. */
function tryTrio(matrix: CostMatrix, costs: TrioCosts, relaxed: PerfectMatching, trio: Trio): TrioMatching {
  const people = matrix.side - 1;
  const ids = Int32Array.from({ length: people }, (_, row) => row).filter((row) => !trio.members.includes(row));
  const cost = trioCost(matrix, costs, trio.members);
  const pairs: [number, number][] = [];
  if (ids.length > 0) {
    const part: MatrixPart = { matrix, ids };
    const rest = matchPerfectly(part, handDown(relaxed, ids));
    for (let limb = 0; limb < cost.length; limb++) cost[limb] += rest.cost[limb];
    rest.partner.forEach((other, one) => {
      if (other > one) pairs.push([ids[one], ids[other]]);
    });
  }
  return { trio: trio.members, pairs, cost, bound: cost };
}

/** Edges of the relaxed part that live on without the trio. */
function handDown(relaxed: PerfectMatching, ids: Int32Array): EdgeSet {
  const local = new Map<number, number>();
  ids.forEach((row, place) => {
    local.set(row, place);
  });
  const edges = new EdgeSet(ids.length);
  for (let edge = 0; edge < relaxed.edges.ends.length; edge += 2) {
    const one = local.get(relaxed.edges.ends[edge]);
    const other = local.get(relaxed.edges.ends[edge + 1]);
    if (one !== undefined && other !== undefined) edges.add(one, other);
  }
  return edges;
}
