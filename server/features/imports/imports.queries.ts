import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';
import type { Added } from './imports.rules.ts';
import type { Facts, Member } from './members/members.rules.ts';
import type { SiteRow, UnitRow } from './places/places.rules.ts';

/** One import or undo of an organisation at a time; others may still write. */
export async function lockDirectory({ db, workspaceId }: Scope): Promise<string> {
  const row = await db
    .selectFrom('workspace')
    .select('timezone')
    .where('workspace_id', '=', workspaceId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return row.timezone;
}

/** Everybody who is here or leaving, in a steady order. */
export async function selectMembers({ db, workspaceId }: Scope): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select p.person_id as "personId", p.external_id as "externalId", p.email, p.name, p.title, p.unit_id as "unitId", p.site_id as "siteId",
      p.manager_id as "managerId", p.level, p.joined_on as "joinedOn", p.timezone, p.groups, p.status, p.away_until as "awayUntil",
      p.left_on as "leftOn", p.source = 'import' as "isImported", g.person_id is not null as "holdsRole", i.person_id is not null as "hasSignedIn"
    from person p
    left join (select distinct person_id from role_grant where workspace_id = ${workspaceId}) g on g.person_id = p.person_id
    left join (select distinct person_id from auth.identity where workspace_id = ${workspaceId} and issuer = 'user') i on i.person_id = p.person_id
    where p.workspace_id = ${workspaceId} and p.status in ('active', 'away', 'leaving')
    order by p.person_id`.execute(db);
  return rows;
}

export async function selectUnits({ db, workspaceId }: Scope): Promise<UnitRow[]> {
  return db
    .selectFrom('unit')
    .select(['unit_id as unitId', 'parent_id as parentId', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('unit_id')
    .execute();
}

export async function selectSites({ db, workspaceId }: Scope): Promise<SiteRow[]> {
  return db
    .selectFrom('site')
    .select(['site_id as siteId', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('site_id')
    .execute();
}

export async function insertPlaces(scope: Scope, units: readonly UnitRow[], sites: readonly SiteRow[]) {
  const { db, workspaceId } = scope;
  await sql`insert into unit (workspace_id, unit_id, parent_id, name)
    select ${workspaceId}::uuid, u."unitId", u."parentId", u.name
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) u ("unitId" uuid, "parentId" uuid, name text)`.execute(db);
  await sql`insert into site (workspace_id, site_id, name)
    select ${workspaceId}::uuid, s."siteId", s.name
    from jsonb_to_recordset(${JSON.stringify(sites)}::jsonb) s ("siteId" uuid, name text)`.execute(db);
}

/** Removes units and sites where nobody is, and below which nothing is. */
export async function deleteEmptyPlaces(
  { db, workspaceId }: Scope,
  units: readonly string[],
  sites: readonly string[],
) {
  for (const unitId of units) {
    await sql`delete from unit u where u.workspace_id = ${workspaceId}::uuid and u.unit_id = ${unitId}::uuid
      and not exists (select 1 from person p where p.workspace_id = u.workspace_id and p.unit_id = u.unit_id)
      and not exists (select 1 from unit c where c.workspace_id = u.workspace_id and c.parent_id = u.unit_id)`.execute(
      db,
    );
  }
  await sql`delete from site s where s.workspace_id = ${workspaceId}::uuid and s.site_id = any (${sites}::uuid[])
    and not exists (select 1 from person p where p.workspace_id = s.workspace_id and p.site_id = s.site_id)`.execute(
    db,
  );
}

/** New people in one statement: managers among them are checked at its end. */
export async function insertPeople(
  { db, workspaceId }: Scope,
  people: readonly (Added & { searchText: string })[],
  now: Date,
) {
  await sql`insert into person (workspace_id, person_id, external_id, email, name, title, search_text, unit_id, site_id, manager_id, level,
      joined_on, timezone, groups, status, away_until, source, created_at)
    select ${workspaceId}::uuid, p."personId", p."externalId", p.email, p.name, p.title, p."searchText", p."unitId", p."siteId", p."managerId",
      p.level, p."joinedOn", p.timezone, array(select jsonb_array_elements_text(p.groups)), p.status, p."awayUntil", 'import', ${now}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) p ("personId" uuid, "externalId" text, email text, name text, title text,
      "searchText" text, "unitId" uuid, "siteId" uuid, "managerId" uuid, level text, "joinedOn" date, timezone text, groups jsonb,
      status text, "awayUntil" date)`.execute(db);
  const said = people.filter(({ languages, interests }) => languages.length > 0 || interests.length > 0);
  const profiles = said.map(({ personId, languages, interests }) => ({ personId, languages, interests }));
  await sql`insert into profile (workspace_id, person_id, languages, interests)
    select ${workspaceId}::uuid, p."personId", array(select jsonb_array_elements_text(p.languages)),
      array(select jsonb_array_elements_text(p.interests))
    from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) p ("personId" uuid, languages jsonb, interests jsonb)`.execute(
    db,
  );
}

export interface Patch {
  personId: string;
  after: Partial<Facts> & { searchText?: string };
}

/** Lets go of addresses and ids that are about to change hands, so that two people may swap them. */
export async function freeKeys({ db, workspaceId }: Scope, addresses: readonly string[], ids: readonly string[]) {
  await sql`update person set email = person_id::text where workspace_id = ${workspaceId}::uuid and person_id = any (${addresses}::uuid[])`.execute(
    db,
  );
  await sql`update person set external_id = null where workspace_id = ${workspaceId}::uuid and person_id = any (${ids}::uuid[])`.execute(
    db,
  );
}

/** Writes the facts a patch names, and no others. */
export async function updatePeople({ db, workspaceId }: Scope, patches: readonly Patch[]) {
  if (patches.length === 0) return;
  const column = (key: string, name: string, type = 'text') =>
    sql`${sql.ref(name)} = case when c.after ? ${sql.lit(key)} then (c.after ->> ${sql.lit(key)})::${sql.raw(type)} else p.${sql.ref(name)} end`;
  await sql`update person p set ${sql.join([
    column('externalId', 'external_id'),
    column('email', 'email'),
    column('name', 'name'),
    column('title', 'title'),
    column('searchText', 'search_text'),
    column('unitId', 'unit_id', 'uuid'),
    column('siteId', 'site_id', 'uuid'),
    column('managerId', 'manager_id', 'uuid'),
    column('level', 'level'),
    column('joinedOn', 'joined_on', 'date'),
    column('timezone', 'timezone'),
    column('status', 'status'),
    column('awayUntil', 'away_until', 'date'),
    column('leftOn', 'left_on', 'date'),
    sql`groups = case when c.after ? 'groups' then array(select jsonb_array_elements_text(c.after -> 'groups')) else p.groups end`,
  ])}
    from jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) c ("personId" uuid, after jsonb)
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = c."personId"`.execute(db);
}

/** Removes people who were never here themselves. */
export async function deletePeople({ db, workspaceId }: Scope, personIds: readonly string[]) {
  await sql`select auth.forget_sign_in(whom) from unnest(${personIds}::uuid[]) whom`.execute(db);
  await sql`update person set manager_id = null where workspace_id = ${workspaceId}::uuid and manager_id = any (${personIds}::uuid[])`.execute(
    db,
  );
  await sql`delete from person where workspace_id = ${workspaceId}::uuid and person_id = any (${personIds}::uuid[])`.execute(
    db,
  );
}

/** Ends sessions, tokens and addresses in the same transaction as the change. */
export async function endSignIn({ db }: Scope, personIds: readonly string[]) {
  await sql`select auth.end_sign_in(whom) from unnest(${personIds}::uuid[]) whom`.execute(db);
}

/** Makes the address of each person here the one they may sign in with. */
export async function renewAddresses({ db, workspaceId }: Scope, personIds: readonly string[]) {
  await sql`delete from auth.identity i using person p where i.workspace_id = ${workspaceId}::uuid and i.issuer in ('email', 'private-email')
    and i.person_id = any (${personIds}::uuid[]) and p.workspace_id = i.workspace_id and p.person_id = i.person_id
    and p.status in ('active', 'away') and (i.subject <> p.email or i.issuer = 'private-email')`.execute(db);
  await sql`insert into auth.identity (issuer, subject, workspace_id, person_id)
    select 'email', p.email, p.workspace_id, p.person_id from person p
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = any (${personIds}::uuid[]) and p.status in ('active', 'away')
    on conflict do nothing`.execute(db);
}
