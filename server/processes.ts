import cluster, { type Worker } from 'node:cluster';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupContents } from './backups.ts';
import { type Config, readConfig } from './config.ts';
import type { HeavyImports } from './features/imports/imports.ts';
import { createServices, type Services } from './main.ts';
import { backupThenMigrate } from './platform/backup-note.ts';
import { backupKeyFrom } from './platform/backup-proof.ts';
import { systemClock } from './platform/clock.ts';
import { allowedConnections, isDatabaseAway, type Share, shareConnections } from './platform/connections.ts';
import { makeDataFolder } from './platform/data-folder.ts';
import { type Database, openDatabase, urlAs } from './platform/database.ts';
import { type DatabaseWatch, watchDatabase } from './platform/database-watch.ts';
import { defaultDataDir, ensureDatabase, startEmbedded } from './platform/embedded.ts';
import { isFromHere, isPublic } from './platform/from-here.rules.ts';
import { holdFile } from './platform/held-file.ts';
import { createHttp, mountApi } from './platform/http.ts';
import { holdDatabase } from './platform/in-use.ts';
import { createJobs, installJobs } from './platform/jobs.ts';
import { jsonLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { rolePasswords } from './platform/roles.ts';
import { instanceSecret, type Secrets, secretsFrom } from './platform/secrets.ts';
import { assertPortFree, startProblem } from './platform/start-problem.ts';
import { openThread, type Thread } from './platform/thread.ts';
import type { MailSettings } from './ports/mail-settings.ts';
import type { ThreadSettings } from './thread.ts';

const project = resolve(import.meta.dirname, '..');

interface Instance {
  config: Config;
  dataDir: string;
  /** The one that all secrets come from. */
  secret: string;
  secrets: Secrets;
  /** The owner's address of the organisation's database. */
  url: string;
  /** What each process may open. */
  share: Share;
}

/** What to undo at the end, or where a start fails, last first. */
const endings: (() => Promise<unknown>)[] = [];

async function endAll(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}

const dataDirOf = (config: Config): string => resolve(config.LOAM_DATA_DIR ?? defaultDataDir(project));

async function readSecret(config: Config): Promise<Pick<Instance, 'config' | 'dataDir' | 'secret' | 'secrets'>> {
  const dataDir = dataDirOf(config);
  const secret = config.LOAM_SECRET ?? (await instanceSecret(join(dataDir, 'secret')));
  return { config, dataDir, secret, secrets: secretsFrom(secret) };
}

/** Starts the embedded database of a data folder, which one server holds at a time. */
async function embed(dataDir: string): Promise<string> {
  await makeDataFolder(dataDir, true);
  const held = await holdFile(join(dataDir, 'server.pid'));
  if ('heldBy' in held) throw new Error(`Loam runs already on ${dataDir} (process ${held.heldBy}). End it first.`);
  endings.push(held.release);
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), durable: true });
  endings.push(embedded.stop);
  embedded.keepAlive(jsonLog);
  return embedded.urlOf('loam');
}

/** Prepares what all processes share: secret, database, migrations. Run by the first process alone. */
async function prepare(): Promise<Instance> {
  const config = readConfig(process.env);
  smtpOf(config);
  // Before anything is made: a port that is taken leaves nothing behind.
  await assertPortFree(config.PORT, config.HOST);
  const url = config.DATABASE_URL ?? (await embed(dataDirOf(config)));
  const instance = await readSecret(config);
  const direct = config.DATABASE_DIRECT_URL ?? url;
  endings.push((await holdDatabase(direct)).release);
  await backupThenMigrate({
    url: direct,
    passwords: rolePasswords(instance.secrets),
    folder: join(instance.dataDir, 'backups'),
    key: backupKeyFrom(instance.secrets),
    contents: backupContents,
  });
  await installJobs(direct);
  const share = shareConnections(await allowedConnections(direct), config.LOAM_PROCESSES);
  if (share.processes < config.LOAM_PROCESSES)
    jsonLog.info('database.fewer-processes', { wanted: config.LOAM_PROCESSES, ...share });
  return { ...instance, url, share };
}

