import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Job, onlyLooks, roleOfJob } from '../migrations/jobs.ts';
import type { Tables } from '../migrations/tables.ts';
import { poolSizes, withPatience } from './connections.ts';
import { destroySocket } from './database-watch.ts';

// Dates stay calendar days: pg would make them midnights of the server's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

export type Db = Kysely<Tables>;

/** A transaction bound to one workspace and, where somebody acts, to one person; row-level security reads both. */
export interface Scope {
  readonly db: Kysely<Tables>;
  readonly workspaceId: string;
  readonly personId: string;
}

/** The background or sign-in: a role, no person. */
export interface RoleScope {
  readonly db: Kysely<Tables>;
}

/** The background in one workspace. */
export type JobScope = RoleScope & { readonly workspaceId: string };

export interface Database {
  /** Runs `work` in one transaction as a person; empty ids see nothing. */
  asPerson<T>(ids: { workspaceId: string; personId: string }, work: (scope: Scope) => Promise<T>): Promise<T>;
  /** Lets all that `work` reads as this person share one transaction; it may write nothing. */
  readTogether<T>(ids: { workspaceId: string; personId: string }, work: () => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction as a job of the background, which may touch its named tables in one workspace. */
  asJobs<T>(job: Job, workspaceId: string, work: (scope: JobScope) => Promise<T>): Promise<T>;
  /** Every workspace, oldest first: what the background goes through, one by one. */
  workspaces(): Promise<{ workspaceId: string; timezone: string }[]>;
  /** Whether the database answers. */
  isUp(): Promise<boolean>;
  /** Runs `work` in one transaction as the sign-in role; it reads a workspace's rows only where one is named. */
  asSignIn<T>(work: (scope: RoleScope) => Promise<T>, workspaceId?: string): Promise<T>;
  /** One read as the sign-in role, without a transaction around it: who calls is asked at every request. */
  readAsSignIn<T>(read: (scope: RoleScope) => Promise<T>): Promise<T>;
  /** The sign-in pool itself, for the sign-in library, which holds its own transactions. */
  readonly signInPool: pg.Pool;
  /** Closes every connection at once: a frozen server never answers, and what waits for it must fail. */
  dropConnections(): void;
  close(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID, the only form of an id here. */
export const isId = (text: string): boolean => UUID.test(text);

function scopeId(id: string): string {
  if (id !== '' && !isId(id)) throw new Error('A scope needs UUIDs.');
  return id;
}

/** Sets the scope until the transaction ends; as values, since statements can be read by others of the same role. */
async function setScope(db: Kysely<Tables>, scope: { role?: string; workspaceId: string; personId?: string }) {
  const [workspace, person] = [scopeId(scope.workspaceId), scopeId(scope.personId ?? '')];
  const role = scope.role === undefined ? sql`` : sql`, set_config('role', ${scope.role}, true)`;
  await sql`select set_config('loam.workspace', ${workspace}, true), set_config('loam.person', ${person}, true)${role}`.execute(
    db,
  );
}

/** Names the workspace of a transaction of sign-in once an address told which; the same work where it told none. */
export const nameWorkspace = ({ db }: RoleScope, workspaceId = ''): Promise<void> => setScope(db, { workspaceId });

/** The condition "one of these ids", in the same words however many there are, so that its plan is kept. */
export const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

// Plans are kept by name; beyond this many the texts are made anew each time and not worth keeping.
const KEPT_PLANS = 400;
const planNames = new Map<string, string>();

function planName(text: string): string | undefined {
  const known = planNames.get(text);
  if (known !== undefined || planNames.size >= KEPT_PLANS) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  planNames.set(text, name);
  return name;
}

/** A connection that plans each text once: with row-level security, planning costs more than reading. */
class PlanningClient extends pg.Client {
  override query = ((...args: unknown[]) => {
    const [text, values] = args;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? planName(text) : undefined;
    return Reflect.apply(super.query, this, name ? [{ name, text, values }, ...args.slice(2)] : args);
  }) as pg.Client['query'];
}

type PoolRole = 'app_user' | 'app_jobs' | 'app_auth';

export interface PoolSettings {
  url: string;
  passwords: Record<PoolRole, string>;
  size: number;
  /** True for work that may take minutes, such as a large import. */
  unhurried?: boolean;
  onError(error: Error): void;
}

// Waiting for a free connection ends before people and proxies give up.
const WAIT_FOR_CONNECTION = 15_000;
// What one statement may take, as PostgreSQL keeps it; the background plans rounds.
const STATEMENT_LIMITS: Record<PoolRole, string> = { app_user: '30s', app_jobs: '120s', app_auth: '15s' };

/** A pool that waits, with a limit, where the server is full, and that can let go of everything at once. */
class PatientPool extends pg.Pool {
  private readonly open = new Set<pg.PoolClient>();
  private readonly waiting = new Set<(error: Error) => void>();

  constructor(config: pg.PoolConfig) {
    super(config);
    this.on('connect', (client) => {
      this.open.add(client);
      // One that breaks while in use fails its question; unheard, it would end the process.
      client.on('error', () => undefined);
    });
    this.on('remove', (client) => this.open.delete(client));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): void;
  override connect(
    callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): Promise<pg.PoolClient> | undefined {
    const connected = this.unlessDropped(withPatience(() => super.connect()));
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (release) => client.release(Boolean(release))),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  /** A connection, unless everything was dropped before it came; then it goes again. */
  private unlessDropped(connecting: Promise<pg.PoolClient>): Promise<pg.PoolClient> {
    return new Promise((done, failed) => {
      this.waiting.add(failed);
      connecting.then(
        (client) => (this.waiting.delete(failed) ? done(client) : client.release(true)),
        (error: Error) => {
          this.waiting.delete(failed);
          failed(error);
        },
      );
    });
  }

  dropConnections(): void {
    for (const client of this.open) destroySocket(client);
    for (const fail of this.waiting) fail(new Error('Connection terminated: the database does not answer.'));
    this.waiting.clear();
  }
}

/** The address of a database as one of the roles reaches it. */
export function urlAs(url: string, role: string, password: string): string {
  const own = new URL(url);
  own.username = role;
  own.password = password;
  return own.toString();
}

function poolOf(settings: PoolSettings, role: PoolRole, size: number): PatientPool {
  // Said at each connection, so that no setting of the role itself counts.
  const scope = [
    `-c search_path=${role === 'app_auth' ? 'auth,public' : 'public'}`,
    '-c loam.workspace= -c loam.person=',
  ];
  const limits = settings.unhurried ? [] : [`-c statement_timeout=${STATEMENT_LIMITS[role]}`, '-c lock_timeout=10s'];
  const options = [...scope, ...limits].join(' ');
  const pool = new PatientPool({
    connectionString: urlAs(settings.url, role, settings.passwords[role]),
    max: size,
    Client: PlanningClient,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options,
  });
  // Compulsory: without a listener an idle connection that breaks ends the process.
  pool.on('error', settings.onError);
  return pool;
}

/** Opens the pools; nothing here may migrate or look past row-level security. */
export function openDatabase(settings: PoolSettings): Database {
  const sizes = poolSizes(settings.size);
  const signInPool = poolOf(settings, 'app_auth', sizes.signIn);
  const peoplePool = poolOf(settings, 'app_user', sizes.people);
  const jobsPool = poolOf(settings, 'app_jobs', sizes.jobs);
  // Looked at from inside a transaction that may hold locks: were it the jobs' own pool,
  // jobs that wait for those locks could hold all of its connections.
  const looksPool = poolOf(settings, 'app_jobs', sizes.looks);
  const pools = [peoplePool, jobsPool, looksPool, signInPool];
  const kysely = (pool: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const [people, jobs, looks, signIn] = [kysely(peoplePool), kysely(jobsPool), kysely(looksPool), kysely(signInPool)];
  const together = new AsyncLocalStorage<Scope>();
  return {
    signInPool,
    asPerson: (ids, work) => {
      const shared = together.getStore();
      if (shared?.personId === ids.personId && shared.workspaceId === ids.workspaceId) return work(shared);
      return people.transaction().execute(async (db) => {
        await setScope(db, ids);
        return work({ db, ...ids });
      });
    },
    readTogether: ({ workspaceId, personId }, work) =>
      people
        .transaction()
        .setAccessMode('read only')
        .execute(async (db) => {
          const scope = { db, workspaceId, personId };
          await setScope(db, scope);
          return together.run(scope, work);
        }),
    asJobs: (job, workspaceId, work) =>
      (onlyLooks(job) ? looks : jobs).transaction().execute(async (db) => {
        await setScope(db, { role: roleOfJob(job), workspaceId });
        return work({ db, workspaceId });
      }),
    workspaces: async () => {
      const { rows } = await sql<{ workspaceId: string; timezone: string }>`
        select workspace_id as "workspaceId", timezone from every_workspace()`.execute(jobs);
      return rows;
    },
    isUp: async () => (await sql`select 1`.execute(jobs)).rows.length === 1,
    asSignIn: (work, workspaceId) =>
      signIn.transaction().execute(async (db) => {
        if (workspaceId) await setScope(db, { workspaceId });
        return work({ db });
      }),
    readAsSignIn: (read) => read({ db: signIn }),
    dropConnections: () => {
      for (const pool of pools) pool.dropConnections();
    },
    close: async () => {
      await Promise.all([people, jobs, looks, signIn].map((each) => each.destroy()));
    },
  };
}
