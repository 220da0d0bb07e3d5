import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';

/** How many connections each process may open, and how many processes that is enough for. */
export interface Share {
  processes: number;
  /** Size of the organisation's pools, as `openDatabase` takes it. */
  size: number;
  /** Size of the sample organisation's. */
  sampleSize: number;
}

/** What each pool may open: people, sign-in, background, and its looks from inside another transaction. */
export const poolSizes = (size: number) => ({
  people: size,
  signIn: Math.max(2, Math.ceil(size / 2)),
  jobs: Math.max(2, Math.ceil(size / 4)),
  looks: Math.ceil(size / 8),
});

/** Connections that one pool size may open. */
export const connectionsOf = (size: number): number => {
  const { people, signIn, jobs, looks } = poolSizes(size);
  return people + signIn + jobs + looks;
};

// Two for the queue, one that looks whether the database answers.
const STANDING = 3;
const LEAST = 2;
const MOST = 16;
// The sample organisation and a thread that reads a directory, each at its least.
const ASIDE = 2 * connectionsOf(LEAST);
// A backup, a restore, somebody who looks.
const SPARE = 2;

/** Shares what a database allows among processes; fewer processes than wanted where they would not fit. */
export function shareConnections(allowed: number, wanted: number): Share {
  const free = allowed - SPARE;
  const least = connectionsOf(LEAST) + STANDING;
  if (free < least) {
    throw new Error(
      `PostgreSQL has ${allowed} connections left for Loam, which needs ${least + SPARE}. Raise max_connections.`,
    );
  }
  const processes = Math.max(1, Math.min(wanted, Math.floor(free / least)));
  const each = Math.floor(free / processes) - STANDING;
  const largest = (within: number): number => {
    let size = MOST;
    while (size > LEAST && connectionsOf(size) > within) size -= 1;
    return size;
  };
  const hasRoom = each - ASIDE >= connectionsOf(LEAST);
  const size = largest(hasRoom ? each - ASIDE : each);
  const sampleSize = Math.min(8, largest(each - connectionsOf(size) - connectionsOf(LEAST)));
  return { processes, size, sampleSize };
}

/** How many connections a database still has for us: its limits, less what is reserved and what others use. */
export async function allowedConnections(url: string): Promise<number> {
  const client = await connectPatiently(url);
  try {
    const { rows } = await client.query<{ allowed: number }>(`
      with databases as (
        select oid, datconnlimit from pg_database
        where datname in (current_database(), current_database() || '_sample')
      )
      select least(
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true), '0')::int
          - (select count(*) from pg_stat_activity
             where datid is not null and datid not in (select oid from databases))::int,
        (select min(datconnlimit) from databases where datconnlimit >= 0)
      ) as allowed`);
    return rows[0]?.allowed ?? 0;
  } finally {
    await client.end();
  }
}

const AWAY_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  // Ended or starting, too many connections, a limit of time.
  ...['57P01', '57P02', '57P03', '53300', '57014', '55P03', '25P03', '08000', '08003', '08006', '08P01'],
]);
const AWAY_WORDS =
  /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|^timeout expired|not queryable|Connection ended/;

/** Whether an error says that the database cannot be reached, or not in time. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (AWAY_CODES.has(code) || AWAY_WORDS.test(error.message)) return true;
  return error.cause !== undefined && isDatabaseAway(error.cause);
}

/** Whether all connections are taken; the server itself is well. */
export const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '53300';

// Full or starting: worth another try soon.
const isPassing = (error: unknown): boolean =>
  isFull(error) || (error instanceof Error && 'code' in error && error.code === '57P03');

const WAIT_AT_MOST = 15_000;

/** Tries again, with growing rests, while the database is full or only just starting. */
export async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + WAIT_AT_MOST;
  for (let pause = 25; ; pause = Math.min(pause * 2, 400)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw error;
      await rest(pause);
    }
  }
}

/** A connection that runs statements. */
export type Connection = Pick<pg.Client, 'query'>;

/** One connection of its own, with limits to how long connecting may take and signs of life. */
export async function connectOnce(url: string, settings: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...settings,
  });
  // An idle connection that breaks must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The same, with patience where the database is full or only just starting. */
export const connectPatiently = (url: string): Promise<pg.Client> => withPatience(() => connectOnce(url));
