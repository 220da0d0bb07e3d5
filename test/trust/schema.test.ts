import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';
import { jobs, roleOfJob } from '../../server/migrations/jobs.ts';
import { heldRights, wantedRights } from '../../server/platform/rights.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const names = async (query: string): Promise<string[]> => {
  const { rows } = await world.owner.query<{ name: string }>(query);
  return rows.map((row) => row.name);
};

const PUBLIC = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'`;

const NARROW = ['app_user', 'app_jobs', 'app_auth', 'app_search', 'app_lookup', 'app_job'];

describe('row-level security', () => {
  it('finds the tables it speaks of', async () => {
    expect(await names(`select relname as name from pg_class c where ${PUBLIC}`)).toContain('person');
  });

  it('is enabled and forced on every table of the public schema', async () => {
    expect(
      await names(
        `select relname as name from pg_class c where ${PUBLIC} and not (relrowsecurity and relforcerowsecurity)`,
      ),
    ).toEqual([]);
  });

  it('gives every table at least one policy, and no policy to everybody', async () => {
    expect(
      await names(
        `select relname as name from pg_class c where ${PUBLIC} and not exists (select 1 from pg_policy p where p.polrelid = c.oid)`,
      ),
    ).toEqual([]);
    expect(await names(`select polname as name from pg_policy where 0 = any (polroles)`)).toEqual([]);
  });

  it('binds roles that can neither bypass it nor own a table', async () => {
    const roles = [...NARROW, ...jobs.map(roleOfJob)].map((role) => `'${role}'`).join(', ');
    expect(
      await names(
        `select rolname as name from pg_roles where rolname in (${roles}) and (rolsuper or rolbypassrls or rolcreaterole)`,
      ),
    ).toEqual([]);
    expect(await names(`select tablename as name from pg_tables where tableowner in (${roles})`)).toEqual([]);
  });

  it('shows an empty scope nothing at all', async () => {
    const id = await world.addPerson({ name: 'Amara Okafor' });
    const tables = await names(`select relname as name from pg_class c where ${PUBLIC}`);
    for (const table of tables) {
      const rows = await world.db.asPerson({ workspaceId: '', personId: '' }, ({ db }) =>
        db
          .selectFrom(table as 'person')
          .selectAll()
          .execute(),
      );
      expect(rows, table).toEqual([]);
    }
    const other = await world.db.asPerson({ workspaceId: id, personId: id }, ({ db }) =>
      db.selectFrom('person').selectAll().execute(),
    );
    expect(other).toEqual([]);
  });
});

describe('least power', () => {
  const OURS = `p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`;

  it('gives each job the tables of the list, and no job more', async () => {
    expect(await heldRights(world.owner)).toEqual(wantedRights());
    expect(wantedRights().length).toBeGreaterThan(100);
  });

  it('names the workspace in every condition but those of look-ups inside functions', async () => {
    const open = `select format('%s on %s', polname, polrelid::regclass) as name from pg_policy
      -- A restrictive one only narrows what another lets through.
      where polpermissive and not polroles <@ array(select oid from pg_roles where rolname in ('app_search', 'app_lookup', 'app_maintenance'))
        and (coalesce(pg_get_expr(polqual, polrelid), 'scope_workspace()') not like '%scope_workspace()%'
          or coalesce(pg_get_expr(polwithcheck, polrelid), 'scope_workspace()') not like '%scope_workspace()%')`;
    expect(await names(open)).toEqual([]);
  });

  it('lets the background be somebody only by the name of a job', async () => {
    expect(await names(`select rolname as name from pg_roles where rolname = 'app_jobs' and not rolinherit`)).toEqual([
      'app_jobs',
    ]);
    const become = `select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
      join pg_roles g on g.oid = m.member where g.rolname = 'app_jobs' order by 1`;
    expect(await names(become)).toEqual(jobs.map(roleOfJob).sort());
    const others = `select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
      join pg_roles g on g.oid = m.member where g.rolname in ('app_user', 'app_auth', 'app_search', 'app_lookup', 'app_job')`;
    expect(await names(others)).toEqual([]);
  });

  it('ends the search path of every function with pg_temp where it has rights or a path of its own', async () => {
    const loose = `select p.oid::regprocedure::text as name from pg_proc p where ${OURS}
      and (p.prosecdef or exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%'))
      and not exists (select 1 from unnest(p.proconfig) c where c ~ '^search_path=.*, pg_temp$')`;
    expect(await names(loose)).toEqual([]);
  });

  it('lets nobody call a function whom it is not for', async () => {
    const anybody = `select p.oid::regprocedure::text as name from pg_proc p where ${OURS}
      and (p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))`;
    expect(await names(anybody)).toEqual([]);
    const owners = `select distinct p.proowner::regrole::text as name from pg_proc p where ${OURS} and p.prosecdef order by 1`;
    expect(await names(owners)).toEqual(['app_auth', 'app_lookup', 'app_search']);
  });

  it('lets nobody make anything', async () => {
    const makers = `select r.rolname || ' in ' || n.nspname as name from pg_roles r, pg_namespace n
      where n.nspname in ('public', 'auth') and r.rolname like 'app\\_%' and r.rolname not in ('app_owner')
        and has_schema_privilege(r.oid, n.oid, 'create')`;
    expect(await names(makers)).toEqual([]);
  });
});

describe('ready to be distributed by workspace', () => {
  it('has workspace_id in every primary, unique and foreign key', async () => {
    const keys = `select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where ${PUBLIC} and k.contype in ('p', 'u', 'f') and not exists (
        select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'workspace_id')`;
    expect(await names(keys)).toEqual([]);
    const indexes = `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      where ${PUBLIC} and i.indisunique and not exists (
        select 1 from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'workspace_id')`;
    expect(await names(indexes)).toEqual([]);
  });

  it('has no triggers of ours and no SET NULL', async () => {
    expect(
      await names(
        `select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where ${PUBLIC} and not tgisinternal`,
      ),
    ).toEqual([]);
    expect(
      await names(
        `select conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid where ${PUBLIC} and confdeltype = 'n'`,
      ),
    ).toEqual([]);
  });
});

describe('migrations', () => {
  it('append-only: nobody may change or delete a line of the log', async () => {
    const granted = await names(
      `select grantee || ' ' || privilege_type as name from information_schema.role_table_grants
       where table_name = 'log_entry' and grantee like 'app\\_%' and grantee <> 'app_owner' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
    );
    expect(granted).toEqual([]);
  });
});
