import { sql } from 'kysely';
import type { Language, Role } from '#contract/common.ts';
import { among, type Scope } from '#server/platform/database.ts';

/** Keeps role changes of a workspace one after another, until the transaction ends. */
export async function holdRoles({ db, workspaceId }: Scope) {
  await db.selectFrom('workspace').select('workspace_id').where('workspace_id', '=', workspaceId).forUpdate().execute();
}

export interface GrantRow {
  person_id: string;
  name: string;
  role: Role;
  given_by: string;
  given_at: Date;
  confirmed_by: string | null;
  end_by: string | null;
  end_at: Date | null;
}

/** All grants of people who are here, with names, oldest first. */
export async function selectGrants({ db, workspaceId }: Scope): Promise<GrantRow[]> {
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'g.workspace_id').onRef('p.person_id', '=', 'g.person_id'),
    )
    .select(['g.person_id', 'g.role', 'g.given_by', 'g.given_at', 'g.confirmed_by', 'g.end_by', 'g.end_at', 'p.name'])
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

/** Whether somebody holds a role, or is to hold one. */
export async function selectHoldsRole({ db, workspaceId }: Scope, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .select('role')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
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

/** Writes a second person's confirmation. */
export async function confirmGrant({ db, workspaceId, personId }: Scope, whom: string, now: Date) {
  await db
    .updateTable('role_grant')
    .set({ confirmed_by: personId, confirmed_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('role', '=', 'works-council')
    .execute();
}

/** Notes that a steward proposes the end of a works-council role, or takes the proposal back. */
export async function proposeEnd({ db, workspaceId, personId }: Scope, whom: string, now: Date | null) {
  await db
    .updateTable('role_grant')
    .set({ end_by: now && personId, end_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('role', '=', 'works-council')
    .execute();
}

/** A second person's word that a works-council role ends; the database lets only such a one be deleted. */
export async function confirmEnd({ db, workspaceId, personId }: Scope, whom: string, now: Date) {
  await db
    .updateTable('role_grant')
    .set({ ended_by: personId, ended_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('role', '=', 'works-council')
    .execute();
}

/** Ends a role; a steward's tokens with it. */
export async function deleteGrant({ db, workspaceId }: Scope, whom: string, role: Role) {
  if (role === 'steward') await sql`select auth.end_tokens(${whom}::uuid)`.execute(db);
  await db
    .deleteFrom('role_grant')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', whom)
    .where('role', '=', role)
    .execute();
}

/** Who made whom since an instant, as far as it leads from one steward to another or to the caller; null where the maker is gone, or anybody with a link. */
export async function selectMakings({ db, workspaceId, personId }: Scope, since: Date) {
  const { rows } = await sql<{ person: string; maker: string | null }>`with made as materialized (
      select p.person_id as person, case when p.source <> 'join' then p.made_by end as maker from person p where p.workspace_id = ${workspaceId}::uuid
        and p.made_by is not null and coalesce(p.made_at, p.created_at) > ${since})
    select m.person, b.person_id as maker from made m
      left join person b on b.workspace_id = ${workspaceId}::uuid and b.person_id = m.maker
      where m.person = ${personId}::uuid or m.person in (select maker from made)
        or m.person in (select g.person_id from role_grant g where g.workspace_id = ${workspaceId}::uuid)
    union all
    select g.person_id, b.person_id from role_grant g
      left join person b on b.workspace_id = g.workspace_id and b.person_id = g.given_by
      where g.workspace_id = ${workspaceId}::uuid and g.role = 'steward' and g.given_by <> g.person_id and g.given_at > ${since}`.execute(
    db,
  );
  return rows;
}

/** When the caller first signed in. */
export async function selectFirstSignIn({ db, workspaceId, personId }: Scope): Promise<Date | null> {
  const row = await db
    .selectFrom('auth.identity')
    .select((eb) => eb.fn.min('first_at').as('at'))
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('issuer', '=', 'user')
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Whether anybody here could be the second person: outside the circle, and signed in before the proposal. */
export async function hasSecondPerson(
  { db, workspaceId }: Scope,
  proposal: { at: Date; whom: string; circle: readonly string[]; since: Date },
): Promise<boolean> {
  const circle = sql`any (${[...proposal.circle]}::uuid[])`;
  const { rows } = await sql`select 1 from auth.identity i
    join person p on p.workspace_id = i.workspace_id and p.person_id = i.person_id and p.status in ('active', 'away')
    where i.workspace_id = ${workspaceId}::uuid and i.issuer = 'user' and i.first_at < ${proposal.at}
      and i.person_id <> ${proposal.whom}::uuid and not i.person_id = ${circle}
      and not (p.made_by is not null and coalesce(p.made_at, p.created_at) > ${proposal.since} and (p.source = 'join' or p.made_by = ${circle}
        or not exists (select 1 from person b where b.workspace_id = p.workspace_id and b.person_id = p.made_by)))
      and not exists (select 1 from role_grant g where g.workspace_id = i.workspace_id and g.person_id = i.person_id
        and g.given_at > ${proposal.since} and g.given_by = ${circle})
    limit 1`.execute(db);
  return rows.length > 0;
}

/** Who watches over roles, and the one it is about, each with the language they read; before they came, that of whoever invited them. */
export async function selectWatchers({ db, workspaceId, personId }: Scope, whom: string) {
  const { rows } = await sql<{ person_id: string; language: Language }>`
    select p.person_id, coalesce(p.language, b.language, w.language) as language from person p
      join workspace w on w.workspace_id = p.workspace_id
      left join entry_invitation i on i.workspace_id = p.workspace_id and i.person_id = p.person_id and p.entered_at is null
      left join person b on b.workspace_id = p.workspace_id and b.person_id = i.invited_by
      where p.workspace_id = ${workspaceId}::uuid and p.person_id <> ${personId}::uuid and p.status in ('active', 'away')
        and (p.person_id = ${whom}::uuid or exists (select 1 from role_grant g where g.workspace_id = p.workspace_id
          and g.person_id = p.person_id and (g.role = 'steward' or g.confirmed_by is not null)))`.execute(db);
  return rows;
}

/** The names of two people, for a message. */
export async function selectRoleNames({ db, workspaceId }: Scope, personIds: readonly string[]) {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', among(personIds))
    .execute();
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}
