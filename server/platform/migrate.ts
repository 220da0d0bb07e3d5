import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Secrets } from './secrets.ts';

const folder = join(import.meta.dirname, '..', 'migrations');
const LOGIN_ROLES = ['app_user', 'app_jobs', 'app_auth'] as const;

export type RolePasswords = Record<(typeof LOGIN_ROLES)[number], string>;

/** The passwords of the roles, derived from the instance secret. */
export const rolePasswords = (secrets: Secrets): RolePasswords => ({
  app_user: secrets.derive('app_user'),
  app_jobs: secrets.derive('app_jobs'),
  app_auth: secrets.derive('app_auth'),
});

/** Names of the migrations in order, `0001-….sql`. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
}

async function ensureRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  for (const role of [...LOGIN_ROLES, 'app_search'] as const) {
    const login = role === 'app_search' ? 'nologin' : `login password ${client.escapeLiteral(passwords[role])}`;
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    await client.query(
      `${known.rowCount ? 'alter' : 'create'} role ${role} ${login} nosuperuser nobypassrls nocreaterole nocreatedb`,
    );
  }
  // A definer function can be handed to a role only by one of its members.
  await client.query('grant app_search, app_auth to current_user');
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`grant connect on database ${database} to app_user, app_jobs, app_auth`);
  await client.query('grant create on schema public to app_search');
}

/** The maintenance role alone looks past row-level security: for backfills, backup and restore. */
async function ensureMaintenance(client: pg.Client): Promise<void> {
  const known = await client.query("select 1 from pg_roles where rolname = 'app_maintenance'");
  if (!known.rowCount) {
    // An owner without BYPASSRLS cannot give it; the backup then says what to do.
    const made = await client.query('create role app_maintenance nologin bypassrls').catch(() => undefined);
    if (!made) return;
  }
  await client.query(`
    grant app_maintenance to current_user;
    grant usage on schema public, auth to app_maintenance;
    grant select, insert, update, delete on all tables in schema public, auth to app_maintenance;
    revoke update, delete on log_entry from app_maintenance;
    grant execute on all functions in schema public, auth to app_maintenance`);
}

/** Brings the database at `url` (its owner's address) up to date; returns the names that were applied. */
export async function migrate(url: string, passwords: RolePasswords): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One migrator at a time: several processes may start together.
    await client.query('select pg_advisory_lock(420420)');
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default current_timestamp)',
    );
    await ensureRoles(client, passwords);
    const done = new Set(
      (await client.query<{ name: string }>('select name from migration')).rows.map((row) => row.name),
    );
    const applied: string[] = [];
    for (const name of await migrationNames()) {
      if (done.has(name)) continue;
      await client.query('begin');
      await client.query('grant create on schema public to app_search');
      await client.query(await readFile(join(folder, name), 'utf8'));
      await client.query('insert into migration (name) values ($1)', [name]);
      await client.query('commit');
      applied.push(name);
    }
    await client.query('revoke create on schema public from app_search');
    if (applied.length > 0) await ensureMaintenance(client);
    return applied;
  } finally {
    await client.end();
  }
}
