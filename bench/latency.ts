import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startEmbedded } from '#server/platform/embedded.ts';
import { migrate } from '#server/platform/migrate.ts';
import { rolePasswords } from '#server/platform/roles.ts';
import { secretsFrom } from '#server/platform/secrets.ts';
import { settle } from '#test/helpers/crowd.ts';
import { freePort } from '#test/helpers/server.ts';
import { type Client, signInAll } from '#test/helpers/sessions.ts';
import { connected } from '#test/helpers/world.ts';
import { asked } from './asked.ts';

const root = resolve(import.meta.dirname, '..');
const SECRET = 'the secret of a bench, long enough to be one';
const PAUSE = 2000;

interface Somebody {
  person_id: string;
  name: string;
  unit_id: string;
  site_id: string;
}

type Kind = keyof typeof asked;
const KINDS: readonly Kind[] = ['home', 'search', 'profile', 'people'];

/** Starts the product itself on a database, with as many processes as the environment says. */
async function startServer(url: string, port: number, dataDir: string): Promise<() => Promise<void>> {
  const env = { ...process.env, DATABASE_URL: url, PORT: String(port), LOAM_SECRET: SECRET, LOAM_DATA_DIR: dataDir };
  const server = spawn(process.execPath, ['server/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  await new Promise<void>((ready, failed) => {
    server.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Loam is ready') && ready());
    void ended.then(() => failed(new Error('The server ended before it was ready.')));
  });
  return async () => {
    server.kill('SIGTERM');
    await ended;
  };
}

const swapped = (name: string): string => `${name.slice(0, 2)}${name.slice(3, 4)}${name.slice(2, 3)}${name.slice(4)}`;

/** What people type and choose, in turn: beginnings, whole names, mistakes, filters. */
function searchOf(turn: number, somebody: Somebody): Record<string, string> {
  const [first = '', second = ''] = somebody.name.split(' ');
  const ways: Record<string, string>[] = [
    { q: first.slice(0, 3) },
    { q: first },
    { q: `${first} ${second}` },
    { q: swapped(`${first} ${second}`) },
    { q: second.slice(0, 4) },
    {},
    { q: first.slice(0, 2), siteId: somebody.site_id },
    { unitId: somebody.unit_id },
  ];
  return { ...ways[turn % ways.length] };
}

function pathsOf(kind: Kind, turn: number, somebody: Somebody): string[] {
  if (kind === 'search') return asked.search(searchOf(turn, somebody));
  return kind === 'profile' ? asked.profile(somebody.person_id) : asked[kind]();
}

interface Load {
  origin: string;
  clients: readonly Client[];
  crowd: readonly Somebody[];
  warmUp: number;
  seconds: number;
}

/** An open loop: each client asks every two seconds, whether or not the last answer came. */
async function press({ origin, clients, crowd, warmUp, seconds }: Load) {
  const times: Record<Kind, number[]> = { home: [], search: [], profile: [], people: [] };
  let errors = 0;
  const ask = async (path: string, client: Client): Promise<void> => {
    const answer = await fetch(`${origin}/api${path}`, { headers: { cookie: client.cookie } }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status !== 200) errors += 1;
  };
  const start = performance.now() + 100;
  const measuredFrom = start + warmUp * 1000;
  const rounds = Math.ceil(((warmUp + seconds) * 1000) / PAUSE);
  const pending: Promise<void>[] = [];
  for (let tick = 0; tick < rounds * clients.length; tick += 1) {
    const due = start + (tick * PAUSE) / clients.length;
    const early = due - performance.now();
    if (early > 0) await rest(early);
    const client = clients[tick % clients.length];
    const somebody = crowd[(tick * 7919) % crowd.length];
    const turn = Math.floor(tick / clients.length) + (tick % clients.length);
    const kind = KINDS[turn % KINDS.length] ?? 'home';
    if (!client || !somebody) break;
    const one = async () => {
      await Promise.all(pathsOf(kind, Math.floor(turn / KINDS.length), somebody).map((path) => ask(path, client)));
      if (due >= measuredFrom) times[kind].push(performance.now() - due);
    };
    pending.push(one());
  }
  await Promise.all(pending);
  return { times, errors };
}

function p95(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0) * 10) / 10;
}

interface Chunk {
  file: string;
  imports?: string[];
  isEntry?: boolean;
}

/** Kilobytes of JavaScript, gzip, that the first page loads: the entry, the home page in it, with all it imports. */
async function firstLoadKB(): Promise<number | null> {
  const dist = join(root, 'dist', 'web');
  const file = join(dist, '.vite', 'manifest.json');
  if (!existsSync(file)) return null;
  const manifest: Record<string, Chunk> = JSON.parse(await readFile(file, 'utf8'));
  const wanted = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const files = new Set<string>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    wanted.push(...(chunk.imports ?? []));
  }
  const scripts = [...files].filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(join(dist, name)), { level: 9 }).length),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 102.4) / 10;
}

/** Presses a workspace of many people as a hundred clients do, and prints one line of JSON. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '100000' },
      clients: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '60' },
      'warm-up': { type: 'string', default: '10' },
    },
  });
  const [people, count] = [Number(values.people), Number(values.clients)];
  const folder = await mkdtemp(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'loam-bench-'));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: true });
  let stop: () => Promise<void> = async () => undefined;
  try {
    const url = await embedded.urlOf('loam');
    await migrate(url, rolePasswords(secretsFrom(SECRET)));
    const owner = await connected(url);
    await settle(owner, people);
    const sample = await owner.query(
      'select workspace_id, person_id, email, name, unit_id, site_id from person order by md5(person_id::text) limit 2000',
    );
    await owner.end();
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const clients = await signInAll({ url, secret: SECRET, origin }, sample.rows.slice(0, count));
    stop = await startServer(url, port, folder);
    const load = {
      origin,
      clients,
      crowd: sample.rows,
      warmUp: Number(values['warm-up']),
      seconds: Number(values.seconds),
    };
    const { times, errors } = await press(load);
    const figures = {
      homeP95: p95(times.home),
      searchP95: p95(times.search),
      profileP95: p95(times.profile),
      peopleP95: p95(times.people),
    };
    console.log(JSON.stringify({ people, clients: count, ...figures, errors, firstLoadKB: await firstLoadKB() }));
  } finally {
    await stop();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
