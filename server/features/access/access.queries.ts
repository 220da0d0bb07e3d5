import type { RoleScope, Scope } from '#server/platform/database.ts';

/** The person behind a signed-in user, with roles that count; undefined when nobody is. */
export async function selectWho({ db }: RoleScope, userId: string) {
  const row = await db
    .selectFrom('auth.identity as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .select(['p.workspace_id', 'p.person_id', 'p.status'])
    .where('i.issuer', '=', 'user')
    .where('i.subject', '=', userId)
    .executeTakeFirst();
  if (!row) return undefined;
  const roles = await db
    .selectFrom('role_grant')
    .select('role')
    .where('workspace_id', '=', row.workspace_id)
    .where('person_id', '=', row.person_id)
    .where((eb) => eb.or([eb('role', '=', 'steward'), eb('confirmed_by', 'is not', null)]))
    .execute();
  return { ...row, roles: roles.map(({ role }) => role) };
}

/** Who may sign in with an address, if anybody. */
export async function selectAddress({ db }: RoleScope, email: string) {
  return db
    .selectFrom('auth.identity')
    .select(['workspace_id', 'person_id', 'issuer'])
    .where('issuer', 'in', ['email', 'private-email'])
    .where('subject', '=', email)
    .executeTakeFirst();
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
    .leftJoin('unit as u', (join) => join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'))
    .leftJoin('site as s', (join) => join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'))
    .leftJoin('photo as f', (join) => join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'))
    .select(['p.person_id', 'p.name', 'p.status', 'p.language', 'w.name as workspace', 'w.purpose', 'u.name as unit', 's.name as site', 'f.version'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

/** The workspace of a server that holds one, before anybody signed in. */
export async function selectOnlyWorkspace({ db }: RoleScope) {
  return db.selectFrom('workspace').select(['workspace_id', 'name', 'purpose']).orderBy('created_at').executeTakeFirst();
}
