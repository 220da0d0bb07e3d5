import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
// What `npm start` runs, and nothing else.
const START = /"start": "node (\S+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8'))?.[1] ?? '';

export interface RunningServer {
  url: string;
  port: number;
  dataDir: string;
  pid: number;
  /** Everything the server printed so far. */
  output(): string;
  /** The code printed at the start of a server without an organisation. */
  setUpCode(): string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A folder that PostgreSQL's own user may reach. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'loam-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

async function readiness(child: ChildProcess, printed: () => string): Promise<void> {
  const until = Date.now() + 60_000;
  while (!printed().includes('Loam is ready')) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${printed()}`);
    if (Date.now() > until) throw new Error(`The server did not start: ${printed()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Starts the product as people do, on a free port with data of its own. */
export async function startServer(env: Record<string, string> = {}, folder?: string): Promise<RunningServer> {
  const port = Number(env.PORT) || (await freePort());
  const dataDir = folder ?? (await dataFolder());
  const child = spawn(process.execPath, [START], {
    cwd: root,
    env: { ...process.env, PORT: String(port), LOAM_DATA_DIR: dataDir, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await readiness(child, () => printed);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    pid: child.pid ?? 0,
    output: () => printed,
    setUpCode: () => /set-up code: (\S+)/i.exec(printed)?.[1] ?? '',
    stop: async () => {
      await end('SIGTERM');
      if (!folder) await rm(dataDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}
