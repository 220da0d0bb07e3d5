import type { MaintenanceClient } from '#server/platform/backup.ts';

/** After a restore: what was waiting waits for a steward, and what was under way may have arrived. */
export async function holdRestoredMail(client: MaintenanceClient): Promise<void> {
  await client.query("update outbox set status = 'held' where status in ('queued', 'claimed')");
  await client.query("update outbox set status = 'doubtful' where status = 'handed-over'");
}
