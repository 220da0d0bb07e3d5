import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createWorld, testSecrets, type World } from '#test/helpers/world.ts';
import { backupContents as contents } from '../backups.ts';
import { backup, backupBeforeMigration, type RestoreOptions, restore as restoreFile } from './backup.ts';
import { backupKeyFrom, passingBackupKey } from './backup-proof.ts';
import { appendErasure, readErasures } from './erasures.ts';
import { holdDatabase, isInUse } from './in-use.ts';

const LATEST =
  readdirSync(join(import.meta.dirname, '../migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .at(-1) ?? '';

const key = backupKeyFrom(testSecrets);
const trust = { own: key.fingerprint, withoutProof: false };
type ByPath = Omit<RestoreOptions, 'file' | 'contents'> & { file: string };

async function restore(options: ByPath) {
  const file = await open(options.file, 'r');
  return restoreFile({ ...options, file, contents }).finally(() => file.close());
}

const signed = (archive: Buffer, by = key): Buffer =>
  Buffer.concat([archive, by.trailerOf(createHash('sha256').update(archive).digest())]);

let folder: string;
let source: World;
let file: string;
let amara: string;
let jonas: string;

const urlOf = async (world: World) => {
  const { rows } = await world.owner.query<{ name: string }>('select current_database() as name');
  return inject('adminUrl').replace(/\/[^/]*$/, `/${rows[0]?.name}`);
};

async function contentsOf(owner: pg.Client): Promise<Record<string, unknown[]>> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')
     and tablename not in ('migration', 'session', 'verification', 'sign_in_code', 'limit_count', 'token') order by 1`,
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables.rows) {
    found[name] = (await owner.query(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`)).rows;
  }
  return found;
}

