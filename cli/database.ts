import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Config, readConfig } from '#server/config.ts';
import { type BackupKey, backupKeyFrom } from '#server/platform/backup-proof.ts';
import { makeDataFolder } from '#server/platform/data-folder.ts';
import { defaultDataDir, startEmbedded } from '#server/platform/embedded.ts';
import { migrate } from '#server/platform/migrate.ts';
import { rolePasswords } from '#server/platform/roles.ts';
import { instanceSecret, type Secrets, secretsFrom } from '#server/platform/secrets.ts';
import { Problem } from './problem.ts';

/** This installation's database, as the server itself would find it. */
export interface OwnDatabase {
  /** The owner's address. */
  url: string;
  close(): Promise<void>;
}

/** This installation, as its settings describe it. */
export interface Installation {
  config: Config;
  dataDir: string;
}

const project = resolve(import.meta.dirname, '..');

export function installationOf(env: NodeJS.ProcessEnv): Installation {
  const config = readConfig(env);
  return { config, dataDir: resolve(config.LOAM_DATA_DIR ?? defaultDataDir(project)) };
}

/** As root, becomes whoever the data folder belongs to, so that the server can use what is written. */
export function becomeOwnerOf(dataDir: string): void {
  if (process.getuid?.() !== 0 || !existsSync(dataDir)) return;
  const { uid, gid } = statSync(dataDir);
  if (uid === 0) return;
  process.setgroups?.([gid]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}

/** The secrets of this installation; undefined where it has none yet, and none is made. */
export async function secretsIfThere({ config, dataDir }: Installation): Promise<Secrets | undefined> {
  const root = config.LOAM_SECRET ?? (await readFile(join(dataDir, 'secret'), 'utf8').catch(() => ''));
  return root.trim() ? secretsFrom(root.trim()) : undefined;
}

/** What signs this installation's backups; undefined where its secret is not at hand. */
export async function backupKeyIfThere(installation: Installation): Promise<BackupKey | undefined> {
  const secrets = await secretsIfThere(installation);
  return secrets && backupKeyFrom(secrets);
}

/** Opens the database that the settings name, or the embedded one where `make` allows to make it. */
export async function openOwnDatabase({ config, dataDir }: Installation, make: boolean): Promise<OwnDatabase> {
  const embedded = config.DATABASE_URL ? undefined : await openEmbedded(dataDir, make);
  const url = config.DATABASE_URL ?? (await embedded?.urlOf('loam')) ?? '';
  return { url, close: async () => embedded?.close() };
}

/** Sets up what the database lacks, as the first start of a server does; returns the secrets. */
export async function makeReady({ config, dataDir }: Installation, url: string): Promise<Secrets> {
  await makeDataFolder(dataDir, !config.DATABASE_URL);
  const secrets = secretsFrom(config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret'))));
  await migrate(url, rolePasswords(secrets));
  return secrets;
}

async function openEmbedded(dataDir: string, make: boolean) {
  const cluster = join(dataDir, 'postgres');
  if (!make && !existsSync(join(cluster, 'PG_VERSION'))) throw new Problem(`there is no database in ${dataDir} yet.`);
  await makeDataFolder(dataDir, true).catch((error: Error) => {
    throw new Problem(error.message);
  });
  // A running server keeps its database: only what was started here is stopped here.
  const embedded = await startEmbedded({ dataDir: cluster, durable: true });
  return { urlOf: embedded.urlOf, close: async () => (embedded.adopted ? undefined : embedded.stop()) };
}
