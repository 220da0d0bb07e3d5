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
      // A forbidden pair is two people without a partner; nothing else counts.
      if (world.forbidden.has(key)) put(table, TIER.forbidden, key, 1);
      else points[key] = putPair(world, table, a, b);
      table.mostWorth = Math.max(table.mostWorth, points[key] ?? 0);
    }
  }
  if (table.mostWorth > 0) table.tiers[TIER.worth] = points.map((own) => table.mostWorth - own);
  for (const tier of table.tiers) if (tier !== undefined) mirror(tier, people);
  return table;
}

function putPair(world: World, table: PairTable, a: number, b: number): number {
  const key = a * table.people + b;
  const one = world.people[a];
  const other = world.people[b];
  if (one === undefined || other === undefined) return 0;
  if (cannotMeet(world, a, b)) put(table, TIER.cannotMeet, key, 1);
  const memory = world.history.pairs.get(key);
  if (memory?.repeat) {
    put(table, TIER.repeat, key, 1);
    put(table, TIER.recent, key, memory.rank);
  }
  const known = world.unit[a] !== -1 && world.unit[b] !== -1;
  const same = known && world.unit[a] === world.unit[b];
  if (known && same === (world.prefer === 'across')) put(table, TIER.sameUnit, key, 1);
  if (one.manager === other.id || other.manager === one.id) put(table, TIER.manager, key, 1);
  if (!same && world.prefer === 'across') put(table, TIER.near, key, levelsShared(one, other));
  return worth(world, a, b);
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
