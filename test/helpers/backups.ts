import { open } from 'node:fs/promises';
import { backupContents } from '../../server/backups.ts';
import { backup, restore } from '../../server/platform/backup.ts';
import { backupKeyFrom } from '../../server/platform/backup-proof.ts';
import { testSecrets } from './world.ts';

const key = backupKeyFrom(testSecrets);

/** A backup as the tests' own instance signs it. */
export const backUp = (url: string, file: string): Promise<void> => backup(url, file, key, backupContents);

/** Brings a backup of the tests' own instance back over whatever is there. */
export async function bringBack(options: { url: string; file: string; erasures: string }): Promise<void> {
  const file = await open(options.file, 'r');
  const trust = { own: key.fingerprint, withoutProof: false };
  await restore({ ...options, file, force: true, trust, contents: backupContents }).finally(() => file.close());
}
