import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { backup } from '#cli/backup.ts';
import { restore } from '#cli/restore.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let env: NodeJS.ProcessEnv;
let folder: string;
const said: string[] = [];

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  folder = await mkdtemp(join(tmpdir(), 'loam-command-'));
  const { rows } = await world.owner.query<{ name: string }>('select current_database() as name');
  const url = inject('adminUrl').replace(/\/[^/]*$/, `/${rows[0]?.name}`);
  // The same secret as the tests': the roles belong to the whole cluster.
  env = { DATABASE_URL: url, LOAM_DATA_DIR: folder, LOAM_SECRET: 'a secret of the tests, long enough to be one' };
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => said.splice(0));
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
  await rm(folder, { recursive: true });
});

describe('loam backup and loam restore', () => {
  it('bring an organisation back as it was, without whoever was deleted since', async () => {
    const amara = await world.addPerson({ name: 'Amara Okafor' });
    await world.addPerson({ name: 'Jonas Weber' });
    expect(await backup([], env)).toBe(0);
    const [name = ''] = await readdir(join(folder, 'backups'));
    const file = join(folder, 'backups', name);
    expect(said).toEqual([file]);

    await world.addPerson({ name: 'Came Later' });
    await world.owner.query("select set_config('loam.workspace', $1, false)", [world.workspaceId]);
    await world.owner.query('select erase_person($1, $2, now())', [world.workspaceId, amara]);

    await expect(restore([file], env)).rejects.toThrow('--force');
    expect(await restore([file, '--force'], env)).toBe(0);
    const { rows } = await world.owner.query<{ name: string }>('select name from person');
    expect(rows.map((row) => row.name)).toEqual(['Jonas Weber']);
    expect(said.at(-2)).toContain('1 deleted again');
  });

  it('are noted for the stewards, and a later one takes the place of an earlier', async () => {
    const noted = async () =>
      (await world.owner.query<{ at: Date }>("select noted_at as at from overview_note where kind = 'backup-made'"))
        .rows;
    const start = Date.now();
    expect(await backup(['--out', join(folder, 'first.loam-backup')], env)).toBe(0);
    const [first] = await noted();
    expect(first?.at.getTime()).toBeGreaterThanOrEqual(start);
    expect(await backup(['--out', join(folder, 'second.loam-backup')], env)).toBe(0);
    const second = await noted();
    expect(second).toHaveLength(1);
    expect(second[0]?.at.getTime()).toBeGreaterThan(first?.at.getTime() ?? Number.POSITIVE_INFINITY);
    await expect(backup(['--out', '/dev/null/nowhere'], env)).rejects.toThrow();
    expect(await noted()).toEqual(second);
  });

  it('say what is wrong with what was typed', async () => {
    await expect(backup(['somewhere'], env)).rejects.toThrow('--out');
    await expect(restore([], env)).rejects.toThrow('name one file');
    await expect(restore(['/nowhere'], env)).rejects.toThrow('no file');
    await expect(backup([], { LOAM_DATA_DIR: join(folder, 'empty') })).rejects.toThrow('no database');
  });
});
