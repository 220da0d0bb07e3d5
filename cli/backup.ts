import { join, resolve } from 'node:path';
import { backupContents } from '#server/backups.ts';
import { backup as writeBackup } from '#server/platform/backup.ts';
import { noteBackup } from '#server/platform/backup-note.ts';
import { passingBackupKey } from '#server/platform/backup-proof.ts';
import { backupKeyIfThere, becomeOwnerOf, installationOf, openOwnDatabase } from './database.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- backup [--out file]

Writes the whole organisation to one file, while the server runs or not.
Without --out the file lies in backups/ below the data folder.
The fingerprint that it tells proves on another machine that the file is untouched: note it down once.`;

/** `loam backup`: one signed file with everything. */
export async function backup(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const typed = readOptions(args, ['out'], ['help', 'h']);
  if (typed.flags.size > 0) {
    console.log(HELP);
    return 0;
  }
  if (typed.words.length > 0)
    throw new Problem(`do not know what to do with "${typed.words[0]}". To name the file: --out file`);
  const installation = installationOf(env);
  const out = typed.values.get('out');
  if (out === undefined) becomeOwnerOf(installation.dataDir);
  const database = await openOwnDatabase(installation, false);
  try {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const file = resolve(out ?? join(installation.dataDir, 'backups', `${stamp}.loam-backup`));
    const key = await backupKeyIfThere(installation);
    const at = new Date();
    await writeBackup(database.url, file, key ?? passingBackupKey(), backupContents);
    // The file stands, noted or not.
    await noteBackup(database.url, at, backupContents).catch((error: Error) =>
      console.error(`It could not be noted: ${error.message}`),
    );
    // Standard output is the file's name alone, for scripts.
    console.log(file);
    console.error(
      key
        ? `Signed by this instance. Its fingerprint, the same for all its backups: ${key.fingerprint}`
        : 'There is no secret of the instance here, so the file cannot be proved: a restore will need --without-proof.',
    );
    return 0;
  } finally {
    await database.close();
  }
}
