import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataFolder, type RunningServer, startServer } from '#test/helpers/server.ts';
import { startSmtpSpy } from '#test/helpers/smtp-spy.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folders: string[] = [];
let first: Awaited<ReturnType<typeof startSmtpSpy>>;
let second: Awaited<ReturnType<typeof startSmtpSpy>>;
beforeAll(async () => {
  [first, second] = [await startSmtpSpy(), await startSmtpSpy()];
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const loam = (args: string[], env: Record<string, string>) =>
  spawnSync(process.execPath, ['cli/loam.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...env },
    encoding: 'utf8',
  });

/** A browser: it keeps cookies. */
function browserOf(server: RunningServer) {
  const jar = new Map<string, string>();
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${server.url}/api${path}`, {
      method,
      headers: {
        origin: server.url,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    return { status: answer.status, json: await answer.json().catch(() => null) };
  };
}

const steward = { name: 'Amara Okafor', email: 'amara@example.test' };
const settings = { host: '127.0.0.1', secure: false, user: 'loam', password: 'sesame', from: 'loam@example.test' };

async function signIn(call: ReturnType<typeof browserOf>, mail: { texts: string[] }): Promise<number> {
  const before = mail.texts.length;
  await call('POST', '/session/code', { email: steward.email });
  await vi.waitFor(() => expect(mail.texts.length).toBeGreaterThan(before), { timeout: 10_000 });
  const code = /^Subject: Your code: (.+)$/im.exec(mail.texts.at(-1) ?? '')?.[1]?.replaceAll(/\s/g, '') ?? '';
  return (await call('POST', '/session', { email: steward.email, code })).status;
}

describe('a backup on another machine, without the file secret', () => {
  it('comes back into an empty folder, says what is lost, and lets the steward in to mend it', async () => {
    const home = await startServer();
    folders.push(home.dataDir);
    const there = browserOf(home);
    const facts = { name: 'Meridian', purpose: '', timezone: 'UTC', language: 'en' };
    await there('POST', '/workspace/set-up', { ...facts, steward, code: home.setUpCode() });
    const set = await there('PUT', '/workspace/mail', { ...settings, port: first.port });
    expect(set.json).toEqual({ state: 'holds' });
    const file = join(home.dataDir, 'one.loam-backup');
    const made = loam(['backup', '--out', file], { LOAM_DATA_DIR: home.dataDir });
    expect([made.status, made.stdout.trim()]).toEqual([0, file]);
    const fingerprint = /: (\S+)$/.exec(made.stderr.trim())?.[1] ?? '';

    // As root, an empty folder that only root may enter, as mktemp makes it.
    const elsewhere = await dataFolder();
    folders.push(elsewhere);
    const empty = await mkdtemp(join(elsewhere, 'data-'));
    await chmod(empty, 0o700);
    const env = { LOAM_DATA_DIR: empty, SMTP_HOST: '127.0.0.1', SMTP_PORT: String(second.port) };
    const unproved = loam(['restore', file], env);
    expect([unproved.status, unproved.stderr]).toEqual([2, expect.stringContaining('--proof')]);
    await expect(stat(join(empty, 'secret'))).rejects.toThrow('ENOENT');
    const restored = loam(['restore', file, '--proof', fingerprint], env);
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout).toContain('The stored password of the mail server cannot be opened here');
    expect(restored.stdout).toContain('Links in mails sent before no longer work');
    expect(restored.stdout).toContain('Everybody signs in again');
    expect((await readFile(join(empty, 'secret'), 'utf8')).trim()).toHaveLength(64);
    await home.stop();

    const server = await startServer(env, empty);
    try {
      const here = browserOf(server);
      expect(await signIn(here, second)).toBe(200);
      const state = (await here('GET', '/workspace/mail')).json;
      expect(state).toMatchObject({ uses: 'server', trouble: { kind: 'unreadable' }, isAlone: true });
      expect((await here('PUT', '/workspace/mail', { ...settings, port: first.port })).json).toEqual({
        state: 'holds',
      });
      expect((await here('GET', '/workspace/mail')).json).toMatchObject({ uses: 'stored', trouble: null });
      expect(await signIn(here, first)).toBe(200);
      expect(first.passwords).toEqual(['loam:sesame']);

      // Whoever holds the machine has them forgotten, while the server runs.
      const forgotten = loam(['forget-mail'], env);
      expect([forgotten.status, forgotten.stdout]).toEqual([0, expect.stringContaining('Forgotten')]);
      expect((await here('GET', '/workspace/mail')).json).toMatchObject({ mail: null, uses: 'server' });
      expect(await signIn(here, second)).toBe(200);
      expect(loam(['mail-code'], env).stdout).toContain('No change of the mail settings waits');
    } finally {
      await server.stop();
    }
  }, 240_000);

  it('in a folder that another user owns, as root, leaves nothing there that they cannot read', async () => {
    if (process.getuid?.() !== 0) return;
    const folder = await dataFolder();
    folders.push(folder);
    const nobody = 65_534;
    spawnSync('chown', [`${nobody}:${nobody}`, folder]);
    const code = `import { becomeOwnerOf } from './cli/database.ts';
      import { writeFileSync } from 'node:fs';
      becomeOwnerOf('${folder}');
      writeFileSync('${folder}/secret', 'x', { mode: 0o600 });`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' });
    expect(ended.stderr).toBe('');
    expect((await stat(join(folder, 'secret'))).uid).toBe(nobody);
  });
});
