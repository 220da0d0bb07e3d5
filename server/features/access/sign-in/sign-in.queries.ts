import { sql } from 'kysely';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import type { SessionRow } from '../sessions/sessions.queries.ts';

/** Takes an address from the user of anybody else than its person now, so that no passkey of theirs comes along. */
export async function freeAddress({ db }: RoleScope, email: string, personId: string | null) {
  await sql`select auth.free_address(${email}, ${personId}::uuid)`.execute(db);
}

/** Keeps an address with its person until the transaction ends; false where it is no longer theirs. */
export async function holdAddressOwner({ db }: RoleScope, email: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.identity')
    .select('person_id')
    .where('issuer', 'in', ['email', 'private-email'])
    .where('subject', '=', email)
    .where('person_id', '=', personId)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

/** Binds a signed-in user to a person, and keeps when that person first signed in so. */
export async function bindUser(
  { db }: RoleScope,
  userId: string,
  person: { workspace_id: string; person_id: string },
  now: Date,
) {
  await db
    .insertInto('auth.identity')
    .values({ issuer: 'user', subject: userId, ...person, first_at: now })
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'subject']).doUpdateSet({
        ...person,
        first_at: sql<Date>`case when auth.identity.person_id = excluded.person_id
          then coalesce(auth.identity.first_at, excluded.first_at) else excluded.first_at end`,
      }),
    )
    .execute();
}

/** Says how the session of a cookie's token came to be. */
export async function markSession({ db }: RoleScope, token: string, how: SessionRow['how']) {
  await sql`update auth.session set how = ${how} where token = ${token}`.execute(db);
}

/** Counts a sign-in by a code. */
export async function countSignIn({ db }: RoleScope, userId: string) {
  await sql`update auth.identity set sign_ins = sign_ins + 1
    where issuer = 'user' and subject = ${userId}`.execute(db);
}

/** Name, place and face of the caller. */
export async function selectMe({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('photo as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'p.name',
      'p.status',
      'p.language',
      'p.welcomed_at',
      'w.name as workspace',
      'w.purpose',
      'u.name as unit',
      's.name as site',
      'f.version',
    ])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

/** The workspace of a server that holds one, before anybody signed in; of several, none. */
export async function selectSingleWorkspace({ db }: RoleScope) {
  const { rows } = await sql<{ workspace_id: string; name: string; purpose: string }>`
    select * from auth.only_workspace()`.execute(db);
  return rows[0];
}

/** Whether the caller signed in by a code twice, has no passkey, and did not decline one. */
export async function wantsPasskey({ db, workspaceId, personId }: Scope): Promise<boolean> {
  const { rows } = await sql<{ offer: boolean }>`select coalesce(sum(sign_ins), 0) >= 2 and count(passkey_declined) = 0
      and auth.count_my_passkeys() = 0 as offer
    from auth.identity where workspace_id = ${workspaceId}::uuid and person_id = ${personId}::uuid and issuer = 'user'`.execute(
    db,
  );
  return rows[0]?.offer ?? false;
}
