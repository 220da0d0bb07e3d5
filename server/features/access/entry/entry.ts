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
import { invitation } from './entry.messages.ts';
import * as rows from './entry.queries.ts';

const DAY = 86_400_000;
const LINK_HOLDS = 90 * DAY;

/** Where a join link leads. */
export interface Link {
  workspaceId: string;
  workspace: string;
  domain: string;
  language: Language;
  unitId: string | null;
}

/** What somebody who came by a link asked for. */
export interface Joining {
  workspaceId: string;
  name: string;
  unitId?: string | null | undefined;
}

/** The unit that was named, if any; 'not-found' where there is no such unit. */
async function unitOf(scope: Scope, unitId: string | undefined): Promise<string | null> {
  if (unitId === undefined) return null;
  return (await rows.isUnit(scope, scope.workspaceId, unitId)) ? unitId : fail('not-found');
}

/** Ways into the workspace: invitations and join links. */
export function createEntry(floor: Floor, delivery: Delivery, log: LogDoor) {
  return {
    /** Invites addresses, into a unit where one is named; those already known are returned and left alone. */
    async invite(who: Who, emails: readonly string[], unitId?: string): Promise<{ invited: number; known: string[] }> {
      const known: string[] = [];
      const addresses = [...new Set(emails.map(plainAddress))];
      await floor.db.asPerson(who, async (scope) => {
        const unit = await unitOf(scope, unitId);
        const workspace = (await rows.selectWorkspaceFacts(scope, who.workspaceId)) ?? fail('not-found');
        for (const email of addresses) {
          const personId = floor.newId();
          const name = nameFrom(email);
          const person = { workspaceId: who.workspaceId, personId, email, name, searchText: searchTextOf(name, '') };
          const how = { unitId: unit, source: 'invite' as const, now: floor.clock.now() };
          const isNew = await rows.insertPerson(scope, { ...person, ...how });
          if (!isNew) {
            known.push(email);
            continue;
          }
          const message = invitation(workspace.language, workspace.name, `${floor.baseUrl}/sign-in`);
          await delivery.tell(scope, { key: `invitation:${personId}`, personId, kind: 'invitation', message });
        }
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
    async link(token: string): Promise<Link> {
      const parts = readJoinToken(token) ?? fail('access.link-ended');
      const row = await floor.db.asSignIn((scope) =>
        rows.selectLink(scope, parts.workspaceId, hashed(token), floor.clock.now()),
      );
      if (!row) fail('access.link-ended');
      const { name: workspace, domain, language, unitId } = row;
      return { workspaceId: parts.workspaceId, workspace, domain, language, unitId };
    },

    /** Adds whoever came by a link and has proved the address; somebody known stays who they are. */
    async join({ workspaceId, name, unitId = null }: Joining, email: string): Promise<void> {
      const person = { workspaceId, personId: floor.newId(), email, name, searchText: searchTextOf(name, '') };
      await floor.db.asSignIn(async (scope) => {
        // The unit may have gone while the code was on its way.
        const unit = unitId && (await rows.isUnit(scope, workspaceId, unitId)) ? unitId : null;
        await rows.insertPerson(scope, { ...person, unitId: unit, source: 'join', now: floor.clock.now() });
      });
    },
  };
}

export type Entry = ReturnType<typeof createEntry>;
