import { among, type Scope } from '#server/platform/database.ts';

/** Facts of people that suggestions weigh; veiled people show nothing here. */
export async function selectFacts({ db, workspaceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('person as p')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('profile as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'p.status',
      'p.unit_id',
      'p.joined_on',
      'u.name as unit',
      'f.interests',
      'f.passions',
      'f.talents',
      'f.shows',
    ])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .execute();
}

/** Some people elsewhere who are open to hellos today, from a place in the order of ids on. */
export async function selectElsewhere(
  { db, workspaceId, personId }: Scope,
  from: { place: string; unitId: string | null; today: string; most: number },
) {
  return db
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
    .where('p.unit_id', 'is distinct from', from.unitId)
    .orderBy('b.person_id')
    .limit(from.most)
    .execute();
}

/** The caller's unit, joining day and the organisation's zone. */
export async function selectOwn({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .select(['p.unit_id', 'w.timezone'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}
