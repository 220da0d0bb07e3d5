import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { connectPatiently } from './connections.ts';
import { ensureRights } from './rights.ts';
import { ensureMaintenance, ensureRoles, type RolePasswords, requireVersion } from './roles.ts';

const folder = join(import.meta.dirname, '..', 'migrations');

/** Names of the migrations in order, `0001-….sql`. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
}

/** Runs one statement of set-up; where the owner may not, one line says what an administrator does. */
async function allowed(client: pg.Client, statement: string, remedy: string): Promise<void> {
  await client.query(statement).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Not allowed, not installed on the server, or not to be had there.
    if (!['42501', '58P01', '0A000', '22023'].includes(code)) throw error;
    throw new Error(`"${statement}" failed: ${error instanceof Error ? error.message : ''}. ${remedy}`);
  });
}

/** What the migrations stand on and an owner who is no superuser must be allowed to make. */
async function prepareDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ database: string; owner: string; may: boolean; trgm: boolean; auth: boolean }>(`
    select current_database() as database, current_user as owner,
      has_schema_privilege('public', 'create with grant option') as may,
      exists (select 1 from pg_extension where extname = 'pg_trgm') as trgm,
      to_regnamespace('auth') is not null as auth`);
  const { database = '', owner = '', may = false, trgm = false, auth = false } = rows[0] ?? {};
  const [quoted, mine] = [client.escapeIdentifier(database), client.escapeIdentifier(owner)];
  const own = `Let an administrator run: alter database ${quoted} owner to ${mine};`;
  if (!may) throw new Error(`${owner} may not create tables in the database ${database}. ${own}`);
  if (!trgm) {
    const remedy = `Let an administrator run it in the database ${database}.`;
    await allowed(client, 'create extension if not exists pg_trgm', remedy);
  }
  if (!auth) await allowed(client, 'create schema if not exists auth', own);
  const connecting = await client.query(
    "select 1 from unnest(array['app_user', 'app_jobs', 'app_auth']) r where not has_database_privilege(r, current_database(), 'connect')",
  );
  if (connecting.rowCount)
    await allowed(client, `grant connect on database ${quoted} to app_user, app_jobs, app_auth`, own);
  // Its settings can be named in a function only once its library is loaded.
  await client.query("select word_similarity('a', 'b')");
}

/** One migration is one transaction, with the rights that handing functions over needs and that end with it. */
async function apply(client: pg.Client, name: string): Promise<void> {
  await client.query('begin');
  await client.query('grant create on schema public to app_search; grant create on schema auth to app_auth');
  await client.query(await readFile(join(folder, name), 'utf8'));
  await client.query('revoke create on schema public from app_search; revoke create on schema auth from app_auth');
  await client.query('insert into migration (name) values ($1)', [name]);
  await client.query('commit');
}

/** Brings the database at `url` (its owner's address) up to date, or `upTo` a migration; the names that were applied. */
export async function migrate(url: string, passwords: RolePasswords, upTo = '9999'): Promise<string[]> {
  const client = await connectPatiently(url);
  try {
    await requireVersion(client);
    // One migrator at a time: several processes may start together.
    await client.query('select pg_advisory_lock(420420)');
    await ensureRoles(client, url, passwords);
    await prepareDatabase(client);
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default current_timestamp)',
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from migration')).rows.map((row) => row.name),
    );
    const applied: string[] = [];
    const names = await migrationNames();
    for (const name of names) {
      if (done.has(name) || name.slice(0, 4) > upTo) continue;
      await apply(client, name);
      applied.push(name);
    }
    // Of tables that are not there yet nobody can be given rights.
    if (names.every((name) => done.has(name) || applied.includes(name))) await ensureRights(client);
    await ensureMaintenance(client, applied.length > 0);
    return applied;
  } finally {
    await client.end();
  }
}
