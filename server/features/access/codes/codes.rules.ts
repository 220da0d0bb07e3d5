import { createHmac, timingSafeEqual } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, LONG_CODE_LENGTH, LONG_CODE_SIGN } from '#contract/sign-in-code.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What one address gets. None of these counts requests: only mails that left, and wrong codes. */
export const BUDGET = {
  /** How often a code may be mistyped. */
  tries: 5,
  /** How long a code works. */
  holds: 10 * MINUTE,
  /** How long the longer code works that ends a flood of asking. */
  longHolds: HOUR,
  /** Mails with codes of their own to one address, whoever asked. */
  anybody: { perHour: 5, perDay: 15 },
  /** The same for a browser that signed in as that person before; apart from all others. */
  knownBrowser: { perHour: 10, perDay: 30 },
} as const;

/** Codes that were sent to an address before. */
export interface Sent {
  lastHour: number;
  lastDay: number;
  /** Until when a longer code works that is on its way already. */
  longUntil: Date | null;
}

/** Which code an asking browser gets: its own, a longer one for all that ask, or none since one is there already. */
export function codeFor(sent: Sent, isKnownBrowser: boolean, now: Date): 'browser' | 'any' | 'none' {
  const { perHour, perDay } = isKnownBrowser ? BUDGET.knownBrowser : BUDGET.anybody;
  if (sent.lastHour < perHour && sent.lastDay < perDay) return 'browser';
  const left = (sent.longUntil?.getTime() ?? 0) - now.getTime();
  return left < BUDGET.holds ? 'any' : 'none';
}

/** A new code, from bytes of chance; 32 letters make every byte fair. */
export function randomCode(random: (bytes: number) => Uint8Array, reach: 'browser' | 'any'): string {
  const sign = reach === 'any' ? LONG_CODE_SIGN : '';
  const length = (reach === 'any' ? LONG_CODE_LENGTH : CODE_LENGTH) - sign.length;
  return sign + [...random(length)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}

/** What is kept instead of a code or an address: worthless to whoever reads the database alone. */
export const fingerprint = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

/** Compares fingerprints in the same time, whatever they are; a missing one never fits. */
export function fits(wanted: string | undefined, typed: string): boolean {
  const [one, two] = [Buffer.from(wanted ?? '', 'hex'), Buffer.from(typed, 'hex')];
  return timingSafeEqual(one.length === two.length ? one : Buffer.alloc(two.length), two) && one.length === two.length;
}

const SLOTS = 64;

/** The row that is written where nothing is sent, so that both take the same work: one of 64. */
export function idleSlot(addressHash: string): string {
  const slot = (Number.parseInt(addressHash.slice(0, 8), 16) % SLOTS).toString(16).padStart(12, '0');
  return `00000000-0000-4000-8000-${slot}`;
}
