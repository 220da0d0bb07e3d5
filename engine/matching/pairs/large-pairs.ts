import { weightedGraph } from '../../graph/graph.ts';
import { maximumWeightMatching } from '../../graph/matching/matching.ts';
import { createRandom } from '../../random.ts';
import { groupSizes } from '../aims/group-sizes.ts';
import { compare } from '../aims/packing.ts';
import { CLEAN, compromise, encodeCosts, FAR_APART, limbCosts } from '../aims/pair-codes.ts';
import { pairCosts, TIER, TIERS } from '../aims/tiers.ts';
import { leastSameUnit } from '../bounds/pigeonhole.ts';
import type { SolvedRound } from '../bounds/solved-round.ts';
import { packPair } from '../input/pair-key.ts';
import type { Roster } from '../input/roster.ts';
import type { RoundInput } from '../input/round-input.ts';
import { matchEdgeList } from './edge-list-matching.ts';
import { type Nominations, nominate } from './nominate.ts';

/** Up to so many people whom no nomination reached are looked at with all their pairs. */
const FEW = 400;
/** A limb without tolls may add up to this. */
const ROOMY = 2 ** 44;

/** Nominating takes about this share of the time. */
const NOMINATING = 0.6;

/** A part of a round, its people by place. */
interface Part {
  people: Int32Array;
  edges: Nominations;
  onProgress: (share: number) => void;
}

/**
 * Pairs of a large round: of the nominated pairs, those that meet the order of aims best, tier by tier. Of an odd
 * number, who was least often the extra person joins the pair that suits best.
 */
export function planLargePairs(roster: Roster, input: RoundInput): SolvedRound {
  const extra = roster.people.length % 2 === 1 ? leastTurn(roster) : -1;
  const people = Int32Array.from(roster.people.keys()).filter((person) => person !== extra);
  // Solving may begin anew; what is done never shrinks.
  let done = 0;
  const onProgress = (share: number): void => {
    input.signal?.throwIfAborted();
    done = Math.max(done, share);
    input.onProgress?.(done);
  };
  const nominations = nominate(roster, people, {
    random: createRandom(input.seed ?? 1),
    onProgress: (share) => onProgress(NOMINATING * share),
  });
  const mate = matchNominated(roster, {
    people,
    edges: byPlace(nominations, people, roster.people.length),
    onProgress: (share) => onProgress(NOMINATING + (1 - NOMINATING) * share),
  });
  const groups: number[][] = [];
  for (const [place, person] of people.entries()) {
    const other = mate[place];
    // Whoever has nobody goes on alone, to be joined to a group or told.
    if (other === -1) groups.push([person]);
    else if (other > place) groups.push([person, people[other]]);
  }
  if (extra !== -1) joinBest(roster, groups, extra);
  const least = new Float64Array(TIERS);
  const sizes = groupSizes(roster.people.length, 2);
  if (roster.prefer === 'across') least[TIER.sameUnit] = leastSameUnit(roster.unit, sizes.length);
  input.onProgress?.(1);
  return { groups, least, proved: false };
}

function leastTurn(roster: Roster): number {
  const { turnRank } = roster.history;
  let best = 0;
  for (const [person, rank] of turnRank.entries()) if (rank < turnRank[best]) best = person;
  return best;
}

/** Edges renumbered by the place of their people; those of others are left out. */
function byPlace(edges: Nominations, people: Int32Array, everybody: number): Nominations {
  const place = new Int32Array(everybody).fill(-1);
  people.forEach((person, at) => {
    place[person] = at;
  });
  const kept = pick(edges, (edge) => place[edges.from[edge]] !== -1 && place[edges.to[edge]] !== -1);
  const rename = (column: Int32Array): Int32Array => column.map((person) => place[person]);
  return { ...kept, from: rename(kept.from), to: rename(kept.to) };
}

function pick({ from, to, code }: Nominations, test: (edge: number) => boolean): Nominations {
  const kept = Int32Array.from(from.keys()).filter(test);
  const picked = (column: Int32Array): Int32Array => kept.map((edge) => column[edge]);
  return { from: picked(from), to: picked(to), code: picked(code) };
}

