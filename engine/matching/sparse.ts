import { createRandom } from '../random.ts';
import { leastSameUnit } from './bounds.ts';
import { type Nominations, nominate } from './nominate.ts';
import type { Solved } from './pairs.ts';
import { groupSizes } from './sizes.ts';
import { pairCosts, TIER, TIERS } from './tiers.ts';
import type { RoundInput } from './types.ts';
import { weightedGraph } from './weighted/graph.ts';
import { solvePairs } from './weighted/weighted.ts';
import type { World } from './world.ts';

/** Up to so many people left over are matched among themselves over all pairs. */
const FEW = 400;

/**
 * Pairs of a large round: the heaviest matching over nominated pairs, as many pairs as possible. Of an odd number, who
 * was least often the extra person joins the pair that suits best. The tiers share one weight: a compromise that holds
 * for every exchange of two pairs, not for longer ones.
 */
export function solveSparse(world: World, input: RoundInput): Solved {
  const random = createRandom(input.seed ?? 1);
  const extra = world.people.length % 2 === 1 ? leastTurn(world) : -1;
  const people = Int32Array.from(world.people.keys()).filter((person) => person !== extra);
  input.onProgress?.(0);
  const nominated = nominate(world, people, random);
  input.signal?.throwIfAborted();
  const mate = matchNominated(world, nominated, input);
  const loose = people.filter((person) => mate[person] === -1);
  if (loose.length > 1 && loose.length <= FEW) pairUp(world, loose, mate);
  const groups: number[][] = [];
  for (const person of people) {
    const other = mate[person] ?? -1;
    // Whoever has nobody goes on alone, to be joined to a group or told.
    if (other === -1) groups.push([person]);
    else if (other > person) groups.push([person, other]);
  }
  if (extra !== -1) joinBest(world, groups, extra);
  const least = new Float64Array(TIERS);
  const sizes = groupSizes(world.people.length, 2);
  if (world.prefer === 'across') least[TIER.sameUnit] = leastSameUnit(world.unit, sizes.length);
  input.onProgress?.(1);
  return { groups, least, proved: false };
}

function leastTurn(world: World): number {
  const { turnRank } = world.history;
  let best = 0;
  for (const [person, rank] of turnRank.entries()) if (rank < (turnRank[best] ?? 0)) best = person;
  return best;
}

function matchNominated(world: World, { from, to, weight }: Nominations, input: RoundInput): Int32Array {
  const graph = weightedGraph(world.people.length, { from, to, weight });
  const onProgress = (share: number): void => {
    input.signal?.throwIfAborted();
    input.onProgress?.(share);
  };
  return solvePairs(graph, { onProgress }).mate;
}

/** Pairs those whom no nomination reached, over all their pairs. */
function pairUp(world: World, loose: Int32Array, mate: Int32Array): void {
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (const [place, one] of loose.entries()) {
    for (let at = place + 1; at < loose.length; at++) {
      const other = loose[at] ?? 0;
      const costs = pairCosts(world, Math.min(one, other), Math.max(one, other));
      if (costs[TIER.forbidden] !== 0) continue;
      from.push(place);
      to.push(at);
      weight.push(0 - 1000 * (costs[TIER.repeat] ?? 0) - (costs[TIER.sameUnit] ?? 0));
    }
  }
  const found = solvePairs(weightedGraph(loose.length, { from, to, weight }), { exact: true });
  found.mate.forEach((other, place) => {
    if (other !== -1) mate[loose[place] ?? 0] = loose[other] ?? -1;
  });
}

/** Adds the extra person to the pair that costs least in the order of aims. */
function joinBest(world: World, groups: number[][], extra: number): void {
  let best: number[] | undefined;
  let least: number[] = [];
  for (const group of groups) {
    if (group.length !== 2) continue;
    const costs = new Array<number>(TIERS).fill(0);
    for (const other of group) {
      for (const [tier, own] of pairCosts(world, Math.min(extra, other), Math.max(extra, other)).entries()) {
        costs[tier] = (costs[tier] ?? 0) + (tier === TIER.worth ? 0 - own : own);
      }
      costs[TIER.turnShared] = (costs[TIER.turnShared] ?? 0) + (world.history.turnRank[other] ?? 0);
    }
    const place = costs.findIndex((own, tier) => own !== least[tier]);
    if (best === undefined || (place !== -1 && (costs[place] ?? 0) < (least[place] ?? 0)))
      [best, least] = [group, costs];
  }
  if (best === undefined) groups.push([extra]);
  else best.push(extra);
}
