import { wouldRepeat } from '../input/history.ts';
import type { Roster } from '../input/roster.ts';
import { isSameUnit } from './certificate.ts';
import type { Placement } from './placement.ts';
import { reasonsFor } from './reasons.ts';
import type { LeftOut, PlannedGroup } from './round-plan.ts';

/** Groups and left-out people by id, in the order of ids. */
export function describeRound(roster: Roster, placement: Placement): { groups: PlannedGroup[]; leftOut: LeftOut[] } {
  const idOf = (person: number): string => roster.people[person].id;
  const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const groups = placement.groups.map((group) => ({
    members: group.map(idOf).sort(byId),
    reasons: reasonsFor(roster, group),
    repeat: anyPair(group, (one, other) => wouldRepeat(roster.history, one, other)),
    sameUnit: anyPair(group, (one, other) => isSameUnit(roster, one, other)),
  }));
  groups.sort((a, b) => byId(a.members[0], b.members[0]));
  const reason = roster.people.length === 1 ? 'alone' : 'boundaries';
  const leftOut = placement.left.map((person): LeftOut => ({ id: idOf(person), reason }));
  return { groups, leftOut: leftOut.sort((a, b) => byId(a.id, b.id)) };
}

function anyPair(group: readonly number[], test: (one: number, other: number) => boolean): boolean {
  return group.some((one, place) => group.slice(place + 1).some((other) => test(one, other)));
}
