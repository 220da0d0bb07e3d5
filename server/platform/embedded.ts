import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { ensureCluster, findPrograms, isTraversable, type Programs, passwordOf, run } from './cluster.ts';
import { connectPatiently } from './connections.ts';
import { isAlive } from './held-file.ts';
import type { Log } from './log.ts';

export interface EmbeddedOptions {
  /** Folder of the cluster; made when missing. */
  dataDir: string;
  /** False for tests and benches alone: no durability, much faster. */
  durable: boolean;
  /** Most connections at once. */
  connections?: number | undefined;
}

export interface Embedded {
  /** Whether it ran already, left by a process that ended or held by one that runs. */
  adopted: boolean;
  /** The owner's address of a database in the cluster, which is created when missing. */
  urlOf(database: string): Promise<string>;
  /** Starts it again, at the same address, whenever it ended by itself. */
  keepAlive(log: Log): void;
  stop(): Promise<void>;
}

/** A running or stopped cluster and how to speak to it. */
interface Cluster {
  dataDir: string;
  password: string;
  programs: Programs;
  flags(port: number): string;
}

const START_WITHIN = 60_000;
const LOOK_EVERY = 500;
const REST_AT_MOST = 30_000;

/** Where data lies unless a setting says otherwise: in the project, or where PostgreSQL's user can reach it. */
export function defaultDataDir(project: string): string {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || isTraversable(project)) return join(project, 'data');
  return join('/var/lib/loam', createHash('sha256').update(project).digest('hex').slice(0, 12));
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

/** What postmaster.pid says: the process, and the port it listens on. */
async function pidFileOf(dataDir: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]) } : undefined;
}

/** Whether a living process is the postmaster of this folder, as far as the system tells; its number may be used again. */
function isPostmaster(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/comm')) return true;
  try {
    if (!readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES';
  }
}

async function answers({ dataDir, password }: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'app_owner',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>("select current_setting('data_directory') as dir");
    return realpathSync(rows[0]?.dir ?? '') === realpathSync(dataDir);
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}

const pgCtl = ({ dataDir, programs }: Cluster, args: string[]) =>
  run(join(programs.bin, 'pg_ctl'), ['-D', dataDir, '-w', '-t', '60', ...args], {
    ...programs.as,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    cwd: '/',
  });

/** The port of the cluster once it answers: adopted where it runs or is starting, else started. */
async function adoptOrStart(cluster: Cluster, wanted?: number): Promise<{ port: number; adopted: boolean }> {
  const until = Date.now() + START_WITHIN;
  for (;;) {
    const known = await pidFileOf(cluster.dataDir);
    if (known?.port && (await answers(cluster, known.port))) return { port: known.port, adopted: true };
    if (known && isPostmaster(known.pid, cluster.dataDir)) {
      if (Date.now() > until) throw new Error(`PostgreSQL in ${cluster.dataDir} runs but does not answer.`);
      await rest(100);
      continue;
    }
    // The number in a file of a dead postmaster may be somebody else's by now.
    if (known && isAlive(known.pid)) await rm(join(cluster.dataDir, 'postmaster.pid'), { force: true });
    const port = wanted ?? (await freePort());
    try {
      await pgCtl(cluster, ['-l', join(cluster.dataDir, 'server.log'), '-o', cluster.flags(port), 'start']);
      return { port, adopted: false };
    } catch (error) {
      // Another start may have been quicker, or the port was taken in between.
      if (Date.now() > until - START_WITHIN * 0.75 && !(await pidFileOf(cluster.dataDir)))
        throw new Error(`PostgreSQL did not start: ${await lastWordsOf(cluster, error)}`);
      await rest(300);
    }
  }
}

async function lastWordsOf({ dataDir }: Cluster, error: unknown): Promise<string> {
  const lines = (await readFile(join(dataDir, 'server.log'), 'utf8').catch(() => '')).trim().split('\n');
  const fatal = lines.slice(-20).findLast((line) => /FATAL|PANIC/.test(line));
  return fatal ?? (error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : 'unknown');
}

/** Starts the PostgreSQL of a data folder, or adopts the one that an ended process left running. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  const programs = await findPrograms();
  await ensureCluster(dataDir, options.durable, programs);
  const cluster: Cluster = {
    dataDir,
    password: await passwordOf(dataDir),
    programs,
    flags: (port) => serverFlags(port, options),
  };
  const { port, adopted } = await adoptOrStart(cluster);
  const address = `postgres://app_owner:${cluster.password}@127.0.0.1:${port}`;
  let keeping: { end(): Promise<void> } | undefined;
  return {
    adopted,
    urlOf: async (database) => {
      await ensureDatabase(`${address}/postgres`, database);
      return `${address}/${database}`;
    },
    keepAlive: (log) => {
      keeping ??= keepAlive(cluster, port, log);
    },
    stop: async () => {
      await keeping?.end();
      // One that somebody else stopped is stopped.
      if (await pidFileOf(dataDir)) await pgCtl(cluster, ['-m', 'fast', 'stop']).catch(() => undefined);
    },
  };
}

/** Looks twice a second whether the postmaster lives, and starts it again with growing rests. */
function keepAlive(cluster: Cluster, port: number, log: Log): { end(): Promise<void> } {
  const stopping = new AbortController();
  const pause = (time: number) => rest(time, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  const watch = async (): Promise<void> => {
    let back = LOOK_EVERY;
    while (!stopping.signal.aborted) {
      await pause(back);
      if (stopping.signal.aborted) return;
      const known = await pidFileOf(cluster.dataDir);
      if (known && isPostmaster(known.pid, cluster.dataDir)) {
        back = LOOK_EVERY;
        continue;
      }
      log.error('database.ended', { port });
      try {
        await adoptOrStart(cluster, port);
        log.info('database.started-again', { port });
        back = LOOK_EVERY;
      } catch (error) {
        back = Math.min(back * 2, REST_AT_MOST);
        log.error('database.not-started', { reason: error instanceof Error ? error.message : 'unknown', again: back });
      }
    }
  };
  const watching = watch();
  return {
    end: () => {
      stopping.abort();
      return watching;
    },
  };
}

function serverFlags(port: number, { durable, connections }: EmbeddedOptions): string {
  const flags = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${connections ?? 120}`,
    'shared_buffers=256MB',
    'jit=off',
    'random_page_cost=1.1',
  ];
  if (!durable) flags.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return `-p ${port} ${flags.map((flag) => `-c ${flag}`).join(' ')}`;
}

/** Creates a database where it is missing; `adminUrl` names any database of the cluster. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = await connectPatiently(adminUrl);
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount) return;
    await client.query(`create database ${client.escapeIdentifier(database)}`).catch((error: { code?: string }) => {
      // Another process was quicker.
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
  } finally {
    await client.end();
  }
}
