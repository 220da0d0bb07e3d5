import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Tables } from '../migrations/tables.ts';

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

export interface Database {
  /** Runs `work` in one transaction as a person; empty ids see nothing. */
  asPerson<T>(ids: { workspaceId: string; personId: string }, work: (scope: Scope) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction as the background role (named tables, none private). */
  asJobs<T>(work: (scope: RoleScope) => Promise<T>, workspaceId?: string): Promise<T>;
  /** Runs `work` in one transaction as the sign-in role. */
  asSignIn<T>(work: (scope: RoleScope) => Promise<T>): Promise<T>;
  /** One read as the sign-in role, without a transaction around it: who calls is asked at every request. */
  readAsSignIn<T>(read: (scope: RoleScope) => Promise<T>): Promise<T>;
  /** The sign-in pool itself, for the sign-in library, which holds its own transactions. */
  readonly signInPool: pg.Pool;
  close(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID, the only form of an id here. */
export const isId = (text: string): boolean => UUID.test(text);

function literal(id: string): string {
  if (id !== '' && !isId(id)) throw new Error('A scope needs UUIDs.');
  return `'${id}'`;
}

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

export interface PoolSettings {
  url: string;
  passwords: Record<'app_user' | 'app_jobs' | 'app_auth', string>;
  size: number;
  onError(error: Error): void;
}

function poolOf(settings: PoolSettings, role: 'app_user' | 'app_jobs' | 'app_auth', size: number): pg.Pool {
  const url = new URL(settings.url);
  url.username = role;
  url.password = settings.passwords[role];
  const options = role === 'app_auth' ? '-c search_path=auth,public' : undefined;
  const pool = new pg.Pool({
    connectionString: url.toString(),
    max: size,
    Client: PlanningClient,
    ...(options ? { options } : {}),
  });
  // Compulsory: without a listener an idle connection that breaks ends the process.
  pool.on('error', settings.onError);
  return pool;
}

/** Opens the three pools; nothing here may migrate or look past row-level security. */
export function openDatabase(settings: PoolSettings): Database {
  const signInPool = poolOf(settings, 'app_auth', Math.max(2, Math.ceil(settings.size / 2)));
  const kysely = (pool: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const people = kysely(poolOf(settings, 'app_user', settings.size));
  const jobs = kysely(poolOf(settings, 'app_jobs', Math.max(2, Math.ceil(settings.size / 4))));
  const signIn = kysely(signInPool);
  return {
    signInPool,
    asPerson: (ids, work) =>
      people.transaction().execute(async (db) => {
        const set = `set local loam.workspace = ${literal(ids.workspaceId)}; set local loam.person = ${literal(ids.personId)}`;
        await sql.raw(set).execute(db);
        return work({ db, ...ids });
      }),
    asJobs: (work, workspaceId) =>
      jobs.transaction().execute(async (db) => {
        if (workspaceId) await sql.raw(`set local loam.workspace = ${literal(workspaceId)}`).execute(db);
        return work({ db });
      }),
    asSignIn: (work) => signIn.transaction().execute((db) => work({ db })),
    readAsSignIn: (read) => read({ db: signIn }),
    close: async () => {
      await Promise.all([people.destroy(), jobs.destroy(), signIn.destroy()]);
    },
  };
}
