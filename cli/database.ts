import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '#server/config.ts';
import { defaultDataDir, startEmbedded } from '#server/platform/embedded.ts';
import { migrate, rolePasswords } from '#server/platform/migrate.ts';
import { instanceSecret, secretsFrom } from '#server/platform/secrets.ts';
import { Problem } from './problem.ts';

/** This installation's database, as the server itself would find it. */
export interface OwnDatabase {
  /** The owner's address. */
  url: string;
  dataDir: string;
  close(): Promise<void>;
}

const project = resolve(import.meta.dirname, '..');

/** Opens the database that the settings name, or the embedded one; `make` sets up what is missing. */
export async function openOwnDatabase(env: NodeJS.ProcessEnv, make: boolean): Promise<OwnDatabase> {
  const config = readConfig(env);
  const dataDir = resolve(config.LOAM_DATA_DIR ?? defaultDataDir(project));
  const embedded = config.DATABASE_URL ? undefined : await openEmbedded(dataDir, make);
  const url = config.DATABASE_URL ?? (await embedded?.urlOf('loam')) ?? '';
  if (make) {
    const root = config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret')));
    await migrate(url, rolePasswords(secretsFrom(root)));
  }
  return { url, dataDir, close: async () => embedded?.close() };
}

async function openEmbedded(dataDir: string, make: boolean) {
  const cluster = join(dataDir, 'postgres');
  if (!make && !existsSync(join(cluster, 'PG_VERSION'))) throw new Problem(`there is no database in ${dataDir} yet.`);
  // A running server keeps its database: only what was started here is stopped here.
  const running = existsSync(join(cluster, 'postmaster.pid'));
  const embedded = await startEmbedded({ dataDir: cluster, durable: true });
  return { urlOf: embedded.urlOf, close: async () => (running ? undefined : embedded.stop()) };
}
