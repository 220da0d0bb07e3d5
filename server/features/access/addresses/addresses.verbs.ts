import type { WaitingChange } from '#contract/addresses.ts';
import type { Note } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import { holdsAnyRole } from '../roles/roles.verbs.ts';
import { listPasskeys } from '../sessions/passkeys.verbs.ts';
import { changeAsked, changeDone } from './addresses.messages.ts';
import * as rows from './addresses.queries.ts';
import {
  needsOf,
  REFUSED_FOR,
  type Release,
  releasableFrom,
  TELL_AGAIN_AFTER,
  whyNotRelease,
} from './addresses.rules.ts';

const MOST_SHOWN = 200;

/** Another address for somebody who has signed in. */
export interface WantedAddress {
  personId: string;
  email: string;
}

interface Origin {
  source: rows.ChangeSource;
  importId: string | null;
}

export const askChanges = (
  deps: AccessDeps,
  scope: Scope,
  wanted: readonly WantedAddress[],
  importId: string,
): Promise<number> => letWait(deps, scope, wanted, { source: 'import', importId });

export const askChangeAsSteward = (deps: AccessDeps, scope: Scope, wanted: WantedAddress): Promise<number> =>
  letWait(deps, scope, [wanted], { source: 'steward', importId: null });

/** Lets other addresses wait for their people, tells these, and returns how many are new; asked for again, nothing happens. */
async function letWait(
  deps: AccessDeps,
  scope: Scope,
  wanted: readonly WantedAddress[],
  origin: Origin,
): Promise<number> {
  if (wanted.length === 0) return 0;
  const now = deps.clock.now();
  const emailOf = new Map(wanted.map(({ personId, email }) => [personId, email]));
  const people = await rows.selectAddressed(scope, [...emailOf.keys()]);
  const waiting = new Map((await rows.selectOpenOf(scope, [...emailOf.keys()])).map((row) => [row.person_id, row]));
  const refusals = await rows.selectRefused(scope, new Date(now.getTime() - REFUSED_FOR));
  const refused = new Set(refusals.map(({ person_id, new_email }) => `${person_id} ${new_email}`));
  const fresh = people.flatMap((person) => {
    const newEmail = emailOf.get(person.person_id) ?? '';
    const isOld = waiting.get(person.person_id)?.new_email === newEmail || person.email === newEmail;
    if (isOld || refused.has(`${person.person_id} ${newEmail}`)) return [];
    return [{ changeId: deps.newId(), personId: person.person_id, oldEmail: person.email, newEmail, person }];
  });
  const replaced = fresh.flatMap(({ personId }) => waiting.get(personId)?.change_id ?? []);
  await rows.endChanges(scope, replaced, 'replaced', now);
  await rows.insertChanges(scope, fresh, { ...origin, now });
  const askedBy = (await rows.selectAddressed(scope, [scope.personId]))[0]?.name ?? null;
  const notes = fresh.map(({ person, ...change }): Note => {
    const { language, workspace } = person;
    return askingNote(deps, { ...change, language, workspace, askedBy, isSecond: false });
  });
  await deps.delivery.tell(scope, ...notes);
  await deps.log.writeAll(
    scope,
    fresh.map(({ personId, changeId }) => ({
      action: 'addresses.ask',
      about: { personId, change: changeId, ...origin },
    })),
  );
  return fresh.length;
}

interface AskingFacts extends rows.NewChange {
  language: 'en' | 'de';
  workspace: string;
  askedBy: string | null;
  isSecond: boolean;
}

function askingNote({ baseUrl }: AccessDeps, facts: AskingFacts): Note {
  const { changeId, personId, oldEmail, language } = facts;
  return {
    key: `address-change:${changeId}:${facts.isSecond ? 2 : 1}`,
    personId,
    kind: 'address-change',
    to: oldEmail,
    message: changeAsked(language, { ...facts, url: `${baseUrl}/settings?part=sign-in` }),
  };
}

export async function recallChanges(deps: AccessDeps, scope: Scope, personIds: readonly string[]): Promise<void> {
  await withdraw(deps, scope, await rows.selectOpenOf(scope, personIds));
}

