import { Temporal } from 'temporal-polyfill';
import type { Rhythm } from '#contract/programmes.ts';

/** Days since the last round from which on somebody is due again; a day early is still their rhythm. */
const PAUSE_OF: Record<Rhythm | 'weekly', number> = {
  every: 0,
  asked: 0,
  weekly: 6,
  fortnightly: 13,
  monthly: 27,
  quarterly: 83,
};
/** For how long somebody counts as new, in days. */
export const NEW_FOR = 90;

/** What decides whether a member takes part in a round on a day. */
export interface Standing {
  status: string;
  pausedUntil: string | null;
  rhythm: Rhythm;
  isSkipping: boolean;
  wantsIn: boolean;
  /** The last round of this programme. */
  lastOn: string | null;
  /** Own rhythm over all programmes, and the last round of any. */
  ownRhythm: 'weekly' | 'fortnightly' | 'monthly' | 'quarterly' | null;
  lastAnywhere: string | null;
}

const daysSince = (last: string | null, on: string): number =>
  last === null ? Number.POSITIVE_INFINITY : Temporal.PlainDate.from(last).until(Temporal.PlainDate.from(on)).days;

/** Active, not paused, not skipping, and due by the own rhythm, here and over all programmes. */
export function isDue(member: Standing, on: string): boolean {
  if (member.status !== 'active' || member.isSkipping) return false;
  if (member.pausedUntil !== null && member.pausedUntil >= on) return false;
  if (member.rhythm === 'asked' && !member.wantsIn) return false;
  if (daysSince(member.lastOn, on) < PAUSE_OF[member.rhythm]) return false;
  return member.ownRhythm === null || daysSince(member.lastAnywhere, on) >= PAUSE_OF[member.ownRhythm];
}

/** Whether somebody still counts as new on a day; without a joining day, from the day they took part on. */
export function isNewcomer(joinedOn: string | null, takingPartSince: string, on: string): boolean {
  return daysSince(joinedOn ?? takingPartSince, on) <= NEW_FOR;
}