const statuses = async (world: World) =>
  (await world.owner.query<{ key: string; status: string }>('select key, status from outbox order by key')).rows;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-backup-'));
  file = join(folder, 'one.loam-backup');
  source = await createWorld(inject('adminUrl'));
  amara = await source.addPerson({
    name: 'Amara "Ä" O\'Ka\\for\n',
    email: 'amara@example.test',
    unit: 'Sales',
    roles: ['steward'],
  });
  jonas = await source.addPerson({ name: 'Jonas Weber', unit: 'Sales' });
  const { owner, workspaceId } = source;
  await owner.query('update person set manager_id = $1 where person_id = $2', [jonas, amara]);
  await owner.query('update person set manager_id = $1, groups = $3 where person_id = $2', [
    amara,
    jonas,
    ['a,b', 'c "d"', '{}'],
  ]);
  const { rows } = await owner.query<{ unit_id: string }>('select unit_id from unit');
  await owner.query("insert into unit values ($1, '00000000-0000-4000-8000-000000000000', $2, 'Below', null)", [
    workspaceId,
    rows[0]?.unit_id,
  ]);
  await owner.query("insert into photo values ($1, $2, gen_random_uuid(), 'image/png', $3)", [
    workspaceId,
    amara,
    Buffer.from([0, 255, 10, 92]),
  ]);
  for (const status of ['queued', 'claimed', 'handed-over', 'sent']) {
    await owner.query(
      `insert into outbox (workspace_id, outbox_id, key, person_id, kind, message, not_before, created_at, status)
       values ($1, $2, $3, $4, 'hello', '{"subject":"Grüße ✓ \\n","lines":[]}', '2026-11-23T09:00:00.123456Z', '2026-11-23', $3)`,
      [workspaceId, randomUUID(), status, amara],
    );
  }
  await owner.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ('u', 'A', 'amara@example.test', true)`,
  );
  await owner.query(
    `insert into auth.session (id, "expiresAt", token, "updatedAt", "userId") values ('s', now(), 't', now(), 'u')`,
  );
  await backup(await urlOf(source), file, key, contents);
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

async function inFreshWorld(work: (world: World, options: ByPath) => Promise<void>): Promise<void> {
  const world = await createWorld(inject('adminUrl'));
  try {
    const erasures = join(folder, `${randomUUID()}.erasures`);
    await work(world, { url: await urlOf(world), file, force: true, erasures, trust });
  } finally {
    await world.close();
  }
}

describe('a backup', () => {
  it('comes back whole into another database, with mail waiting', async () => {
    await inFreshWorld(async (world, options) => {
      await restore(options);
      expect(await statuses(world)).toEqual([
        { key: 'claimed', status: 'held' },
        { key: 'handed-over', status: 'doubtful' },
        { key: 'queued', status: 'held' },
        { key: 'sent', status: 'sent' },
      ]);
      await world.owner.query('update outbox set status = key');
      expect(await contentsOf(world.owner)).toEqual(await contentsOf(source.owner));
    });
  });

  it('is not restored over an organisation unless that was said', async () => {
    await inFreshWorld(async (world, options) => {
      const before = await contentsOf(world.owner);
      await expect(restore({ ...options, force: false })).rejects.toThrow('--force');
      expect(await contentsOf(world.owner)).toEqual(before);
    });
  });

  it('does not bring back who was deleted since, though the file of deletions knew only some of them', async () => {
    await inFreshWorld(async (world, options) => {
      await restore(options);
      await world.owner.query("select set_config('loam.workspace', $1, false)", [source.workspaceId]);
      await world.owner.query('select erase_person($1, $2, now())', [source.workspaceId, amara]);
      await appendErasure(options.erasures, {
        workspaceId: source.workspaceId,
        personId: jonas,
        at: '2026-11-24T00:00:00Z',
      });
      expect(await restore(options)).toMatchObject({ erased: 2 });
      expect((await world.owner.query('select * from person')).rows).toEqual([]);
      expect((await world.owner.query('select * from auth.identity')).rows).toEqual([]);
      expect((await readErasures(options.erasures)).map(({ personId }) => personId).sort()).toEqual(
        [amara, jonas].sort(),
      );
    });
  });

  it.each([
    ['cut off', (text: string) => text.split('\n').slice(0, -4).join('\n'), 'damaged'],
    ['of another version', (text: string) => text.replace(LATEST, '0099-later.sql'), '0099-later.sql'],
    ['of something else', () => '{"hello":"you"}\n', 'not a backup'],
    ['not even text', () => 'hello', 'damaged'],
  ])('that is %s changes nothing', async (_name, spoil, words) => {
    await inFreshWorld(async (world, options) => {
      const spoilt = join(folder, `${randomUUID()}.loam-backup`);
      await writeFile(spoilt, signed(gzipSync(spoil(gunzipSync(await readFile(file)).toString('utf8')))));
      const before = await contentsOf(world.owner);
      await expect(restore({ ...options, file: spoilt })).rejects.toThrow(words);
      expect(await contentsOf(world.owner)).toEqual(before);
    });
  });

  it('that is no archive at all says so', async () => {
    await inFreshWorld(async (_world, options) => {
      const noise = join(folder, 'noise');
      await writeFile(noise, 'this is no archive');
      await expect(restore({ ...options, file: noise })).rejects.toThrow('damaged');
      await expect(restore({ ...options, file: join(folder, 'nowhere') })).rejects.toThrow('ENOENT');
    });
  });

  it('is taken from another instance with its noted fingerprint, or unproved where that is said', async () => {
    const elsewhere = { own: passingBackupKey().fingerprint, withoutProof: false };
    await inFreshWorld(async (_world, options) => {
      await expect(restore({ ...options, trust: elsewhere })).rejects.toThrow('--proof');
      const noted = key.fingerprint.toLowerCase().replaceAll('-', ' ');
      expect(await restore({ ...options, trust: { ...elsewhere, noted } })).toMatchObject({ isProved: true });
      expect(await restore({ ...options, trust: { ...elsewhere, withoutProof: true } })).toMatchObject({
        isProved: false,
        madeBy: key.fingerprint,
      });
      const wrong = { ...trust, noted: passingBackupKey().fingerprint };
      await expect(restore({ ...options, trust: wrong })).rejects.toThrow('that fingerprint');
    });
  });

  it('of a Loam that did not sign is taken only where that is said, and a signature cannot be taken off', async () => {
    await inFreshWorld(async (_world, options) => {
      const text = gunzipSync(await readFile(file)).toString('utf8');
      const [stripped, old] = [join(folder, 'stripped'), join(folder, 'old')];
      await writeFile(stripped, gzipSync(text));
      await writeFile(old, gzipSync(text.replace('"version":2', '"version":1')));
      await expect(restore({ ...options, file: old })).rejects.toThrow('--without-proof');
      const unproved = { ...trust, withoutProof: true };
      await expect(restore({ ...options, file: stripped, trust: unproved })).rejects.toThrow('signature is missing');
      expect(await restore({ ...options, file: old, trust: unproved })).toMatchObject({
        isProved: false,
        madeBy: null,
      });
    });
  });

  it('changed by hand is refused even unproved, and so is one that another signed again', async () => {
    await inFreshWorld(async (world, options) => {
      const before = await contentsOf(world.owner);
      const archive = (await readFile(file)).subarray(0, -122);
      const other = gzipSync(gunzipSync(archive).toString('utf8').replace('Jonas Weber', 'Eve'));
      const edited = join(folder, 'edited');
      await writeFile(edited, Buffer.concat([other, (await readFile(file)).subarray(-122)]));
      const unproved = { ...trust, withoutProof: true };
      await expect(restore({ ...options, file: edited, trust: unproved })).rejects.toThrow('was changed');
      await writeFile(edited, signed(other, passingBackupKey()));
      await expect(restore({ ...options, file: edited })).rejects.toThrow('another instance');
      expect(await contentsOf(world.owner)).toEqual(before);
    });
  });

  it('is refused while a server runs, and taken once that one ended, however it ended', async () => {
    await inFreshWorld(async (world, options) => {
      const [first, second] = [await holdDatabase(options.url), await holdDatabase(options.url)];
      await expect(restore(options)).rejects.toThrow('A server runs');
      await first.release();
      await expect(restore(options)).rejects.toThrow('A server runs');
      await second.release();
      await vi.waitFor(async () => expect(await isInUse(options.url)).toBe(false));
      await restore(options);
      expect((await world.owner.query('select 1 from person')).rowCount).toBe(2);
    });
  });

  it('holds neither sessions nor tokens', async () => {
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(text).toContain('"table":"auth.identity"');
    expect(text).not.toMatch(/auth\.(session|token|verification|sign_in_code|limit_count)/);
  });
});

describe('before a migration', () => {
  it('a backup is made of a database that holds an organisation, and of no other', async () => {
    await inFreshWorld(async (world, { url }) => {
      const target = await mkdtemp(join(folder, 'auto-'));
      expect(await backupBeforeMigration(url, target, key, contents)).toBeUndefined();
      await world.owner.query('delete from migration where name = $1', [LATEST]);
      const made = await backupBeforeMigration(url, target, key, contents);
      expect(await readdir(target)).toEqual([made?.split('/').at(-1)]);
      await world.owner.query('delete from workspace');
      expect(await backupBeforeMigration(url, target, key, contents)).toBeUndefined();
    });
  });
});

describe('the maintenance role', () => {
  it('reaches the rows of a backfill, where a plain owner changes none and hears nothing', async () => {
    await inFreshWorld(async (world) => {
      await world.addPerson({ name: 'Ana' });
      await world.addPerson({ name: 'Li' });
      const owner = `owner_${randomUUID().slice(0, 8)}`;
      await world.owner.query(
        `create role ${owner} nologin nosuperuser nobypassrls; alter table person owner to ${owner}`,
      );
      try {
        await world.owner.query(`set role ${owner}`);
        expect((await world.owner.query("update person set title = 'x'")).rowCount).toBe(0);
        await world.owner.query('set role app_maintenance');
        expect((await world.owner.query("update person set title = 'x'")).rowCount).toBe(2);
      } finally {
        await world.owner.query(
          `reset role; reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`,
        );
      }
    });
  });
});
