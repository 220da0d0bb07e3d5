import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { restore as readBackup } from '#server/platform/backup.ts';
import { openOwnDatabase } from './database.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- restore <file> [--force] [--erasures file]

Brings a backup back. Whoever was deleted since is deleted again, and mail waits until a steward lets it go.

  --force          replace the organisation that is there already
  --erasures file  the list of deletions; erasures.jsonl in the data folder unless named`;

/** `loam restore`: a backup comes back, deletions are replayed, mail is held. */
export async function restore(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const typed = readOptions(args, ['erasures'], ['force', 'help', 'h']);
  if (typed.flags.has('help') || typed.flags.has('h')) {
    console.log(HELP);
    return 0;
  }
  const [file, ...more] = typed.words;
  if (file === undefined || more.length > 0) throw new Problem('name one file: loam restore <file>');
  if (!existsSync(file)) throw new Problem(`there is no file ${file}.`);
  const database = await openOwnDatabase(env, true);
  try {
    const erasures = resolve(typed.values.get('erasures') ?? join(database.dataDir, 'erasures.jsonl'));
    const force = typed.flags.has('force');
    const { rows, erased } = await readBackup({ url: database.url, file, force, erasures }).catch(problemOf);
    console.log(`${rows} rows are back; ${erased} deleted again. Mail waits until a steward lets it go.`);
    return 0;
  } finally {
    await database.close();
  }
}

function problemOf(error: unknown): never {
  throw error instanceof Error ? new Problem(error.message) : error;
}
