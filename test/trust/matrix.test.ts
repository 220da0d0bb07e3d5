import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { allEndpoints, appOf, type Endpoint, signedIn } from '#test/helpers/http.ts';
import { addWorkspace, createWorld, type World } from '#test/helpers/world.ts';
import { MATRIX } from './matrix.ts';

// Everybody who may call: me (whose things they are), a colleague, one who is blocked, a steward,
// the works council, somebody leaving, somebody of another organisation, the host of a programme, and nobody at all.
const CALLERS = ['nobody', 'me', 'other', 'blocked', 'steward', 'council', 'leaving', 'stranger', 'host'] as const;
type Caller = (typeof CALLERS)[number];

let world: World;
let app: FastifyInstance;
const ids: Record<string, string> = {};
const cookies: Partial<Record<Caller, string>> = {};

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  const elsewhere = await addWorkspace(world.owner, world.clock.now());
  ids.me = await world.addPerson({ name: 'Me', unit: 'Labs' });
  ids.other = await world.addPerson({ name: 'Other', unit: 'Sales' });
  ids.blocked = await world.addPerson({ name: 'Blocked', unit: 'Sales' });
  ids.steward = await world.addPerson({ name: 'Steward', roles: ['steward'] });
  ids.council = await world.addPerson({ name: 'Council', roles: ['works-council'] });
  ids.leaving = await world.addPerson({ name: 'Leaving', status: 'leaving' });
  ids.stranger = await world.addPerson({ name: 'Stranger', workspaceId: elsewhere });
  ids.host = await world.addPerson({ name: 'Host', unit: 'Sales' });
  const { boundaries, introductions, programmes } = world.services.doors;
  const offer = { kind: 'coffee', name: 'Coffee', size: 2, rule: 'across', cadence: 'weekly', weekday: 2 } as const;
  const host = world.who(ids.host);
  ids.programme = (await programmes.create(host, { ...offer, audience: 'link', drawTime: '09:00' })).id;
  const [me, other] = [world.who(ids.me), world.who(ids.other)];
  await boundaries.change(me, { hellos: true });
  await introductions.sayHello(other, { toId: ids.me, phrase: 'coffee' });
  ids.introduction = (await introductions.sayHello(me, { toId: ids.other, phrase: 'coffee' })) ?? '';
  await introductions.sayHello(world.who(ids.steward, ['steward']), { toId: ids.me, phrase: 'coffee' });
  ids.hello = (await introductions.hellos(me)).received[0]?.id ?? '';
  await boundaries.block(me, ids.blocked);
  for (const caller of CALLERS)
    if (caller !== 'nobody') cookies[caller] = await signedIn(world, `${caller}@example.test`);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

/** `@me` is the id of that person; anything else stands for itself. */
const resolved = (text: string): string => (text.startsWith('@') ? (ids[text.slice(1)] ?? '') : text);

async function call(endpoint: Endpoint, caller: Caller): Promise<{ status: number; body: string }> {
  const given = MATRIX[endpoint.name];
  const path = endpoint.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(resolved(given?.path?.[name] ?? name)),
  );
  const query = given?.query ? `?${new URLSearchParams(given.query)}` : '';
  const body = given?.body
    ? JSON.stringify(given.body).replace(/"\$(\w+)"/g, (_, name: string) => JSON.stringify(ids[name]))
    : '{}';
  const answer = await app.inject({
    method: endpoint.method,
    url: `/api${path}${query}`,
    headers: {
      ...(cookies[caller] ? { cookie: cookies[caller] } : {}),
      ...(endpoint.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(endpoint.method === 'GET' ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.body };
}

describe('every endpoint as every caller', () => {
  it('misses no endpoint and names none that is not there', () => {
    expect(Object.keys(MATRIX).sort()).toEqual(
      allEndpoints()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('is open to nobody unless the contract says who may', () => {
    expect(allEndpoints().filter(({ may }) => may === 'nobody')).toEqual([]);
  });

  // In the order of the matrix: what ends a session or a person stands last.
  it.each(Object.keys(MATRIX))('%s', async (name) => {
    const endpoint = allEndpoints().find((each) => each.name === name);
    if (!endpoint) throw new Error(`${name} is not in the contract.`);
    const statuses: string[] = [];
    for (const caller of CALLERS) statuses.push(`${caller} ${(await call(endpoint, caller)).status}`);
    expect(statuses.join(', ')).toBe(
      CALLERS.map((caller, index) => `${caller} ${MATRIX[name]?.expect.split(' ')[index]}`).join(', '),
    );
  });

  it('answers what is not mine with the same bytes as what does not exist', async () => {
    const endpoint = allEndpoints().find(({ name }) => name === 'introductions.get');
    if (!endpoint) throw new Error('There is no such endpoint.');
    const mine = await call(endpoint, 'stranger');
    const kept = ids.introduction ?? '';
    ids.introduction = '00000000-0000-4000-8000-000000000000';
    expect(await call(endpoint, 'stranger')).toEqual(mine);
    ids.introduction = kept;
  });
});