function open(instance: Instance, url: string, size: number): Database {
  const onError = (error: Error) => jsonLog.error('database.connection', { reason: error.message });
  return openDatabase({ url, passwords: rolePasswords(instance.secrets), size, onError });
}

/** Looks whether the database answers; where it does not, whatever waits for it fails now. */
function watch(instance: Instance, databases: Database[]): DatabaseWatch {
  return watchDatabase({
    url: urlAs(instance.url, 'app_user', rolePasswords(instance.secrets).app_user),
    onAway: (reason) => {
      jsonLog.error('database.unreachable', { reason });
      for (const db of databases) db.dropConnections();
    },
    onBack: () => jsonLog.info('database.reachable'),
  });
}

/** Directory files are read in a thread, so that a large one holds up nobody. */
function importsThread({ config, secret }: Instance, of: { url: string; origin: string; sample: boolean }) {
  const data: ThreadSettings = { ...of, secret, clockShift: config.LOAM_CLOCK_SHIFT };
  return openThread<HeavyImports>(new URL('./thread.ts', import.meta.url), ['preview', 'apply', 'undo'], data);
}

/** Serves until asked to stop. */
async function serve(instance: Instance): Promise<() => Promise<void>> {
  const { config, secrets } = instance;
  const origin = config.LOAM_BASE_URL ?? `http://localhost:${config.PORT}`;
  const db = open(instance, instance.url, instance.share.size);
  const sample = openSample(instance, origin);
  const looking = watch(instance, [db, sample.db]);
  const app = await createHttp({
    log: jsonLog,
    proxies: config.LOAM_TRUST_PROXY,
    webDir: join(project, 'dist', 'web'),
    homeAsks: '/today',
    isSecure: origin.startsWith('https:'),
    health: looking.isReachable,
  });
  const jobs = createJobs({
    url: config.DATABASE_DIRECT_URL ?? instance.url,
    passwords: rolePasswords(secrets),
    onError: (error) => jsonLog.error('jobs.failed', { reason: error.message }),
  });
  const thread = importsThread(instance, { url: instance.url, origin, sample: false });
  const services = createServices({
    db,
    clock: systemClock(config.LOAM_CLOCK_SHIFT),
    log: jsonLog,
    secrets,
    origin,
    sample: false,
    imports: thread.verbs,
    mail: { folder: join(instance.dataDir, 'outbox'), smtp: smtpOf(config), from: config.SMTP_FROM },
    erasures: join(instance.dataDir, 'erasures.jsonl'),
    wake: jobs.wake,
  });
  await mountApi(app, { ...services.mount, database: looking }, jsonLog);
  await mountApi(app, { ...sample.services.mount, database: looking }, jsonLog);
  await services.doors.records.replayErasures();
  await jobs.start(services.background);
  await app.listen({ port: config.PORT, host: config.HOST });
  if (cluster.isPrimary || cluster.worker?.id === 1) await greet(instance, services);
  return async () => {
    // A browser's spare connection, on which nothing was asked yet, would hold the end up for a minute.
    const late = setTimeout(() => app.server.closeAllConnections(), ENDS_REQUESTS_AFTER);
    await app.close();
    clearTimeout(late);
    await looking.close();
    services.doors.delivery.stop();
    await jobs.stop();
    await Promise.all([thread.close(), sample.thread.close()]);
    await Promise.all([db.close(), sample.db.close()]);
  };
}

