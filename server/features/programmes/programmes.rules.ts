import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Programme, Wish } from '#contract/programmes.ts';
import { dayIn } from '#server/platform/clock.ts';
import { leadsAway, onOneLine } from '#server/platform/plain-text.ts';
import { isDue } from './membership/membership.rules.ts';
import type { ProgrammeCaller, ProgrammeRow } from './programmes.queries.ts';
import { nextDay, scheduleOf } from './rounds/schedule.rules.ts';

/** Organisations with fewer people get the next step alone. */
export const SMALL = 20;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

interface Linked {
  workspaceId: string;
  programmeId: string;
  version: number;
}

/** What a programme's link stands for. */
export const linkedOf = (workspaceId: string, row: Pick<ProgrammeRow, 'programme_id' | 'link_version'>): Linked => ({
  workspaceId,
  programmeId: row.programme_id,
  version: row.link_version,
});

function mark(secret: string, { workspaceId, programmeId, version }: Linked): Buffer {
  return createHmac('sha256', secret).update(`${workspaceId} ${programmeId} ${version}`).digest().subarray(0, 12);
}

/** The word in a programme's link; another version makes old links end. */
export const linkToken = (secret: string, linked: Linked): string =>
  Buffer.concat([bytesOf(linked.programmeId), mark(secret, linked)]).toString('base64url');

/** Which programme a link's word claims to open; whether it does is told by `opens`. */
export function claimedBy(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === 28 ? idOf(bytes.subarray(0, 16)) : null;
}

/** Whether a link's word opens a programme in its present version. */
export function opens(secret: string, token: string, linked: Linked): boolean {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === 28 && timingSafeEqual(bytes.subarray(16), mark(secret, linked));
}

export interface Access {
  isHost: boolean;
  isMember: boolean;
  isInvited: boolean;
  isSteward: boolean;
  audience: 'unit' | 'link' | 'everyone';
  unitId: string | null;
  /** The caller's units from the smallest up. */
  ownUnits: readonly string[];
}

/** Whether a programme is meant for somebody, apart from its link. */
export function isMeantFor({ audience, unitId, ownUnits, isInvited }: Access): boolean {
  if (isInvited || audience === 'everyone') return true;
  return audience === 'unit' && unitId !== null && ownUnits.includes(unitId);
}

/** Whether somebody may know of a programme at all. */
export const maySee = (access: Access): boolean =>
  access.isHost || access.isMember || access.isSteward || isMeantFor(access);

interface Progress {
  status: 'running' | 'paused' | 'ended';
  /** As it is told: null where few have joined. */
  joined: number | null;
  wasInvited: boolean;
  daysSinceRound: number | null;
}

export type NextStep = 'invite' | 'wait-for-joiners' | 'look-at-preview' | 'wait-for-answers' | 'resume' | 'ended';

/** What a host would best do next. */
export function nextStep({ status, joined, wasInvited, daysSinceRound }: Progress): NextStep {
  if (status !== 'running') return status === 'ended' ? 'ended' : 'resume';
  if (joined === null && daysSinceRound === null) return wasInvited ? 'wait-for-joiners' : 'invite';
  return daysSinceRound !== null && daysSinceRound < 7 ? 'wait-for-answers' : 'look-at-preview';
}

/** A name as it is kept; null where it is empty or reads like an address. */
export function plainName(name: string): string | null {
  const plain = onOneLine(name);
  return plain === '' || leadsAway(plain) ? null : plain;
}

function wishOf(row: ProgrammeRow): Wish | null {
  if (row.wish === 'subject' || row.wish === 'unit') return { kind: row.wish, text: row.wish_text ?? '' };
  return row.wish === null ? null : { kind: row.wish };
}

function membershipOf(row: ProgrammeRow, caller: ProgrammeCaller, next: string | null): Programme['membership'] {
  if (!row.joined_at || !row.rhythm || !row.part) return null;
  const standing = {
    status: caller.status,
    pausedUntil: caller.paused_until,
    rhythm: row.rhythm,
    isSkipping: row.skip_on !== null,
    wantsIn: row.in_on !== null,
    lastOn: row.member_last_on,
    ownRhythm: caller.rhythm,
    lastAnywhere: caller.last_anywhere,
  };
  return {
    joinedOn: dayIn(row.joined_at, row.timezone),
    rhythm: row.rhythm,
    part: row.part,
    isDue: next !== null && isDue(standing, next),
    isSkipping: row.skip_on !== null,
    wish: wishOf(row),
    unplacedOn: row.unplaced_on !== null && row.unplaced_on > (row.member_last_on ?? '') ? row.unplaced_on : null,
  };
}

/** A programme as its caller reads it, with their own part in it. */
export function programmeOf(row: ProgrammeRow, caller: ProgrammeCaller, now: Date): Programme {
  const nextOn = row.status === 'running' ? nextDay(scheduleOf(row), now, row.last_on) : null;
  return {
    id: row.programme_id,
    kind: row.kind,
    name: row.name,
    audience: row.audience,
    unit: row.unit_id && row.unit_name !== null ? { id: row.unit_id, name: row.unit_name } : null,
    size: row.size,
    rule: row.rule,
    cadence: row.cadence,
    weekday: row.weekday,
    drawTime: row.draw_time,
    timezone: row.timezone,
    status: row.status,
    nextOn,
    isHost: row.is_host,
    membership: membershipOf(row, caller, nextOn),
  };
}
