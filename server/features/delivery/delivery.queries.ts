import type { Insertable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';

/** Adds a row; the same key again changes nothing. */
export async function insertOutbox({ db, workspaceId }: Scope, row: Omit<Insertable<Tables['outbox']>, 'workspace_id'>) {
  await db
    .insertInto('outbox')
    .values({ ...row, workspace_id: workspaceId })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doNothing())
    .execute();
}
