import { join, resolve } from 'node:path';
import { backup as writeBackup } from '#server/platform/backup.ts';
import { openOwnDatabase } from './database.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- backup [--out file]

Writes the whole organisation to one file, while the server runs or not.
Without --out the file lies in backups/ below the data folder.`;

/** `loam backup`: one file with everything. */
export async function backup(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const typed = readOptions(args, ['out'], ['help', 'h']);
  if (typed.flags.size > 0) {
    console.log(HELP);
    return 0;
  }
  if (typed.words.length > 0)
    throw new Problem(`do not know what to do with "${typed.words[0]}". To name the file: --out file`);
  const database = await openOwnDatabase(env, false);
  try {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const file = resolve(typed.values.get('out') ?? join(database.dataDir, 'backups', `${stamp}.loam-backup`));
    await writeBackup(database.url, file);
    console.log(file);
    return 0;
  } finally {
    await database.close();
  }
}
