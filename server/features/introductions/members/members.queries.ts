import { among, type Scope } from '#server/platform/database.ts';

/** A transaction in a workspace, of a person or of the background. */
export type WorkspaceScope = Pick<Scope, 'db' | 'workspaceId'>;

/** What an introduction and its mail need to know of people; to a person, a veiled one's profile is absent. */
export async function selectIntroductionMembers({ db, workspaceId }: WorkspaceScope, ids: readonly string[]) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('profile as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.name', 'p.email', 'p.status', 'p.manager_id', 'p.level', 'p.language', 'p.timezone'])
    .select(['s.name as site', 's.timezone as site_timezone', 'u.name as unit'])
    .select(['w.timezone as workspace_timezone', 'w.language as workspace_language'])
    .select(['f.hours_from', 'f.hours_to', 'f.office_days', 'f.about', 'f.ask_me_about', 'f.interests'])
    .select(['f.talents', 'f.passions', 'f.languages', 'f.shows'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .orderBy('p.person_id')
    .execute();
}

/** When people can be met, for many at once. */
export async function selectMemberHours({ db, workspaceId }: WorkspaceScope, ids: readonly string[]) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('profile as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.timezone', 's.name as site', 's.timezone as site_timezone'])
    .select(['w.timezone as workspace_timezone', 'f.hours_from', 'f.hours_to', 'f.office_days', 'f.shows'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .execute();
}

/** Serialises what happens under a name until the transaction ends. */
export async function holdName({ db, workspaceId }: WorkspaceScope, name: string) {
  const key = `${workspaceId} ${name}`;
  await db
    .selectNoFrom((eb) =>
      eb.fn('pg_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(key), eb.val(0)])]).as('held'),
    )
    .execute();
}
