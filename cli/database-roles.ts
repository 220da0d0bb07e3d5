import { join, resolve } from 'node:path';
import { readConfig } from '#server/config.ts';
import { defaultDataDir } from '#server/platform/embedded.ts';
import { rolePasswords, roleStatements } from '#server/platform/roles.ts';
import { instanceSecret, secretsFrom } from '#server/platform/secrets.ts';
import { readOptions } from './options.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- database-roles

Prints the SQL with which an administrator of PostgreSQL makes Loam's roles, for an owner in DATABASE_URL
who may not create roles. It holds no password in plain form.`;

/** `loam database-roles`: SQL for an administrator. */
export async function databaseRoles(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const typed = readOptions(args, [], ['help', 'h']);
  if (typed.flags.size > 0) {
    console.log(HELP);
    return 0;
  }
  const config = readConfig(env);
  if (!config.DATABASE_URL) throw new Problem('set DATABASE_URL first: the embedded database makes its roles itself.');
  const dataDir = resolve(config.LOAM_DATA_DIR ?? defaultDataDir(resolve(import.meta.dirname, '..')));
  const secret = config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret')));
  const owner = decodeURIComponent(new URL(config.DATABASE_URL).username);
  console.log(roleStatements(rolePasswords(secretsFrom(secret)), owner));
  return 0;
}
