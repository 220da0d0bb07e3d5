import { sql } from 'kysely';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** What access holds of me: rows of a few lines each. */
export async function selectMyAccess({ db, workspaceId, personId }: Scope) {
  const mine = { workspace_id: workspaceId, person_id: personId };
  const address = await db
    .selectFrom('private_address')
    .select('email')
    .where((eb) => eb.and(mine))
    .executeTakeFirst();
  const roles = await db
    .selectFrom('role_grant')
    .select(['role', 'given_at', 'confirmed_by'])
    .where((eb) => eb.and(mine))
    .execute();
  return { address, roles };
}

/** How I sign in, as far as I may read it myself. */
export async function selectMyProofs({ db, workspaceId, personId }: Scope) {
  const mine = { workspace_id: workspaceId, person_id: personId };
  const identities = await db
    .selectFrom('auth.identity')
    .select(['issuer', 'subject'])
    .where((eb) => eb.and(mine))
    .execute();
  const tokens = await db
    .selectFrom('auth.token')
    .select(['created_at', 'expires_at'])
    .where((eb) => eb.and(mine))
    .execute();
  const addressChanges = await db
    .selectFrom('address_change')
    .select(['old_email', 'new_email', 'source', 'asked_at', 'told_first', 'told_again', 'state', 'ended_at'])
    .where((eb) => eb.and(mine))
    .orderBy('asked_at')
    .execute();
  return { identities, tokens, addressChanges };
}

export interface SignInRows {
  users: { email: string; createdAt: Date }[];
  sessions: { createdAt: Date; expiresAt: Date; userAgent: string | null; how: string }[];
  passkeys: { name: string | null; createdAt: Date | null }[];
  accounts: { providerId: string }[];
}

/** What signing in keeps of somebody. */
export async function selectSignIn({ db }: RoleScope, workspaceId: string, personId: string): Promise<SignInRows> {
  const mine = sql`select i.subject from auth.identity i
    where i.workspace_id = ${workspaceId}::uuid and i.person_id = ${personId}::uuid and i.issuer = 'user'`;
  const users = await sql<
    SignInRows['users'][number]
  >`select email, "createdAt" from auth."user" where id in (${mine})`.execute(db);
  const sessions = await sql<SignInRows['sessions'][number]>`
    select "createdAt", "expiresAt", "userAgent", how from auth.session where "userId" in (${mine})`.execute(db);
  const passkeys = await sql<
    SignInRows['passkeys'][number]
  >`select name, "createdAt" from auth.passkey where "userId" in (${mine})`.execute(db);
  const accounts = await sql<
    SignInRows['accounts'][number]
  >`select "providerId" from auth.account where "userId" in (${mine})`.execute(db);
  return { users: users.rows, sessions: sessions.rows, passkeys: passkeys.rows, accounts: accounts.rows };
}

/** Whether a steward other than this person is left. */
export async function hasOtherSteward({ db, workspaceId, personId }: Scope): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'g.workspace_id').onRef('p.person_id', '=', 'g.person_id'),
    )
    .select('g.person_id')
    .where('g.workspace_id', '=', workspaceId)
    .where('g.person_id', '<>', personId)
    .where('g.role', '=', 'steward')
    .where('p.status', 'in', ['active', 'away'])
    .executeTakeFirst();
  return Boolean(row);
}
