import { rarity, sameWord, sharedWords, wishMet } from '../aims/worth.ts';
import { findPair, wouldRepeat } from '../input/history.ts';
import type { Roster } from '../input/roster.ts';
import { boundaryKey } from '../input/units.ts';
import { shared } from '../input/words.ts';
import type { Reason } from './round-plan.ts';

const MOST_REASONS = 4;

/** Why a group sits together, strongest first; shared contacts may weigh but are never told. */
export function reasonsFor(roster: Roster, group: readonly number[]): Reason[] {
  const reasons: Reason[] = [];
  for (const [place, one] of group.entries()) {
    for (const other of group.slice(place + 1)) reasons.push(...personalReasons(roster, one, other));
  }
  reasons.push(...sharedInterests(roster, group), ...boundaryReasons(roster, group));
  const site = roster.people[group[0]].site;
  if (site !== undefined && group.every((person) => sameWord(site, roster.people[person].site))) {
    reasons.push({ code: 'same-site', site });
  }
  reasons.push(...meetingReasons(roster, group));
  const distinct = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...distinct.values()].slice(0, MOST_REASONS);
}

function personalReasons(roster: Roster, a: number, b: number): Reason[] {
  const one = roster.people[a];
  const other = roster.people[b];
  const wishes = [wishMet(one, other), wishMet(other, one)].filter((subject) => subject !== '');
  const subjects = [...sharedWords(one.asks, other.offers), ...sharedWords(other.asks, one.offers)];
  return [
    ...wishes.map((subject): Reason => ({ code: 'wish', subject })),
    ...subjects.map((subject): Reason => ({ code: 'ask-offer', subject })),
    ...sharedWords(one.intentions, other.intentions).map(
      (intention): Reason => ({ code: 'shared-intention', intention }),
    ),
  ];
}

/** Interests that two or more share, rarest first; what everybody shares is no reason unless nothing else is. */
function sharedInterests(roster: Roster, group: readonly number[]): Reason[] {
  const common = new Set<number>();
  for (const [place, one] of group.entries()) {
    for (const other of group.slice(place + 1)) {
      for (const interest of shared(roster.words.interests, one, other)) common.add(interest);
    }
  }
  return [...common]
    .sort((a, b) => rarity(roster, b) - rarity(roster, a) || a - b)
    .slice(0, 2)
    .map((interest) => ({
      code: 'shared-interest',
      interest: spellingOf(roster, group, interest),
    }));
}

/** An interest as somebody of the group writes it. */
function spellingOf(roster: Roster, group: readonly number[], interest: number): string {
  const written = group.flatMap((person) => roster.people[person].interests ?? []);
  return written.find((word) => roster.words.numberOf(word) === interest)?.trim() ?? '';
}

function boundaryReasons(roster: Roster, group: readonly number[]): Reason[] {
  const fresh: Reason[] = [];
  const across: Reason[] = [];
  for (const [place, one] of group.entries()) {
    for (const other of group.slice(place + 1)) {
      const boundary = boundaryKey(roster.unit, one, other);
      if (boundary < 0) continue;
      const names = [one, other].map((person) => roster.unitName[roster.unit[person]]).sort();
      const units = [names[0], names[1]] as const;
      if (roster.unitTies.has(boundary)) across.push({ code: 'across-units', units });
      else fresh.push({ code: 'new-boundary', units });
    }
  }
  return fresh.length > 0 ? fresh.slice(0, 1) : across.slice(0, 1);
}

function meetingReasons(roster: Roster, group: readonly number[]): Reason[] {
  const repeats: Reason[] = [];
  for (const [place, one] of group.entries()) {
    for (const other of group.slice(place + 1)) {
      if (!wouldRepeat(roster.history, one, other)) continue;
      const { pairs } = roster.history;
      repeats.push({
        code: 'met-longest-ago',
        date: pairs.dates[pairs.last[findPair(pairs, one, other)]],
      });
    }
  }
  return repeats.length > 0 ? repeats.slice(0, 1) : [{ code: 'first-meeting' }];
}
