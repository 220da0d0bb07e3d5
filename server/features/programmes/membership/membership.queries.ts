import type { Insertable, Updateable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';

/** Joins once; joining again changes nothing. */
export async function insertMembership(
  { db, workspaceId, personId }: Scope,
  row: Omit<Insertable<Tables['membership']>, 'workspace_id' | 'person_id'>,
) {
  await db
    .insertInto('membership')
    .values({ ...row, workspace_id: workspaceId, person_id: personId })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'programme_id', 'person_id']).doNothing())
    .execute();
}

export async function updateMembership(
  { db, workspaceId, personId }: Scope,
  programmeId: string,
  values: Updateable<Tables['membership']>,
) {
  if (changesNothing(values)) return;
  await db
    .updateTable('membership')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute();
}

export async function deleteMembership({ db, workspaceId, personId }: Scope, programmeId: string) {
  await db
    .deleteFrom('membership')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute();
}

/** The caller's skip in a programme that runs; undefined where they take no part. */
export async function selectSkip({ db, workspaceId, personId }: Scope, programmeId: string) {
  return db
    .selectFrom('membership as m')
    .innerJoin('programme as p', (join) =>
      join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.programme_id', '=', 'm.programme_id'),
    )
    .innerJoin('person as r', (join) =>
      join.onRef('r.workspace_id', '=', 'm.workspace_id').onRef('r.person_id', '=', 'm.person_id'),
    )
    .select(['m.skip_on', 'm.chosen_at', 'p.last_on', 'p.timezone'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.programme_id', '=', programmeId)
    .where('m.person_id', '=', personId)
    .where('p.status', '=', 'running')
    .where('r.status', 'in', ['active', 'away'])
    .executeTakeFirst();
}
