import { findPair, REPEAT } from '../input/history.ts';
import { isForbidden, missEachOther, type Roster } from '../input/roster.ts';
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
export function tabulate(roster: Roster): PairTable {
  const people = roster.people.length;
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
      fillCosts(roster, a, b, costs);
      for (let tier = 0; tier < TIER.worth; tier++) if (costs[tier] !== 0) put(table, tier, key, costs[tier]);
      const own = costs[TIER.worth];
      points[key] = own;
      if (own > table.mostWorth) table.mostWorth = own;
    }
  }
  if (table.mostWorth > 0) table.tiers[TIER.worth] = points.map((own) => table.mostWorth - own);
  for (const tier of table.tiers) if (tier !== undefined) mirror(tier, people);
  return table;
}

/** What two people cost together in each tier; the place of worth holds their points. */
export function pairCosts(roster: Roster, a: number, b: number): Float64Array {
  const costs = new Float64Array(TIERS);
  fillCosts(roster, a, b, costs);
  return costs;
}

/** Writes what two people cost together in each tier; the place of worth holds their points. */
export function fillCosts(roster: Roster, a: number, b: number, costs: Float64Array): void {
  costs.fill(0);
  // A forbidden pair is two people without a partner; nothing else counts.
  if (isForbidden(roster, a, b)) {
    costs[TIER.forbidden] = 1;
    return;
  }
  costs[TIER.cannotMeet] = Number(cannotMeet(roster, a, b));
  const { pairs } = roster.history;
  const memory = findPair(pairs, a, b);
  if (memory !== -1 && (pairs.marks[memory] & REPEAT) !== 0) {
    costs[TIER.repeat] = 1;
    costs[TIER.recent] = pairs.rank[memory];
  }
  costs[TIER.sameUnit] = Number(isUnwanted(roster, a, b));
  costs[TIER.manager] = Number(roster.manager[a] === b || roster.manager[b] === a);
  const [one, other] = [roster.unit[a], roster.unit[b]];
  const isGraded = roster.prefer === 'levels' || (roster.prefer === 'across' && one !== other);
  if (isGraded) costs[TIER.near] = levelsShared(roster, one, other);
  costs[TIER.worth] = worth(roster, a, b);
}

/** Whether two people are a pair that the programme's rule would rather not have; what is unknown never is. */
function isUnwanted({ prefer, unit, words }: Roster, a: number, b: number): boolean {
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
    for (let b = a + 1; b < people; b++) cells[b * people + a] = cells[a * people + b];
  }
}

/** Only what both stated counts: no common language, or no common hour and one needs it. */
function cannotMeet(roster: Roster, a: number, b: number): boolean {
  const { languages } = roster.words;
  if (countOf(languages, a) > 0 && countOf(languages, b) > 0 && countShared(languages, a, languages, b) === 0)
    return true;
  return missEachOther(roster.hours, a, b);
}
