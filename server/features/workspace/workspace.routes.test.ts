import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  await world.owner.query('delete from workspace');
  app = await appOf(world);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const facts = {
  name: 'Meridian',
  purpose: 'Clean water',
  timezone: 'Europe/Lisbon',
  language: 'en',
  steward: { name: 'Amara Okafor', email: 'amara@example.test' },
};
const setUp = (code: string, remoteAddress: string, change: object = {}) =>
  app.inject({ method: 'POST', url: '/api/workspace/set-up', remoteAddress, payload: { ...facts, ...change, code } });
const code = () => world.house.doors.workspace.setUpCode();
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

describe('setting up over the web', () => {
  it('lets nobody try codes without end, not even with the right one at last', async () => {
    for (let time = 0; time < 10; time++) expect((await setUp('AAAA-AAAA', '198.51.100.1')).statusCode).toBe(403);
    const refused = await setUp(code(), '198.51.100.1');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests']);
  });

  it.each([
    [{ purpose: 'x'.repeat(121) }, 400],
    [{ name: 'Meri\ndian' }, 400],
    [{ steward: { name: 'Amara', email: 'amara' } }, 400],
    [{ timezone: 'Mars/Olympus' }, 400],
  ])('refuses %j', async (change, status) => {
    expect((await setUp(code(), '198.51.100.2', change)).statusCode).toBe(status);
  });

  it('signs the first steward in right away, and happens once', async () => {
    const answer = await setUp(code(), '198.51.100.3');
    expect(answer.statusCode).toBe(200);
    const me = (await app.inject({ url: '/api/me', headers: { cookie: cookieOf(answer) } })).json();
    expect(me).toMatchObject({ workspace: { name: 'Meridian' }, person: { name: 'Amara Okafor', roles: ['steward'] } });
    const again = await setUp(code(), '198.51.100.3', { steward: { name: 'Eve', email: 'eve@example.test' } });
    expect([again.statusCode, again.cookies]).toEqual([409, []]);
  });
});

describe('a test mail', () => {
  it('goes to the steward who asks, and says so when it was not taken', async () => {
    const cookie = await signedIn(world, 'amara@example.test');
    const send = vi.spyOn(world.house.doors.delivery, 'sendTest');
    const ask = () => app.inject({ method: 'POST', url: '/api/workspace/mail/test', headers: { cookie } });
    send.mockResolvedValueOnce();
    expect((await ask()).statusCode).toBe(200);
    expect(send.mock.calls[0]?.[0]).toEqual({ name: 'Amara Okafor', address: 'amara@example.test' });
    send.mockRejectedValueOnce(new Error('550 secret.internal said no'));
    const failed = await ask();
    expect([failed.statusCode, failed.json().code]).toEqual([502, 'workspace.mail-failed']);
    expect(failed.body).not.toContain('secret.internal');
    send.mockRestore();
  });
});
