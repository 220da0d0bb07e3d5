import type { CostMatrix } from '../aims/packing.ts';
import { pairCosts, TIER, TIERS } from '../aims/tiers.ts';
import { isForbidden, type Roster } from '../input/roster.ts';
import { matchPerfectly } from '../pairs/perfect-matching.ts';

/** Groups that stand, people who lost theirs, and who has moved so far; all by index. */
export interface Seats {
  groups: number[][];
  loose: number[];
  moved: number[];
}

/** Costs of a change: people left out, people moved, then the tiers. */
const LEFT = 0;
const MOVED = 1;
const COSTS = 2 + TIERS;
/** Loose people choose among so many of their best groups. */
const CHOICES = 12;
/** Above this number of people nobody is moved to make room. */
const ROOMY = 2000;

/** Parts groups that can go on from people who are alone. */
export function unseat(groups: readonly (readonly number[])[]): Seats {
  const seats: Seats = { groups: [], loose: [], moved: [] };
  for (const group of groups) {
    if (group.length === 1) seats.loose.push(...group);
    else seats.groups.push([...group]);
  }
  seats.loose.sort((a, b) => a - b);
  return seats;
}

/** One way to place a loose person: into a group, or with somebody taken from it. */
interface Choice {
  group: number;
  /** The member who comes over, −1 when the loose person joins. */
  taken: number;
  cost: Float64Array;
}

/** Places as many loose people as can be at once, each group changed at most once; says whether any was. */
export function seatLoose(roster: Roster, seats: Seats): boolean {
  const { loose } = seats;
  if (loose.length === 0) return false;
  const choices = loose.map((person) => choicesOf(roster, seats, person).slice(0, CHOICES));
  const slots = [...new Set(choices.flatMap((own) => own.map((choice) => choice.group)))].sort((a, b) => a - b);
  const partner = matchLoose(roster, seats, choices, slots);
  const before = loose.length;
  const still: number[] = [];
  const done = new Set<number>();
  for (const [place, person] of loose.entries()) {
    if (done.has(place)) continue;
    const other = partner[place];
    const slot = other - loose.length;
    const group = slot >= 0 && slot < slots.length ? slots[slot] : undefined;
    const choice = choices[place].find((own) => own.group === group);
    if (other < loose.length && isAllowed(roster, person, [loose[other]])) {
      done.add(other);
      seats.groups.push([person, loose[other]]);
      seats.moved.push(person);
    } else if (choice !== undefined) apply(seats, person, choice);
    else still.push(person);
  }
  seats.loose = still;
  return still.length < before;
}

/** Makes room for somebody still loose: they take a seat whose holder finds another group. */
export function displace(roster: Roster, seats: Seats): boolean {
  if (roster.people.length > ROOMY) return false;
  for (const person of seats.loose) {
    let best: { at: number; holder: number; choice: Choice; cost: Float64Array } | undefined;
    for (const [at, group] of seats.groups.entries()) {
      for (const holder of group) {
        const others = group.filter((member) => member !== holder);
        if (!isAllowed(roster, person, others)) continue;
        const choice = choicesOf(roster, seats, holder).find((own) => own.group !== at);
        if (choice === undefined) continue;
        const here = difference(roster, [group], [[...others, person]]);
        const cost = here.map((own, place) => own + choice.cost[place]);
        if (best === undefined || isLess(cost, best.cost)) best = { at, holder, choice, cost };
      }
    }
    if (best === undefined) continue;
    const group = seats.groups[best.at];
    group[group.indexOf(best.holder)] = person;
    seats.moved.push(person);
    apply(seats, best.holder, best.choice);
    seats.loose = seats.loose.filter((one) => one !== person);
    return true;
  }
  return false;
}

function apply(seats: Seats, person: number, choice: Choice): void {
  const group = seats.groups[choice.group];
  seats.moved.push(choice.taken === -1 ? person : choice.taken);
  if (choice.taken === -1) group.push(person);
  else seats.groups.push([person, ...group.splice(group.indexOf(choice.taken), 1)]);
}

