import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { OutboxStatus } from '#server/migrations/tables.ts';
import type { Secrets } from '#server/platform/secrets.ts';
import { Refused } from '#server/ports/channel.ts';
import type { Notice, Notices } from './delivery.deps.ts';
import type { Because } from './delivery.messages.ts';
import { BUSY_FOR } from './queue/queue.rules.ts';

const OPENS = 7;
const CLOSES = 20;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Rows of one statement; PostgreSQL takes 65,535 values. */
export const TOLD_AT_ONCE = 5000;
/** A claim older than this was left by a process that ended. */
export const STALE_AFTER = 10 * MINUTE;
/** For so long one press brings mail back without signing in. */
export const UNDO_WITHIN = 7 * DAY;
/** What a mail said is forgotten after so long. */
export const FORGET_AFTER = 30 * DAY;

// Minutes to the next try, by the number of tries so far; past the end it has failed.
const PAUSES = [1, 5, 30, 120, 480, 720];

/** When to try again after `attempts` tries, or null where it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * MINUTE);
}

/** How long a sign-in code holds, and the longer one. */
export const CODE_HOLDS = 10 * MINUTE;
export const LONG_CODE_HOLDS = 60 * MINUTE;

/** Pauses between tries to send a code, whose sum stays below the time that it holds; null for no further try. */
export function* codePauses(holds: number): Generator<number | null> {
  let [pause, passed] = [3000, 0];
  while (passed + pause < holds) {
    yield pause;
    passed += pause;
    pause = Math.min(2 * pause, MINUTE / 2);
  }
  yield null;
}

/** When to try a receiver again who was busy; null where that has gone on for days. */
export function nextTryOfBusy(attempts: number, since: Date, now: Date): Date | null {
  if (now.getTime() - since.getTime() >= BUSY_FOR) return null;
  return new Date(now.getTime() + (PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? 1) * MINUTE);
}

/** Null between 07:00 and 20:00 in the receiver's zone, else the next 07:00 there. */
export function opensAt(now: Date, zone: string): Date | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  if (local.hour >= OPENS && local.hour < CLOSES) return null;
  const day = local.hour < OPENS ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: { hour: OPENS } }).epochMilliseconds);
}

/** What is said of a try that went wrong: codes only, never an address or a text. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof Refused) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  return /^[A-Z_]{2,20}$/.test(code) ? code : error.name.slice(0, 40);
}

/** What a stored message is called; nothing once it is forgotten. */
export function subjectOf(message: unknown): string {
  return typeof message === 'object' && message && 'subject' in message ? String(message.subject) : '';
}

export const hasNotice = (notices: Notices, kind: string): boolean => Object.hasOwn(notices, kind);

/** The notice of a kind; rows of a kind that no feature tells any more may still wait. */
export const noticeOf = (notices: Notices, kind: string): Notice => (hasNotice(notices, kind) && notices[kind]) || {};

/** What became of a message; 'written' is to a folder, not sent. */
export type Fate = OutboxStatus | 'written';

export const fateOf = ({ status, channel }: { status: OutboxStatus; channel: string | null }): Fate =>
  status === 'sent' && channel === 'eml' ? 'written' : status;

/** Why a message comes. */
export const becauseOf = ({ because }: Notice): Because => because ?? 'directory';

interface Ids {
  workspaceId: string;
  personId: string;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Signs the links that turn mail off. */
export const stopSecret = (secrets: Pick<Secrets, 'derive'>): string => secrets.derive('stop-mail');

const sign = (secret: string, body: Buffer) => createHmac('sha256', secret).update(body).digest().subarray(0, 16);

/** The word in a mail's link that lets its receiver, signed in or not, turn mail off; it bears when it was written. */
export function stopToken(secret: string, { workspaceId, personId, at }: Ids & { at: Date }): string {
  const when = Buffer.alloc(6);
  when.writeUIntBE(at.getTime(), 0, 6);
  const body = Buffer.concat([bytesOf(workspaceId), bytesOf(personId), when]);
  return Buffer.concat([body, sign(secret, body)]).toString('base64url');
}

/** Whom a link's word speaks of, and which one it is; null where we did not write it. */
export function readStopToken(secret: string, token: string): (Ids & { link: string }) | null {
  const bytes = Buffer.from(token, 'base64url');
  // Links of before bear no instant: they turn mail off, and bring it back only if they did.
  if (![48, 54].includes(bytes.length) || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, -16);
  if (!timingSafeEqual(sign(secret, body), bytes.subarray(-16))) return null;
  const link = body.subarray(32).toString('hex') || 'before';
  return { workspaceId: idOf(body.subarray(0, 16)), personId: idOf(body.subarray(16, 32)), link };
}
