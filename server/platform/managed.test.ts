import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedVersions, type ManagedCluster, startManaged } from '#test/helpers/cluster.ts';
import { addWorkspace, connected, testPasswords, testSecrets } from '#test/helpers/world.ts';
import { backupContents as contents } from '../backups.ts';
import { backup, backupBeforeMigration, restore } from './backup.ts';
import { backupKeyFrom } from './backup-proof.ts';
import { openDatabase } from './database.ts';
import { installJobs } from './jobs.ts';
import { migrate, migrationNames } from './migrate.ts';
import { rolePasswords, roleStatements } from './roles.ts';
import { secretsFrom } from './secrets.ts';

const versions = await installedVersions();
const otherPasswords = rolePasswords(secretsFrom('another secret of the tests, long enough'));

/** What a start does to the database. */
async function start(url: string, passwords = testPasswords): Promise<string[]> {
  const applied = await migrate(url, passwords);
  await installJobs(url);
  return applied;
}

describe.each(versions)('a managed PostgreSQL, $name', ({ bin }) => {
  const on = bin === undefined ? it.skip : it;
  let cluster: ManagedCluster;
  let folder: string;
  beforeAll(async () => {
    if (bin === undefined) return;
    cluster = await startManaged(bin);
    folder = await mkdtemp(join(tmpdir(), 'loam-managed-'));
  }, 180_000);
  afterAll(async () => {
    if (bin === undefined) return;
    await cluster.stop();
    await rm(folder, { recursive: true });
  });

  on('is set up, started again, migrated, backed up and restored by a plain owner', { timeout: 240_000 }, async () => {
    const url = await cluster.addOwner('plain', 'createrole createdb');
    const names = await migrationNames();
    expect(await start(url)).toEqual(names);
    const changed = "select xmin::text from pg_authid where rolname like 'app%' order by rolname";
    const before = (await cluster.admin.query(changed)).rows;
    expect(await start(url)).toEqual([]);
    expect((await cluster.admin.query(changed)).rows).toEqual(before);
    const settings = 'select setrole::regrole::text as role from pg_db_role_setting';
    await cluster.admin.query(
      'alter role app_user set search_path = pg_temp; alter role app_auth in database plain set search_path = pg_temp',
    );
    expect(await start(url)).toEqual([]);
    expect((await cluster.admin.query(settings)).rows).toEqual([]);

    const owner = await connected(url);
    await owner.query('begin; set local role app_maintenance');
    const workspaceId = await addWorkspace(owner, new Date());
    await owner.query(
      "insert into person (workspace_id, person_id, email, name, search_text, source, created_at) values ($1, $2, 'a@example.test', 'Ana', 'ana', 'import', now())",
      [workspaceId, randomUUID()],
    );
    await owner.query('commit');

    const file = join(folder, `${randomUUID()}.loam-backup`);
    const key = backupKeyFrom(testSecrets);
    await backup(url, file, key, contents);
    await owner.query("delete from migration where name = '0007-ways-in.sql'");
    expect(await backupBeforeMigration(url, folder, key, contents)).toContain('before-migration');
    await owner.query("insert into migration values ('0007-ways-in.sql')");

    const second = await cluster.addOwner('second', 'createrole createdb');
    await cluster.admin.query('grant app_search, app_lookup, app_auth, app_maintenance to second');
    await start(second);
    const archive = await open(file, 'r');
    const trust = { own: key.fingerprint, withoutProof: false };
    await restore({ url: second, file: archive, force: false, erasures: join(folder, 'erasures'), trust, contents });
    await archive.close();
    const db = openDatabase({ url: second, passwords: testPasswords, size: 2, onError: () => undefined });
    const people = await db.asPerson({ workspaceId, personId: randomUUID() }, (scope) =>
      scope.db.selectFrom('person').select('name').execute(),
    );
    expect(people).toEqual([{ name: 'Ana' }]);
    await db.close();
    await owner.end();
  });

  on('is migrated from an older state by another session than the first', { timeout: 120_000 }, async () => {
    const url = await cluster.addOwner('older', 'createrole');
    await cluster.admin.query('grant app_search, app_lookup, app_auth, app_maintenance to older');
    await migrate(url, testPasswords, '0002');
    expect(await migrate(url, testPasswords)).toEqual((await migrationNames()).slice(2));
    const policies = await cluster.admin.query("select 1 from pg_roles where rolname like 'app%' and rolbypassrls");
    expect(policies.rows).toEqual([]);
  });

  on('says in one line what to do where roles belong to another organisation', { timeout: 120_000 }, async () => {
    const url = await cluster.addOwner('stranger', 'createrole');
    await expect(migrate(url, otherPasswords)).rejects.toThrow(
      /^The database \w+ of the same PostgreSQL uses the role app_user with another LOAM_SECRET\. .*$/,
    );
  });

  on(
    'works with roles that an administrator made, and else names the command that prints them',
    { timeout: 240_000 },
    async () => {
      const other = await startManaged(bin ?? '');
      try {
        const url = await other.addOwner('bare', '');
        await expect(migrate(url, testPasswords)).rejects.toThrow(
          /^The role app_user is missing, .*database-roles" prints\.$/,
        );
        await other.admin.query(roleStatements(testPasswords, 'bare'));
        expect(await start(url)).toEqual(await migrationNames());
        expect(await start(url)).toEqual([]);
        await other.admin.query(
          'alter role app_jobs set lock_timeout = 1; alter role app_user set search_path = pg_temp',
        );
        await expect(migrate(url, testPasswords)).rejects.toThrow(
          /^A role has settings of its own\. .* alter role app_(jobs|user) reset all;$/,
        );
        await other.admin.query('alter role app_jobs reset all; alter role app_user reset all');
        await other.admin.query('revoke app_job_rounds from app_jobs');
        await expect(migrate(url, testPasswords)).rejects.toThrow(
          /^The roles of background jobs are not joined\. .* grant app_job_rounds to app_jobs;$/,
        );
        await other.admin.query(roleStatements(testPasswords, 'bare'));
        expect(await start(url)).toEqual([]);
        await expect(migrate(url, otherPasswords)).rejects.toThrow(
          /^The role app_user has another password, and bare may not change it\./,
        );
      } finally {
        await other.stop();
      }
    },
  );

  on('says in one line that the owner owns nothing', { timeout: 120_000 }, async () => {
    const url = await cluster.addOwner('guest', 'createrole');
    await cluster.admin.query(
      'alter database guest owner to admin; grant app_search, app_lookup, app_auth, app_maintenance to guest',
    );
    await expect(migrate(url, testPasswords)).rejects.toThrow(
      /^guest may not create tables in the database guest\. .* owner to "guest";$/,
    );
  });
});