/** The sample organisation: a database of its own, made when somebody first looks; nothing ever leaves it. */
function openSample(
  instance: Instance,
  origin: string,
): { services: Services; db: Database; thread: Thread<HeavyImports> } {
  const { config, secrets } = instance;
  const url = new URL(instance.url);
  const database = `${url.pathname.slice(1)}_sample`;
  url.pathname = `/${database}`;
  const db = open(instance, url.toString(), instance.share.sampleSize);
  let ready: Promise<unknown> | undefined;
  const prepareOnce = () => {
    ready ??= ensureDatabase(instance.url, database)
      .then(() => migrate(url.toString(), rolePasswords(secrets)))
      .catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
    return ready;
  };
  const thread = importsThread(instance, { url: url.toString(), origin, sample: true });
  // A proxy on this machine that adds no header looks like a browser on it.
  const isBehindProxy = Boolean(config.LOAM_TRUST_PROXY) || isPublic(config.LOAM_BASE_URL);
  const services = createServices({
    db,
    clock: systemClock(config.LOAM_CLOCK_SHIFT),
    log: jsonLog,
    secrets,
    origin,
    sample: true,
    imports: thread.verbs,
    sampleOwnerUrl: url.toString(),
    admits: async ({ headers, raw, socket }) => {
      const isLocal = !isBehindProxy && isFromHere({ headers, target: raw.url ?? '', remote: socket.remoteAddress });
      if (!config.LOAM_SAMPLE && !isLocal) return false;
      return prepareOnce().then(
        () => true,
        (error: unknown) => {
          if (isDatabaseAway(error)) throw error;
          jsonLog.error('sample.not-made', { reason: error instanceof Error ? error.message : 'unknown' });
          return false;
        },
      );
    },
  });
  return { services, db, thread };
}

/** The authority's certificate of a file; one line where there is none to read. */
function readCertificates(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    // Said below.
  }
  throw new Error(`The setting SMTP_CA_FILE is wrong: ${file} holds no certificate in PEM that can be read.`);
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
        ca: config.SMTP_CA_FILE && readCertificates(config.SMTP_CA_FILE),
      }
    : null;

/** What whoever started this needs to know. */
async function greet({ config, dataDir }: Instance, services: Services): Promise<void> {
  if (!config.SMTP_HOST) process.stdout.write(`\nNo SMTP_HOST is set: mail is written to ${join(dataDir, 'outbox')}\n`);
  if (!config.LOAM_BASE_URL && !['127.0.0.1', 'localhost', '::1'].includes(config.HOST))
    process.stdout.write('\nSet LOAM_BASE_URL to the address people type: changes are taken from no other.\n');
  if (await services.doors.workspace.isSetUp()) return;
  process.stdout.write(`\nNothing is set up yet. Your set-up code: ${services.doors.workspace.setUpCode()}\n`);
}

// Within what supervisors wait before they kill.
const ENDS_REQUESTS_AFTER = 5_000;
const ENDS_AFTER = 60_000;

function onceStopped(): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), ENDS_AFTER).unref();
      endAll().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Starts the other processes; one that ends by itself is started again. */
async function forkWorkers(instance: Instance): Promise<void> {
  let ending = false;
  const { url, share } = instance;
  const fork = () => cluster.fork({ LOAM_WORKER: JSON.stringify({ url, share }) });
  endings.push(() => {
    ending = true;
    const workers = Object.values(cluster.workers ?? {});
    return Promise.all(workers.map((worker) => new Promise((done) => worker?.once('exit', done).kill('SIGTERM'))));
  });
  const listening = (worker: Worker): Promise<unknown> =>
    new Promise((done, failed) => {
      worker.once('listening', done);
      // It said why itself.
      worker.once('exit', () => failed(new Error('')));
    });
  await Promise.all(Array.from({ length: share.processes }, () => listening(fork())));
  cluster.on('exit', () => {
    if (!ending) fork();
  });
}

async function main(): Promise<void> {
  onceStopped();
  const instance = await prepare();
  if (instance.share.processes > 1) await forkWorkers(instance);
  else endings.push(await serve(instance));
  process.stdout.write(`\nLoam is ready: http://localhost:${instance.config.PORT}\n`);
}

async function work(): Promise<void> {
  onceStopped();
  // Written by the first process alone.
  const { url, share }: Pick<Instance, 'url' | 'share'> = JSON.parse(process.env.LOAM_WORKER ?? '{}');
  const instance = { ...(await readSecret(readConfig(process.env))), url, share };
  // The first process may die before the others do.
  endings.push((await holdDatabase(instance.config.DATABASE_DIRECT_URL ?? url)).release);
  endings.push(await serve(instance));
}

(cluster.isPrimary ? main() : work()).catch(async (error: unknown) => {
  const line = startProblem(error);
  if (line) process.stderr.write(`${line}\n`);
  await endAll().catch(() => undefined);
  process.exit(1);
});