export async function withdrawImportChanges(deps: AccessDeps, scope: Scope, importId: string): Promise<void> {
  await withdraw(deps, scope, await rows.selectOpenOfImport(scope, importId));
}

async function withdraw({ clock, log }: AccessDeps, scope: Scope, open: readonly rows.OpenChange[]) {
  const ids = open.map(({ change_id }) => change_id);
  await rows.endChanges(scope, ids, 'withdrawn', clock.now());
  const lines = open.map(({ person_id, change_id }) => ({
    action: 'addresses.withdraw',
    about: { personId: person_id, change: change_id },
  }));
  await log.writeAll(scope, lines);
}

export async function noteChangedAtOnce(
  { log }: AccessDeps,
  scope: Scope,
  personIds: readonly string[],
  importId: string,
): Promise<void> {
  await log.writeAll(
    scope,
    personIds.map((personId) => ({ action: 'addresses.change', about: { personId, importId } })),
  );
}

export async function confirmChange(deps: AccessDeps, who: Who, changeId: string): Promise<void> {
  await takeEffect(deps, who, { changeId, state: 'confirmed', keptSession: who.sessionId }, async (_, change) => {
    if (change.person_id !== who.personId) fail('not-found');
  });
}

export async function refuseChange({ db, clock, log }: AccessDeps, who: Who, changeId: string): Promise<void> {
  await db.asPerson(who, async (scope) => {
    const change = await rows.holdChange(scope, changeId);
    if (change?.person_id !== who.personId) fail('not-found');
    await rows.endChanges(scope, [changeId], 'refused', clock.now());
    await log.write(scope, { action: 'addresses.refuse', about: { personId: who.personId, change: changeId } });
  });
}

export async function askRelease(deps: AccessDeps, who: Who, changeId: string, colleagueId: string): Promise<void> {
  const { db, log } = deps;
  await db.asPerson(who, async (scope) => {
    const change = (await rows.holdChange(scope, changeId)) ?? fail('not-found');
    await refuseUnfit(deps, scope, change, [who.personId, colleagueId]);
    await rows.nameColleague(scope, changeId, colleagueId);
    const about = { personId: change.person_id, change: changeId, colleague: colleagueId };
    await log.write(scope, { action: 'addresses.ask-release', about });
  });
}

export async function agreeToRelease(deps: AccessDeps, who: Who, changeId: string): Promise<void> {
  await takeEffect(deps, who, { changeId, state: 'released', keptSession: null }, async (scope, change) => {
    if (change.release_with !== who.personId || !change.release_by) fail('not-found');
    await refuseUnfit(deps, scope, change, [change.release_by, who.personId]);
  });
}

const releaseOf = (row: rows.OpenChange): Release => ({
  personId: row.person_id,
  askedAt: row.asked_at,
  toldFirst: row.told_first,
  toldAgain: row.told_again,
  releaseBy: row.release_by,
  releaseWith: row.release_with,
});

async function refuseUnfit(
  { clock }: AccessDeps,
  scope: Scope,
  change: rows.OpenChange,
  two: readonly [string, string],
) {
  const found = await rows.selectReleasers(scope, two);
  const [steward, colleague] = two.map((id) => found.find(({ personId }) => personId === id));
  if (!steward || !colleague) fail('addresses.not-these-two');
  const now = clock.now();
  const why = whyNotRelease(releaseOf(change), steward, colleague, now);
  if (why) fail(why);
  // A role that was given meanwhile does not go along with an address.
  if (await holdsAnyRole(scope, change.person_id)) fail('addresses.not-these-two');
  const who = { id: change.change_id, stewardId: steward.personId, colleagueId: colleague.personId };
  if (!(await rows.isSecondPerson(scope, who, now))) fail('addresses.not-these-two');
}

interface Effect {
  changeId: string;
  state: 'confirmed' | 'released';
  keptSession: string | null;
}

