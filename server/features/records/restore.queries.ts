import type { MaintenanceClient } from '#server/platform/backup.ts';
import type { Erasure } from '#server/platform/erasures.ts';

/** Who was deleted, as the database knows it. */
export async function selectErasures(client: MaintenanceClient): Promise<Erasure[]> {
  const { rows } = await client.query<{ workspace_id: string; person_id: string; erased_at: Date }>(
    'select * from erasure',
  );
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    personId: row.person_id,
    at: row.erased_at.toISOString(),
  }));
}

/** Deletes somebody again who came back with a backup; false where they did not. */
export async function eraseRestored(client: MaintenanceClient, erasure: Erasure): Promise<boolean> {
  const { workspaceId, personId, at } = erasure;
  const ids = [workspaceId, personId];
  const known = await client.query('select 1 from person where workspace_id = $1 and person_id = $2', ids);
  if (!known.rowCount) return false;
  await client.query("select set_config('loam.workspace', $1, true)", [workspaceId]);
  await client.query('select erase_person($1, $2, $3)', [...ids, at]);
  return true;
}
