import type pg from 'pg';
import { jobs, jobTables, roleOfJob } from '../migrations/jobs.ts';

const BOUND = ['app_user', 'app_auth', 'app_search', 'app_lookup', 'app_job'];

/** Rights on tables as `role table right [column]`, as the list of jobs wants them. */
export function wantedRights(): string[] {
  const lines = jobs.flatMap((job) =>
    Object.entries(jobTables[job]).flatMap(([table, rights]) =>
      rights.flatMap((right) => {
        const [verb = '', columns] = right.replace(')', '').split(' (');
        const start = `${roleOfJob(job)} ${table} ${verb}`;
        return columns === undefined ? [start] : columns.split(', ').map((column) => `${start} ${column}`);
      }),
    ),
  );
  return lines.sort();
}

/** The same as the catalogue has it, of every role of the background. */
export async function heldRights(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    with held as (
      select c.oid, null::text as attname, a.* from pg_class c, aclexplode(c.relacl) a
        where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
      union all select c.oid, k.attname, a.* from pg_class c join pg_attribute k on k.attrelid = c.oid, aclexplode(k.attacl) a
        where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
    )
    select concat_ws(' ', r.rolname, h.oid::regclass::text, lower(h.privilege_type), h.attname) as line
    from held h join pg_roles r on r.oid = h.grantee where r.rolname ~ '^app_jobs?(_|$)'`);
  return rows.map(({ line }) => line).sort();
}

async function grantJobs(client: pg.Client): Promise<void> {
  if ((await heldRights(client)).join() === wantedRights().join()) return;
  const roles = jobs.map(roleOfJob).join(', ');
  await client.query(`revoke all on all tables in schema public, auth from app_jobs, app_job, ${roles}`);
  for (const job of jobs) {
    for (const [table, rights] of Object.entries(jobTables[job]))
      await client.query(`grant ${rights.join(', ')} on ${table} to ${roleOfJob(job)}`);
  }
}

/** One policy a table for the whole background: its own workspace. Rights say which job sees the table at all. */
async function bindJobs(client: pg.Client): Promise<void> {
  const { rows: loose } = await client.query<{ name: string; at: string }>(`
    select quote_ident(polname) as name, polrelid::regclass::text as at from pg_policy
    where (select oid from pg_roles where rolname = 'app_jobs') = any (polroles)`);
  for (const { name, at } of loose) await client.query(`drop policy ${name} on ${at}`);
  const { rows: bound } = await client.query<{ at: string }>(`
    select polrelid::regclass::text as at from pg_policy
    where (select oid from pg_roles where rolname = 'app_job') = any (polroles)`);
  const known = new Set(bound.map(({ at }) => at));
  for (const table of new Set(jobs.flatMap((job) => Object.keys(jobTables[job])))) {
    if (known.has(table)) continue;
    await client.query(
      `create policy own_workspace on ${table} to app_job using (workspace_id = (select scope_workspace()))`,
    );
  }
}

// What an extension brings along is not ours to change.
const OURS = `p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
  and not exists (select 1 from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`;

/** A function is called by those it is for, and no temporary table stands in for what it names. */
async function bindFunctions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ at: string; is_definer: boolean; is_public: boolean; path: string | null }>(`
    select p.oid::regprocedure::text as at, p.prosecdef as is_definer,
      p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0) as is_public,
      (select substr(c, 13) from unnest(p.proconfig) c where c like 'search_path=%') as path
    from pg_proc p where ${OURS}`);
  for (const { at, is_definer: isDefiner, is_public: isPublic, path } of rows) {
    if (isPublic) await client.query(`revoke execute on function ${at} from public`);
    if (isPublic && !isDefiner) await client.query(`grant execute on function ${at} to ${BOUND.join(', ')}`);
    if ((path !== null || isDefiner) && !/(^|, )pg_temp$/.test(path ?? ''))
      await client.query(`alter function ${at} set search_path = ${path ?? 'pg_catalog'}, pg_temp`);
  }
}

/** Temporary tables are the owner's and those of a restore: nobody else's name may stand before a real one. */
async function keepTemporary(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; restores: boolean }>(`select current_database() as name,
    exists (select 1 from pg_roles where rolname = 'app_maintenance') as restores`);
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`revoke temporary on database ${database} from public`);
  if (rows[0]?.restores) await client.query(`grant temporary on database ${database} to app_maintenance`);
}

/** Leaves each role what it needs and no more; after migrations, as the owner. */
export async function ensureRights(client: pg.Client): Promise<void> {
  // At once: another process may be at work.
  await client.query('begin');
  await grantJobs(client);
  await bindJobs(client);
  await bindFunctions(client);
  const roles = [...BOUND, 'app_jobs', ...jobs.map(roleOfJob)].join(', ');
  await client.query(`
    revoke create on schema public, auth from public, ${roles};
    grant usage on schema public, auth to app_job;
    revoke execute on function erase_person(uuid, uuid, timestamptz) from app_job;
    grant execute on function erase_person(uuid, uuid, timestamptz), auth.forget_sign_in(uuid) to app_job_erasure;
    revoke execute on function auth.end_sign_in(uuid), auth.forget_sign_in(uuid) from app_jobs;
    alter default privileges revoke execute on functions from public`);
  await keepTemporary(client);
  await client.query('commit');
}
