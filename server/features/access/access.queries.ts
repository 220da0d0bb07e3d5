import { sql } from 'kysely';
import type { Role } from '#contract/common.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** The person behind a signed-in user, with roles that count; undefined when nobody is. */
export async function selectWho({ db }: RoleScope, userId: string) {
  return db
    .selectFrom('auth.identity as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select(['p.workspace_id', 'p.person_id', 'p.status', rolesOfPerson.as('roles')])
    .where('i.issuer', '=', 'user')
    .where('i.subject', '=', userId)
    .executeTakeFirst();
}

/** Roles that count of the person `p`: a works-council role only once it was confirmed. */
export const rolesOfPerson = sql<Role[]>`array(select g.role::text from role_grant g
  where g.workspace_id = p.workspace_id and g.person_id = p.person_id
    and (g.role = 'steward' or g.confirmed_by is not null) order by g.role)`;

/** Who may sign in with an address, if anybody; a private one counts only while leaving. */
export async function selectAddress({ db }: RoleScope, email: string) {
  return db
    .selectFrom('auth.identity as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select(['i.workspace_id', 'i.person_id', 'i.issuer'])
    .where('i.subject', '=', email)
    .where((eb) =>
      eb.or([
        eb('i.issuer', '=', 'email'),
        eb.and([eb('i.issuer', '=', 'private-email'), eb('p.status', '=', 'leaving')]),
      ]),
    )
    .orderBy('i.issuer')
    .executeTakeFirst();
}

/** Whether a user is bound to somebody who still exists here. */
export async function isBound({ db }: RoleScope, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.identity as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select('p.person_id')
    .where('i.issuer', '=', 'user')
    .where('i.subject', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes an address from the user of anybody else than its person now, so that no passkey of theirs comes along. */
export async function freeAddress({ db }: RoleScope, email: string, personId: string | null) {
  await sql`update auth."user" u set email = u.id || '@moved.invalid' from auth.identity i
    where u.email = ${email} and i.issuer = 'user' and i.subject = u.id
      and i.person_id is distinct from ${personId}::uuid`.execute(db);
}

/** Binds a signed-in user to a person. */
export async function bindUser({ db }: RoleScope, userId: string, person: { workspace_id: string; person_id: string }) {
  await db
    .insertInto('auth.identity')
    .values({ issuer: 'user', subject: userId, workspace_id: person.workspace_id, person_id: person.person_id })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet(person))
    .execute();
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

/** The workspace of a server that holds one, before anybody signed in. */
export async function selectOnlyWorkspace({ db }: RoleScope) {
  return db
    .selectFrom('workspace')
    .select(['workspace_id', 'name', 'purpose'])
    .orderBy('created_at')
    .executeTakeFirst();
}

/** Counts hits in a window and returns how many there were. */
export async function countHits({ db }: RoleScope, key: string, window: Date, hits: number): Promise<number> {
  const row = await db
    .insertInto('auth.limit_count')
    .values({ key, window_start: window, hits })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((eb) => ({ hits: eb('auth.limit_count.hits', '+', hits) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return row.hits;
}

/** Forgets windows that ended before an instant. */
export async function deleteOldHits({ db }: RoleScope, before: Date) {
  await db.deleteFrom('auth.limit_count').where('window_start', '<', before).execute();
}

/** Keeps role changes of a workspace one after another, until the transaction ends. */
export async function holdRoles({ db, workspaceId }: Scope) {
  await db.selectFrom('workspace').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
}

/** All grants of people who are here, with names, oldest first. */
export async function selectGrants({ db, workspaceId }: Scope) {
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'g.workspace_id').onRef('p.person_id', '=', 'g.person_id'),
    )
    .select(['g.person_id', 'g.role', 'g.given_by', 'g.confirmed_by', 'p.name'])
    .where('g.workspace_id', '=', workspaceId)
    .where('p.status', 'in', ['active', 'away'])
    .orderBy('g.given_at')
    .execute();
}

/** Whether somebody is an active person here. */
export async function isActive({ db, workspaceId }: Scope, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('status', 'in', ['active', 'away'])
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertGrant(
  { db, workspaceId, personId }: Scope,
  grant: { personId: string; role: Role; now: Date },
) {
  await db
    .insertInto('role_grant')
    .values({
      workspace_id: workspaceId,
      person_id: grant.personId,
      role: grant.role,
      given_by: personId,
      given_at: grant.now,
      confirmed_by: null,
    })
    .execute();
}

export async function confirmGrant({ db, workspaceId, personId }: Scope, whom: string) {
  await db
    .updateTable('role_grant')
    .set({ confirmed_by: personId })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('role', '=', 'works-council')
    .execute();
}

export async function deleteGrant({ db, workspaceId }: Scope, whom: string, role: Role) {
  await db
    .deleteFrom('role_grant')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('role', '=', role)
    .execute();
}
