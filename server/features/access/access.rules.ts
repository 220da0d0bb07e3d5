import { createHash } from 'node:crypto';
import { emailOf } from '#contract/email.ts';

/** How often something may happen within a time. */
export interface Limit {
  most: number;
  /** Length of the window in milliseconds. */
  within: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const LIMITS = {
  /** Codes to a private address, and tries at one: by the person who is signed in, who alone feels it. */
  privateCodes: { most: 5, within: 15 * MINUTE },
  privateCodesPerDay: { most: 20, within: DAY },
  privateTries: { most: 10, within: 15 * MINUTE },
  /** Mails by one join link; its steward can make another. */
  joinMailsPerDay: { most: 10_000, within: DAY },
  /** The sample organisation alone. */
  sampleEntries: { most: 600, within: 15 * MINUTE },
  sampleResets: { most: 10, within: 15 * MINUTE },
  mailCodeTries: { most: 10, within: 60 * MINUTE },
  mailTests: { most: 10, within: 15 * MINUTE },
  mailTestsPerDay: { most: 60, within: 24 * 60 * MINUTE },
  directoryInvitations: { most: 10, within: DAY },
  invitationsPerDay: { most: 1_000, within: DAY },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** The start of the window in which `now` falls. */
export const windowStart = (now: Date, limit: Limit): Date =>
  new Date(Math.floor(now.getTime() / limit.within) * limit.within);

/** SHA-256 in hex: what is stored instead of addresses and tokens. */
export const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Addresses compare by the one rule for them; what is none, without case and blanks around. */
export const plainAddress = (email: string): string => emailOf(email) ?? email.trim().toLowerCase();

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
  givenAt: Date;
  isConfirmed: boolean;
  /** Who proposed that a works-council role ends, and when. */
  end: { by: string; at: Date } | null;
}

export const isSteward = (grants: readonly Grant[], personId: string): boolean =>
  grants.some((grant) => grant.personId === personId && grant.role === 'steward');

/** Why a role may not be given, if it may not. */
export function whyNotGive(grants: readonly Grant[], personId: string): 'access.not-both-roles' | undefined {
  return grants.some((grant) => grant.personId === personId) ? 'access.not-both-roles' : undefined;
}

/** For so long nobody is a second person beside those who made them. */
export const MADE_FOR = 30 * 24 * 60 * MINUTE;

/** Somebody added, invited, let in by a link, given an address or made steward; the maker is null where they are gone. */
export interface Making {
  person: string;
  maker: string | null;
}

/** Whoever is tied to a person by making, in either direction and over others. A maker who is gone may have been this one. */
export function circleOf(personId: string, makings: readonly Making[]): Set<string> {
  const ties = new Map<string, string[]>();
  const tie = (one: string, other: string) => ties.set(one, [...(ties.get(one) ?? []), other]);
  for (const { person, maker } of makings) {
    tie(person, maker ?? personId);
    tie(maker ?? personId, person);
  }
  const circle = new Set([personId]);
  for (const each of circle) for (const other of ties.get(each) ?? []) circle.add(other);
  return circle;
}

/** What waits for a second person: a works-council role, or its end. */
export interface RoleProposal {
  by: string;
  at: Date;
  whom: string;
}

export interface RoleConfirmer {
  personId: string;
  firstSignIn: Date | null;
  /** Who gave them a role in the last 30 days. */
  givenBy: readonly string[];
}

export type WhyNotSecond = 'access.two-people' | 'access.signed-in-later' | 'access.same-making';

/** Why somebody is no second person beside the proposer, if they are none. */
export function whyNotSecond(
  proposal: RoleProposal,
  candidate: RoleConfirmer,
  circle: ReadonlySet<string>,
): WhyNotSecond | undefined {
  const { personId, firstSignIn, givenBy } = candidate;
  if (personId === proposal.by || personId === proposal.whom) return 'access.two-people';
  if (circle.has(personId) || givenBy.some((giver) => circle.has(giver))) return 'access.same-making';
  return firstSignIn && firstSignIn < proposal.at ? undefined : 'access.signed-in-later';
}

export interface WaitingProposal extends RoleProposal {
  what: 'role' | 'end';
}

/** What waits for a second person to confirm; undefined where nothing does. */
export function waiting(grant: Grant | undefined): WaitingProposal | undefined {
  if (grant?.role !== 'works-council') return undefined;
  if (!grant.isConfirmed) return { what: 'role', by: grant.givenBy, at: grant.givenAt, whom: grant.personId };
  return grant.end ? { what: 'end', ...grant.end, whom: grant.personId } : undefined;
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
