import { Refused } from '#server/ports/channel.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** How fast mail may leave. */
export interface Pace {
  /** Nothing leaves before. */
  nextAt: Date;
  /** From one message to the next; 0 is full speed. */
  gapMs: number;
  /** How often in a row the server took nothing at all. */
  failures: number;
}

// Messages side by side at full speed; most of the time one waits for the server.
const AT_ONCE = 8;

/** How many messages may be under way: one alone where the server was in trouble or asked for patience. */
export const widthOf = ({ gapMs, failures }: Pace): number => (gapMs > 0 || failures > 0 ? 1 : AT_ONCE);

/** What follows from a message that was not taken. */
export type Verdict =
  /** The server's fault: all mail waits, no try is counted. */
  | 'hold'
  /** Too fast for the server: slower, no try is counted. */
  | 'slow'
  /** Not now for this receiver: tried again for days. */
  | 'busy'
  /** This address is refused for good. */
  | 'bounced'
  /** This message is refused for good. */
  | 'failed'
  /** The line broke with this message: tried again some times. */
  | 'again'
  /** It may have arrived: never sent again. */
  | 'doubtful';

const ASKS_FOR_PATIENCE = [421, 432];

/** Whose fault it is that a message was not taken. */
export function verdictOf(error: unknown, isHandedOver: boolean): Verdict {
  if (!(error instanceof Refused)) return isHandedOver ? 'doubtful' : 'again';
  const { stage, reply } = error;
  if (reply >= 400 && reply < 500)
    return error.isBeforeReceivers || ASKS_FOR_PATIENCE.includes(reply) ? 'slow' : 'busy';
  if (error.isBeforeReceivers) return 'hold';
  if (reply === 0) return 'again';
  return stage === 'receiver' ? 'bounced' : 'failed';
}

/** A receiver who is busy for so long has a mailbox that takes nothing. */
export const BUSY_FOR = 3 * DAY;

// Until the server is asked again, by how often in a row it took nothing.
const HOLDS = [50, 50, 50, 50, 110, 110, 290];
// Wrong passwords too often lock an account.
const SIGN_IN_HOLDS = [50, 110, 290, 590, 890];

const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds);

/** The pace after the server took nothing at all. */
export function afterTrouble(pace: Pace, stage: string, now: Date): Pace {
  const holds = stage === 'sign-in' ? SIGN_IN_HOLDS : HOLDS;
  const seconds = holds[Math.min(pace.failures, holds.length - 1)] ?? 0;
  return { ...pace, failures: pace.failures + 1, nextAt: later(now, seconds * SECOND) };
}

const SLOWEST = 30 * SECOND;

/** The pace after the server asked for patience: twice the gap, and a pause first. */
export function afterSlow(pace: Pace, now: Date): Pace {
  const gapMs = pace.gapMs === 0 ? SECOND : Math.min(2 * pace.gapMs, SLOWEST);
  return { ...pace, failures: 0, gapMs, nextAt: later(now, Math.max(20 * SECOND, 10 * gapMs)) };
}

/** The pace after one receiver was busy: it may be the server's way to ask for patience. */
export function afterBusy(pace: Pace, now: Date): Pace {
  const gapMs = Math.max(pace.gapMs, Math.min(pace.gapMs * 1.5 || SECOND, 4 * SECOND));
  return { ...pace, failures: 0, gapMs, nextAt: later(now, gapMs) };
}

/** So many messages in a row make it faster again. */
export const STREAK = 20;

/** The pace after a streak of messages that were taken. */
export function afterStreak(pace: Pace): Pace {
  const gapMs = Math.round(pace.gapMs * 0.7);
  return { ...pace, gapMs: gapMs < SECOND / 2 ? 0 : gapMs };
}
