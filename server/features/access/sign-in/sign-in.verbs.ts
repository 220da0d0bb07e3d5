import type { Language } from '#contract/common.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps, SignInDeps } from '../access.deps.ts';
import { selectAddress } from '../access.queries.ts';
import { plainAddress } from '../access.rules.ts';
import { askForCode, forgetOldCodes, type JoinWish, noCodeAsked, proveAddress } from '../codes/codes.verbs.ts';
import { knownBrowserOf, knownCookie } from '../cookies/known-browser.ts';
import { joinByLink } from '../entry/entry.verbs.ts';
import { followJoinLink } from '../entry/join-links.verbs.ts';
import { countHits, isUsedUp } from '../limits.verbs.ts';
import type { SessionRow } from '../sessions/sessions.queries.ts';
import * as rows from './sign-in.queries.ts';

/** The browser that asks. */
export interface Sender {
  headers: Headers;
}

export async function sendCode(
  deps: SignInDeps,
  { headers }: Sender,
  email: string,
  language: Language,
): Promise<string> {
  return (await askForCode(deps, { headers, email, language })).cookie;
}

/** Somebody who came by a join link. */
export interface Joining {
  token: string;
  name: string;
  email: string;
}

export async function askToJoin(
  deps: SignInDeps,
  { headers }: Sender,
  request: Joining,
  language: Language,
): Promise<string> {
  const email = plainAddress(request.email);
  const { domain } = await followJoinLink(deps, request.token);
  if (!email.endsWith(`@${domain}`)) fail('access.wrong-domain');
  if (await isUsedUp(deps, 'joinMailsPerDay', request.token)) fail('too-many-requests');
  const join = { token: request.token, name: request.name };
  const { cookie, isSent } = await askForCode(deps, { headers, email, language, join });
  if (isSent) await countHits(deps, 'joinMailsPerDay', request.token);
  return cookie;
}

export async function enterByCode(
  deps: AccessDeps,
  { headers }: Sender,
  email: string,
  code: string,
): Promise<string[]> {
  const proved = await proveAddress(deps, headers, { email, code });
  // Whoever joins is a person only once the code fitted.
  if (proved.join && proved.personId === null) await joinByLink(deps, proved.join, proved.email);
  return [...(await openSession(deps, proved, headers)), noCodeAsked(deps)];
}

export const enterAs = (deps: AccessDeps, email: string, headers: Headers = new Headers()): Promise<string[]> =>
  openSession(deps, { email: plainAddress(email), how: deps.sample ? 'sample' : 'set-up' }, headers);

/** An address that was proved to be somebody's. */
interface Entering {
  email: string;
  personId?: string | null;
  join?: JoinWish | undefined;
  /** How it was proved, if not by a code. */
  how?: SessionRow['how'];
}

async function openSession(
  deps: AccessDeps,
  { email, personId, join, how }: Entering,
  headers: Headers,
): Promise<string[]> {
  const { db, clock, people } = deps;
  await db.asSignIn(async (scope) => {
    const owner = await selectAddress(scope, email);
    await rows.freeAddress(scope, email, owner?.person_id ?? null);
  });
  const entered = (await deps.signIn.open(email, headers.get('user-agent') ?? '')) ?? fail('access.wrong-code');
  const address = (await db.asSignIn((scope) => selectAddress(scope, email))) ?? fail('access.wrong-code');
  const { workspace_id, person_id } = address;
  // The address may have moved in this very moment.
  if (personId && personId !== person_id) fail('access.wrong-code');
  await db.asSignIn(async (scope) => {
    // An import may move the address at this moment; it waits, or was first.
    if (!(await rows.holdAddressOwner(scope, email, person_id))) fail('access.wrong-code');
    await rows.bindUser(scope, entered.userId, { workspace_id, person_id }, clock.now());
    await rows.countSignIn(scope, entered.userId);
    await people.noteEntered(scope, person_id, clock.now());
    // A name that somebody typed is never thrown away, also where they were known already.
    if (join) await people.nameNewcomer(scope, person_id, join.name);
    if (how) await rows.markSession(scope, entered.token, how);
  }, workspace_id);
  return [...entered.cookies, knownCookie(deps, headers, person_id)];
}

export function becomeKnown(deps: AccessDeps, headers: Headers, who: Who): string | undefined {
  const isNew = who.sessionId !== null && knownBrowserOf(deps, headers, who.personId) === null;
  return isNew ? knownCookie(deps, headers, who.personId) : undefined;
}

export async function forgetCodes(deps: AccessDeps): Promise<void> {
  await forgetOldCodes(deps);
  await deps.signIn.forgetPassed();
}
