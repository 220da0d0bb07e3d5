import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addWorkspace, connected, testPasswords, testSecrets } from '#test/helpers/world.ts';
import { backupContents } from '../backups.ts';
import { backupThenMigrate, noteBackup } from './backup-note.ts';
import { backupKeyFrom } from './backup-proof.ts';
import { migrate, migrationNames } from './migrate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-note-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A database whose last migration is `upTo`. */
async function inDatabase(upTo: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `note_${randomUUID().slice(0, 8)}`;
  const admin = await connected(inject('adminUrl'));
  await admin.query(`create database ${name}`);
  const url = inject('adminUrl').replace(/\/[^/]*$/, `/${name}`);
  try {
    await migrate(url, testPasswords, upTo);
    await work(url);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function queried<T>(url: string, text: string): Promise<T[]> {
  const client = await connected(url);
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const noted = (url: string) =>
  queried<{ at: Date }>(url, "select noted_at as at from overview_note where kind = 'backup-made'");
const upgrade = (url: string) => ({
  url,
  passwords: testPasswords,
  folder,
  key: backupKeyFrom(testSecrets),
  contents: backupContents,
});

/** As a start leaves it that was killed after a migration: what it made is nobody's yet. */
async function killedBeforeRights(url: string): Promise<void> {
  await queried(url, 'revoke all on all tables in schema public, auth from app_maintenance');
  const made = await queried<{ at: string }>(
    url,
    "select polrelid::regclass::text as at from pg_policy where polname = 'maintenance'",
  );
  for (const { at } of made) await queried(url, `drop policy maintenance on ${at}`);
}

describe('the backup before a migration', () => {
  it('is noted, also by the very migration that makes the place for it', async () => {
    await inDatabase('0025', async (url) => {
      const client = await connected(url);
      await addWorkspace(client, new Date());
      await client.end();
      // Where there is no place yet, nothing is noted and nothing fails.
      await noteBackup(url, new Date(), backupContents);
      const start = Date.now();
      await backupThenMigrate(upgrade(url));
      expect(await readdir(folder)).toHaveLength(1);
      const [first] = await noted(url);
      expect(first?.at.getTime()).toBeGreaterThanOrEqual(start);
      await backupThenMigrate(upgrade(url));
      expect(await noted(url)).toEqual([first]);
    });
  });

  it('lets every start go on that was killed between two migrations', { timeout: 120_000 }, async () => {
    const names = await migrationNames();
    for (const name of names.slice(0, -1).filter((_, place) => place % 3 === 0)) {
      await inDatabase(name.slice(0, 4), async (url) => {
        await killedBeforeRights(url);
        await backupThenMigrate(upgrade(url));
        expect(await queried(url, 'select name from migration order by name')).toEqual(
          names.map((each) => ({ name: each })),
        );
      });
    }
  });

  it('holds what an organisation has where an update was killed between two migrations', async () => {
    await inDatabase('0025', async (url) => {
      const client = await connected(url);
      await addWorkspace(client, new Date());
      await client.end();
      await killedBeforeRights(url);
      const before = await readdir(folder);
      await backupThenMigrate(upgrade(url));
      expect(await readdir(folder)).toHaveLength(before.length + 1);
    });
  });

  it('is not there, and not noted, where nothing was to be kept', async () => {
    await inDatabase('0025', async (url) => {
      await backupThenMigrate(upgrade(url));
      expect(await noted(url)).toEqual([]);
    });
  });
});
