import { sql } from 'kysely';
import { among, type JobScope, type Scope } from '#server/platform/database.ts';

/** My line of the directory, with names instead of numbers. */
export async function selectMyLine({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('person as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.person_id', '=', 'p.manager_id'),
    )
    .selectAll('p')
    .select(['w.name as organisation', 'u.name as unit', 's.name as site', 'm.name as manager'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

export async function selectWholeProfile({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('profile')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function selectPicture({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('photo')
    .select(['media_type', 'bytes'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function selectNamesOf({ db, workspaceId }: Scope, personIds: readonly string[]) {
  return db
    .selectFrom('person')
    .select(['person_id as id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', among(personIds))
    .execute();
}

/** What units and sites are called. */
export async function selectPlaceNames({ db, workspaceId }: Scope): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select unit_id as id, name from unit where workspace_id = ${workspaceId}::uuid
    union all select site_id, name from site where workspace_id = ${workspaceId}::uuid`.execute(db);
  return rows;
}

export async function selectStillHere({ db, workspaceId }: JobScope, personId: string) {
  return db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** Who left on or before a day and is still there. */
export async function selectPastGrace({ db, workspaceId }: JobScope, day: string) {
  return db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'leaving')
    .where('left_on', '<=', day)
    .execute();
}
