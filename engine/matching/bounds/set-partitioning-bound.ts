/** Groups so few that each can be looked at; what a grouping of everybody costs at least is proved by prices. */
export interface GroupTask {
  /** Rows: people, or kinds of alike people when `alike` says how many stand in each row. */
  people: number;
  alike?: ArrayLike<number> | undefined;
  /** Whole cost of row a × people + b; Infinity where two may not sit together. */
  cost: Float64Array;
  /** Group sizes, largest first; they differ by at most one. */
  sizes: readonly number[];
  /** A cost that some grouping is known to have: what the bound may reach at best. */
  achieved: number;
  /** Kind of each row, −1 for none, and how many of each kind a group may and must hold. */
  kinds?: { kindOf: Int32Array; least: Int32Array; most: Int32Array } | undefined;
}

/** The cheapest groups around everybody at present prices, for one size. */
interface Cheapest {
  size: number;
  cost: Float64Array;
  members: Int32Array;
}

interface Walk {
  task: GroupTask;
  found: Cheapest;
  group: Int32Array;
  count: Int32Array;
  /** By number of people seated: what each further person would add. */
  ahead: Float64Array[];
  looked: number;
}

const BUDGET = 60_000_000;
const MOST_ROUNDS = 200;
const LEAST_ROUNDS = 20;
const PATIENCE = 6;
/** Stands for somebody without any group that is allowed. */
const NO_GROUP = 1e9;
/** Prices are multiples of this, so that their sums are exact. */
const GRAIN = 1 / 1024;
const DEAREST = 1e6;

/** Whether there are few enough groups of rows, or of rows taken repeatedly, to look at all again and again. */
export function isEnumerable(rows: number, sizes: readonly number[], repeatedly = false): boolean {
  let groups = 0;
  for (const size of new Set(sizes)) {
    let own = 1;
    const from = repeatedly ? rows + size - 1 : rows;
    for (let place = 0; place < size; place++) own = (own * (from - place)) / (place + 1);
    groups += own;
  }
  return groups * LEAST_ROUNDS <= BUDGET;
}

/**
 * A cost below which no grouping lies (the Lagrangian dual of set partitioning). Everybody pays a price; a group costs
 * what is left after its members' prices, and each member bears an equal part. No grouping is cheaper than all prices
 * and everybody's part of their own cheapest group, whatever the prices are; prices move to where groups overlap least.
 */
export function leastCost(task: GroupTask): number {
  const { people } = task;
  let price = new Float64Array(people);
  let best = Number.NEGATIVE_INFINITY;
  let pace = 1;
  let idle = 0;
  let looked = 0;
  let kept = price;
  for (let round = 0; round < MOST_ROUNDS && looked <= BUDGET; round++) {
    const seen = relax(task, price);
    looked += seen.looked;
    idle = seen.bound > best + 1e-3 + 1e-6 * Math.abs(task.achieved) ? 0 : idle + 1;
    if (seen.bound > best) [best, kept] = [seen.bound, price];
    if (Math.ceil(best - 1e-6) >= task.achieved) break;
    if (idle >= PATIENCE) [pace, idle, price] = [pace / 2, 0, kept];
    const norm = seen.missing.reduce((sum, own) => sum + own * own, 0);
    if (norm < 1e-6 || pace < 0.01) break;
    const step = (pace * (task.achieved - seen.bound)) / norm;
    price = price.map((own, one) => grained(own + step * seen.missing[one]));
  }
  // Adding nothing turns −0 into 0.
  return Math.ceil(best - 1e-6) + 0;
}

function grained(price: number): number {
  return Math.max(0 - DEAREST, Math.min(DEAREST, GRAIN * Math.round(price / GRAIN)));
}

