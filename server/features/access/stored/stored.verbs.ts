import type { ExportPart } from '#server/features/records/records.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';
import * as rows from './stored.queries.ts';

type StoredDeps = Pick<AppContext, 'db'>;
type Ids = Pick<Who, 'workspaceId' | 'personId'>;

const signInOf = ({ db }: StoredDeps, { workspaceId, personId }: Ids): Promise<rows.SignInRows> =>
  db.asSignIn((scope) => rows.selectSignIn(scope, workspaceId, personId), workspaceId);

/** Whether a steward other than the caller is left. */
export const isOtherStewardLeft = (scope: Scope): Promise<boolean> => rows.hasOtherSteward(scope);

/** How many rows of sign-in are about somebody. */
export async function countSignInRows(deps: StoredDeps, who: Ids): Promise<Record<string, number>> {
  const { users, sessions, passkeys, accounts } = await signInOf(deps, who);
  return {
    'auth.user': users.length,
    'auth.session': sessions.length,
    'auth.passkey': passkeys.length,
    'auth.account': accounts.length,
  };
}

/** The caller's private address and roles. */
export async function exportAccess(scope: Scope): Promise<ExportPart> {
  const { address, roles } = await rows.selectMyAccess(scope);
  return {
    json: {
      privateAddress: address?.email ?? null,
      roles: roles.map(({ role, given_at, confirmed_by }) => ({
        role,
        given_at,
        confirmed: role === 'steward' || confirmed_by !== null,
      })),
    },
  };
}

/** How the caller signs in, without what opens anything. */
export async function exportSignIn(deps: StoredDeps, scope: Scope): Promise<ExportPart> {
  const { identities, addressChanges, tokens } = await rows.selectMyProofs(scope);
  const signIn = await signInOf(deps, scope);
  const addresses = identities.filter(({ issuer }) => issuer !== 'user').map(({ subject }) => subject);
  return {
    json: { signIn: { ...signIn, addresses, addressChanges, tokens } },
    rows: {
      'auth.user': signIn.users,
      'auth.session': signIn.sessions,
      'auth.passkey': signIn.passkeys,
      'auth.account': signIn.accounts,
    },
  };
}