/** Partner of each of these people, by place; −1 where boundaries leave nobody. */
function matchNominated(roster: Roster, part: Part): Int32Array {
  const { people, edges } = part;
  // Where pairs that cost nothing in a tier place everybody, that tier and all above are met as well as can be at all.
  for (const limit of [FAR_APART, CLEAN]) {
    const cheap = pick(edges, (edge) => edges.code[edge] < limit);
    const mate = reachesAll(cheap, people.length) ? matchPart({ ...part, edges: cheap }, ROOMY) : undefined;
    if (mate) return mate;
  }
  return matchPart(part) ?? matchMost(roster, people, part);
}

/** Whether everybody stands in some pair; where not, nothing need be solved to see that somebody stays alone. */
function reachesAll({ from, to }: Nominations, people: number): boolean {
  const reached = new Uint8Array(people);
  for (const column of [from, to]) for (const person of column) reached[person] = 1;
  return !reached.includes(0);
}

function matchPart({ people, edges, onProgress }: Part, largestTotal?: number): Int32Array | undefined {
  const limbs = limbCosts(edges.code, people.length / 2, largestTotal);
  return matchEdgeList({ people: people.length, from: edges.from, to: edges.to, limbs, onProgress });
}

/** Where not everybody finds a nominated partner: as many as possible, then the best among them. */
function matchMost(roster: Roster, people: Int32Array, part: Part): Int32Array {
  const all = withLoose(roster, part, pairMost(part));
  const mate = pairMost(all);
  const placed = Int32Array.from(people.keys()).filter((place) => mate[place] !== -1);
  const found = matchPart({ ...part, people: placed, edges: byPlace(all.edges, placed, people.length) });
  found?.forEach((other, at) => {
    mate[placed[at]] = placed[other];
  });
  return mate;
}

function pairMost({ people, edges, onProgress }: Part): Int32Array {
  const graph = weightedGraph(people.length, { ...edges, weight: compromise(edges.code) });
  return maximumWeightMatching(graph, { onProgress }).mate;
}

/** Adds all pairs among those whom no nomination reached. */
function withLoose(roster: Roster, part: Part, mate: Int32Array): Part {
  const { people, edges } = part;
  const loose = [...people.keys()].filter((place) => mate[place] === -1);
  if (loose.length < 2 || loose.length > FEW) return part;
  const columns = { from: [...edges.from], to: [...edges.to], code: [...edges.code] };
  const known = new Set(columns.from.map((one, edge) => packPair(one, columns.to[edge], people.length)));
  for (const [at, one] of loose.entries()) {
    for (const other of loose.slice(at + 1)) {
      const costs = pairCosts(roster, people[one], people[other]);
      if (costs[TIER.forbidden] !== 0 || known.has(packPair(one, other, people.length))) continue;
      columns.from.push(one);
      columns.to.push(other);
      columns.code.push(encodeCosts(costs));
    }
  }
  const { from, to, code } = columns;
  return { ...part, edges: { from: Int32Array.from(from), to: Int32Array.from(to), code: Int32Array.from(code) } };
}

/** Adds the extra person to the pair that costs least in the order of aims. */
function joinBest(roster: Roster, groups: number[][], extra: number): void {
  let best: number[] | undefined;
  let least = new Float64Array(TIERS);
  for (const group of groups) {
    if (group.length !== 2) continue;
    const costs = new Float64Array(TIERS);
    for (const other of group) {
      for (const [tier, own] of pairCosts(roster, extra, other).entries()) {
        costs[tier] = costs[tier] + (tier === TIER.worth ? 0 - own : own);
      }
      costs[TIER.turnShared] += roster.history.turnRank[other];
    }
    if (best === undefined || compare(costs, least) < 0) [best, least] = [group, costs];
  }
  if (best === undefined) groups.push([extra]);
  else best.push(extra);
}
