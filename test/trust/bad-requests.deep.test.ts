import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createRandom, type Random } from '#engine/random.ts';
import { createHttp, mountApi } from '#server/platform/http.ts';
import { silentLog } from '#server/platform/log.ts';
import { PASSKEY_PATHS } from '#server/platform/sign-in.ts';
import { type BadRequest, bent, bodyOf, segmentOf, somewhere, withOddHeaders } from '#test/helpers/bad-requests.ts';
import { type BadWorld, createBadWorld } from '#test/helpers/bad-world.ts';
import { allEndpoints, type Endpoint } from '#test/helpers/http.ts';
import { valueFor } from '#test/helpers/schema-values.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { createServices } from '../../server/main.ts';

const REQUESTS = Number(process.env.LOAM_SWEEP ?? 150_000);
const SEED = Number(process.env.LOAM_SWEEP_SEED ?? 14);
const RENEW_EVERY = 2500;
const SLOW = 2000;
// Nothing excuses this, not even what else runs: somebody would have waited for a lock.
const FAR_TOO_SLOW = 10_000;
// Many answers leave on a beat; one after the other the sweep would wait for most of an hour.
const AT_ONCE = 20;
// A preview computes a whole round; its progress comes at once, its end when it is done.
const STREAMED = 'programmes.preview';
const web = resolve(import.meta.dirname, '..', '..', 'dist', 'web');

let world: World;
let bad: BadWorld;
let app: FastifyInstance;
const errors: string[] = [];

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  const log = {
    info: () => undefined,
    error: (event: string, fields?: object) => void errors.push(`${event} ${JSON.stringify(fields)}`),
  };
  app = await createHttp({ log: silentLog, proxies: 0, webDir: web, health: async () => true });
  await mountApi(app, world.services.mount, log);
  const { db, clock } = world;
  const sample = createServices({
    db,
    clock,
    log,
    secrets: world.services.context.secrets,
    origin: 'http://localhost:4020',
    sample: true,
  });
  await mountApi(app, sample.mount, log);
  bad = await createBadWorld(world);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

// What empties the organisation, or asks another machine, would leave nothing to try.
const endpoints = allEndpoints().filter(({ name }) => !/sample\.(reset|people)|testMail/.test(name));
const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).map((path) => `/${path}`);
const passkeys = PASSKEY_PATHS.flatMap((path) => [`/api/auth${path}`, `/sample/api/auth${path}`]);
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'] as const;

/** An endpoint's request: right, or bent in one or several places. */
function requestTo(endpoint: Endpoint, random: Random): BadRequest {
  const right = valueFor(endpoint.input, bad.known, random);
  let value = right;
  for (let times = random.below(3); times > 0; times -= 1) value = bent(value, random);
  const fields: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const path = endpoint.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const part = fields[name] ?? bad.known.words(name)?.[0] ?? bad.known.ids(name)[0];
    delete fields[name];
    return segmentOf(part, random);
  });
  const mount = random.below(12) === 0 ? '/sample/api' : '/api';
  const method = random.below(25) === 0 ? (METHODS[random.below(METHODS.length)] ?? 'GET') : endpoint.method;
  if (endpoint.method === 'GET') {
    const query = new URLSearchParams(
      Object.entries(fields).map(([name, part]) => [
        name,
        (typeof part === 'object' ? JSON.stringify(part) : String(part)).toWellFormed().slice(0, 3000),
      ]),
    );
    return { method, url: `${mount}${path}?${query}`, headers: {} };
  }
  const { type, payload } = bodyOf(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? fields : value,
    random,
  );
  return { method, url: `${mount}${path}`, headers: type ? { 'content-type': type } : {}, payload };
}

function elsewhere(random: Random): BadRequest {
  const { type, payload } = bodyOf({ response: { id: 'x' }, name: '\u0000', id: 'y' }, random);
  const method = METHODS[random.below(METHODS.length)] ?? 'GET';
  const url = somewhere(random, passkeys, files);
  return method === 'GET' || method === 'HEAD'
    ? { method, url, headers: {} }
    : { method, url, headers: type ? { 'content-type': type } : {}, payload };
}

