import type { Invitation } from '#contract/access.ts';

const DAY = 86_400_000;

/** An invitation is written so often at the most. */
export const MOST_TIMES = 5;
/** Those of the directory are reminded after a week, and twice at the most. */
export const REMIND = { after: 7 * DAY, times: 3 } as const;

export interface Invited {
  enteredAt: Date | null;
  sentAt: Date | null;
  times: number;
  /** What became of the last mail; undefined where its row is gone. */
  fate: string | undefined;
}

/** What an invitation has come to. */
export function stateOf({ enteredAt, sentAt, fate }: Invited): Invitation['state'] {
  if (enteredAt) return 'joined';
  if (!sentAt) return 'added';
  if (fate === 'bounced' || fate === 'failed') return 'bounced';
  if (fate === 'cancelled') return 'not-sent';
  if (fate === 'written') return 'written';
  return fate === 'queued' || fate === 'claimed' || fate === 'held' ? 'waiting' : 'invited';
}

/** Whether an invitation may be written again: a day later, or at once where the last one came back. */
export function mayAgain(invited: Invited, now: Date): boolean {
  const state = stateOf(invited);
  if (state === 'added') return true;
  if (state === 'joined' || state === 'waiting' || invited.times >= MOST_TIMES) return false;
  return state !== 'invited' || now.getTime() - (invited.sentAt?.getTime() ?? 0) >= DAY;
}

/** The key of the mail, of which each time has its own. */
export const mailKey = (personId: string, times: number): string =>
  times === 1 ? `invitation:${personId}` : `invitation:${personId}:${times}`;
