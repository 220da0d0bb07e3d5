import cluster from 'node:cluster';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { type Config, readConfig } from './config.ts';
import { createHouse } from './main.ts';
import { systemClock } from './platform/clock.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { defaultDataDir, type Embedded, ensureDatabase, startEmbedded } from './platform/embedded.ts';
import { createHttp, mountApi } from './platform/http.ts';
import { jsonLog } from './platform/log.ts';
import { migrate, rolePasswords } from './platform/migrate.ts';
import { instanceSecret, type Secrets, secretsFrom } from './platform/secrets.ts';

const project = resolve(import.meta.dirname, '..');

interface Ground {
  config: Config;
  dataDir: string;
  secrets: Secrets;
  /** The owner's address of the organisation's database. */
  url: string;
}

async function settle(): Promise<Omit<Ground, 'url'>> {
  const config = readConfig(process.env);
  const dataDir = resolve(config.LOAM_DATA_DIR ?? defaultDataDir(project));
  const secrets = secretsFrom(config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret'))));
  return { config, dataDir, secrets };
}

/** Prepares what all processes share: secret, database, migrations. Run by the first process alone. */
async function prepare(): Promise<{ ground: Ground; embedded: Embedded | undefined }> {
  const ground = await settle();
  const given = ground.config.DATABASE_URL;
  const embedded = given ? undefined : await startEmbedded({ dataDir: join(ground.dataDir, 'postgres'), durable: true });
  const url = given ?? (await embedded?.urlOf('loam')) ?? '';
  await migrate(url, rolePasswords(ground.secrets));
  return { ground: { ...ground, url }, embedded };
}

function open(ground: Ground, url: string): Database {
  const onError = (error: Error) => jsonLog.error('database.connection', { reason: error.message });
  return openDatabase({ url, passwords: rolePasswords(ground.secrets), size: 16, onError });
}

/** Serves until asked to stop. */
async function serve(ground: Ground): Promise<() => Promise<void>> {
  const { config, secrets } = ground;
  const origin = (config.LOAM_BASE_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, '');
  const db = open(ground, ground.url);
  const app = await createHttp({
    log: jsonLog,
    trustProxy: config.LOAM_TRUST_PROXY,
    webDir: join(project, 'dist', 'web'),
    health: () => db.asJobs(async (scope) => Boolean(await sql`select 1`.execute(scope.db))).catch(() => false),
  });
  const house = createHouse({ db, clock: systemClock(config.LOAM_CLOCK_SHIFT), log: jsonLog, secrets, origin, sample: false });
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

/** Starts the other processes; one that ends by itself is started again. */
async function forkWorkers(ground: Ground): Promise<() => Promise<void>> {
  let ending = false;
  const fork = () => cluster.fork({ LOAM_WORKER_DATABASE: ground.url });
  const first = Array.from({ length: ground.config.LOAM_PROCESSES }, fork);
  await Promise.all(first.map((worker) => new Promise((done) => worker.once('listening', done))));
  cluster.on('exit', () => {
    if (!ending) fork();
  });
  return async () => {
    ending = true;
    const workers = Object.values(cluster.workers ?? {});
    await Promise.all(workers.map((worker) => new Promise((done) => worker?.once('exit', done).kill('SIGTERM'))));
  };
}

async function main(): Promise<void> {
  const { ground, embedded } = await prepare();
  const stop = ground.config.LOAM_PROCESSES > 1 ? await forkWorkers(ground) : await serve(ground);
  onceStopped(async () => {
    await stop();
    await embedded?.stop();
  });
  process.stdout.write(`\nLoam is ready: http://localhost:${ground.config.PORT}\n`);
}

async function work(): Promise<void> {
  onceStopped(await serve({ ...(await settle()), url: process.env.LOAM_WORKER_DATABASE ?? '' }));
}

(cluster.isPrimary ? main() : work()).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Loam could not start: PostgreSQL ended early.'}\n`);
  process.exit(1);
});
