import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const PARTS = {
  me: '/me',
  week: '/week',
  boundaries: '/boundaries',
  hellos: '/hellos',
  introductions: '/introductions',
  address: '/addresses/mine',
  addressesToAgree: '/addresses/to-agree',
};

it('says in one answer what each endpoint says, to this person alone', async () => {
  const { introductions, boundaries } = world.services.doors;
  const add = async (name: string, unit: string) => {
    const who = world.who(await world.addPerson({ name, unit }));
    await boundaries.change(who, { hellos: true });
    return who;
  };
  const [amara, jonas] = [await add('Amara Okafor', 'Labs'), await add('Jonas Brandt', 'Field')];
  await introductions.sayHello(jonas, { toId: amara.personId, phrase: 'curious' });
  for (const email of ['amara.okafor@example.test', 'jonas.brandt@example.test']) {
    const headers = { cookie: await signedIn(world, email) };
    const ask = async (path: string) => (await app.inject({ url: `/api${path}`, headers })).json();
    const separately = await Promise.all(
      Object.entries(PARTS).map(async ([part, path]): Promise<[string, unknown]> => [part, await ask(path)]),
    );
    const today = await app.inject({ url: '/api/today', headers });
    expect(today.json()).toEqual(Object.fromEntries(separately));
    expect(today.headers['cache-control']).toBe('no-store');
    expect(today.json().hellos.received).toHaveLength(email.startsWith('amara') ? 1 : 0);
  }
});

it('says nothing to a browser whose session has ended', async () => {
  const cookie = await signedIn(world, 'amara.okafor@example.test');
  await app.inject({ method: 'POST', url: '/api/session/end', headers: { cookie }, payload: {} });
  const answer = await app.inject({ url: '/api/today', headers: { cookie } });
  expect([answer.statusCode, answer.json().code ?? answer.json()]).toEqual([401, 'not-signed-in']);
});