/** What these prices prove, and by how much each person is missing from the groups chosen. */
function relax(task: GroupTask, price: Float64Array): { bound: number; missing: Float64Array; looked: number } {
  const { people, sizes, alike } = task;
  const walks = [...new Set(sizes)].map((size) => walkAll(task, price, size));
  const [larger, smaller = larger] = walks.map((walk) => walk.found);
  const missing = Float64Array.from({ length: people }, (_, one) => alike?.[one] ?? 1);
  let bound = price.reduce((sum, own, one) => sum + own * missing[one], 0);
  if (larger === undefined || smaller === undefined) return { bound, missing, looked: 0 };
  const part = (found: Cheapest, one: number): number => found.cost[one] / found.size;
  let seats =
    larger === smaller ? Number.POSITIVE_INFINITY : sizes.filter((size) => size === larger.size).length * larger.size;
  // Those take the larger groups' seats whom it costs least.
  const order = Array.from({ length: people }, (_, one) => one);
  order.sort((a, b) => part(larger, a) - part(smaller, a) - part(larger, b) + part(smaller, b) || a - b);
  const place = (found: Cheapest, one: number, count: number): void => {
    bound += count * part(found, one);
    for (let seat = 0; seat < found.size; seat++) {
      const other = found.members[one * found.size + seat];
      missing[other] = missing[other] - count / found.size;
    }
  };
  for (const one of order) {
    const count = alike?.[one] ?? 1;
    const inLarger = Math.min(seats, count);
    seats -= inLarger;
    if (inLarger > 0) place(larger, one, inLarger);
    if (inLarger < count) place(smaller, one, count - inLarger);
  }
  return { bound, missing, looked: walks.reduce((sum, walk) => sum + walk.looked, 0) };
}

function walkAll(task: GroupTask, price: Float64Array, size: number): Walk {
  const { people } = task;
  const found: Cheapest = {
    size,
    cost: new Float64Array(people).fill(NO_GROUP),
    members: new Int32Array(people * size),
  };
  const walk: Walk = {
    task,
    found,
    group: new Int32Array(size),
    count: new Int32Array(task.kinds?.least.length ?? 0),
    ahead: Array.from({ length: size }, () => new Float64Array(people)),
    looked: 0,
  };
  walk.ahead[0].forEach((_, one, first) => {
    first[one] = 0 - price[one];
  });
  extend(walk, 0, 0, 0);
  return walk;
}

/** Seats each possible next member in rising order; `cost` is that of those seated. */
function extend(walk: Walk, seated: number, from: number, cost: number): void {
  const { task, group, ahead } = walk;
  const { people } = task;
  const here = ahead[seated];
  const next = ahead[seated + 1];
  for (let one = from; one < people; one++) {
    const sum = cost + here[one];
    if (sum === Number.POSITIVE_INFINITY || !enter(walk, one)) continue;
    group[seated] = one;
    const after = task.alike === undefined ? one + 1 : one;
    const row = one * people;
    for (let other = after; other < people; other++) next[other] = here[other] + task.cost[row + other];
    if (seated + 2 < walk.found.size) extend(walk, seated + 1, after, sum);
    else finish(walk, next, after, sum);
    leave(walk, one);
  }
}

/** Tries everybody for the last seat, remembering the group for those members it is the cheapest of. */
function finish(walk: Walk, ahead: Float64Array, from: number, cost: number): void {
  const { found, group, task } = walk;
  const { size } = found;
  let limit = 0 - NO_GROUP;
  for (let seat = 0; seat + 1 < size; seat++) limit = Math.max(limit, found.cost[group[seat]]);
  walk.looked += task.people - from;
  for (let one = from; one < task.people; one++) {
    const sum = cost + ahead[one];
    if (sum >= limit && sum >= found.cost[one]) continue;
    if (!enter(walk, one)) continue;
    group[size - 1] = one;
    if (isWhole(walk)) remember(found, group, sum);
    leave(walk, one);
  }
}

/** Counts a member's kind in, unless the group has enough of it. */
function enter({ task, count }: Walk, one: number): boolean {
  const { kinds } = task;
  if (kinds === undefined) return true;
  const kind = kinds.kindOf[one];
  if (kind === -1) return true;
  if (count[kind] >= kinds.most[kind]) return false;
  count[kind] += 1;
  return true;
}

function leave({ task, count }: Walk, one: number): void {
  const { kinds } = task;
  if (kinds === undefined) return;
  const kind = kinds.kindOf[one];
  if (kind !== -1) count[kind] -= 1;
}

/** Whether the group holds enough of each kind. */
function isWhole({ task, count }: Walk): boolean {
  const least = task.kinds?.least;
  if (least === undefined) return true;
  for (let kind = 0; kind < count.length; kind++) if (count[kind] < least[kind]) return false;
  return true;
}

function remember({ size, cost, members }: Cheapest, group: Int32Array, sum: number): void {
  for (let seat = 0; seat < size; seat++) {
    const one = group[seat];
    if (sum >= cost[one]) continue;
    cost[one] = sum;
    for (let place = 0; place < size; place++) members[one * size + place] = group[place];
  }
}
