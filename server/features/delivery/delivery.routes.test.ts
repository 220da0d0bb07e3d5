import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createHttp, mountApi } from '#server/platform/http.ts';
import { silentLog } from '#server/platform/log.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { stopToken } from './delivery.rules.ts';

let world: World;
let app: Awaited<ReturnType<typeof createHttp>>;
let path: string;

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  const { context, mount } = world.services;
  const personId = await world.addPerson({ name: 'Amara Okafor' });
  const of = { workspaceId: world.workspaceId, personId, at: world.clock.now() };
  path = `/api/mail/${stopToken(context.secrets.derive('stop-mail'), of)}`;
  app = await createHttp({ log: silentLog, proxies: 0, webDir: '/nowhere', health: async () => true });
  await mountApi(app, mount, silentLog);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const call = (at: string, init: RequestInit = {}) =>
  fetch(`${app.listeningOrigin}${at}`, { redirect: 'manual', ...init });

it('a mail program turns mail off with one press, as the standard has it', async () => {
  const oneClick = await call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect([oneClick.status, await oneClick.json()]).toEqual([200, { mail: 'off', mayUndo: true }]);
  expect(await (await call(`${path}/state`)).json()).toEqual({ mail: 'off', mayUndo: true });
});

it('opening the link changes nothing and leads to a page with a button', async () => {
  await call(`${path}/undo`, { method: 'POST' });
  const opened = await call(path);
  expect([opened.status, opened.headers.get('location')]).toEqual([302, path.replace('/api', '')]);
  expect(await (await call(`${path}/state`)).json()).toEqual({ mail: 'on', mayUndo: false });
});

it('a word that we did not write is not found, with the same bytes as any other', async () => {
  const [first, second] = [
    await call('/api/mail/abc', { method: 'POST' }),
    await call(path.slice(0, -1) + (path.endsWith('-') ? 'A' : '-'), { method: 'POST' }),
  ];
  expect([first.status, second.status]).toEqual([404, 404]);
  expect(await first.text()).toBe(await second.text());
});
