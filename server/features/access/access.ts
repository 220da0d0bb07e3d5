import type { Me } from '#contract/session.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { SignIn } from '#server/platform/sign-in.ts';
import { bindUser, selectAddress, selectMe, selectOnlyWorkspace, selectWho } from './access.queries.ts';

/** Sign-in and sessions: who somebody is here. */
export function createAccess(floor: Floor, signIn: SignIn) {
  return {
    /** The person behind a request's cookies, read afresh each time, so that deactivation holds at once. */
    async identify(headers: Headers): Promise<Who | null> {
      const session = await signIn.sessionOf(headers);
      if (!session) return null;
      const row = await floor.db.asSignIn((scope) => selectWho(scope, session.userId));
      if (!row) return null;
      const { workspace_id: workspaceId, person_id: personId, status, roles } = row;
      return { workspaceId, personId, status, roles, sessionId: session.sessionId };
    },

    /** Who the caller is; signed out only the organisation's name. */
    async me(who: Who | null): Promise<Me> {
      if (!who) {
        const only = await floor.db.asSignIn(selectOnlyWorkspace);
        const workspace = only ? { id: only.workspace_id, name: only.name, purpose: only.purpose } : null;
        return { sample: floor.sample, workspace, person: null };
      }
      const row = await floor.db.asPerson(who, selectMe);
      if (!row) return { sample: floor.sample, workspace: null, person: null };
      return {
        sample: floor.sample,
        workspace: { id: who.workspaceId, name: row.workspace, purpose: row.purpose },
        person: {
          id: row.person_id,
          name: row.name,
          plantSeed: row.person_id,
          photoUrl: row.version ? `${floor.basePath}/api/people/${row.person_id}/photo?v=${row.version}` : null,
          unitName: row.unit,
          siteName: row.site,
          roles: [...who.roles],
          status: row.status,
          language: row.language,
        },
      };
    },

    /** Whether an address belongs to somebody who may have a session. */
    async mayEnter(email: string): Promise<boolean> {
      return Boolean(await floor.db.asSignIn((scope) => selectAddress(scope, email.toLowerCase())));
    },

    /** Checks a typed code; the cookies of the new session, or null. */
    async enter(email: string, code: string): Promise<string[] | null> {
      const address = await floor.db.asSignIn((scope) => selectAddress(scope, email.toLowerCase()));
      const entered = await signIn.enter(email.toLowerCase(), code);
      if (!entered || !address) return null;
      const { workspace_id, person_id } = address;
      await floor.db.asSignIn((scope) => bindUser(scope, entered.userId, { workspace_id, person_id }));
      return entered.cookies;
    },

    leave: (headers: Headers): Promise<string[]> => signIn.leave(headers),
  };
}

export type AccessDoor = ReturnType<typeof createAccess>;
