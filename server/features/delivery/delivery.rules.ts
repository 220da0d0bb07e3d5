import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

const OPENS = 7;
const CLOSES = 20;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

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
  if (/^SMTP \d{3}$/.test(error.message)) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  return /^[A-Z_]{2,20}$/.test(code) ? code : error.name.slice(0, 40);
}

interface Ids {
  workspaceId: string;
  personId: string;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const sign = (secret: string, body: Buffer) => createHmac('sha256', secret).update(body).digest().subarray(0, 16);

/** The word in a mail's link that lets its receiver, signed in or not, turn mail off. */
export function stopToken(secret: string, { workspaceId, personId }: Ids): string {
  const body = Buffer.concat([bytesOf(workspaceId), bytesOf(personId)]);
  return Buffer.concat([body, sign(secret, body)]).toString('base64url');
}

/** Whom a link's word speaks of; null where we did not write it. */
export function readStopToken(secret: string, token: string): Ids | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 48 || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, 32);
  if (!timingSafeEqual(sign(secret, body), bytes.subarray(32))) return null;
  return { workspaceId: idOf(body.subarray(0, 16)), personId: idOf(body.subarray(16)) };
}
