import { findPair, REPEAT } from '../input/history.ts';
import { missEachOther, type World } from '../input/roster.ts';
import { levelsShared } from '../input/units.ts';
import { countOf, countShared } from '../input/words.ts';
import { worth } from './worth.ts';

/** The aims from highest to lowest as positions in a cost vector; all are counts to be kept small. */
export const TIER = {
  forbidden: 0,
  cannotMeet: 1,
  turn: 2,
  repeat: 3,
  turnShared: 4,
  recent: 5,
  sameUnit: 6,
  manager: 7,
  near: 8,
  worth: 9,
} as const;

/** How many aims there are. */
export const TIERS = 10;

/** All pairs' costs: row a × people + b of each tier, and the points a full pair could earn at most. */
export interface PairTable {
  people: number;
  tiers: (Uint8Array | Uint16Array | undefined)[];
  /** Tier 7 is stored as mostWorth − worth. */
  mostWorth: number;
}

/** Costs of all pairs, tier by tier; a tier that is zero everywhere is left undefined. */
export function tabulate(world: World): PairTable {
  const people = world.people.length;
  const table: PairTable = {
    people,
    tiers: new Array(TIERS).fill(undefined),
    mostWorth: 0,
  };
  const points = new Uint16Array(people * people);
  const costs = new Float64Array(TIERS);
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      const key = a * people + b;
      fillCosts(world, a, b, costs);
      for (let tier = 0; tier < TIER.worth; tier++) if (costs[tier] !== 0) put(table, tier, key, costs[tier] ?? 0);
      const own = costs[TIER.worth] ?? 0;
      points[key] = own;
      if (own > table.mostWorth) table.mostWorth = own;
    }
  }
  if (table.mostWorth > 0) table.tiers[TIER.worth] = points.map((own) => table.mostWorth - own);
  for (const tier of table.tiers) if (tier !== undefined) mirror(tier, people);
  return table;
}

/** What two people cost together in each tier; the place of worth holds their points. */
export function pairCosts(world: World, a: number, b: number): Float64Array {
  const costs = new Float64Array(TIERS);
  fillCosts(world, a, b, costs);
  return costs;
}

/** Writes what two people cost together in each tier; the place of worth holds their points. */
export function fillCosts(world: World, a: number, b: number, costs: Float64Array): void {
  costs.fill(0);
  // A forbidden pair is two people without a partner; nothing else counts.
  if (world.forbidden.size > 0 && world.forbidden.has(pairKey(world, a, b))) {
    costs[TIER.forbidden] = 1;
    return;
  }
  costs[TIER.cannotMeet] = Number(cannotMeet(world, a, b));
  const { pairs } = world.history;
  const memory = findPair(pairs, a, b);
  if (memory !== -1 && ((pairs.marks[memory] ?? 0) & REPEAT) !== 0) {
    costs[TIER.repeat] = 1;
    costs[TIER.recent] = pairs.rank[memory] ?? 0;
  }
  costs[TIER.sameUnit] = Number(isUnwanted(world, a, b));
  costs[TIER.manager] = Number(world.manager[a] === b || world.manager[b] === a);
  const [one, other] = [world.unit[a] ?? -1, world.unit[b] ?? -1];
  const isGraded = world.prefer === 'levels' || (world.prefer === 'across' && one !== other);
  if (isGraded) costs[TIER.near] = levelsShared(world, one, other);
  costs[TIER.worth] = worth(world, a, b);
}

/** The key of a pair among those forbidden. */
function pairKey({ people }: World, one: number, other: number): number {
  return Math.min(one, other) * people.length + Math.max(one, other);
}

/** Whether two people are a pair that the programme's rule would rather not have; what is unknown never is. */
function isUnwanted({ prefer, unit, words }: World, a: number, b: number): boolean {
  const kind = prefer === 'levels' ? words.level : unit;
  if (kind[a] === -1 || kind[b] === -1) return false;
  return (kind[a] === kind[b]) === (prefer !== 'within');
}

function put(table: PairTable, tier: number, key: number, cost: number): void {
  const cells = table.tiers[tier] ?? new Uint8Array(table.people * table.people);
  cells[key] = cost;
  table.tiers[tier] = cells;
}

function mirror(cells: Uint8Array | Uint16Array, people: number): void {
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) cells[b * people + a] = cells[a * people + b] ?? 0;
  }
}

/** Only what both stated counts: no common language, or no common hour and one needs it. */
function cannotMeet(world: World, a: number, b: number): boolean {
  const { languages } = world.words;
  if (countOf(languages, a) > 0 && countOf(languages, b) > 0 && countShared(languages, a, languages, b, 1) === 0)
    return true;
  return missEachOther(world.hours, a, b);
}
