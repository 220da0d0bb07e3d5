import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { type Attempts, attack } from '#test/helpers/attack.ts';
import { killPostmaster, removeFolder, spawnServer } from '#test/helpers/raw-server.ts';
import { dataFolder, freePort } from '#test/helpers/server.ts';

const TRIES = 30;
const AT_ONCE = 3;

const settings = async (folder: string) => ({ PORT: String(await freePort()), LOAM_DATA_DIR: folder });

/** Runs numbered tries, some at once, as fast as the machine takes them. */
async function inTurns(count: number, one: (place: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await one(next - 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

attack('killed-first-start', async ({ tried, succeeded, figure }) => {
  const first = await dataFolder();
  const measured = spawnServer(await settings(first));
  const whole = (await measured.ready) ?? 10_000;
  await measured.crash();
  await removeFolder(first);
  let lost = 0;
  await inTurns(TRIES, async (place) => {
    const folder = await dataFolder();
    const killed = spawnServer(await settings(folder));
    // Instants are spread over the start; others at once make it longer.
    await Promise.race([rest((whole * 1.5 * (place + 0.5)) / TRIES), killed.ready]);
    await killed.crash();
    // Every other time the whole machine ends.
    if (place % 2) await killPostmaster(folder);
    const again = spawnServer(await settings(folder));
    const ready = await again.ready;
    tried();
    if (ready === undefined) {
      lost += 1;
      succeeded(`killed after ${place + 1} of ${TRIES} parts: ${again.printed().trim()}`);
    }
    const left = readdirSync(folder).filter((name) => /making|\.part$|secret\.|server\.pid\./.test(name));
    if (left.length > 0 && ready !== undefined) succeeded(`left behind: ${left.join(', ')}`);
    await again.crash();
    await removeFolder(folder);
  });
  figure('folders lost', lost, 0);
});

attack('port-taken', async ({ tried, succeeded }) => {
  const holder = createServer();
  await new Promise<void>((done) => holder.listen(0, '127.0.0.1', () => done()));
  const address = holder.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  for (const LOAM_PROCESSES of ['1', '2']) {
    const folder = await dataFolder();
    const server = spawnServer({ PORT: port, LOAM_DATA_DIR: folder, LOAM_PROCESSES });
    await server.ready;
    tried();
    if (server.child.exitCode !== 1) succeeded(`exit code ${server.child.exitCode}`);
    if (!/^The port \d+ is taken[^\n]*\n$/.test(server.printed())) succeeded(`said: ${server.printed()}`);
    if (readdirSync(folder).length > 0) succeeded(`left behind: ${readdirSync(folder).join(', ')}`);
    await removeFolder(folder);
  }
  holder.close();
});

attack('two-starts', async ({ tried, succeeded }) => {
  const folder = await dataFolder();
  const both = [spawnServer(await settings(folder)), spawnServer(await settings(folder))];
  const ready = await Promise.all(both.map((server) => server.ready));
  tried();
  const loser = both[ready.indexOf(undefined)];
  if (ready.filter((time) => time !== undefined).length !== 1) succeeded('not exactly one of two started');
  if (!/^Loam runs already on [^\n]*\n$/.test(loser?.printed() ?? '')) succeeded(`said: ${loser?.printed()}`);
  const winner = both.find((server) => server !== loser);
  await rest(300);
  await checkHealth(winner?.printed() ?? '', { tried, succeeded });
  await Promise.all(both.map((server) => server.crash()));
  await removeFolder(folder);
});

async function checkHealth(
  printed: string,
  { tried, succeeded }: Pick<Attempts, 'tried' | 'succeeded'>,
): Promise<void> {
  const url = /Loam is ready: (\S+)/.exec(printed)?.[1] ?? '';
  tried();
  const answer = await fetch(`${url}/api/health`).catch(() => undefined);
  if (answer?.status !== 200) succeeded(`health ${answer?.status}`);
}

attack('nameless-user', async ({ tried, succeeded }) => {
  // Only root may become a user who does not exist.
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/setpriv')) return tried();
  const folder = await dataFolder();
  const { chown } = await import('node:fs/promises');
  await chown(folder, 54_321, 54_321);
  const program =
    "const { spawn } = require('node:child_process'); process.setgid(54321); process.setuid(54321); import('./server/start.ts')";
  const server = spawnServer({ ...(await settings(folder)), HOME: folder }, ['-e', program]);
  const ready = await server.ready;
  tried();
  const lines = server
    .printed()
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  const isOneSentence = lines.length === 1 && /^The user id 54321 has no name/.test(lines[0] ?? '');
  if (ready === undefined && !isOneSentence) succeeded(`said: ${server.printed()}`);
  await server.crash();
  await removeFolder(folder);
});
