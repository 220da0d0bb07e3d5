import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..', '..');

export interface RawServer {
  child: ChildProcess;
  printed(): string;
  /** Milliseconds until it was ready; undefined where it ended before. */
  ready: Promise<number | undefined>;
  /** Ends it and all it started but the database, which leaves its group, with SIGKILL. */
  crash(): Promise<void>;
}

/** Starts the product as a process group of its own, without waiting for it. */
export function spawnServer(env: Record<string, string>, command = ['server/start.ts']): RawServer {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const began = performance.now();
  let printed = '';
  const ended = new Promise<undefined>((done) => child.once('exit', () => done(undefined)));
  const isReady = new Promise<number>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes('Loam is ready')) done(performance.now() - began);
      });
    }
  });
  return {
    child,
    printed: () => printed,
    ready: Promise.race([isReady, ended]),
    crash: async () => {
      killGroup(child.pid ?? 0);
      await ended;
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended already.
  }
}

/** The postmaster of a data folder, if its file says one. */
export function postmasterOf(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** As a machine that loses power: the postmaster ends with the rest. */
export async function killPostmaster(dataDir: string): Promise<void> {
  const pid = postmasterOf(dataDir);
  if (!pid) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return;
  }
  await rest(50);
}

/** Removes a folder whose database may still be writing its last. */
export async function removeFolder(folder: string): Promise<void> {
  await killPostmaster(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }).catch(() => undefined);
}
