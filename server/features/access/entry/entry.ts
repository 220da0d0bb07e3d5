import { randomBytes } from 'node:crypto';
import type { Language } from '#contract/common.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { searchTextOf } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { hashed, joinTokenText, nameFrom, plainAddress, readJoinToken } from '../access.rules.ts';
import type { JoinWish } from '../codes/codes.ts';
import * as rows from './entry.queries.ts';
import { inviteAgain, inviteByName, inviteDirectory, listInvitations, withdrawInvitation } from './invitations.ts';

const DAY = 86_400_000;
const LINK_HOLDS = 90 * DAY;

/** Where a join link leads. */
export interface Link {
  workspaceId: string;
  workspace: string;
  domain: string;
  language: Language;
  unitId: string | null;
  /** Who made the link. */
  madeBy: string;
}

/** The unit that was named, if any; 'not-found' where there is no such unit. */
async function unitOf(scope: Scope, unitId: string | undefined): Promise<string | null> {
  if (unitId === undefined) return null;
  return (await rows.isUnit(scope, scope.workspaceId, unitId)) ? unitId : fail('not-found');
}

async function linkOf(floor: Floor, token: string): Promise<Link> {
  const parts = readJoinToken(token) ?? fail('access.link-ended');
  const row = await floor.db.asSignIn(
    (scope) => rows.selectLink(scope, parts.workspaceId, hashed(token), floor.clock.now()),
    parts.workspaceId,
  );
  if (!row) fail('access.link-ended');
  const { name: workspace, domain, language, unitId, madeBy } = row;
  return { workspaceId: parts.workspaceId, workspace, domain, language, unitId, madeBy };
}

/** Ways into the workspace: invitations and join links. */
export function createEntry(floor: Floor, delivery: Delivery, log: LogDoor) {
  const deps = { floor, delivery, log };
  return {
    /** Adds somebody by a steward's word, in their transaction; 'addresses.taken' where the address is somebody's. Tells nobody. */
    async add(scope: Scope, person: { name: string; email: string; unitId: string | null }): Promise<string> {
      const [personId, email] = [floor.newId(), plainAddress(person.email)];
      const how = { source: 'steward' as const, nameFrom: 'steward' as const, madeBy: scope.personId };
      const values = { ...person, email, personId, workspaceId: scope.workspaceId, now: floor.clock.now() };
      const isNew = await rows.insertPerson(scope, { ...values, ...how, searchText: searchTextOf(person.name, '') });
      return isNew ? personId : fail('addresses.taken');
    },

    /** Whom stewards invited by their address, one by one; those of the directory as a whole. */
    invitations: (who: Who) => listInvitations(deps, who),

    /** Invites again; 'access.invited-lately' within a day, 'access.has-joined' where there is nobody to invite. */
    inviteAgain: (who: Who, personId: string) => inviteAgain(deps, who, personId),

    /** Takes an invitation back, and with it whoever never came; 'access.has-joined' for whoever did. */
    withdraw: (who: Who, personId: string) => withdrawInvitation(deps, who, personId),

    /** Invites everybody from the directory who never came and was not invited; or reminds those of a week ago. */
    inviteDirectory: (who: Who, isReminder: boolean) => inviteDirectory(deps, who, isReminder),

    /** Invites addresses, into a unit where one is named; those already known are returned and left alone. */
    async invite(who: Who, emails: readonly string[], unitId?: string): Promise<{ invited: number; known: string[] }> {
      const known: string[] = [];
      const addresses = [...new Set(emails.map(plainAddress))];
      await floor.db.asPerson(who, async (scope) => {
        const unit = await unitOf(scope, unitId);
        const invited: string[] = [];
        for (const email of addresses) {
          const personId = floor.newId();
          const name = nameFrom(email);
          const person = { workspaceId: who.workspaceId, personId, email, name, searchText: searchTextOf(name, '') };
          const how = {
            unitId: unit,
            source: 'invite' as const,
            nameFrom: 'address' as const,
            madeBy: who.personId,
            now: floor.clock.now(),
          };
          const isNew = await rows.insertPerson(scope, { ...person, ...how });
          if (!isNew) {
            known.push(email);
            continue;
          }
          invited.push(personId);
        }
        await inviteByName(deps, scope, invited);
        await log.write(scope, { action: 'access.invite', about: { people: addresses.length - known.length } });
      });
      return { invited: addresses.length - known.length, known };
    },

    /** Join links that hold. */
    links: (who: Who) => floor.db.asPerson(who, (scope) => rows.selectLinks(scope, floor.clock.now())),

    /** Makes a link for one domain, into a unit where one is named; only its hash is kept. */
    async makeLink(who: Who, domain: string, unitId?: string): Promise<{ id: string; url: string }> {
      const [id, now] = [floor.newId(), floor.clock.now()];
      const token = joinTokenText({ workspaceId: who.workspaceId, secret: randomBytes(16).toString('hex') });
      await floor.db.asPerson(who, async (scope) => {
        await rows.insertLink(scope, {
          id,
          tokenHash: hashed(token),
          domain,
          unitId: await unitOf(scope, unitId),
          now,
          until: new Date(now.getTime() + LINK_HOLDS),
        });
        await log.write(scope, { action: 'access.make-link', about: { link: id } });
      });
      return { id, url: `${floor.baseUrl}/join/${token}` };
    },

    async endLink(who: Who, id: string): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        if (!(await rows.endLink(scope, id, floor.clock.now()))) fail('not-found');
        await log.write(scope, { action: 'access.end-link', about: { link: id } });
      });
    },

    /** Where a link leads; 'access.link-ended' for any that does not hold. */
    link: (token: string): Promise<Link> => linkOf(floor, token),

    /** Adds whoever came by a link and has proved the address; 'access.link-ended' if it ended meanwhile. */
    async join({ token, name }: JoinWish, email: string): Promise<void> {
      const { workspaceId, unitId, madeBy } = await linkOf(floor, token);
      const person = { workspaceId, personId: floor.newId(), email, name, searchText: searchTextOf(name, '') };
      const how = { unitId, source: 'join' as const, nameFrom: 'self' as const, madeBy, now: floor.clock.now() };
      // Somebody who became known meanwhile stays who they are.
      await floor.db.asSignIn((scope) => rows.insertPerson(scope, { ...person, ...how }), workspaceId);
    },
  };
}

export type Entry = ReturnType<typeof createEntry>;
