import type { MaintenanceClient } from '#server/platform/backup.ts';

/** Notes for the stewards that a backup was made. */
export async function noteBackupMade(client: MaintenanceClient, at: Date): Promise<void> {
  await client.query(
    `insert into overview_note (workspace_id, kind, noted_at) select workspace_id, 'backup-made', $1 from workspace
     on conflict (workspace_id, kind) do update set noted_at = excluded.noted_at`,
    [at],
  );
}
