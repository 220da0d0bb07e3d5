import cluster from 'node:cluster';
import { join, resolve } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { type Config, readConfig } from './config.ts';
import type { HeavyImports } from './features/imports/imports.ts';
import { createHouse, type House } from './main.ts';
import { backupBeforeMigration } from './platform/backup.ts';
import { systemClock } from './platform/clock.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { defaultDataDir, type Embedded, ensureDatabase, startEmbedded } from './platform/embedded.ts';
import { createHttp, mountApi } from './platform/http.ts';
import { createJobs, installJobs } from './platform/jobs.ts';
import { jsonLog } from './platform/log.ts';
import { migrate, rolePasswords } from './platform/migrate.ts';
import { instanceSecret, type Secrets, secretsFrom } from './platform/secrets.ts';
import { openThread, type Thread } from './platform/thread.ts';
import type { MailSettings } from './ports/mail-settings.ts';
import type { ThreadGround } from './thread.ts';

const project = resolve(import.meta.dirname, '..');

interface Ground {
  config: Config;
  dataDir: string;
  /** The one that all secrets come from. */
  secret: string;
  secrets: Secrets;
  /** The owner's address of the organisation's database. */
  url: string;
}

async function settle(): Promise<Omit<Ground, 'url'>> {
  const config = readConfig(process.env);
  const dataDir = resolve(config.LOAM_DATA_DIR ?? defaultDataDir(project));
  const secret = config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret')));
  return { config, dataDir, secret, secrets: secretsFrom(secret) };
}

/** Prepares what all processes share: secret, database, migrations. Run by the first process alone. */
async function prepare(): Promise<{ ground: Ground; embedded: Embedded | undefined }> {
  const ground = await settle();
  const given = ground.config.DATABASE_URL;
  const embedded = given
    ? undefined
    : await startEmbedded({ dataDir: join(ground.dataDir, 'postgres'), durable: true });
  const url = given ?? (await embedded?.urlOf('loam')) ?? '';
  await backupBeforeMigration(url, join(ground.dataDir, 'backups'));
  await migrate(url, rolePasswords(ground.secrets));
  await installJobs(url);
  return { ground: { ...ground, url }, embedded };
}

function open(ground: Ground, url: string): Database {
  const onError = (error: Error) => jsonLog.error('database.connection', { reason: error.message });
  return openDatabase({ url, passwords: rolePasswords(ground.secrets), size: 16, onError });
}

/** Directory files are read in a thread, so that a large one holds up nobody. */
function importsThread({ config, secret }: Ground, of: { url: string; origin: string; sample: boolean }) {
  const data: ThreadGround = { ...of, secret, clockShift: config.LOAM_CLOCK_SHIFT };
  return openThread<HeavyImports>(new URL('./thread.ts', import.meta.url), ['preview', 'apply', 'undo'], data);
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
  const jobs = createJobs({
    url: config.DATABASE_DIRECT_URL ?? ground.url,
    passwords: rolePasswords(secrets),
    onError: (error) => jsonLog.error('jobs.failed', { reason: error.message }),
  });
  const thread = importsThread(ground, { url: ground.url, origin, sample: false });
  const house = createHouse({
    db,
    clock: systemClock(config.LOAM_CLOCK_SHIFT),
    log: jsonLog,
    secrets,
    origin,
    sample: false,
    imports: thread.verbs,
    mail: { folder: join(ground.dataDir, 'outbox'), smtp: smtpOf(config), from: config.SMTP_FROM },
    erasures: join(ground.dataDir, 'erasures.jsonl'),
    wake: jobs.wake,
  });
  await mountApi(app, house.mount, jsonLog);
  const sample = openSample(ground, origin);
  await mountApi(app, sample.house.mount, jsonLog);
  await house.doors.records.replayErasures();
  await jobs.start(house.background);
  await app.listen({ port: config.PORT, host: config.HOST });
  if (cluster.isPrimary || cluster.worker?.id === 1) await greet(ground, house);
  return async () => {
    await app.close();
    await jobs.stop();
    await Promise.all([thread.close(), sample.thread.close()]);
    await Promise.all([db.close(), sample.db.close()]);
  };
}

/** The sample organisation: a database of its own, made when somebody first looks; nothing ever leaves it. */
function openSample(ground: Ground, origin: string): { house: House; db: Database; thread: Thread<HeavyImports> } {
  const { config, secrets } = ground;
  const url = new URL(ground.url);
  const database = `${url.pathname.slice(1)}_sample`;
  url.pathname = `/${database}`;
  const db = open(ground, url.toString());
  let ready: Promise<unknown> | undefined;
  const prepareOnce = () => {
    ready ??= ensureDatabase(ground.url, database)
      .then(() => migrate(url.toString(), rolePasswords(secrets)))
      .catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
    return ready;
  };
  const thread = importsThread(ground, { url: url.toString(), origin, sample: true });
  const house = createHouse({
    db,
    clock: systemClock(config.LOAM_CLOCK_SHIFT),
    log: jsonLog,
    secrets,
    origin,
    sample: true,
    imports: thread.verbs,
    sampleOwnerUrl: url.toString(),
    admits: async (request) => {
      if (!config.LOAM_SAMPLE && !isFromHere(request)) return false;
      await prepareOnce();
      return true;
    },
  });
  return { house, db, thread };
}

/** Whether a request comes from this machine itself, and through no proxy. */
function isFromHere(request: FastifyRequest): boolean {
  const isLoopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
  const isProxied = ['x-forwarded-for', 'x-real-ip', 'forwarded'].some((name) => request.headers[name] !== undefined);
  return isLoopback && !isProxied && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(request.hostname);
}

const smtpOf = (config: Config): MailSettings | null =>
  config.SMTP_HOST
    ? {
        host: config.SMTP_HOST,
        port: config.SMTP_PORT,
        secure: config.SMTP_SECURE,
        user: config.SMTP_USER,
        password: config.SMTP_PASSWORD,
        from: config.SMTP_FROM,
      }
    : null;

/** What whoever started this needs to know. */
async function greet({ config, dataDir }: Ground, house: House): Promise<void> {
  if (!config.SMTP_HOST) process.stdout.write(`\nNo SMTP_HOST is set: mail is written to ${join(dataDir, 'outbox')}\n`);
  if (await house.doors.workspace.isSetUp()) return;
  process.stdout.write(`\nNothing is set up yet. Your set-up code: ${house.doors.workspace.setUpCode()}\n`);
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
