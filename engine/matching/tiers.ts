import type { MatchPerson } from './types.ts';
import { shared, type World } from './world.ts';
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

const MOST_LEVELS = 7;

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
  const table: PairTable = { people, tiers: new Array(TIERS).fill(undefined), mostWorth: 0 };
  const points = new Uint16Array(people * people);
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) {
      const key = a * people + b;
      points[key] = putPair(world, table, a, b);
      table.mostWorth = Math.max(table.mostWorth, points[key] ?? 0);
    }
  }
  if (table.mostWorth > 0) table.tiers[TIER.worth] = points.map((own) => table.mostWorth - own);
  for (const tier of table.tiers) if (tier !== undefined) mirror(tier, people);
  return table;
}

function putPair(world: World, table: PairTable, a: number, b: number): number {
  const costs = pairCosts(world, a, b);
  for (let tier = 0; tier < TIER.worth; tier++) put(table, tier, a * table.people + b, costs[tier] ?? 0);
  return costs[TIER.worth] ?? 0;
}

/** What two people cost together in each tier (a < b); the place of worth holds their points. */
export function pairCosts(world: World, a: number, b: number): number[] {
  const costs = new Array<number>(TIERS).fill(0);
  const one = world.people[a];
  const other = world.people[b];
  if (one === undefined || other === undefined) return costs;
  const key = a * world.people.length + b;
  // A forbidden pair is two people without a partner; nothing else counts.
  if (world.forbidden.has(key)) {
    costs[TIER.forbidden] = 1;
    return costs;
  }
  const memory = world.history.pairs.get(key);
  const same = world.unit[a] !== -1 && world.unit[a] === world.unit[b];
  costs[TIER.cannotMeet] = Number(cannotMeet(world, a, b));
  if (memory?.repeat) {
    costs[TIER.repeat] = 1;
    costs[TIER.recent] = memory.rank;
  }
  costs[TIER.sameUnit] = Number(isUnwanted(world, a, b));
  costs[TIER.manager] = Number(one.manager === other.id || other.manager === one.id);
  const isGraded = world.prefer === 'levels' || (world.prefer === 'across' && !same);
  if (isGraded) costs[TIER.near] = levelsShared(one, other);
  costs[TIER.worth] = worth(world, a, b);
  return costs;
}

/** Whether two people are a pair that the programme's rule would rather not have; what is unknown never is. */
function isUnwanted({ prefer, unit, level }: World, a: number, b: number): boolean {
  const kind = prefer === 'levels' ? level : unit;
  if (kind[a] === -1 || kind[b] === -1) return false;
  return (kind[a] === kind[b]) === (prefer !== 'within');
}

function put(table: PairTable, tier: number, key: number, cost: number): void {
  if (cost === 0) return;
  const cells = table.tiers[tier] ?? new Uint8Array(table.people * table.people);
  cells[key] = cost;
  table.tiers[tier] = cells;
}

function mirror(cells: Uint8Array | Uint16Array, people: number): void {
  for (let a = 0; a < people; a++) {
    for (let b = a + 1; b < people; b++) cells[b * people + a] = cells[a * people + b] ?? 0;
  }
}

/** Levels of the tree two people have in common above their smallest units. */
function levelsShared(one: MatchPerson, other: MatchPerson): number {
  const mine = one.unit ?? [];
  const theirs = other.unit ?? [];
  let level = 0;
  while (level < mine.length && level < theirs.length && mine[level] === theirs[level]) level += 1;
  return Math.min(level, MOST_LEVELS);
}

/** Only what both stated counts: no common language, or no common hour and one needs it. */
function cannotMeet(world: World, a: number, b: number): boolean {
  const mine = world.languages[a];
  const theirs = world.languages[b];
  if (mine?.length && theirs?.length && shared(mine, theirs).length === 0) return true;
  const one = world.people[a];
  const other = world.people[b];
  if (!one?.hours || !other?.hours || one.asynchronous || other.asynchronous) return false;
  return !overlaps(one.hours, other.hours);
}

const DAY = 24 * 60;

function overlaps(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  const length = (hours: { from: number; to: number }): number => (((hours.to - hours.from) % DAY) + DAY) % DAY || DAY;
  const lag = (((other.from - one.from) % DAY) + DAY) % DAY;
  return lag < length(one) || DAY - lag < length(other);
}
