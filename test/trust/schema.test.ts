import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

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
    const roles = `'app_user', 'app_jobs', 'app_auth', 'app_search'`;
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
