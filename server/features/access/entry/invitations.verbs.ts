import type { Invitation, Invitations } from '#contract/access.ts';
import type { Note } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import { forgetSignIn } from '../identities.verbs.ts';
import { holdsAnyRole } from '../roles/roles.verbs.ts';
import { invitation } from './entry.messages.ts';
import { selectInviting } from './entry.queries.ts';
import * as rows from './invitations.queries.ts';
import { mailKey, mayAgain, REMIND, stateOf } from './invitations.rules.ts';

const MOST_SHOWN = 500;
const BOUNCED = new Set(['bounced', 'failed']);

const remindBefore = (now: Date) => new Date(now.getTime() - REMIND.after);

/** The invitation of the caller, for one or many. */
async function noteFor({ baseUrl }: AccessDeps, scope: Scope, isByName: boolean) {
  const inviting = (await selectInviting(scope)) ?? fail('not-found');
  const message = invitation({ ...inviting, isByName, url: `${baseUrl}/sign-in` });
  return (personId: string, times: number): Note => ({
    key: mailKey(personId, times),
    personId,
    kind: 'invitation',
    message,
  });
}

/** Tells people who were just added by their address, and notes it. */
export async function inviteByName(deps: AccessDeps, scope: Scope, personIds: readonly string[]): Promise<void> {
  const note = await noteFor(deps, scope, true);
  for (const personId of personIds) await rows.noteInvited(scope, personId, { isByName: true, now: deps.clock.now() });
  await deps.delivery.tell(scope, ...personIds.map((personId) => note(personId, 1)));
}

export async function listInvitations({ db, clock, delivery }: AccessDeps, who: Who): Promise<Invitations> {
  const now = clock.now();
  const [byName, counts, mails] = await db.asPerson(who, async (scope) => [
    await rows.selectByName(scope, MOST_SHOWN),
    await rows.selectDirectory(scope, { before: remindBefore(now), times: REMIND.times }),
    await rows.selectDirectoryMail(scope),
  ]);
  const keyOf = ({ personId, times }: { personId: string; times: number }) => mailKey(personId, times);
  const fates = await delivery.fates(who, [...byName, ...mails].filter(({ times }) => times > 0).map(keyOf));
  return {
    byName: byName.map((row): Invitation => {
      const invited = { ...row, fate: fates.get(keyOf(row)) };
      const { personId, name, email, unit, sentAt, by } = row;
      return { personId, name, email, unit, by, sentAt, state: stateOf(invited), mayAgain: mayAgain(invited, now) };
    }),
    directory: {
      people: counts?.people ?? 0,
      hasInvited: counts?.hasInvited ?? false,
      canInvite: counts?.canInvite ?? false,
      canRemind: counts?.canRemind ?? false,
      bounced: mails
        .filter((row) => BOUNCED.has(fates.get(keyOf(row)) ?? ''))
        .slice(0, MOST_SHOWN)
        .map(({ personId, name, email }) => ({ personId, name, email })),
    },
  };
}

export async function inviteAgain(deps: AccessDeps, who: Who, personId: string): Promise<void> {
  const { db, clock, delivery, log } = deps;
  const times = (await db.asPerson(who, (scope) => rows.holdByName(scope, personId)))?.times ?? 0;
  const fate = (await delivery.fates(who, [mailKey(personId, times)])).get(mailKey(personId, times));
  await db.asPerson(who, async (scope) => {
    const row = (await rows.holdByName(scope, personId)) ?? fail('not-found');
    if (row.enteredAt) fail('access.has-joined');
    // Another steward was faster.
    if (row.times !== times || !mayAgain({ ...row, fate }, clock.now())) fail('access.invited-lately');
    const note = await noteFor(deps, scope, true);
    await rows.noteInvited(scope, personId, { isByName: true, now: clock.now() });
    await delivery.tell(scope, note(personId, times + 1));
    await log.write(scope, { action: 'access.invite-again', about: { personId } });
  });
}

export async function withdrawInvitation(deps: AccessDeps, who: Who, personId: string): Promise<void> {
  const { db, log, people } = deps;
  await db.asPerson(who, async (scope) => {
    const row = (await rows.holdByName(scope, personId)) ?? fail('not-found');
    if (row.enteredAt) fail('access.has-joined');
    if (await holdsAnyRole(scope, personId)) fail('access.holds-role');
    await forgetSignIn(deps, scope, [personId]);
    await people.removeNewcomer(scope, personId);
    await log.write(scope, { action: 'access.withdraw-invitation', about: { personId } });
  });
}

export async function inviteDirectory(deps: AccessDeps, who: Who, isReminder: boolean): Promise<void> {
  const { db, clock, delivery, log } = deps;
  const now = clock.now();
  await db.asPerson(who, async (scope) => {
    const note = await noteFor(deps, scope, false);
    const invited = isReminder
      ? await rows.updateDirectoryInvitations(scope, { before: remindBefore(now), times: REMIND.times, now })
      : await rows.insertDirectoryInvitations(scope, now);
    await delivery.tell(scope, ...invited.map(({ personId, times }) => note(personId, times)));
    await log.write(scope, { action: isReminder ? 'access.remind-directory' : 'access.invite-directory', about: {} });
  });
}
