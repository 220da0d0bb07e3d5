import { asMaintenance, type BackupContents, backupBeforeMigration } from './backup.ts';
import type { BackupKey } from './backup-proof.ts';
import { migrate } from './migrate.ts';
import type { RolePasswords } from './roles.ts';

/** Notes for the stewards that a backup was made; nothing in a database that has no place for it yet. */
export async function noteBackup(url: string, at: Date, { notes, note }: BackupContents): Promise<void> {
  await asMaintenance(url, '', async (client) => {
    const { rows } = await client.query<{ isThere: boolean }>('select to_regclass($1) is not null as "isThere"', [
      notes,
    ]);
    if (!rows[0]?.isThere) return;
    await client.query('set local role app_maintenance');
    await note(client, at);
  });
}

export interface Upgrade {
  /** The owner's address of the database. */
  url: string;
  passwords: RolePasswords;
  /** Where the backup goes. */
  folder: string;
  key: BackupKey;
  contents: BackupContents;
}

/** Brings a database up to date; one that holds an organisation is backed up first, and that is noted once there is a place for it. */
export async function backupThenMigrate({ url, passwords, folder, key, contents }: Upgrade): Promise<void> {
  const at = new Date();
  const file = await backupBeforeMigration(url, folder, key, contents);
  await migrate(url, passwords);
  // A backup that was made and not noted stops no start.
  if (file) await noteBackup(url, at, contents).catch(() => undefined);
}
