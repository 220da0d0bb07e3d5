import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { type RunningServer, startServer } from '#test/helpers/server.ts';
import { createWorld, TEST_SECRET, type World } from '#test/helpers/world.ts';

const MEGABYTE = Buffer.alloc(1024 * 1024, 97);
const SOCKETS = 10_000;

let world: World;
let server: RunningServer;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  server = await startServer({ DATABASE_URL: world.url, LOAM_SECRET: TEST_SECRET });
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

/** The most memory a process of the server ever held, in MiB. */
function mostMemory(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** Sends up to 400 MB, its length told or not; how many MB the server took. */
function flood(path: string, isChunked: boolean): Promise<number> {
  return new Promise((done) => {
    let sent = 0;
    const length = isChunked ? {} : { 'content-length': String(400 * MEGABYTE.length) };
    const call = request(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...length },
    });
    const end = () => done(sent);
    call.on('error', end).on('close', end);
    call.on('response', (answer) => answer.on('error', end).resume());
    const pump = () => {
      while (sent < 400 && !call.destroyed) {
        sent += 1;
        if (!call.write(MEGABYTE)) return call.once('drain', pump);
      }
      return call.end();
    };
    pump();
  });
}

async function healthTime(): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${server.url}/api/health`, { headers: { connection: 'close' } });
  await answer.text();
  return performance.now() - started;
}

attack(
  'bodies-and-sockets',
  async ({ tried, succeeded, figure }) => {
    const paths = [
      '/api/session/code',
      '/api/imports',
      '/api/people/me/photo',
      '/nothing',
      '/api/auth/passkey/list-user-passkeys',
    ];
    for (const isChunked of [true, false]) {
      const sent = await Promise.all([...paths, ...paths].map((path) => flood(path, isChunked)));
      tried(sent.length);
      if (sent.some((megabytes) => megabytes >= 400)) succeeded('400 MB were taken to the end');
    }
    const sockets: Socket[] = [];
    for (let place = 0; place < SOCKETS; place += 1) {
      const socket = connect(server.port, 'localhost').on('error', () => undefined);
      socket.write(place % 2 ? 'POST /api/session/code HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{' : 'GET /');
      sockets.push(socket);
      if (place % 250 === 0) await rest(20);
    }
    tried(SOCKETS);
    const times = [await healthTime(), await healthTime(), await healthTime()];
    for (const socket of sockets) socket.destroy();
    figure('health among sockets, ms', Math.max(...times), 2000);
    figure('memory, MiB', mostMemory(), 1024);
  },
  120_000,
);
