import { Temporal } from 'temporal-polyfill';
import type { Phrase } from '#contract/introductions.ts';
import { addDays } from '#server/platform/clock.ts';
import { type Chance, idOf } from './chance.rules.ts';
import type { Saying } from './sayings.rules.ts';
import type { StaffMember } from './staff.rules.ts';
import { ACQUIRED } from './teams.ts';

/** Two people met on a day. */
export interface Meeting {
  id: string;
  pair: [string, string];
  day: string;
}

/** A hello that waits; `isAnswered` where the receiver says yes once the organisation stands. */
export interface Greeting {
  id: string;
  fromId: string;
  toId: string;
  phrase: Phrase;
  daysAgo: number;
  isAnswered: boolean;
}

const MEETINGS = 600;
const SPAN = 180;

const isAcquired = (member: StaffMember): boolean => member.department === ACQUIRED.department;
const isWorkday = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek <= 5;

/** Whom somebody meets: mostly the own team and division; the acquired company keeps to itself. */
function otherFor(member: StaffMember, members: readonly StaffMember[], chance: Chance): StaffMember | undefined {
  const others = members.filter((each) => each.id !== member.id);
  if (isAcquired(member)) return chance.one(others.filter((each) => isAcquired(each) === chance.isTrue(0.97)));
  const near = others.filter((each) => !isAcquired(each));
  const turn = chance.between(1, 100);
  const circle = near.filter((each) =>
    turn <= 40
      ? each.unit === member.unit
      : turn <= 80
        ? each.division === member.division
        : each.division !== member.division,
  );
  return circle.length > 0 ? chance.one(circle) : undefined;
}

const pairOf = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

/** About six hundred meetings of the last six months, the earliest first. */
export function meetings(members: readonly StaffMember[], today: string, chance: Chance): Meeting[] {
  const found = new Map<string, Meeting>();
  const add = (one: StaffMember, other: StaffMember | undefined, day: string): void => {
    if (!other || one.joinedOn > day || other.joinedOn > day || !isWorkday(day)) return;
    const pair = pairOf(one.id, other.id);
    const name = `${pair.join()} ${day}`;
    found.set(name, { id: idOf('moment', name), pair, day });
  };
  const settled = members.filter(({ cast }) => cast?.part !== 'newcomer');
  for (const member of members.filter(({ cast }) => cast)) {
    const own = member.cast?.part === 'newcomer' ? [12, 11, 10] : [9, 10, 24, 25, 41, 43, 73, 76, 118, 121];
    for (const ago of own) add(member, otherFor(member, settled, chance), addDays(today, -ago));
  }
  while (found.size < MEETINGS) {
    const member = chance.one(settled);
    add(member, otherFor(member, settled, chance), addDays(today, -chance.between(1, SPAN)));
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const PHRASES: readonly Phrase[] = ['curious', 'work-near', 'learn-from', 'share-interest', 'coffee'];

/** For everybody one may enter as: two hellos that wait for them, one of theirs, and one that leads to an introduction. */
export function greetings(
  members: readonly StaffMember[],
  said: readonly Saying[],
  past: readonly Meeting[],
  chance: Chance,
): Greeting[] {
  const known = new Set(past.map(({ pair }) => pair.join()));
  const open = members.filter((member, index) => {
    const saying = said[index];
    return saying?.hellos === true && !saying.pausedUntil && !member.awayUntil && !member.cast;
  });
  return members
    .filter(({ cast }) => cast)
    .flatMap((member) => {
      const strangers = open.filter(
        (each) =>
          each.division !== member.division && !isAcquired(each) && !known.has(pairOf(each.id, member.id).join()),
      );
      const [a, b, c, d] = chance.some(strangers, 4);
      if (!a || !b || !c || !d) return [];
      const greet = (from: StaffMember, to: StaffMember, daysAgo: number, isAnswered = false): Greeting => ({
        id: idOf('hello', `${from.id} ${to.id}`),
        fromId: from.id,
        toId: to.id,
        phrase: to.cast?.part === 'newcomer' ? 'welcome' : chance.one(PHRASES),
        daysAgo,
        isAnswered,
      });
      const waiting = [greet(a, member, 1), greet(b, member, 3), greet(member, c, 2)];
      return [...waiting, greet(member, d, 4, true)];
    });
}
