import { groupSizes } from '../aims/group-sizes.ts';
import { type PairTable, TIER } from '../aims/tiers.ts';
import { worth } from '../aims/worth.ts';
import { mostByCommonGround } from '../bounds/common-ground-bound.ts';
import type { SolvedRound } from '../bounds/solved-round.ts';
import { mostPoints } from '../bounds/value-bound.ts';
import { wouldRepeat } from '../input/history.ts';
import type { Roster } from '../input/roster.ts';
import { boundaryKey } from '../input/units.ts';
import type { Placement } from './placement.ts';
import type { Certificate, Method } from './round-plan.ts';

/** Counts over the pairs inside the groups of a round. */
interface Counts {
  repeats: number;
  sameUnitPairs: number;
  boundariesBridged: number;
}

/** Counts what a round holds. */
function countRound(roster: Roster, groups: readonly (readonly number[])[]): Counts {
  const counts: Counts = { repeats: 0, sameUnitPairs: 0, boundariesBridged: 0 };
  const bridged = new Set<number>();
  for (const group of groups) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        if (wouldRepeat(roster.history, one, other)) counts.repeats += 1;
        if (isSameUnit(roster, one, other)) counts.sameUnitPairs += 1;
        const boundary = boundaryKey(roster.unit, one, other);
        if (boundary >= 0 && !roster.unitTies.has(boundary)) bridged.add(boundary);
      }
    }
  }
  counts.boundariesBridged = bridged.size;
  return counts;
}

/** Whether two people are known to belong to the same unit. */
export function isSameUnit(roster: Roster, one: number, other: number): boolean {
  return roster.unit[one] !== -1 && roster.unit[one] === roster.unit[other];
}

/** What stands behind a round; the table is missing when not all pairs were looked at. */
interface Proof {
  table: PairTable | undefined;
  solved: SolvedRound;
  method: Method;
  /** Sizes of the rounds that the proofs speak of; those planned for this many people when missing. */
  sizes?: readonly number[];
}

/** The certificate of a finished round; bounds come from the proofs, capped by nothing achieved. */
export function certify(roster: Roster, placement: Placement, proof: Proof): Omit<Certificate, 'seed'> {
  const { solved, method } = proof;
  const counts = countRound(roster, placement.groups);
  const value = sumWorth(roster, placement.groups);
  const upperBound = boundValue(roster, placement, proof);
  const planned = proof.sizes ?? groupSizes(roster.people.length, roster.size);
  const intact = isIntact(placement, planned);
  return {
    people: roster.people.length,
    placed: roster.people.length - placement.left.length,
    repeats: counts.repeats,
    // Bounds presume that everybody is placed as planned.
    repeatsUnavoidable: intact ? solved.least[TIER.repeat] : 0,
    sameUnitPairs: counts.sameUnitPairs,
    sameUnitUnavoidable: intact && roster.prefer === 'across' ? solved.least[TIER.sameUnit] : 0,
    boundariesBridged: counts.boundariesBridged,
    value,
    upperBound,
    gap: upperBound === 0 ? 0 : (upperBound - value) / upperBound,
    method,
  };
}

/** Whether nobody had to step out because of forbidden company. */
function isIntact(placement: Placement, planned: readonly number[]): boolean {
  const sizes = placement.groups.map((group) => group.length).sort((a, b) => b - a);
  return sizes.length === planned.length && sizes.every((size, place) => size === planned[place]);
}

function sumWorth(roster: Roster, groups: readonly (readonly number[])[]): number {
  let value = 0;
  for (const group of groups) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) value += worth(roster, one, other);
    }
  }
  return value;
}

/** Most points possible with the tiers above kept: from the proof where there is one, else from companions. */
function boundValue(roster: Roster, placement: Placement, { table, solved, sizes }: Proof): number {
  const planned = sizes ?? groupSizes(roster.people.length, roster.size);
  if (table === undefined || !isIntact(placement, planned)) {
    const widest = Math.max(0, ...planned, ...placement.groups.map((group) => group.length));
    return widest < 2 ? 0 : mostByCommonGround(roster, placement.groups, { widest });
  }
  const pairs = planned.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const fromProof = table.mostWorth * pairs - solved.least[TIER.worth];
  return solved.proved ? fromProof : Math.min(fromProof, mostPoints(roster, table, placement.groups));
}
