import { createRandom, type Random, shuffledRange } from '../random.ts';
import { largestSums } from './packing.ts';
import { type PairTable, TIER, TIERS } from './tiers.ts';

/** A task of grouping: pair costs, seats by group, and who should rather not be the odd one out. */
export interface Grouping {
  table: PairTable;
  /** Group sizes, largest first. */
  sizes: readonly number[];
  /** The size asked for; larger groups have one extra person. */
  size: number;
  turnRank: Int32Array;
  seed: number;
  onProgress?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Costs folded into one number each: a unit of a tier outweighs what one swap can win below it. */
interface Energy {
  pair: Float64Array;
  /** Per person for a seat in a larger group, and for its extra seat. */
  member: Float64Array;
  extra: Float64Array;
  /** Weight of one unit of each tier, 0 when unused; and its largest pair cost. */
  weight: Float64Array;
  most: Float64Array;
}

/** People on seats; seats of one group stand together. */
interface Seating {
  person: Int32Array;
  groupStart: Int32Array;
  groupOf: Int32Array;
  /** 0 plain, 1 in a larger group, 2 its extra seat. */
  kind: Uint8Array;
}

const STEPS_PER_SEAT = 1500;
const LEAST_STEPS = 150_000;
const MOST_STEPS = 4_000_000;
const SETTLING = 0.25;
const CHECK_EVERY = 65_536;

/** Groups found by annealing over swaps, once for each restart. */
export function anneal(task: Grouping, restarts: number, visit: (groups: number[][]) => boolean): void {
  const energy = foldEnergy(task);
  for (let restart = 0; restart < restarts; restart++) {
    const random = createRandom(task.seed * 1000 + restart);
    const seating = seat(task, random);
    cool(task, energy, seating, random);
    task.onProgress?.((restart + 1) / restarts);
    if (visit(groupsOf(seating))) return;
  }
}

function foldEnergy(task: Grouping): Energy {
  const { table, sizes, size, turnRank } = task;
  const most = largestSums(table, 1);
  const highest = (sizes[0] ?? 0) > size ? turnRank.reduce((high, rank) => Math.max(high, rank), 0) : 0;
  most[TIER.turn] = highest;
  most[TIER.turnShared] = highest;
  const weight = new Float64Array(TIERS);
  let below = 0;
  for (let tier = TIERS - 1; tier >= 0; tier--) {
    if (most[tier] === 0) continue;
    weight[tier] = 1 + 2 * (size + 1) * below;
    below += (weight[tier] ?? 0) * (most[tier] ?? 0);
  }
  const pair = new Float64Array(table.people * table.people);
  for (const [tier, cells] of table.tiers.entries()) {
    if (cells === undefined) continue;
    const unit = weight[tier] ?? 0;
    for (let cell = 0; cell < pair.length; cell++) pair[cell] = (pair[cell] ?? 0) + unit * (cells[cell] ?? 0);
  }
  const member = Float64Array.from(turnRank, (rank) => rank * (weight[TIER.turnShared] ?? 0));
  const extra = member.map((cost, person) => cost + (turnRank[person] ?? 0) * (weight[TIER.turn] ?? 0));
  return { pair, member, extra, weight, most };
}

function seat(task: Grouping, random: Random): Seating {
  const people = task.table.people;
  const groupStart = new Int32Array(task.sizes.length + 1);
  const groupOf = new Int32Array(people);
  const kind = new Uint8Array(people);
  let next = 0;
  for (const [group, size] of task.sizes.entries()) {
    groupOf.fill(group, next, next + size);
    if (size > task.size) kind.fill(1, next, next + size).fill(2, next, next + 1);
    next += size;
    groupStart[group + 1] = next;
  }
  return { person: shuffledRange(people, random), groupStart, groupOf, kind };
}

/** Cools tier by tier from the highest aim to the lowest, then only improves. */
function cool(task: Grouping, energy: Energy, seating: Seating, random: Random): void {
  const people = task.table.people;
  const used = [...energy.weight.keys()].filter((tier) => (energy.weight[tier] ?? 0) > 0);
  const steps = Math.min(MOST_STEPS, Math.max(LEAST_STEPS, STEPS_PER_SEAT * people));
  for (const tier of used) {
    const unit = energy.weight[tier] ?? 0;
    const hot = unit * Math.max(0.7, (energy.most[tier] ?? 0) / 4);
    const cold = unit * 0.12;
    // The lowest aim has the finest differences, so it gets half of the time.
    const share = tier === used.at(-1) ? 0.5 : 0.5 / (used.length - 1);
    swapMany(task, energy, seating, { random, steps: Math.ceil(steps * share), hot, cold });
  }
  swapMany(task, energy, seating, { random, steps: Math.ceil(steps * SETTLING), hot: 0, cold: 0 });
}

interface Schedule {
  random: Random;
  steps: number;
  hot: number;
  cold: number;
}

function swapMany(task: Grouping, energy: Energy, seating: Seating, schedule: Schedule): void {
  const { random, steps, hot, cold } = schedule;
  const people = seating.person.length;
  const factor = hot > 0 ? (cold / hot) ** (1 / steps) : 1;
  let heat = hot;
  for (let step = 0; step < steps; step++) {
    if (step % CHECK_EVERY === 0) task.signal?.throwIfAborted();
    const one = random.below(people);
    const other = random.below(people);
    heat *= factor;
    const change = swapCost(energy, seating, one, other);
    if (change > 0 && (heat === 0 || random.next() >= Math.exp(-change / heat))) continue;
    const kept = seating.person[one] ?? 0;
    seating.person[one] = seating.person[other] ?? 0;
    seating.person[other] = kept;
  }
}

/** What swapping the people of two seats costs. */
function swapCost(energy: Energy, seating: Seating, one: number, other: number): number {
  const { person, groupOf, kind } = seating;
  const a = person[one] ?? 0;
  const b = person[other] ?? 0;
  let change = 0;
  if (kind[one] !== kind[other]) {
    change += seatCost(energy, kind[one] ?? 0, b) - seatCost(energy, kind[one] ?? 0, a);
    change += seatCost(energy, kind[other] ?? 0, a) - seatCost(energy, kind[other] ?? 0, b);
  }
  if (groupOf[one] === groupOf[other]) return change;
  return change + moveCost(energy, seating, one, b) + moveCost(energy, seating, other, a);
}

function seatCost(energy: Energy, kind: number, person: number): number {
  if (kind === 0) return 0;
  return (kind === 2 ? energy.extra[person] : energy.member[person]) ?? 0;
}

/** Cost of the newcomer minus cost of the sitter, with the others at the table. */
function moveCost(energy: Energy, seating: Seating, at: number, newcomer: number): number {
  const { person, groupStart, groupOf } = seating;
  const people = person.length;
  const sitter = (person[at] ?? 0) * people;
  const coming = newcomer * people;
  const group = groupOf[at] ?? 0;
  const end = groupStart[group + 1] ?? 0;
  let change = 0;
  for (let seat = groupStart[group] ?? 0; seat < end; seat++) {
    if (seat === at) continue;
    const other = person[seat] ?? 0;
    change += (energy.pair[coming + other] ?? 0) - (energy.pair[sitter + other] ?? 0);
  }
  return change;
}

/** Groups as lists; in a larger group the extra person stands first. */
function groupsOf(seating: Seating): number[][] {
  const groups: number[][] = [];
  for (let group = 0; group + 1 < seating.groupStart.length; group++) {
    groups.push([...seating.person.slice(seating.groupStart[group], seating.groupStart[group + 1])]);
  }
  return groups;
}
