import cluster from 'node:cluster';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { type Config, readConfig } from './config.ts';
import { createHouse } from './main.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/database.ts';
import { defaultDataDir, type Embedded, startEmbedded } from './platform/embedded.ts';
import { createHttp, mountApi } from './platform/http.ts';
import { jsonLog } from './platform/log.ts';
import { migrate, type RolePasswords } from './platform/migrate.ts';
import { instanceSecret, type Secrets, secretsFrom } from './platform/secrets.ts';

const project = resolve(import.meta.dirname, '..');

interface Ground {
  config: Config;
  dataDir: string;
  secrets: Secrets;
  passwords: RolePasswords;
  url: string;
}

function passwordsOf(secrets: Secrets): RolePasswords {
  return { app_user: secrets.derive('app_user'), app_jobs: secrets.derive('app_jobs'), app_auth: secrets.derive('app_auth') };
}

/** Prepares what all processes share: settings, secret, a migrated database. Run by the first process alone. */
async function prepare(): Promise<{ ground: Ground; embedded: Embedded | undefined }> {
  const config = readConfig(process.env);
  const dataDir = resolve(config.LOAM_DATA_DIR ?? defaultDataDir(project));
  const secrets = secretsFrom(config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret'))));
  const passwords = passwordsOf(secrets);
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: join(dataDir, 'postgres'), durable: true });
  const url = config.DATABASE_URL ?? (await embedded?.urlOf('loam')) ?? '';
  await migrate(url, passwords);
  return { ground: { config, dataDir, secrets, passwords, url }, embedded };
}

/** Serves until asked to stop. */
async function serve(ground: Ground): Promise<() => Promise<void>> {
  const { config, secrets, passwords, url } = ground;
  const origin = (config.LOAM_BASE_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, '');
  const onError = (error: Error) => jsonLog.error('database.connection', { reason: error.message });
  const db = openDatabase({ url, passwords, size: 16, onError });
  const house = createHouse({ db, clock: systemClock, log: jsonLog, secrets, origin, sample: false });
  const app = await createHttp({
    log: jsonLog,
    trustProxy: config.LOAM_TRUST_PROXY,
    webDir: join(project, 'dist', 'web'),
    health: () => db.asJobs(async (scope) => Boolean(await sql`select 1`.execute(scope.db))).catch(() => false),
  });
  await mountApi(app, house.mount, jsonLog);
  await app.listen({ port: config.PORT, host: config.HOST });
  return async () => {
    await app.close();
    await db.close();
  };
}

function onceStopped(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

async function main(): Promise<void> {
  const { ground, embedded } = await prepare();
  const stop = await serve(ground);
  onceStopped(async () => {
    await stop();
    await embedded?.stop();
  });
  process.stdout.write(`\nLoam is ready: http://localhost:${ground.config.PORT}\n`);
}

if (cluster.isPrimary) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'Loam could not start: PostgreSQL ended early.'}\n`);
    process.exit(1);
  });
}
