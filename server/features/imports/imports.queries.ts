import { sql } from 'kysely';
import { among, type Scope } from '#server/platform/database.ts';
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

/** Everybody who is here or leaving, in a steady order, with what they refused since an instant. */
export async function selectMembers({ db, workspaceId }: Scope, refusedSince: Date): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select p.person_id as "personId", p.external_id as "externalId", p.email, p.name, p.title, p.unit_id as "unitId", p.site_id as "siteId",
      p.manager_id as "managerId", p.level, p.joined_on as "joinedOn", p.timezone, p.groups, p.status, p.away_until as "awayUntil",
      p.left_on as "leftOn", p.source = 'import' as "isImported", p.name_from = 'self' as "saysOwnName", g.person_id is not null as "holdsRole", i.person_id is not null as "hasSignedIn",
      w.new_email as "waitsFor", coalesce(r.refused, '{}') as refused
    from person p
    left join (select distinct person_id from role_grant where workspace_id = ${workspaceId}) g on g.person_id = p.person_id
    left join (select distinct person_id from auth.identity where workspace_id = ${workspaceId} and issuer = 'user') i on i.person_id = p.person_id
    left join address_change w on w.workspace_id = p.workspace_id and w.person_id = p.person_id and w.state = 'pending'
    left join (select person_id, array_agg(new_email) as refused from address_change
      where workspace_id = ${workspaceId} and state = 'refused' and ended_at > ${refusedSince} group by person_id) r on r.person_id = p.person_id
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
export async function freeKeys(
  { db, workspaceId }: Scope,
  addresses: readonly string[],
  ids: readonly string[],
  now: Date,
) {
  await sql`update person set email = person_id::text, made_by = scope_person(), made_at = ${now} where workspace_id = ${workspaceId}::uuid and person_id = any (${addresses}::uuid[])`.execute(
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
    sql`name_from = case when c.after ? 'name' then 'directory' else p.name_from end`,
    sql`unit_said = p.unit_said and not c.after ? 'unitId'`,
    sql`site_said = p.site_said and not c.after ? 'siteId'`,
    sql`groups = case when c.after ? 'groups' then array(select jsonb_array_elements_text(c.after -> 'groups')) else p.groups end`,
  ])}
    from jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) c ("personId" uuid, after jsonb)
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = c."personId"`.execute(db);
}

/** Removes people who were never here themselves. */
export async function deletePeople({ db, workspaceId }: Scope, personIds: readonly string[]) {
  await sql`select auth.forget_sign_in(${personIds}::uuid[])`.execute(db);
  await sql`update person set manager_id = null where workspace_id = ${workspaceId}::uuid and manager_id = any (${personIds}::uuid[])`.execute(
    db,
  );
  await sql`delete from person where workspace_id = ${workspaceId}::uuid and person_id = any (${personIds}::uuid[])`.execute(
    db,
  );
}

/** Whether somebody of the works council is among these people. */
export async function hasCouncil({ db, workspaceId, personId }: Scope, personIds: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', among(personIds))
    .where('person_id', '<>', personId)
    .where('role', '=', 'works-council')
    .where('confirmed_by', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends sessions, tokens and addresses in the same transaction as the change. */
export async function endSignIn({ db }: Scope, personIds: readonly string[]) {
  await sql`select auth.end_sign_in(whom) from unnest(${personIds}::uuid[]) whom`.execute(db);
}

/** Ends sessions, tokens and passkeys of people; no address signs in until two people release one. */
export async function closeSignIn({ db }: Scope, personIds: readonly string[]) {
  await sql`select auth.close_sign_in(whom) from unnest(${personIds}::uuid[]) whom`.execute(db);
}

/** Whether any of these people has signed in, as it stands at this instant. */
export async function hasAnySignedIn({ db, workspaceId }: Scope, personIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from auth.identity where workspace_id = ${workspaceId}::uuid
    and person_id = any (${personIds}::uuid[]) and issuer = 'user' limit 1`.execute(db);
  return rows.length > 0;
}

/** Makes the address of each person here the one they may sign in with. */
export async function renewAddresses({ db, workspaceId }: Scope, personIds: readonly string[]) {
  if (personIds.length === 0) return;
  await sql`delete from auth.identity i using person p where i.workspace_id = ${workspaceId}::uuid and i.issuer in ('email', 'private-email')
    and i.person_id = any (${personIds}::uuid[]) and p.workspace_id = i.workspace_id and p.person_id = i.person_id
    and p.status in ('active', 'away') and (i.subject <> p.email or i.issuer = 'private-email')`.execute(db);
  await sql`insert into auth.identity (issuer, subject, workspace_id, person_id)
    select 'email', p.email, p.workspace_id, p.person_id from person p
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = any (${personIds}::uuid[]) and p.status in ('active', 'away')
    on conflict do nothing`.execute(db);
}

/** Addresses of people who have just come: none of them has had one here before. */
export async function insertAddresses({ db, workspaceId }: Scope, people: readonly Added[]) {
  // Without a look at the table: the planner still believes that nobody is in it.
  const addresses = people.map(({ personId, email }) => ({ personId, email }));
  await sql`insert into auth.identity (issuer, subject, workspace_id, person_id)
    select 'email', a.email, ${workspaceId}::uuid, a."personId"
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) a ("personId" uuid, email text) on conflict do nothing`.execute(
    db,
  );
}
