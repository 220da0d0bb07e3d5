import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

export interface UnitRow {
  unitId: string;
  parentId: string | null;
  name: string;
}

export interface SiteRow {
  siteId: string;
  name: string;
}

export interface NewUnitRow extends UnitRow {
  origin?: string | null | undefined;
}

/** Every unit, in a steady order. */
export async function selectUnitTree({ db, workspaceId }: Scope): Promise<UnitRow[]> {
  return db
    .selectFrom('unit')
    .select(['unit_id as unitId', 'parent_id as parentId', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('unit_id')
    .execute();
}

/** Every site, in a steady order. */
export async function selectSiteList({ db, workspaceId }: Scope): Promise<SiteRow[]> {
  return db
    .selectFrom('site')
    .select(['site_id as siteId', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('site_id')
    .execute();
}

export type PlaceKind = 'unit' | 'site';

export interface PlaceRow {
  id: string;
  name: string;
}

export async function selectPlacesOfKind({ db, workspaceId }: Scope, kind: PlaceKind): Promise<PlaceRow[]> {
  return kind === 'unit'
    ? db.selectFrom('unit').select(['unit_id as id', 'name']).where('workspace_id', '=', workspaceId).execute()
    : db.selectFrom('site').select(['site_id as id', 'name']).where('workspace_id', '=', workspaceId).execute();
}

export async function insertPlace({ db, workspaceId }: Scope, kind: PlaceKind, { id, name }: PlaceRow): Promise<void> {
  if (kind === 'unit') await db.insertInto('unit').values({ workspace_id: workspaceId, unit_id: id, name }).execute();
  else await db.insertInto('site').values({ workspace_id: workspaceId, site_id: id, name }).execute();
}

/** Keeps two people from naming the same new place at once, until the transaction ends. */
export async function holdPlaces({ db, workspaceId }: Scope) {
  await db
    .selectFrom('workspace')
    .select('workspace_id')
    .where('workspace_id', '=', workspaceId)
    .forNoKeyUpdate()
    .execute();
}

export async function insertPlaces(
  { db, workspaceId }: Scope,
  units: readonly UnitRow[],
  sites: readonly SiteRow[],
): Promise<void> {
  await sql`insert into unit (workspace_id, unit_id, parent_id, name)
    select ${workspaceId}::uuid, u."unitId", u."parentId", u.name
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) u ("unitId" uuid, "parentId" uuid, name text)`.execute(db);
  await sql`insert into site (workspace_id, site_id, name)
    select ${workspaceId}::uuid, s."siteId", s.name
    from jsonb_to_recordset(${JSON.stringify(sites)}::jsonb) s ("siteId" uuid, name text)`.execute(db);
}

/** Removes those of these units and sites where nobody is, and below which nothing is. */
export async function deleteEmptyPlaces(
  { db, workspaceId }: Scope,
  units: readonly string[],
  sites: readonly string[],
): Promise<void> {
  // One statement: a unit at a time looks through everybody who has just gone, each time.
  await sql`with recursive kept as (
      select u.unit_id, u.parent_id from unit u where u.workspace_id = ${workspaceId}::uuid and (u.unit_id <> all (${units}::uuid[])
        or u.unit_id in (select p.unit_id from person p where p.workspace_id = ${workspaceId}::uuid))
      union
      select u.unit_id, u.parent_id from kept k join unit u on u.workspace_id = ${workspaceId}::uuid and u.unit_id = k.parent_id)
    delete from unit u where u.workspace_id = ${workspaceId}::uuid and u.unit_id = any (${units}::uuid[])
      and u.unit_id not in (select unit_id from kept)`.execute(db);
  await sql`delete from site s where s.workspace_id = ${workspaceId}::uuid and s.site_id = any (${sites}::uuid[])
    and not exists (select 1 from person p where p.workspace_id = s.workspace_id and p.site_id = s.site_id)`.execute(
    db,
  );
}

export async function insertUnit({ db, workspaceId }: Scope, unit: NewUnitRow): Promise<void> {
  const { unitId, parentId, name, origin = null } = unit;
  await db
    .insertInto('unit')
    .values({ workspace_id: workspaceId, unit_id: unitId, parent_id: parentId, name, origin })
    .execute();
}

export async function updateUnit({ db, workspaceId }: Scope, { unitId, parentId, name }: UnitRow): Promise<void> {
  await db
    .updateTable('unit')
    .set({ parent_id: parentId, name })
    .where('workspace_id', '=', workspaceId)
    .where('unit_id', '=', unitId)
    .execute();
}

/** Waits for whoever is just putting something into a unit, and lets nobody else until this transaction ends. */
export async function holdUnit({ db, workspaceId }: Scope, unitId: string): Promise<void> {
  await db
    .selectFrom('unit')
    .select('unit_id')
    .where('workspace_id', '=', workspaceId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .execute();
}

/** Whether nobody is in a unit, nothing below it, and no programme is meant for it: that would end with it. */
export async function isUnitEmpty({ db, workspaceId }: Scope, unitId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from unit where workspace_id = ${workspaceId}::uuid and parent_id = ${unitId}::uuid
    union all select 1 from person where workspace_id = ${workspaceId}::uuid and unit_id = ${unitId}::uuid
    union all select 1 from programme where workspace_id = ${workspaceId}::uuid and unit_id = ${unitId}::uuid limit 1`.execute(
      db,
    );
  return rows.length === 0;
}

export async function deleteUnit({ db, workspaceId }: Scope, unitId: string): Promise<void> {
  await db.deleteFrom('unit').where('workspace_id', '=', workspaceId).where('unit_id', '=', unitId).execute();
}
