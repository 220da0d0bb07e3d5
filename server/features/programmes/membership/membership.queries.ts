import type { Insertable, Updateable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';

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
