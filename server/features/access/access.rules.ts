import { createHash } from 'node:crypto';

/** How often something may happen within a time. */
export interface Limit {
  most: number;
  /** Length of the window in milliseconds. */
  within: number;
}

const MINUTE = 60_000;

export const LIMITS = {
  codesPerSender: { most: 20, within: 15 * MINUTE },
  codesPerReceiver: { most: 5, within: 15 * MINUTE },
  codesPerWorkspace: { most: 2_000, within: 15 * MINUTE },
  triesPerReceiver: { most: 10, within: 15 * MINUTE },
  triesPerSender: { most: 60, within: 15 * MINUTE },
  setUpTries: { most: 10, within: 15 * MINUTE },
  privateCodes: { most: 5, within: 15 * MINUTE },
  privateTries: { most: 10, within: 15 * MINUTE },
  invitationsPerDay: { most: 1_000, within: 24 * 60 * MINUTE },
} as const satisfies Record<string, Limit>;

/** The start of the window in which `now` falls. */
export const windowStart = (now: Date, limit: Limit): Date =>
  new Date(Math.floor(now.getTime() / limit.within) * limit.within);

/** SHA-256 in hex: what is stored instead of addresses and tokens. */
export const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Addresses compare without case and blanks around. */
export const plainAddress = (email: string): string => email.trim().toLowerCase();

/** A readable name from an address: 'ana.sousa@…' becomes 'Ana Sousa'. */
export function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter((word) => /\p{L}/u.test(word));
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name || email;
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Windows/, 'Windows'],
  [/Linux/, 'Linux'],
];

/** 'Firefox · Linux' from a user agent, '' where nothing is known. */
export function deviceOf(userAgent: string | null | undefined): string {
  const first = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(' · ');
}

export interface JoinToken {
  workspaceId: string;
  secret: string;
}

/** A join token names its workspace, so that it can be looked up within it. */
export const joinTokenText = ({ workspaceId, secret }: JoinToken): string => `${workspaceId}.${secret}`;

/** Reads a join token; undefined for anything else. */
export function readJoinToken(text: string): JoinToken | undefined {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{32})$/.exec(text);
  return match?.[1] && match[2] ? { workspaceId: match[1], secret: match[2] } : undefined;
}

export interface Grant {
  personId: string;
  role: 'steward' | 'works-council';
  givenBy: string;
  isConfirmed: boolean;
}

export const isSteward = (grants: readonly Grant[], personId: string): boolean =>
  grants.some((grant) => grant.personId === personId && grant.role === 'steward');

/** Why a role may not be given, if it may not. */
export function whyNotGive(grants: readonly Grant[], personId: string): 'access.not-both-roles' | undefined {
  return grants.some((grant) => grant.personId === personId) ? 'access.not-both-roles' : undefined;
}

/** A works-council role is confirmed by a second steward, or by somebody confirmed before; never by who gave it or gets it. */
export function whyNotConfirm(
  grants: readonly Grant[],
  personId: string,
  by: string,
): 'not-found' | 'access.two-people' | undefined {
  const open = grants.find(
    (grant) => grant.personId === personId && grant.role === 'works-council' && !grant.isConfirmed,
  );
  if (!open) return 'not-found';
  const isEntitled = grants.some((grant) => grant.personId === by && (grant.role === 'steward' || grant.isConfirmed));
  return isEntitled && by !== open.givenBy && by !== personId ? undefined : 'access.two-people';
}

/** The last steward stays. */
export function whyNotTake(
  grants: readonly Grant[],
  personId: string,
  role: Grant['role'],
): 'not-found' | 'access.needs-steward' | undefined {
  if (!grants.some((grant) => grant.personId === personId && grant.role === role)) return 'not-found';
  const stewards = grants.filter((grant) => grant.role === 'steward');
  return role === 'steward' && stewards.length < 2 ? 'access.needs-steward' : undefined;
}
