import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, startServer } from '#test/helpers/server.ts';

const root = resolve(import.meta.dirname, '..', '..');
let folder = '';
beforeAll(async () => {
  folder = await dataFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const health = async (url: string) => (await fetch(`${url}/api/health`)).json();

describe('a server process', () => {
  it('starts with nothing set up, ends cleanly, and starts again on the same data', async () => {
    const first = await startServer({}, folder);
    expect(await health(first.url)).toEqual({ status: 'ok' });
    const code = first.setUpCode();
    expect(code).not.toBe('');
    await first.stop();
    const second = await startServer({}, folder);
    expect(second.setUpCode()).toBe(code);
    await second.stop();
  });

  it('simply starts after a crash', async () => {
    const crashed = await startServer({}, folder);
    await crashed.kill();
    const next = await startServer({}, folder);
    expect(await health(next.url)).toEqual({ status: 'ok' });
    await next.stop();
  });

  it('serves from several processes', async () => {
    const server = await startServer({ LOAM_PROCESSES: '2' }, folder);
    const answers = await Promise.all(Array.from({ length: 8 }, () => health(server.url)));
    expect(answers).toEqual(answers.map(() => ({ status: 'ok' })));
    await server.stop();
  });

  it('ends with one clear line on a wrong setting', () => {
    const ended = spawnSync(process.execPath, ['server/start.ts'], {
      cwd: root,
      env: { ...process.env, PORT: 'high' },
      encoding: 'utf8',
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).toContain('PORT');
  });
});
