import type { Energy, Grouping } from './energy.ts';

/** People on seats; seats of one group stand together. */
export interface Seating {
  person: Int32Array;
  seatOf: Int32Array;
  groupStart: Int32Array;
  groupOf: Int32Array;
  /** 0 plain, 1 in a larger group, 2 its extra seat. */
  kind: Uint8Array;
  /** What each person costs with the others of their group. */
  own: Float64Array;
}

/** Seats people in this order, larger groups first. */
export function seatAll(task: Grouping, energy: Energy, order: Int32Array): Seating {
  const people = order.length;
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
  const seatOf = new Int32Array(people);
  order.forEach((person, seat) => {
    seatOf[person] = seat;
  });
  const seating = { person: order, seatOf, groupStart, groupOf, kind, own: new Float64Array(people) };
  for (let group = 0; group < task.sizes.length; group++) sumUp(energy, seating, group);
  return seating;
}

/** Counts anew what each member of a group costs. */
function sumUp(energy: Energy, seating: Seating, group: number): void {
  const { person, groupStart, own } = seating;
  for (let seat = groupStart[group]; seat < groupStart[group + 1]; seat++) {
    const one = person[seat];
    own[one] = companyCost(energy, seating, one, group) - energy.pair[one * energy.people + one];
  }
}

/** What a person costs with everybody of a group. */
export function companyCost(energy: Energy, seating: Seating, one: number, group: number): number {
  const { person, groupStart } = seating;
  const row = one * energy.people;
  const end = groupStart[group + 1];
  let sum = 0;
  for (let seat = groupStart[group]; seat < end; seat++) sum += energy.pair[row + person[seat]];
  return sum;
}

/** What swapping the people of two seats costs. */
export function swapCost(energy: Energy, seating: Seating, here: number, there: number): number {
  const { person, groupOf, own, kind } = seating;
  const one = person[here];
  const other = person[there];
  const change = kind[here] === kind[there] ? 0 : seatChange(energy, seating, here, there);
  const home = groupOf[here];
  const goal = groupOf[there];
  if (home === goal) return change;
  const between = energy.pair[one * energy.people + other];
  const joining = companyCost(energy, seating, one, goal) + companyCost(energy, seating, other, home);
  return change + joining - 2 * between - own[one] - own[other];
}

function seatChange(energy: Energy, { person, kind }: Seating, here: number, there: number): number {
  const cost = (seat: number, who: number): number => {
    if (kind[seat] === 0) return 0;
    return (kind[seat] === 2 ? energy.extra[who] : energy.member[who]) ?? 0;
  };
  const one = person[here];
  const other = person[there];
  return cost(here, other) - cost(here, one) + cost(there, one) - cost(there, other);
}

/** Swaps the people of two seats. */
export function swap(energy: Energy, seating: Seating, here: number, there: number): void {
  const { person, seatOf, groupOf } = seating;
  const one = person[here];
  const other = person[there];
  person[here] = other;
  person[there] = one;
  seatOf[other] = here;
  seatOf[one] = there;
  sumUp(energy, seating, groupOf[here]);
  if (groupOf[here] !== groupOf[there]) sumUp(energy, seating, groupOf[there]);
}

/** Groups as lists; in a larger group the extra person stands first. */
export function groupsOf(seating: Seating): number[][] {
  const groups: number[][] = [];
  for (let group = 0; group + 1 < seating.groupStart.length; group++) {
    groups.push([...seating.person.slice(seating.groupStart[group], seating.groupStart[group + 1])]);
  }
  return groups;
}
