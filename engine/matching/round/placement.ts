import { wouldRepeat } from '../input/history.ts';
import { isForbidden, type Roster } from '../input/roster.ts';

/** Groups as lists of people by index, and those who could not be placed. */
export interface Placement {
  groups: number[][];
  left: number[];
}

/** Undoes forbidden company after the fact: the fewest people step out, and join another group where they may. */
export function keepApart(roster: Roster, groups: readonly (readonly number[])[]): Placement {
  const placement: Placement = { groups: [], left: [] };
  const loose: number[] = [];
  for (const group of groups) {
    const members = [...group];
    for (let worst = mostForbidden(roster, members); worst !== -1; worst = mostForbidden(roster, members)) {
      loose.push(...members.splice(members.indexOf(worst), 1));
    }
    if (members.length < 2) loose.push(...members);
    else placement.groups.push(members);
  }
  for (const person of loose.sort((a, b) => a - b)) {
    if (!join(roster, placement.groups, person)) placement.left.push(person);
  }
  return placement;
}

/** The member with most forbidden company, −1 when there is none; among equals the one less often left out. */
function mostForbidden(roster: Roster, members: readonly number[]): number {
  let worst = -1;
  let most = 0;
  for (const one of members) {
    const count = members.filter((other) => isForbidden(roster, one, other)).length;
    const { turnRank } = roster.history;
    if (count > most || (worst !== -1 && count === most && turnRank[one] < turnRank[worst])) {
      most = count;
      worst = one;
    }
  }
  return worst;
}

function join(roster: Roster, groups: number[][], person: number): boolean {
  const open = groups.filter(
    (group) => group.length <= roster.size && group.every((member) => !isForbidden(roster, member, person)),
  );
  const cost = (group: readonly number[]): number =>
    group.length * 1000 + group.filter((member) => wouldRepeat(roster.history, member, person)).length;
  open.sort((a, b) => cost(a) - cost(b));
  open.at(0)?.push(person);
  return open.length > 0;
}