async function takeEffect(
  deps: AccessDeps,
  who: Who,
  { changeId, state, keptSession }: Effect,
  check: (scope: Scope, change: rows.OpenChange) => Promise<void>,
): Promise<void> {
  const { db, clock, baseUrl, delivery, log } = deps;
  const owner = await db.asPerson(who, (scope) => rows.holdChange(scope, changeId));
  if (!owner) fail('not-found');
  const ids = { workspaceId: who.workspaceId, personId: owner.person_id };
  const passkeys = await listPasskeys(deps, ids);
  await db.asPerson(who, async (scope) => {
    const change = (await rows.holdChange(scope, changeId)) ?? fail('not-found');
    await check(scope, change);
    const { person_id: personId, old_email: oldEmail, new_email: newEmail } = change;
    const person = (await rows.selectAddressed(scope, [personId]))[0];
    if (!person || !['active', 'away'].includes(person.status) || person.email !== oldEmail) fail('not-found');
    if (await rows.isTaken(scope, newEmail, personId)) fail('addresses.taken');
    await rows.endChanges(scope, [changeId], state, clock.now());
    if (!(await rows.moveAddress(scope, changeId, keptSession))) fail('addresses.taken');
    const names = passkeys.map(({ name, createdAt }) =>
      [name || 'Passkey', createdAt?.toISOString().slice(0, 10)].filter(Boolean).join(', '),
    );
    const url = `${baseUrl}/settings?part=sign-in`;
    const message = changeDone(person.language, { oldEmail, newEmail, how: state, passkeys: names, url });
    const note = { personId, kind: 'address-changed', message } as const;
    await delivery.tell(
      scope,
      { ...note, key: `address-changed:${changeId}:old`, to: oldEmail },
      { ...note, key: `address-changed:${changeId}:new`, to: newEmail },
    );
    const about = { personId, change: changeId, askedBy: change.release_by };
    await log.write(scope, { action: state === 'confirmed' ? 'addresses.confirm' : 'addresses.release', about });
  });
}

export interface MyAddress {
  email: string;
  /** The one that waits for the caller. */
  change: Pick<WaitingChange, 'id' | 'newEmail' | 'source' | 'askedBy' | 'askedAt'> | null;
}

export async function getMyAddress({ db }: AccessDeps, who: Who): Promise<MyAddress> {
  return db.asPerson(who, async (scope) => {
    const me = (await rows.selectAddressed(scope, [who.personId]))[0] ?? fail('not-found');
    const change = (await rows.selectOpenOf(scope, [who.personId]))[0];
    return { email: me.email, change: change ? askedOf(change) : null };
  });
}

const askedOf = (row: rows.OpenChange) => ({
  id: row.change_id,
  newEmail: row.new_email,
  source: row.source,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
});

function waitingOf(row: rows.OpenChange, now: Date): WaitingChange {
  const release = releaseOf(row);
  return {
    ...askedOf(row),
    personId: row.person_id,
    name: row.name,
    oldEmail: row.old_email,
    told: [row.told_first, row.told_again].filter(Boolean).length,
    releasableFrom: releasableFrom(release),
    needs: needsOf(release, now),
    colleague: row.colleague,
  };
}

export async function listWaitingChanges(
  { db, clock }: AccessDeps,
  who: Who,
): Promise<{ changes: WaitingChange[]; total: number }> {
  return db.asPerson(who, async (scope) => {
    const open = await rows.selectOpenChanges(scope, MOST_SHOWN);
    return { changes: open.map((row) => waitingOf(row, clock.now())), total: await rows.countOpenChanges(scope) };
  });
}

export async function listChangesToAgree({ db, clock }: AccessDeps, who: Who): Promise<{ changes: WaitingChange[] }> {
  const open = await db.asPerson(who, rows.selectToAgree);
  return { changes: open.map((row) => waitingOf(row, clock.now())) };
}

export async function tellAddressesAgain(deps: AccessDeps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - TELL_AGAIN_AFTER);
  for (const { workspaceId } of await deps.db.workspaces()) {
    await deps.db.asJobs('addresses', workspaceId, async (scope) => {
      await rows.noteTold(scope, workspaceId);
      const due = await rows.selectToTellAgain(scope, workspaceId, before);
      const notes = due.map((row) => {
        const { change_id: changeId, person_id: personId, old_email: oldEmail, new_email: newEmail } = row;
        const { language, workspace, asked_by: askedBy } = row;
        return askingNote(deps, {
          changeId,
          personId,
          oldEmail,
          newEmail,
          language,
          workspace,
          askedBy,
          isSecond: true,
        });
      });
      await deps.delivery.tell(scope, ...notes);
    });
  }
}