/** All ways to place one person, best first. */
function choicesOf(roster: Roster, seats: Seats, person: number): Choice[] {
  const choices: Choice[] = [];
  for (const [place, group] of seats.groups.entries()) {
    if (group.includes(person)) continue;
    const own: Choice[] = [];
    if (group.length <= roster.size && isAllowed(roster, person, group)) {
      own.push({ group: place, taken: -1, cost: difference(roster, [group], [[...group, person]]) });
    }
    for (const taken of group.length > 2 ? group : []) {
      if (!isAllowed(roster, person, [taken])) continue;
      const rest = group.filter((member) => member !== taken);
      own.push({ group: place, taken, cost: difference(roster, [group], [rest, [taken, person]]) });
    }
    const best = own.sort((a, b) => (isLess(b.cost, a.cost) ? 1 : isLess(a.cost, b.cost) ? -1 : 0)).at(0);
    if (best !== undefined) choices.push(best);
  }
  return choices.sort((a, b) => (isLess(b.cost, a.cost) ? 1 : isLess(a.cost, b.cost) ? -1 : a.group - b.group));
}

function isAllowed(roster: Roster, person: number, others: readonly number[]): boolean {
  return others.every((other) => other !== -1 && !isForbidden(roster, person, other));
}

/** What the tiers say of a change: one person moved, some groups in place of others. */
function difference(roster: Roster, before: readonly number[][], after: readonly number[][]): Float64Array {
  const cost = new Float64Array(COSTS);
  cost[MOVED] = 1;
  for (const group of before) addGroup(roster, cost, group, -1);
  for (const group of after) addGroup(roster, cost, group, 1);
  return cost;
}

function addGroup(roster: Roster, cost: Float64Array, group: readonly number[], times: number): void {
  const add = (tier: number, own: number): void => {
    cost[2 + tier] = cost[2 + tier] + times * own;
  };
  for (const [place, one] of group.entries()) {
    for (const other of group.slice(place + 1)) {
      const own = pairCosts(roster, Math.min(one, other), Math.max(one, other));
      for (const [tier, count] of own.entries()) add(tier, tier === TIER.worth ? -count : count);
    }
  }
  if (group.length <= roster.size) return;
  const ranks = group.map((person) => roster.history.turnRank[person]);
  add(TIER.turn, Math.min(...ranks));
  for (const rank of ranks) add(TIER.turnShared, rank);
}

function isLess(a: Float64Array, b: Float64Array): boolean {
  for (const [place, own] of a.entries()) {
    if (own !== b[place]) return own < b[place];
  }
  return false;
}

/** Matches loose people to each other, to groups, or to nobody; partner of each loose place, slots counted after them. */
function matchLoose(
  roster: Roster,
  { loose }: Seats,
  choices: readonly Choice[][],
  slots: readonly number[],
): Int32Array {
  const spare = loose.length + ((2 * loose.length + slots.length) % 2);
  const side = loose.length + slots.length + spare;
  const matrix: CostMatrix = { side, limbs: COSTS, cells: new Float64Array(side * side * COSTS) };
  const put = (a: number, b: number, cost: Float64Array): void => {
    matrix.cells.set(cost, (a * side + b) * COSTS);
    matrix.cells.set(cost, (b * side + a) * COSTS);
  };
  for (const [place, person] of loose.entries()) {
    const alone = new Float64Array(COSTS);
    alone[LEFT] = 1;
    alone[2 + TIER.turn] = roster.history.turnRank[person];
    for (let slot = loose.length; slot < side; slot++) put(place, slot, alone);
    for (const choice of choices[place]) put(place, loose.length + slots.indexOf(choice.group), choice.cost);
    for (let other = place + 1; other < loose.length; other++) {
      const company = loose[other];
      const both = new Float64Array(COSTS);
      both[LEFT] = 2;
      put(place, other, isAllowed(roster, person, [company]) ? difference(roster, [], [[person, company]]) : both);
    }
  }
  return matchPerfectly({ matrix, ids: Int32Array.from({ length: side }, (_, row) => row) }).partner;
}
