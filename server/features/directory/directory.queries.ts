import { sql, type Updateable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';
import type { UnitRow } from './directory.rules.ts';

/** Keeps the directory still for one change by hand, until the transaction ends. */
export async function holdDirectory({ db, workspaceId }: Scope) {
  await db
    .selectFrom('workspace')
    .select('workspace_id')
    .where('workspace_id', '=', workspaceId)
    .forNoKeyUpdate()
    .execute();
}

export async function selectUnits({ db, workspaceId }: Scope): Promise<UnitRow[]> {
  return db
    .selectFrom('unit')
    .select(['unit_id as unitId', 'parent_id as parentId', 'name'])
    .where('workspace_id', '=', workspaceId)
    .execute();
}

/** Somebody who is here, with what decides how their address may change. */
export async function selectMember({ db, workspaceId }: Scope, personId: string) {
  const { rows } = await sql<{ name: string; title: string; email: string; hasEntered: boolean; holdsRole: boolean }>`
    select p.name, p.title, p.email,
      p.entered_at is not null or exists (select 1 from auth.identity i where i.workspace_id = p.workspace_id
        and i.person_id = p.person_id and i.issuer = 'user') as "hasEntered",
      exists (select 1 from role_grant g where g.workspace_id = p.workspace_id and g.person_id = p.person_id) as "holdsRole"
    from person p where p.workspace_id = ${workspaceId}::uuid and p.person_id = ${personId}::uuid
      and p.status in ('active', 'away') for no key update of p`.execute(db);
  return rows[0];
}

export async function updatePerson(
  { db, workspaceId }: Scope,
  personId: string,
  values: Omit<Updateable<Tables['person']>, 'email'>,
) {
  if (changesNothing(values)) return;
  await db
    .updateTable('person')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
}

/** Gives somebody who never signed in another address; false where it is somebody's. */
export async function readdress(
  { db, workspaceId, personId }: Scope,
  whom: string,
  email: string,
  now: Date,
): Promise<boolean> {
  const added = await db
    .insertInto('auth.identity')
    .values({ issuer: 'email', subject: email, workspace_id: workspaceId, person_id: whom })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return false;
  await db
    .deleteFrom('auth.identity')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('issuer', '=', 'email')
    .where('subject', '<>', email)
    .execute();
  await sql`update person set email = ${email}, made_by = ${personId}::uuid, made_at = ${now}
    where workspace_id = ${workspaceId}::uuid and person_id = ${whom}::uuid`.execute(db);
  return true;
}

export async function insertUnit({ db, workspaceId }: Scope, unit: UnitRow & { origin?: string | null | undefined }) {
  const { unitId, parentId, name, origin = null } = unit;
  await db
    .insertInto('unit')
    .values({ workspace_id: workspaceId, unit_id: unitId, parent_id: parentId, name, origin })
    .execute();
}

export async function updateUnit({ db, workspaceId }: Scope, { unitId, parentId, name }: UnitRow) {
  await db
    .updateTable('unit')
    .set({ parent_id: parentId, name })
    .where('workspace_id', '=', workspaceId)
    .where('unit_id', '=', unitId)
    .execute();
}

/** Whether nobody is in a unit, nothing below it, and no programme is meant for it: that would end with it. */
/** Waits for whoever is just putting something into a unit, and lets nobody else until this transaction ends. */
export async function holdUnit({ db, workspaceId }: Scope, unitId: string) {
  await db
    .selectFrom('unit')
    .select('unit_id')
    .where('workspace_id', '=', workspaceId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .execute();
}

export async function isEmpty({ db, workspaceId }: Scope, unitId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from unit where workspace_id = ${workspaceId}::uuid and parent_id = ${unitId}::uuid
    union all select 1 from person where workspace_id = ${workspaceId}::uuid and unit_id = ${unitId}::uuid
    union all select 1 from programme where workspace_id = ${workspaceId}::uuid and unit_id = ${unitId}::uuid limit 1`.execute(
      db,
    );
  return rows.length === 0;
}

export async function deleteUnit({ db, workspaceId }: Scope, unitId: string) {
  await db.deleteFrom('unit').where('workspace_id', '=', workspaceId).where('unit_id', '=', unitId).execute();
}
