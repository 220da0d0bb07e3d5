import { type PairTable, TIER, TIERS } from '../aims/tiers.ts';
import { thinBoundary } from '../aims/worth.ts';
import type { Roster } from '../input/roster.ts';
import { mostWorth } from './companion-bound.ts';
import { type GroupTask, isEnumerable, leastCost } from './set-partitioning-bound.ts';

/** What is known of the rounds to be bounded: their sizes, how units are spread, which pairs they may hold. */
interface Rounds {
  sizes: readonly number[];
  kinds: GroupTask['kinds'];
  allowed: (cell: number) => boolean;
}

/**
 * Most points, those of units and those of persons bounded apart: the best mixtures of units over whole groups, and
 * whatever a pair earns beyond its two units by best companions. Infinity where there are too many mixtures.
 */
export function mostByUnits(roster: Roster, table: PairTable, rounds: Rounds): number {
  const { sizes, kinds, allowed } = rounds;
  // The last row stands for people without a known unit.
  const rows = roster.unitSize.length + 1;
  const uneven = sizes[0] > (sizes.at(-1) ?? 0) + 1;
  if (kinds === undefined || uneven || rows === 1 || !isEnumerable(rows, sizes, true)) return Number.POSITIVE_INFINITY;
  const points = unitPoints(roster, rows);
  const most = points.reduce((high, own) => Math.max(high, own), 0);
  const unknown = roster.unit.reduce((count, unit) => count + Number(unit === -1), 0);
  const alike = Int32Array.from([...roster.unitSize, unknown]);
  const limit = sizes[0];
  const mostOf = (unit: number): number => (unit + 1 === rows ? limit : kinds.most[unit]);
  const pairs = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const mixtures: GroupTask = {
    people: rows,
    alike,
    cost: points.map((own) => most - own),
    sizes,
    achieved: most * pairs,
    kinds: {
      kindOf: Int32Array.from({ length: rows }, (_, unit) => unit),
      least: Int32Array.from({ length: rows }, (_, unit) => (unit + 1 === rows ? 0 : kinds.least[unit])),
      most: Int32Array.from({ length: rows }, (_, unit) => (alike[unit] === 0 ? 0 : mostOf(unit))),
    },
  };
  const beyond = mostWorth(beyondUnits(roster, table, points), sizes, allowed);
  return most * pairs - leastCost(mixtures) + beyond;
}

/** Points that any two people of two units earn for the boundary between these. */
function unitPoints(roster: Roster, rows: number): Float64Array {
  const points = new Float64Array(rows * rows);
  const someone = new Int32Array(rows).fill(-1);
  roster.unit.forEach((unit, person) => {
    if (unit !== -1) someone[unit] = person;
  });
  for (let one = 0; one < rows; one++) {
    for (let other = 0; other < rows; other++) {
      const [a, b] = [someone[one], someone[other]];
      if (a !== -1 && b !== -1) points[one * rows + other] = thinBoundary(roster, a, b);
    }
  }
  return points;
}

/** Costs of the lowest aim without the points of units. */
function beyondUnits(roster: Roster, table: PairTable, points: Float64Array): PairTable {
  const { people, mostWorth: highest } = table;
  const rows = roster.unitSize.length + 1;
  const rowOf = roster.unit.map((unit) => (unit === -1 ? rows - 1 : unit));
  const cells = new Uint16Array(people * people);
  const whole = table.tiers[TIER.worth];
  for (let one = 0; one < people; one++) {
    const from = rowOf[one] * rows;
    for (let other = 0; other < people; other++) {
      const cell = one * people + other;
      const own = one === other ? 0 : highest - (whole?.[cell] ?? 0);
      cells[cell] = Math.max(0, own - points[from + rowOf[other]]);
    }
  }
  const most = cells.reduce((high, own) => Math.max(high, own), 0);
  const tiers: PairTable['tiers'] = new Array(TIERS).fill(undefined);
  tiers[TIER.worth] = cells.map((own) => most - own);
  return { people, tiers, mostWorth: most };
}