async function send(request: BadRequest): Promise<{ status: number; body: string; took: number }> {
  const started = performance.now();
  const { method, url, headers, payload } = request;
  const answer = await app.inject({
    method: METHODS.find((known) => known === method) ?? 'GET',
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.body, took: performance.now() - started };
}

/** Whether a request is slow by itself, and not by what else this machine does. */
async function isSlowAlone(request: BadRequest): Promise<boolean> {
  const tries = [await send(request), await send(request)];
  return tries.every(({ took }) => took > SLOW);
}

/** The next request, as one of the callers; undefined where it is left out. */
function nextRequest(random: Random): { name: string; request: BadRequest } | undefined {
  const endpoint = random.below(10) === 0 ? undefined : endpoints[random.below(endpoints.length)];
  // A preview matches a whole round; a tenth of the share is enough.
  if (endpoint?.name === STREAMED && random.below(10) > 0) return undefined;
  const request = withOddHeaders(endpoint ? requestTo(endpoint, random) : elsewhere(random), random);
  const cookie = bad.cookieOf(random);
  if (cookie && !request.headers.cookie) request.headers.cookie = cookie;
  // Nearly all from Loam's own pages, or little would be read.
  if (random.below(20) > 0) request.headers.origin ??= world.services.mount.origin;
  return { name: endpoint?.name ?? 'elsewhere', request };
}

/** What a request is, short enough to read. */
const told = (request: BadRequest): string =>
  JSON.stringify({
    ...request,
    payload: String(request.payload).slice(0, 300),
    url: request.url.slice(0, 300),
  });

it(`answers ${REQUESTS} bad requests without a five-hundred and within two seconds each`, async () => {
  const random = createRandom(SEED);
  const counts = new Map<string, Record<string, number>>();
  const failed = new Map<string, string>();
  for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
    if (sent % RENEW_EVERY < AT_ONCE) await bad.renew();
    errors.length = 0;
    const batch = Array.from({ length: AT_ONCE }, () => nextRequest(random)).filter((one) => one !== undefined);
    const answers = await Promise.all(batch.map(async (one) => ({ ...one, ...(await send(one.request)) })));
    for (const { name, request, status, body, took } of answers) {
      const count = counts.get(name) ?? {};
      count[status] = (count[status] ?? 0) + 1;
      counts.set(name, count);
      const isSlow = name !== STREAMED && (took > FAR_TOO_SLOW || (took > SLOW && (await isSlowAlone(request))));
      if (status >= 500 || isSlow)
        failed.set(
          `${name} ${status}${isSlow ? ' slow' : ''}`,
          `${Math.round(took)} ms ${told(request)} ${body.slice(0, 200)}`,
        );
    }
    if (errors.length > 0)
      failed.set('logged', `${errors.join(' ').slice(0, 700)} ${batch.map(({ name }) => name).join()}`);
    const isOut = ({ name, status }: (typeof answers)[number]) =>
      status < 300 && /signOut|sessions|takeRole|delete/i.test(name);
    if (answers.some(isOut)) await bad.signIn();
  }
  if (process.env.LOAM_SWEEP_REPORT)
    writeFileSync(
      process.env.LOAM_SWEEP_REPORT,
      JSON.stringify({ counts: Object.fromEntries(counts), failed: [...failed] }),
    );
  expect([...failed].map(([what, how]) => `${what}: ${how}`).slice(0, 5)).toEqual([]);
  const of = (status: string) => [...counts.values()].reduce((sum, count) => sum + (count[status] ?? 0), 0);
  // Most of it is refused, and enough goes through to reach what lies deep.
  expect(of('400')).toBeGreaterThan(REQUESTS / 10);
  expect(of('200')).toBeGreaterThan(REQUESTS / 20);
});
