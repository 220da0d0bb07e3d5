import { type PairTable, TIER } from '../aims/tiers.ts';
import type { Roster } from '../input/roster.ts';
import { mostWorth } from './companion-bound.ts';
import { leastSameUnit } from './pigeonhole.ts';
import { type GroupTask, isEnumerable, leastCost } from './set-partitioning-bound.ts';
import { mostByUnits } from './unit-bound.ts';

/** Tiers of pairs above worth that a round may have none of. */
const CLEAN = [TIER.forbidden, TIER.cannotMeet, TIER.repeat, TIER.sameUnit, TIER.manager];
/** Tiers whose pairs are priced when a round has some. */
const PRICED = [TIER.cannotMeet, TIER.repeat, TIER.manager];

/** Most points any round can reach that does as well as these groups in all tiers above worth. */
export function mostPoints(roster: Roster, table: PairTable, groups: readonly (readonly number[])[]): number {
  if (table.tiers[TIER.worth] === undefined) return 0;
  const sizes = groups.map((group) => group.length).sort((a, b) => b - a);
  const clean = CLEAN.filter((tier) => table.tiers[tier] !== undefined && sumOf(table, groups, tier) === 0);
  const allowed = (cell: number): boolean => clean.every((tier) => table.tiers[tier]?.[cell] === 0);
  const kinds = spreadOf(roster, table, groups);
  const byCompanions = Math.min(
    mostWorth(table, sizes, allowed),
    mostByUnits(roster, table, { sizes, kinds, allowed }),
  );
  const uneven = sizes[0] > (sizes.at(-1) ?? 0) + 1;
  if (uneven || !isEnumerable(table.people, sizes)) return byCompanions;
  const pairs = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const { task, offset } = priceGroups(table, groups, allowed);
  return Math.min(byCompanions, table.mostWorth * pairs - (leastCost({ ...task, kinds }) - offset));
}

function sumOf(table: PairTable, groups: readonly (readonly number[])[], tier: number): number {
  const cells = table.tiers[tier];
  let sum = 0;
  for (const group of groups) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) sum += cells?.[one * table.people + other] ?? 0;
    }
  }
  return sum;
}

/** Costs of the lowest aim, pairs of a tier above made dear; `offset` is what the groups pay for such pairs. */
function priceGroups(
  table: PairTable,
  groups: readonly (readonly number[])[],
  allowed: (cell: number) => boolean,
): { task: GroupTask; offset: number } {
  const cost = Float64Array.from(table.tiers[TIER.worth] ?? []);
  for (let cell = 0; cell < cost.length; cell++) if (!allowed(cell)) cost[cell] = Number.POSITIVE_INFINITY;
  let offset = 0;
  for (const tier of PRICED) {
    const used = sumOf(table, groups, tier);
    if (used === 0) continue;
    offset += used * table.mostWorth;
    table.tiers[tier]?.forEach((own, cell) => {
      cost[cell] = cost[cell] + own * table.mostWorth;
    });
  }
  const sizes = groups.map((group) => group.length).sort((a, b) => b - a);
  const achieved = sumOf(table, groups, TIER.worth) + offset;
  return { task: { people: table.people, cost, sizes, achieved }, offset };
}

/** Where no more same-unit pairs stand than sizes force, each unit is spread evenly in every round as good. */
function spreadOf(roster: Roster, table: PairTable, groups: readonly (readonly number[])[]): GroupTask['kinds'] {
  if (roster.prefer !== 'across') return undefined;
  if (sumOf(table, groups, TIER.sameUnit) !== leastSameUnit(roster.unit, groups.length)) return undefined;
  return {
    kindOf: roster.unit,
    least: Int32Array.from(roster.unitSize, (members) => Math.floor((members ?? 0) / groups.length)),
    most: Int32Array.from(roster.unitSize, (members) => Math.ceil((members ?? 0) / groups.length)),
  };
}
