import type { Invitation, Invitations } from '#contract/access.ts';
import type { Delivery, Note } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { invitation } from './entry.messages.ts';
import { selectInviting } from './entry.queries.ts';
import * as rows from './invitations.queries.ts';
import { mailKey, mayAgain, REMIND, stateOf } from './invitations.rules.ts';

export interface InvitationDeps {
  floor: Floor;
  delivery: Delivery;
  log: LogDoor;
}

const MOST_SHOWN = 500;
const BOUNCED = new Set(['bounced', 'failed']);

const remindBefore = (now: Date) => new Date(now.getTime() - REMIND.after);

/** The invitation of the caller, for one or many. */
async function noteFor({ floor }: InvitationDeps, scope: Scope, isByName: boolean) {
  const inviting = (await selectInviting(scope)) ?? fail('not-found');
  const message = invitation({ ...inviting, isByName, url: `${floor.baseUrl}/sign-in` });
  return (personId: string, times: number): Note => ({
    key: mailKey(personId, times),
    personId,
    kind: 'invitation',
    message,
  });
}

/** Tells people who were just added by their address, and notes it. */
export async function inviteByName(deps: InvitationDeps, scope: Scope, personIds: readonly string[]): Promise<void> {
  const note = await noteFor(deps, scope, true);
  for (const personId of personIds)
    await rows.noteInvited(scope, personId, { isByName: true, now: deps.floor.clock.now() });
  await deps.delivery.tell(scope, ...personIds.map((personId) => note(personId, 1)));
}

/** Whom stewards invited by their address, one by one; those of the directory as a whole. */
export async function listInvitations({ floor, delivery }: InvitationDeps, who: Who): Promise<Invitations> {
  const now = floor.clock.now();
  const [byName, counts, mails] = await floor.db.asPerson(who, async (scope) => [
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

/** Writes an invitation again, or for the first time to somebody who was only added. */
export async function inviteAgain(deps: InvitationDeps, who: Who, personId: string): Promise<void> {
  const { floor, delivery, log } = deps;
  const times = (await floor.db.asPerson(who, (scope) => rows.holdByName(scope, personId)))?.times ?? 0;
  const fate = (await delivery.fates(who, [mailKey(personId, times)])).get(mailKey(personId, times));
  await floor.db.asPerson(who, async (scope) => {
    const row = (await rows.holdByName(scope, personId)) ?? fail('not-found');
    if (row.enteredAt) fail('access.has-joined');
    // Another steward was faster.
    if (row.times !== times || !mayAgain({ ...row, fate }, floor.clock.now())) fail('access.invited-lately');
    const note = await noteFor(deps, scope, true);
    await rows.noteInvited(scope, personId, { isByName: true, now: floor.clock.now() });
    await delivery.tell(scope, note(personId, times + 1));
    await log.write(scope, { action: 'access.invite-again', about: { personId } });
  });
}

/** Takes an invitation back: who never came is no longer here. */
export async function withdrawInvitation({ floor, log }: InvitationDeps, who: Who, personId: string): Promise<void> {
  await floor.db.asPerson(who, async (scope) => {
    const row = (await rows.holdByName(scope, personId)) ?? fail('not-found');
    if (row.enteredAt) fail('access.has-joined');
    if (await rows.holdsAnyRole(scope, personId)) fail('access.holds-role');
    await rows.deletePerson(scope, personId);
    await log.write(scope, { action: 'access.withdraw-invitation', about: { personId } });
  });
}

/** Invites everybody from the directory who never came, once; or reminds those who were invited a week ago and more. */
export async function inviteDirectory(deps: InvitationDeps, who: Who, isReminder: boolean): Promise<void> {
  const { floor, delivery, log } = deps;
  const now = floor.clock.now();
  await floor.db.asPerson(who, async (scope) => {
    const note = await noteFor(deps, scope, false);
    const invited = isReminder
      ? await rows.remindDirectory(scope, { before: remindBefore(now), times: REMIND.times, now })
      : await rows.inviteDirectory(scope, now);
    await delivery.tell(scope, ...invited.map(({ personId, times }) => note(personId, times)));
    await log.write(scope, { action: isReminder ? 'access.remind-directory' : 'access.invite-directory', about: {} });
  });
}
