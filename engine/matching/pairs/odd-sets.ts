import { dualsAroundBoth, type LaminarFamily, laminarFamily } from '../../graph/matching/laminar-family.ts';
import type { MatchingProof } from '../../graph/matching/proof.ts';

/** Odd sets of people that every best matching leaves by exactly one pair. */
export interface OddSets {
  count: number;
  nesting: LaminarFamily;
}

/** Odd sets whose dual is above nothing: a best matching holds as many pairs inside as can be. */
export function oddSets(size: number, proof: MatchingProof): OddSets[] {
  const counted = proof.duals.map((dual, node) => (node >= size && dual > 0 ? 1 : 0));
  const count = counted.reduce((sum, own) => sum + own, 0);
  return count === 0 ? [] : [{ count, nesting: nestingOf(size, proof, counted) }];
}

/** How many of the odd sets a pair leaves. */
export function leavings(sets: readonly OddSets[], one: number, other: number): number {
  let count = 0;
  for (const { nesting } of sets) {
    const mine = setsAround(nesting, one);
    const theirs = setsAround(nesting, other);
    count += mine + theirs;
    if (mine > 0 && theirs > 0) count -= 2 * dualsAroundBoth(nesting, one, other);
  }
  return count;
}

/** How many odd sets stand around a person. */
export function setsAround({ parent, dualSum }: LaminarFamily, person: number): number {
  return parent[person] === -1 ? 0 : dualSum[parent[person]];
}

/** Whether each odd set is left by one pair only; a matching leaves it at least once. */
export function areLeftOnce(sets: readonly OddSets[], mate: Int32Array): boolean {
  let more = 0;
  for (const { count } of sets) more -= count;
  if (sets.length === 0) return true;
  mate.forEach((other, one) => {
    if (one < other) more += leavings(sets, one, other);
  });
  return more === 0;
}

/** Blossoms as a forest, with these numbers summed outwards. */
export function nestingOf(size: number, proof: MatchingProof, duals: Float64Array): LaminarFamily {
  const nesting = laminarFamily(size, proof.parent, duals);
  if (nesting === undefined) throw new Error('The blossoms are not nested odd cycles.');
  return nesting;
}
