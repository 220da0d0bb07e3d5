import { sql, type Updateable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';

/** What a directory says of a person. */
export interface DirectoryFacts {
  externalId: string | null;
  email: string;
  name: string;
  title: string;
  unitId: string | null;
  siteId: string | null;
  managerId: string | null;
  level: string | null;
  joinedOn: string | null;
  timezone: string | null;
  groups: string[];
  status: 'active' | 'away' | 'leaving';
  awayUntil: string | null;
  leftOn: string | null;
}

export interface NewRecord extends DirectoryFacts {
  personId: string;
  languages: string[];
  interests: string[];
}

/** Facts of one person to write; what is absent stays. */
export interface RecordPatch {
  personId: string;
  after: Partial<DirectoryFacts> & { searchText?: string };
}

export type RecordColumns = Omit<Updateable<Tables['person']>, 'email'>;

/** New people in one statement: managers among them are checked at its end. */
export async function insertPeople(
  { db, workspaceId }: Scope,
  people: readonly (NewRecord & { searchText: string })[],
  now: Date,
): Promise<void> {
  await sql`insert into person (workspace_id, person_id, external_id, email, name, title, search_text, unit_id, site_id, manager_id, level,
      joined_on, timezone, groups, status, away_until, source, created_at)
    select ${workspaceId}::uuid, p."personId", p."externalId", p.email, p.name, p.title, p."searchText", p."unitId", p."siteId", p."managerId",
      p.level, p."joinedOn", p.timezone, array(select jsonb_array_elements_text(p.groups)), p.status, p."awayUntil", 'import', ${now}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) p ("personId" uuid, "externalId" text, email text, name text, title text,
      "searchText" text, "unitId" uuid, "siteId" uuid, "managerId" uuid, level text, "joinedOn" date, timezone text, groups jsonb,
      status text, "awayUntil" date)`.execute(db);
}

/** What new people say in the file of themselves. */
export async function insertProfiles(
  { db, workspaceId }: Scope,
  profiles: readonly Pick<NewRecord, 'personId' | 'languages' | 'interests'>[],
): Promise<void> {
  await sql`insert into profile (workspace_id, person_id, languages, interests)
    select ${workspaceId}::uuid, p."personId", array(select jsonb_array_elements_text(p.languages)),
      array(select jsonb_array_elements_text(p.interests))
    from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) p ("personId" uuid, languages jsonb, interests jsonb)`.execute(
    db,
  );
}

export async function clearAddresses({ db, workspaceId }: Scope, personIds: readonly string[], now: Date) {
  await sql`update person set email = person_id::text, made_by = scope_person(), made_at = ${now} where workspace_id = ${workspaceId}::uuid and person_id = any (${personIds}::uuid[])`.execute(
    db,
  );
}

export async function clearExternalIds({ db, workspaceId }: Scope, personIds: readonly string[]) {
  await sql`update person set external_id = null where workspace_id = ${workspaceId}::uuid and person_id = any (${personIds}::uuid[])`.execute(
    db,
  );
}

/** Writes the facts that each patch names, and no others, in one statement. */
export async function updatePeople({ db, workspaceId }: Scope, patches: readonly RecordPatch[]): Promise<void> {
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

export async function deletePeople({ db, workspaceId }: Scope, personIds: readonly string[]): Promise<void> {
  await sql`update person set manager_id = null where workspace_id = ${workspaceId}::uuid and manager_id = any (${personIds}::uuid[])`.execute(
    db,
  );
  await sql`delete from person where workspace_id = ${workspaceId}::uuid and person_id = any (${personIds}::uuid[])`.execute(
    db,
  );
}

export async function updateRecord({ db, workspaceId }: Scope, personId: string, values: RecordColumns): Promise<void> {
  if (changesNothing(values)) return;
  await db
    .updateTable('person')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
}

/** Another address, and who gave it. */
export async function updateAddress(
  { db, workspaceId, personId }: Scope,
  whom: string,
  email: string,
  now: Date,
): Promise<void> {
  await sql`update person set email = ${email}, made_by = ${personId}::uuid, made_at = ${now}
    where workspace_id = ${workspaceId}::uuid and person_id = ${whom}::uuid`.execute(db);
}
