import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holderOf, holdFile } from './held-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-held-'));
  file = join(folder, 'server.pid');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('a held file', () => {
  test('is held by one at a time, and free once it is released', async () => {
    const held = await holdFile(file);
    if ('heldBy' in held) throw new Error('nobody holds it');
    expect(await holderOf(file)).toBe(process.pid);
    expect(await holdFile(file)).toEqual({ heldBy: process.pid });
    await held.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is taken from a dead process', async () => {
    await writeFile(file, `${await deadPid()} before\n`);
    expect(await holdFile(file)).toHaveProperty('release');
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  test('is taken with what processes killed in the middle left beside it, and nothing of the living', async () => {
    const dead = await deadPid();
    const living = `server.pid.${process.ppid}`;
    for (const name of [`server.pid.${dead}`, `server.pid.${dead}.left`, living, 'server.pid.notes', 'other.pid'])
      await writeFile(join(folder, name), '');
    await holdFile(file);
    expect((await readdir(folder)).toSorted()).toEqual(
      ['other.pid', 'server.pid', 'server.pid.notes', living].toSorted(),
    );
  });
});
