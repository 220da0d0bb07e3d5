import { among, type Scope } from '#server/platform/database.ts';

/** Facts of people that suggestions weigh; veiled people show nothing here. */
export async function selectFacts({ db, workspaceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('person as p')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('profile as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'p.status',
      'p.unit_id',
      'p.joined_on',
      'p.level',
      'u.name as unit',
      's.name as site',
      'f.interests',
      'f.passions',
      'f.talents',
      'f.shows',
    ])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .execute();
}

/** Some people who are open to hellos today, outside a unit where one is given, from a place in the order of ids on. */
export async function selectOpenToHellos(
  { db, workspaceId, personId }: Scope,
  from: { place: string; outside: string | null; today: string; most: number },
) {
  const query = db
    .selectFrom('boundary as b')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'b.workspace_id').onRef('p.person_id', '=', 'b.person_id'),
    )
    .select('p.person_id')
    .where('b.workspace_id', '=', workspaceId)
    .where('b.person_id', '>=', from.place)
    .where('b.person_id', '!=', personId)
    .where('b.hellos', '=', true)
    .where((eb) => eb.or([eb('b.paused_until', 'is', null), eb('b.paused_until', '<', from.today)]))
    .where('p.status', '=', 'active')
    .orderBy('b.person_id')
    .limit(from.most);
  return (from.outside === null ? query : query.where('p.unit_id', 'is distinct from', from.outside)).execute();
}

/** The others who are here, up to a number, the longest first; whose turn it is of more is left to the database. */
export async function selectColleagues({ db, workspaceId, personId }: Scope, most: number) {
  return db
    .with('some', (with_) =>
      with_
        .selectFrom('person')
        .select(['person_id', 'created_at'])
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '!=', personId)
        .where('status', '=', 'active')
        .limit(most),
    )
    .selectFrom('some')
    .select('person_id')
    .orderBy('created_at')
    .orderBy('person_id')
    .execute();
}

/** How people whom the caller knows can be reached; office days only of those who show them. */
export async function selectReach({ db, workspaceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('person as p')
    .leftJoin('profile as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.email', 'f.office_days', 'f.shows'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .execute();
}

/** The caller's unit, and the organisation's name and zone. */
export async function selectOwnUnit({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .select(['p.unit_id', 'w.name as workspace', 'w.timezone'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}
