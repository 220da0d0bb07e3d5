import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '#engine/matching/matching.ts';
import type { Note } from '#server/features/delivery/delivery.ts';
import { addDays } from '#server/platform/clock.ts';
import { didYouMeetNote, roundIntroductionNote } from '../notices/notes.rules.ts';

const OPENS = 8;
const CLOSES = 16;
/** How many days after a round "did you meet?" is asked. */
const ASKED_AFTER = 7;

const seedOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);

/** A number from 0 to 1 that two ids always give again. */
export const fractionOf = (one: string, other: string): number => ((seedOf(one) ^ seedOf(other)) >>> 0) / 2 ** 32;

/**
 * Instants spread over a receiver's own day ('YYYY-MM-DD', 08:00 to 16:00 in a zone), never before `now`;
 * the edges of each day are found once a zone.
 */
export function spreadOver(day: string, now: Date): (zone: string, chance: number) => Date {
  const edges = new Map<string, readonly [number, number]>();
  const date = Temporal.PlainDate.from(day);
  const at = (zone: string, hour: number) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
  return (zone, chance) => {
    const known = edges.get(zone) ?? ([Math.max(at(zone, OPENS), now.getTime()), at(zone, CLOSES)] as const);
    edges.set(zone, known);
    const [from, until] = known;
    return new Date(from + Math.floor(Math.max(0, until - from) * chance));
  };
}

export type RoundNotes = (id: string, member: { person_id: string; zone: string }) => Note[];

/** What each member of a round is told, by their own day: the introduction, and a week later one question. */
export function roundNotes(roundOn: string, now: Date): RoundNotes {
  const introduced = spreadOver(roundOn, now);
  const asked = spreadOver(addDays(roundOn, ASKED_AFTER), now);
  return (id, { person_id, zone }) => {
    const chance = fractionOf(id, person_id);
    return [
      roundIntroductionNote(id, person_id, introduced(zone, chance)),
      didYouMeetNote(id, person_id, asked(zone, chance)),
    ];
  };
}

/** What somebody said of an introduction, as far as it counts. */
export interface MemberFeedback {
  answer: 'met' | 'not-yet' | 'cannot' | null;
  again: boolean | null;
  swapped: boolean;
}

/** An introduction as history sees it. */
export interface Past {
  memberIds: readonly string[];
  leftIds: readonly string[];
  date: string;
}

const NOTHING: MemberFeedback = { answer: null, again: null, swapped: false };

function outcomeOf(one: MemberFeedback, other: MemberFeedback, hasLeft: boolean): Meeting['outcome'] | null {
  if (one.again && other.again) return 'again';
  if (one.answer === 'met' || other.answer === 'met') return 'met';
  // A swap counts as "can't this time": not the same two at once again.
  if ([one, other].some(({ answer, swapped }) => answer === 'cannot' || swapped)) return 'cannot';
  if (one.answer === 'not-yet' || other.answer === 'not-yet') return 'not-yet';
  return hasLeft ? null : 'met';
}

/** Every pair of an introduction with what came of it; no answer counts as met, who left was no pair. */
export function meetingsOf(
  { memberIds, leftIds, date }: Past,
  said: ReadonlyMap<string, MemberFeedback> | undefined,
): Meeting[] {
  return memberIds.flatMap((a, place) =>
    memberIds.slice(place + 1).flatMap((b): Meeting[] => {
      const hasLeft = leftIds.includes(a) || leftIds.includes(b);
      const outcome = outcomeOf(said?.get(a) ?? NOTHING, said?.get(b) ?? NOTHING, hasLeft);
      return outcome ? [{ a, b, date, outcome }] : [];
    }),
  );
}
