import { createHmac, timingSafeEqual } from 'node:crypto';
import { leadsAway, onOneLine } from '#server/platform/plain-text.ts';

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

function mark(secret: string, { workspaceId, programmeId, version }: Linked): Buffer {
  return createHmac('sha256', secret).update(`${workspaceId} ${programmeId} ${version}`).digest().subarray(0, 12);
}

/** The word in a programme's link; another version makes old links end. */
export const linkToken = (secret: string, of: Linked): string =>
  Buffer.concat([bytesOf(of.programmeId), mark(secret, of)]).toString('base64url');

/** Which programme a link's word claims to open; whether it does is told by `opens`. */
export function claimedBy(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === 28 ? idOf(bytes.subarray(0, 16)) : null;
}

/** Whether a link's word opens a programme in its present version. */
export function opens(secret: string, token: string, of: Linked): boolean {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === 28 && timingSafeEqual(bytes.subarray(16), mark(secret, of));
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

/** What a host would best do next. */
export function nextStep(of: {
  status: 'running' | 'paused' | 'ended';
  /** As it is told: null where few have joined. */
  joined: number | null;
  wasInvited: boolean;
  audience: 'unit' | 'link' | 'everyone';
  daysSinceRound: number | null;
}): 'invite' | 'wait-for-joiners' | 'look-at-preview' | 'wait-for-answers' | 'resume' | 'ended' {
  if (of.status !== 'running') return of.status === 'ended' ? 'ended' : 'resume';
  if (of.joined === null && of.daysSinceRound === null) return of.wasInvited ? 'wait-for-joiners' : 'invite';
  return of.daysSinceRound !== null && of.daysSinceRound < 7 ? 'wait-for-answers' : 'look-at-preview';
}

/** A name as it is kept; null where it is empty or could be taken for a web or email address. */
export function plainName(name: string): string | null {
  const plain = onOneLine(name);
  return plain === '' || leadsAway(plain) ? null : plain;
}
