import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { type Attempts, attack } from '#test/helpers/attack.ts';
import { type ManagedCluster, startManaged } from '#test/helpers/cluster.ts';
import { killPostmaster, postmasterOf, type RawServer, removeFolder, spawnServer } from '#test/helpers/raw-server.ts';
import { dataFolder, freePort } from '#test/helpers/server.ts';
import { signInAll } from '#test/helpers/sessions.ts';
import { addWorkspace, connected, TEST_SECRET } from '#test/helpers/world.ts';
import { findPrograms } from '../../server/platform/cluster.ts';

interface Running {
  server: RawServer;
  origin: string;
  folder: string;
}

async function start(env: Record<string, string>): Promise<Running> {
  const [folder, port] = [await dataFolder(), String(await freePort())];
  const server = spawnServer({ PORT: port, LOAM_DATA_DIR: folder, LOAM_SECRET: TEST_SECRET, ...env });
  if ((await server.ready) === undefined) throw new Error(`The server ended: ${server.printed()}`);
  return { server, origin: `http://localhost:${port}`, folder };
}

/** An organisation of one, and the cookie of somebody who signed in. */
async function signInOne(owner: pg.Client, url: string, origin: string): Promise<string> {
  const [workspaceId, personId] = [await addWorkspace(owner, new Date()), randomUUID()];
  await owner.query(
    `insert into person (workspace_id, person_id, email, name, search_text, source, created_at)
     values ($1, $2, 'ana@example.test', 'Ana', 'ana', 'import', now())`,
    [workspaceId, personId],
  );
  const person = { email: 'ana@example.test', person_id: personId, workspace_id: workspaceId };
  const [client] = await signInAll({ url, secret: TEST_SECRET, origin }, [person]);
  return client?.cookie ?? '';
}

const PATHS = ['/api/me', '/api/week', '/api/boundaries', '/api/hellos', '/sample/api/me'];

const statusOf = async (origin: string, path: string, cookie: string): Promise<number> => {
  const answer = await fetch(`${origin}${path}`, { headers: { cookie }, signal: AbortSignal.timeout(60_000) }).catch(
    () => undefined,
  );
  await answer?.arrayBuffer();
  return answer?.status ?? 0;
};

attack('few-connections', async ({ tried, succeeded, figure }) => {
  const { bin } = await findPrograms();
  for (const most of [20, 120]) {
    const cluster = await startManaged(bin, `max_connections=${most}`);
    const url = await cluster.addOwner('loam', 'createrole createdb');
    const running = await start({ DATABASE_URL: url, LOAM_PROCESSES: '4' });
    const owner = await connected(cluster.adminUrl.replace(/postgres$/, 'loam'));
    const cookie = await signInOne(owner, url, running.origin);
    await owner.end();
    const asked = Array.from({ length: 500 }, (_, place) =>
      statusOf(running.origin, PATHS[place % PATHS.length] ?? '', cookie),
    );
    const failed = (await Promise.all(asked)).filter((status) => status !== 200);
    tried(asked.length);
    figure(`requests failed of 500, ${most} connections`, failed.length, 0);
    if (failed.length > 0)
      succeeded(`statuses ${[...new Set(failed)].join(', ')}; ${running.server.printed().slice(-600)}`);
    await running.server.crash();
    await cluster.stop();
    await removeFolder(running.folder);
  }
});

/** Seconds until an answer has this status. */
async function secondsUntil(wanted: number, running: Running, cookie: string): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < 60_000) {
    if ((await statusOf(running.origin, '/api/me', cookie)) === wanted) break;
    await rest(100);
  }
  return (performance.now() - began) / 1000;
}

async function postmasterIn(cluster: ManagedCluster): Promise<number> {
  return Number((await readFile(join(cluster.dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

attack('frozen-database', async ({ tried, succeeded, figure }) => {
  const { bin } = await findPrograms();
  const cluster = await startManaged(bin, 'max_connections=60');
  const url = await cluster.addOwner('loam', 'createrole createdb');
  const running = await start({ DATABASE_URL: url });
  const owner = await connected(cluster.adminUrl.replace(/postgres$/, 'loam'));
  const cookie = await signInOne(owner, url, running.origin);
  await Promise.all(PATHS.map((path) => statusOf(running.origin, path, cookie)));
  const { rows } = await owner.query<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()');
  const pids = [await postmasterIn(cluster), ...rows.map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  const waiting = Array.from({ length: 60 }, () => statusOf(running.origin, '/api/me', cookie));
  figure('seconds until 503', await secondsUntil(503, running, cookie), 10);
  const statuses = await Promise.all(waiting);
  tried(statuses.length + 2);
  if (statuses.some((status) => status !== 503))
    succeeded(`answers while frozen: ${[...new Set(statuses)].join(', ')}`);
  const health = await fetch(`${running.origin}/api/health`);
  if (health.status !== 503) succeeded(`health while frozen: ${health.status}`);
  const began = performance.now();
  if ((await statusOf(running.origin, '/api/week', cookie)) !== 503) succeeded('a later request was not refused');
  figure('seconds of a later request', (performance.now() - began) / 1000, 1);
  for (const pid of pids) process.kill(pid, 'SIGCONT');
  figure('seconds until all goes on', await secondsUntil(200, running, cookie), 15);
  const again = await Promise.all(Array.from({ length: 60 }, () => statusOf(running.origin, '/api/me', cookie)));
  tried(again.length);
  if (again.some((status) => status !== 200)) succeeded(`answers after the thaw: ${[...new Set(again)].join(', ')}`);
  await owner.end();
  await running.server.crash();
  await cluster.stop();
  await removeFolder(running.folder);
});

async function ownerOfEmbedded(folder: string): Promise<string> {
  const port = (await readFile(`${folder}/postgres/postmaster.pid`, 'utf8')).split('\n')[3];
  const password = (await readFile(`${folder}/postgres/loam.password`, 'utf8')).trim();
  return `postgres://app_owner:${password}@127.0.0.1:${port}/loam`;
}

/** Ends the embedded database under a running server and asks on. */
async function endDatabase(running: Running, cookie: string, { tried, succeeded, figure }: Attempts): Promise<void> {
  const before = postmasterOf(running.folder);
  const name = running.server.printed().includes('fewer') ? 'few' : 'all';
  await killPostmaster(running.folder);
  const statuses = new Set<number>();
  const began = performance.now();
  while (performance.now() - began < 60_000) {
    const status = await statusOf(running.origin, '/api/me', cookie);
    tried();
    statuses.add(status);
    const now = postmasterOf(running.folder);
    if (status === 200 && now !== undefined && now !== before) break;
    await rest(50);
  }
  figure(`seconds until it answers again (${name})`, (performance.now() - began) / 1000, 30);
  if ([...statuses].some((status) => status !== 200 && status !== 503))
    succeeded(`answers: ${[...statuses].join(', ')}`);
}

attack('dead-database', async (attempts) => {
  for (const LOAM_PROCESSES of ['1', '2']) {
    const running = await start({ LOAM_PROCESSES });
    const url = await ownerOfEmbedded(running.folder);
    const owner = await connected(url);
    const cookie = await signInOne(owner, url, running.origin);
    await owner.end().catch(() => undefined);
    await endDatabase(running, cookie, attempts);
    await endDatabase(running, cookie, attempts);
    await running.server.crash();
    await removeFolder(running.folder);
  }
});
