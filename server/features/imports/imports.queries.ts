import { sql } from 'kysely';
import { among, type Scope } from '#server/platform/database.ts';
import type { DirectoryPerson } from './matching/known-directory.rules.ts';

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
export async function selectKnownPeople({ db, workspaceId }: Scope, refusedSince: Date): Promise<DirectoryPerson[]> {
  const { rows } = await sql<DirectoryPerson>`
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
