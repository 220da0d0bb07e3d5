import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { allEndpoints, appOf, type Endpoint, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

const REQUESTS = 50_000;

let world: World;
let app: FastifyInstance;
const cookies: string[] = [''];
const ids: string[] = [];

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  ids.push(await world.addPerson({ name: 'Amara Okafor', unit: 'Labs', roles: ['steward'] }));
  ids.push(await world.addPerson({ name: 'Jonas Brandt', unit: 'Sales' }));
  ids.push(await world.addPerson({ name: 'Li Wei', unit: 'Sales', roles: ['works-council'] }));
  for (const email of ['amara.okafor@example.test', 'jonas.brandt@example.test', 'li.wei@example.test'])
    cookies.push(await signedIn(world, email));
});
afterAll(async () => {
  await app.close();
  await world.close();
});

// Ending one's own session or erasing oneself would leave only refused requests.
const endpoints = allEndpoints().filter(({ name }) => !/signOut|delete|erase|sessions/i.test(name));

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '💧',
    "'; drop table person; --",
    '../../etc/passwd',
    '=1+1',
    'a'.repeat(20_000),
    '-1',
    'NaN',
    'null',
    '2026-02-31',
  ),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
  fc.array(text, { maxLength: 4 }),
  fc.dictionary(text, fc.oneof(text, fc.integer()), { maxKeys: 4 }),
);
const FIELDS = [
  'email',
  'code',
  'name',
  'q',
  'id',
  'toId',
  'phrase',
  'intention',
  'emails',
  'timezone',
  'language',
  'pausedUntil',
  'hellos',
  'about',
  'shows',
  'answer',
  'complete',
  'mapping',
  'text',
  'domain',
  'role',
  'personId',
  'limit',
  'cursor',
  'unitId',
  'confirm',
  'purpose',
  'steward',
  'mail',
  'day',
  'metOn',
];
const body = fc.oneof(
  fc
    .dictionary(fc.oneof(fc.constantFrom(...FIELDS), text), value, { maxKeys: 6 })
    .map((fields) => JSON.stringify(fields)),
  value.map((anything) => JSON.stringify(anything) ?? ''),
  text,
);
const segment = fc.oneof(
  text.map((part) => part.slice(0, 200)),
  fc.uuid(),
  fc.nat({ max: 2 }).map((index) => `known-${index}`),
);
const request = fc.record({
  endpoint: fc.constantFrom(...endpoints),
  segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
  query: fc.dictionary(
    fc.constantFrom(...FIELDS),
    text.map((part) => part.slice(0, 500)),
    { maxKeys: 3 },
  ),
  body,
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
  ),
  cookie: fc.nat({ max: 3 }),
});

function urlOf(endpoint: Endpoint, segments: string[], query: Record<string, string>): string {
  let next = 0;
  const path = endpoint.path.replace(/\{[^}]+\}/g, () => {
    const part = segments[next++] ?? '';
    const known = /^known-(\d)$/.exec(part);
    return encodeURIComponent(known ? (ids[Number(known[1])] ?? '') : part.toWellFormed());
  });
  const search = new URLSearchParams(Object.entries(query).map(([key, part]) => [key, part.toWellFormed()]));
  return `/api${path}?${search}`;
}

it(`answers ${REQUESTS} bad requests without a 5xx and within two seconds each`, async () => {
  const bad: string[] = [];
  const seen = new Map<number, number>();
  await fc
    .assert(
      fc.asyncProperty(request, async ({ endpoint, segments, query, body: payload, type, cookie }) => {
        const hasBody = endpoint.method !== 'GET';
        const started = performance.now();
        const answer = await app.inject({
          method: endpoint.method,
          url: urlOf(endpoint, segments, query),
          headers: { cookie: cookies[cookie] ?? '', ...(hasBody && type ? { 'content-type': type } : {}) },
          ...(hasBody ? { payload } : {}),
        });
        const took = performance.now() - started;
        seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
        if (answer.statusCode >= 500 || took > 2000)
          bad.push(
            `${endpoint.name} ${answer.statusCode} ${Math.round(took)} ms ${payload.slice(0, 200)} ${JSON.stringify(query)}`,
          );
        return bad.length === 0;
      }),
      { numRuns: REQUESTS, endOnFailure: true },
    )
    .catch((error: unknown) => {
      throw new Error(`${bad[0] ?? ''}\n${error instanceof Error ? error.message.slice(0, 400) : ''}`);
    });
  expect(seen.get(400) ?? 0).toBeGreaterThan(REQUESTS / 50);
});
