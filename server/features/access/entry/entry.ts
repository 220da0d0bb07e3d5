import { randomBytes } from 'node:crypto';
import type { Language } from '#contract/common.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { searchTextOf } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { hashed, joinTokenText, nameFrom, plainAddress, readJoinToken } from '../access.rules.ts';
import { invitation } from './entry.messages.ts';
import * as rows from './entry.queries.ts';

const DAY = 86_400_000;
const LINK_HOLDS = 90 * DAY;

/** Ways into the workspace: invitations and join links. */
export function createEntry(floor: Floor, delivery: Delivery, log: LogDoor) {
  return {
    /** Invites addresses; those already known are returned and left alone. */
    async invite(who: Who, emails: readonly string[]): Promise<{ invited: number; known: string[] }> {
      const known: string[] = [];
      const addresses = [...new Set(emails.map(plainAddress))];
      await floor.db.asPerson(who, async (scope) => {
        const workspace = (await rows.selectWorkspaceFacts(scope, who.workspaceId)) ?? fail('not-found');
        for (const email of addresses) {
          const personId = floor.newId();
          const name = nameFrom(email);
          const person = { workspaceId: who.workspaceId, personId, email, name, searchText: searchTextOf(name, '') };
          const isNew = await rows.insertPerson(scope, { ...person, source: 'invite', now: floor.clock.now() });
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

    /** Makes a link for one domain; only its hash is kept. */
    async makeLink(who: Who, domain: string): Promise<{ id: string; url: string }> {
      const [id, now] = [floor.newId(), floor.clock.now()];
      const token = joinTokenText({ workspaceId: who.workspaceId, secret: randomBytes(16).toString('hex') });
      await floor.db.asPerson(who, async (scope) => {
        await rows.insertLink(scope, {
          id,
          tokenHash: hashed(token),
          domain,
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
    async link(token: string): Promise<{ workspaceId: string; workspace: string; domain: string; language: Language }> {
      const parts = readJoinToken(token) ?? fail('access.link-ended');
      const row = await floor.db.asSignIn((scope) =>
        rows.selectLink(scope, parts.workspaceId, hashed(token), floor.clock.now()),
      );
      if (!row) fail('access.link-ended');
      return { workspaceId: parts.workspaceId, workspace: row.name, domain: row.domain, language: row.language };
    },

    /** Adds whoever came by a link and has proved the address; somebody known stays who they are. */
    async join(workspaceId: string, email: string, name: string): Promise<void> {
      const person = { workspaceId, personId: floor.newId(), email, name, searchText: searchTextOf(name, '') };
      await floor.db.asSignIn((scope) =>
        rows.insertPerson(scope, { ...person, source: 'join', now: floor.clock.now() }),
      );
    },
  };
}

export type Entry = ReturnType<typeof createEntry>;
