import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { startSmtpSpy } from '#test/helpers/smtp-spy.ts';
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
const code = () => world.services.doors.workspace.setUpCode();
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

describe('setting up over the web', () => {
  it.each([
    [{ purpose: 'x'.repeat(121) }, 400],
    [{ name: 'Meri\ndian' }, 400],
    [{ steward: { name: 'Amara', email: 'amara' } }, 400],
    [{ timezone: 'Mars/Olympus' }, 400],
  ])('refuses %j', async (change, status) => {
    expect((await setUp(code(), '198.51.100.2', change)).statusCode).toBe(status);
  });

  it('signs the first steward in right away, whoever tried wrong codes from the same address, and happens once', async () => {
    for (let time = 0; time < 30; time++) expect((await setUp('AAAA-AAAA', '198.51.100.3')).statusCode).toBe(403);
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
    const send = vi.spyOn(world.services.doors.delivery, 'sendTest');
    const ask = () => app.inject({ method: 'POST', url: '/api/workspace/mail/test', headers: { cookie } });
    send.mockResolvedValueOnce({ outcome: 'sent', to: 'amara@example.test' });
    expect((await ask()).statusCode).toBe(200);
    expect(send.mock.calls[0]?.[1]).toEqual({ name: 'Amara Okafor', address: 'amara@example.test' });
    send.mockResolvedValueOnce({ outcome: 'refused', stage: 'sender', reason: 'sender', reply: 550 });
    expect((await ask()).json()).toEqual({ outcome: 'refused', stage: 'sender', reason: 'sender', reply: 550 });
    send.mockRestore();
  });

  it('is written to a folder where nothing is set up, and says so', async () => {
    const cookie = await signedIn(world, 'amara@example.test');
    const answer = await app.inject({ method: 'POST', url: '/api/workspace/mail/test', headers: { cookie } });
    expect(answer.json()).toEqual({ outcome: 'folder' });
  });

  it('tries what the form shows: names stage and cause, saves nothing, reaches nobody else, tells no password', async () => {
    const cookie = await signedIn(world, 'amara@example.test');
    const spy = await startSmtpSpy();
    const other = await startSmtpSpy();
    const stored = { host: '127.0.0.1', port: spy.port, secure: false, user: 'loam', from: 'loam@example.test' };
    const sealedPassword = world.services.context.secrets.seal('sesame');
    await world.owner.query('update workspace set mail = $1', [JSON.stringify({ ...stored, sealedPassword })]);
    const ask = async (mail: object) => {
      world.clock.advance(3_600_000);
      const headers = { cookie };
      return (await app.inject({ method: 'POST', url: '/api/workspace/mail/test', headers, payload: { mail } })).json();
    };
    expect(await ask(stored)).toEqual({ outcome: 'sent', to: 'amara@example.test' });
    expect(await ask({ ...stored, port: other.port })).toMatchObject({ stage: 'sign-in', reason: 'sign-in' });
    expect(await ask({ ...stored, port: 1 })).toMatchObject({ stage: 'connect', reason: 'not-reached' });
    expect(await ask({ ...stored, host: 'nowhere.invalid' })).toMatchObject({ reason: 'no-such-name' });
    expect(await ask({ ...stored, secure: true })).toMatchObject({ stage: 'tls', reason: 'tls-later' });
    expect([spy.receivers, other.receivers]).toEqual([['amara@example.test'], []]);
    expect(spy.passwords).toEqual(['loam:sesame']);
    expect(other.passwords).toEqual([]);
    const { rows } = await world.owner.query("select mail->>'port' as port from workspace");
    expect(rows).toEqual([{ port: String(spy.port) }]);
    const log = await world.owner.query("select about from log_entry where action = 'workspace.test-mail' order by at");
    expect(log.rows).toHaveLength(5);
    await Promise.all([spy.close(), other.close()]);
    await world.owner.query('update workspace set mail = null');
  });
});
