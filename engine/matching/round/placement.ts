import { wouldRepeat } from '../input/history.ts';
import type { World } from '../input/roster.ts';

/** Groups as lists of people by index, and those who could not be placed. */
export interface Shape {
  groups: number[][];
  left: number[];
}

/** Undoes forbidden company after the fact: the fewest people step out, and join another group where they may. */
export function keepApart(world: World, groups: readonly (readonly number[])[]): Shape {
  const shape: Shape = { groups: [], left: [] };
  const loose: number[] = [];
  for (const group of groups) {
    const members = [...group];
    for (let worst = mostForbidden(world, members); worst !== -1; worst = mostForbidden(world, members)) {
      loose.push(...members.splice(members.indexOf(worst), 1));
    }
    if (members.length < 2) loose.push(...members);
    else shape.groups.push(members);
  }
  for (const person of loose.sort((a, b) => a - b)) {
    if (!join(world, shape.groups, person)) shape.left.push(person);
  }
  return shape;
}

/** The member with most forbidden company, −1 when there is none; among equals the one less often left out. */
function mostForbidden(world: World, members: readonly number[]): number {
  let worst = -1;
  let most = 0;
  for (const one of members) {
    const count = members.filter((other) => isForbidden(world, one, other)).length;
    const rather = (world.history.turnRank[one] ?? 0) < (world.history.turnRank[worst] ?? 0);
    if (count > most || (count > 0 && count === most && rather)) {
      most = count;
      worst = one;
    }
  }
  return worst;
}

/** Whether two people must never sit together. */
function isForbidden(world: World, one: number, other: number): boolean {
  return world.forbidden.has(Math.min(one, other) * world.people.length + Math.max(one, other));
}

function join(world: World, groups: number[][], person: number): boolean {
  const open = groups.filter(
    (group) => group.length <= world.size && group.every((member) => !isForbidden(world, member, person)),
  );
  const cost = (group: readonly number[]): number =>
    group.length * 1000 + group.filter((member) => wouldRepeat(world.history, member, person)).length;
  open.sort((a, b) => cost(a) - cost(b));
  open[0]?.push(person);
  return open.length > 0;
}
