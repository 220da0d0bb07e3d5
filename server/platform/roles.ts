import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectPatiently, isDatabaseAway } from './connections.ts';
import { forgetSettings, JOB_ROLES, jobStatements, joinJobs } from './job-roles.ts';
import type { Secrets } from './secrets.ts';

const LOGIN_ROLES = ['app_user', 'app_jobs', 'app_auth'] as const;
// What the owner must be a member of.
const JOINED = ['app_search', 'app_lookup', 'app_auth', 'app_maintenance'] as const;
const ROLES: readonly string[] = [...LOGIN_ROLES, 'app_search', 'app_lookup', 'app_maintenance', ...JOB_ROLES];

type LoginRole = (typeof LOGIN_ROLES)[number];

export type RolePasswords = Record<LoginRole, string>;

/** The passwords of the roles, derived from the instance secret. */
export const rolePasswords = (secrets: Secrets): RolePasswords => ({
  app_user: secrets.derive('app_user'),
  app_jobs: secrets.derive('app_jobs'),
  app_auth: secrets.derive('app_auth'),
});

const OLDEST = 15;
const HELP = 'npm run --silent loam -- database-roles';

/** Ends with one line where the server is older than what the tables need; its major version. */
export async function requireVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number; name: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as name",
  );
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major < OLDEST) throw new Error(`This is PostgreSQL ${rows[0]?.name}; Loam needs PostgreSQL ${OLDEST} or later.`);
  return major;
}

const isDenied = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501';

const isLogin = (role: string): role is LoginRole => LOGIN_ROLES.some((login) => login === role);

/** Makes the roles that are missing, and changes nothing about those that are right. */
export async function ensureRoles(client: pg.Client, url: string, passwords: RolePasswords): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    'select rolname as role from pg_roles where rolname = any ($1)',
    [ROLES],
  );
  const known = new Set(rows.map(({ role }) => role));
  for (const role of ROLES) {
    if (!known.has(role)) await createRole(client, role, passwords);
    else if (isLogin(role)) await checkPassword(client, { url, role, password: passwords[role] });
  }
  await joinRoles(client);
  await joinJobs(client);
  await forgetSettings(client);
  await mendRoles(client);
}

async function ownerOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user as name');
  return rows[0]?.name ?? '';
}

async function createRole(client: pg.Client, role: string, passwords: RolePasswords): Promise<void> {
  const login = isLogin(role) ? `login password ${client.escapeLiteral(passwords[role])}` : 'nologin';
  try {
    await client.query(`create role ${role} ${login}`);
  } catch (error) {
    // The sample's database, set up at the same time, was quicker.
    if (error instanceof Error && 'code' in error && ['42710', '23505'].includes(String(error.code))) return;
    if (!isDenied(error)) throw error;
    throw new Error(
      `The role ${role} is missing, and ${await ownerOf(client)} may not create roles. ` +
        `Let an administrator of the database run what "${HELP}" prints.`,
    );
  }
}

interface Login {
  url: string;
  role: LoginRole;
  password: string;
}

/** Tries the role's password, and sets it where it is another one and no other organisation uses the role. */
async function checkPassword(client: pg.Client, login: Login): Promise<void> {
  if (await mayLogIn(login)) return;
  const others = await client.query<{ name: string }>(
    `select distinct d.datname as name from pg_shdepend s join pg_database d on d.oid = s.dbid
     where s.refclassid = 'pg_authid'::regclass and s.refobjid = $1::regrole
       and regexp_replace(d.datname, '_sample$', '') <> regexp_replace(current_database(), '_sample$', '') order by 1`,
    [login.role],
  );
  if (others.rows[0]) {
    throw new Error(
      `The database ${others.rows[0].name} of the same PostgreSQL uses the role ${login.role} with another LOAM_SECRET. ` +
        'Give both the same LOAM_SECRET, or this one a PostgreSQL of its own.',
    );
  }
  try {
    await client.query(`alter role ${login.role} login password ${client.escapeLiteral(login.password)}`);
  } catch (error) {
    if (!isDenied(error)) throw error;
    throw new Error(
      `The role ${login.role} has another password, and ${await ownerOf(client)} may not change it. ` +
        `Let an administrator of the database run what "${HELP}" prints, or set the LOAM_SECRET that made it.`,
    );
  }
}

async function mayLogIn({ url, role, password }: Login): Promise<boolean> {
  const own = new URL(url);
  own.username = role;
  own.password = password;
  try {
    await (await connectPatiently(own.toString())).end();
    return true;
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    return false;
  }
}

/** A definer function is handed to a role, and rows are restored, only by the roles' members. */
async function joinRoles(client: pg.Client): Promise<void> {
  // Before 16 whoever is a member may also set the role.
  const how = (await requireVersion(client)) >= 16 ? 'SET' : 'MEMBER';
  for (const role of JOINED) {
    const { rows } = await client.query<{ may: boolean }>('select pg_has_role(current_user, $1, $2) as may', [
      role,
      how,
    ]);
    if (rows[0]?.may) continue;
    await client.query(`grant ${role} to current_user`).catch(async (error: unknown) => {
      if (!isDenied(error)) throw error;
      const owner = await ownerOf(client);
      throw new Error(`${owner} is no member of ${role}. Let an administrator run: grant ${role} to "${owner}";`);
    });
  }
}

/** Takes from the roles what none of them may have; only a superuser can have given it. */
async function mendRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `select rolname as role from pg_roles where rolname = any ($1)
     and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or (rolbypassrls and rolname <> 'app_maintenance'))`,
    [ROLES],
  );
  for (const { role } of rows) {
    const lesser = 'nosuperuser nocreaterole nocreatedb noreplication';
    const how = role === 'app_maintenance' ? lesser : `${lesser} nobypassrls`;
    await client.query(`alter role ${role} ${how}`).catch((error: unknown) => {
      if (!isDenied(error)) throw error;
      throw new Error(
        `The role ${role} may do more than Loam allows. Let an administrator run: alter role ${role} ${how};`,
      );
    });
  }
}

/**
 * Lets the maintenance role reach every row, for backfills, backup and restore: by a policy on each table, since an
 * owner who is no superuser cannot give BYPASSRLS. Only what is missing is made.
 */
export async function ensureMaintenance(client: pg.Client, isChanged: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname in ('public', 'auth') and not exists (
      select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'maintenance')`);
  if (rows.length === 0 && !isChanged) return;
  await client.query('begin');
  for (const { name } of rows)
    await client.query(`create policy maintenance on ${name} to app_maintenance using (true) with check (true)`);
  await client.query(`
    grant usage on schema public, auth to app_maintenance;
    grant select, insert, update, delete on all tables in schema public, auth to app_maintenance;
    revoke update, delete on log_entry from app_maintenance;
    grant execute on all functions in schema public, auth to app_maintenance`);
  await client.query('commit');
}

/** A password as PostgreSQL keeps it, so that whoever reads the statement does not learn it. */
function verifierOf(password: string): string {
  const [salt, rounds] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** The statements with which an administrator makes the roles for an owner who may not. */
export function roleStatements(passwords: RolePasswords, owner: string): string {
  const quoted = pg.escapeIdentifier(owner);
  const lines = ROLES.flatMap((role) => {
    const login = isLogin(role) ? `login password ${pg.escapeLiteral(verifierOf(passwords[role]))}` : 'nologin';
    return [
      `do $$ begin create role ${role}; exception when duplicate_object then null; end $$;`,
      `alter role ${role} ${login};`,
    ];
  });
  return [...lines, ...jobStatements(), `grant ${JOINED.join(', ')} to ${quoted};`].join('\n');
}
