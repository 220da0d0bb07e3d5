import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import { backup } from '#cli/backup.ts';
import { restore } from '#cli/restore.ts';
import { passingBackupKey } from '#server/platform/backup-proof.ts';
import { attack } from '#test/helpers/attack.ts';
import { startServer } from '#test/helpers/server.ts';
import { createWorld, TEST_SECRET, type World } from '#test/helpers/world.ts';

let world: World;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  world = await createWorld(inject('adminUrl'));
  folder = await mkdtemp(join(tmpdir(), 'loam-recovery-'));
  env = { DATABASE_URL: world.url, LOAM_DATA_DIR: folder, LOAM_SECRET: TEST_SECRET };
  for (const name of ['Amara', 'Ben', 'Cleo', 'Dan']) await world.addPerson({ name, unit: 'Labs', roles: ['steward'] });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
  await rm(folder, { recursive: true });
});

const everything = async (): Promise<string> => {
  const { rows } = await world.owner.query<{ text: string }>(
    `select (select string_agg(p::text, '|' order by person_id) from person p)
       || (select string_agg(g::text, '|' order by person_id) from role_grant g)
       || (select string_agg(i::text, '|' order by subject) from auth.identity i) as text`,
  );
  return rows[0]?.text ?? '';
};

const TRAILER = 122;

/** What an editor without the key can do to the bytes; `at` and `by` are the dice. */
function edits(file: Buffer): ((at: number, by: number) => Buffer)[] {
  const archive = file.subarray(0, -TRAILER);
  const trailer = file.subarray(-TRAILER);
  const lines = gunzipSync(archive).toString('utf8').trimEnd().split('\n');
  const counted = (changed: string[]): string[] => {
    const rows = changed.filter((line) => line.startsWith('{"row"')).length;
    return changed.map((line) => (line.startsWith('{"rows"') ? JSON.stringify({ rows }) : line));
  };
  // Whoever edits puts the count right, keeps the old signature, leaves it out, or signs with a key of their own.
  const packed = (changed: string[], by: number): Buffer => {
    const text = `${counted(changed).join('\n')}\n`;
    const body = gzipSync(by % 3 === 1 ? text.replace('"version":2', '"version":1') : text);
    if (by % 3 === 0) return Buffer.concat([body, trailer]);
    if (by % 3 === 1) return body;
    return Buffer.concat([body, passingBackupKey().trailerOf(createHash('sha256').update(body).digest())]);
  };
  const place = (at: number) => 1 + (at % (lines.length - 2));
  return [
    (at, by) => {
      const bytes = Buffer.from(file);
      const spot = at % bytes.length;
      bytes[spot] = (bytes[spot] ?? 0) ^ (1 + (by % 255));
      return bytes;
    },
    (at) => file.subarray(0, at % file.length),
    (at, by) => Buffer.concat([file, Buffer.alloc(1 + (by % 40), at)]),
    () => Buffer.concat([file, file]),
    (at, by) => Buffer.concat([file, gzipSync(lines[place(at)] ?? ''), ...(by % 2 ? [trailer] : [])]),
    (at, by) => packed(lines.toSpliced(place(at), 1), by),
    (at, by) => packed(lines.toSpliced(place(at), 0, lines[place(by)] ?? ''), by),
    (at, by) => packed(lines.toSpliced(place(at), 1).toSpliced(place(by), 0, lines[place(at)] ?? ''), by),
    (at, by) => packed(lines.with(place(at), (lines[place(at)] ?? '').replace(/[a-z0-9](?=[^a-z0-9]*$)/, 'x')), by),
    (_at, by) =>
      packed(
        lines.map((line) => line.replaceAll('amara@example.test', 'eve@example.test')),
        by,
      ),
    (at, by) => packed(lines.with(0, (lines[0] ?? '').replace(/\d{4}-/, `${2000 + (at % 20)}-`)), by),
  ];
}

attack('backup-edited', async ({ tried, succeeded, figure }) => {
  const good = join(folder, 'good.loam-backup');
  await backup(['--out', good], env);
  const untouched = await readFile(good);
  const kinds = edits(untouched);
  const before = await everything();
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(kinds.length - 1), fc.nat(1_000_000), fc.nat(1_000_000), async (kind, at, by) => {
      const path = join(folder, 'edited.loam-backup');
      const bytes = kinds[kind]?.(at, by) ?? Buffer.alloc(0);
      // A line moved to where it was is no edit.
      if (bytes.equals(untouched)) return;
      await writeFile(path, bytes);
      tried();
      const taken = await restore([path, '--force'], env).then(
        () => true,
        () => false,
      );
      if (!taken) return;
      accepted += 1;
      succeeded(`edit ${kind} at ${at} by ${by}`);
    }),
    { numRuns: 200, seed: 12 },
  );
  figure('edited backups that were accepted', accepted, 0);
  if ((await everything()) !== before) succeeded('an edited backup changed something');
  // The untouched one still comes in, so that the refusals mean something.
  if ((await restore([good, '--force'], env)) !== 0) succeeded('the good one was refused');
});

attack('restore-under-a-server', async ({ tried, succeeded }) => {
  const server = await startServer({ LOAM_PROCESSES: '2' });
  const own: NodeJS.ProcessEnv = { LOAM_DATA_DIR: server.dataDir };
  const file = join(folder, 'own.loam-backup');
  const isRefused = () =>
    restore([file, '--force'], own).then(
      () => false,
      (error: Error) => error.message.includes('A server runs'),
    );
  try {
    // A busy machine answers before the start has printed all.
    const code = await vi.waitFor(() => server.setUpCode() || Promise.reject(new Error('no code')), 10_000);
    const made = await fetch(`${server.url}/api/workspace/set-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({
        code,
        name: 'Meridian',
        purpose: '',
        timezone: 'UTC',
        language: 'en',
        steward: { name: 'Amara', email: 'amara@example.test' },
      }),
    });
    if (!made.ok) succeeded('no organisation to attack');
    if ((await backup(['--out', file], own)) !== 0) succeeded('no backup while the server runs');
    for (let time = 0; time < 5; time++) {
      tried();
      if (!(await isRefused())) succeeded('restored under a running server');
    }
    if (!(await fetch(`${server.url}/api/me`)).ok) succeeded('the server fell over');
  } finally {
    await server.kill();
  }
  // Killed, not stopped: nothing is left that would stand in the way.
  tried();
  const restored = await vi.waitFor(() => restore([file, '--force'], own), { timeout: 20_000, interval: 500 });
  if (restored !== 0) succeeded('a killed server stands in the way');
  const again = await startServer({}, server.dataDir);
  const me = await fetch(`${again.url}/api/me`).then((answer) => answer.json());
  if (me.workspace?.name !== 'Meridian') succeeded('the organisation did not come back');
  await again.stop();
  await rm(server.dataDir, { recursive: true, force: true });
});
