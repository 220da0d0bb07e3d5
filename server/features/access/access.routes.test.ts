import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { codeOf } from '#test/helpers/codes.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { registerPasskey, SoftPasskey, usePasskey } from '#test/helpers/passkey.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { BUDGET } from './codes/codes.rules.ts';

let world: World;
let app: FastifyInstance;
let amara = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  amara = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  await world.addPerson({ name: 'Jonas Brandt' });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const send = (method: Method, url: string, payload?: object, headers: Record<string, string> = {}) =>
  app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) });
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

const reading = <T>(work: () => Promise<T>) => codeOf(world, work);

/** Somebody's departure, as a complete directory without them brings it about. */
async function depart(personId: string): Promise<void> {
  await world.db.asPerson(world.who(amara, ['steward']), async ({ db, workspaceId }) => {
    await db
      .updateTable('person')
      .set({ status: 'leaving' })
      .where('workspace_id', '=', workspaceId)
      .where('person_id', '=', personId)
      .execute();
    await db.selectNoFrom((eb) => eb.fn('auth.end_sign_in', [eb.cast(eb.val(personId), 'uuid')]).as('ended')).execute();
  });
}

const me = async (cookie: string) => (await send('GET', '/me', undefined, { cookie })).json().person;

describe('asking for a code', () => {
  it('answers a known and an unknown address with the same bytes and the same kind of cookie', async () => {
    const known = await send('POST', '/session/code', { email: 'jonas.brandt@example.test' });
    const unknown = await send('POST', '/session/code', { email: 'jonas.brandX@example.test' });
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    const shape = (answer: typeof known) =>
      answer.cookies.map(({ value, ...rest }) => ({ ...rest, length: value.length, expires: undefined }));
    expect(shape(unknown)).toEqual(shape(known));
    expect(known.cookies).toMatchObject([{ name: 'loam-asked', httpOnly: true, sameSite: 'Lax', path: '/' }]);
    const names = Object.keys(known.headers).sort();
    expect(Object.keys(unknown.headers).sort()).toEqual(names);
  });

  it('answers a wrong code alike for a known address, an unknown one, and a browser that never asked', async () => {
    const enter = async (email: string, cookie: string) => {
      const answer = await send('POST', '/session', { email, code: '000000' }, { cookie });
      return [answer.statusCode, answer.body, answer.cookies];
    };
    const asked = async (email: string) => cookieOf(await send('POST', '/session/code', { email }));
    const [known, unknown] = ['jonas.brandt@example.test', 'not.here@example.test'];
    const first = await enter(known, await asked(known));
    expect(first[0]).toBe(401);
    expect(await enter(unknown, await asked(unknown))).toEqual(first);
    expect(await enter(known, '')).toEqual(first);
    expect(await enter(known, await asked(unknown))).toEqual(first);
    expect(await enter(known, 'loam-asked=made%20up')).toEqual(first);
  });

  it('keeps no address and no code in plain, and lets nobody without the cookie use up the tries of another', async () => {
    const email = 'li.wei@example.test';
    await world.addPerson({ name: 'Li Wei' });
    const { answer, code } = await reading(() => send('POST', '/session/code', { email }));
    for (let time = 0; time <= BUDGET.tries; time++) {
      expect((await send('POST', '/session', { email, code: '000000' })).statusCode).toBe(401);
    }
    expect((await send('POST', '/session', { email, code }, { cookie: cookieOf(answer) })).statusCode).toBe(200);
    const { rows } = await world.owner.query<object>('select * from auth.sign_in_code');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('@');
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('join links', () => {
  it('answer alike whatever is wrong with them', async () => {
    const workspace = world.workspaceId;
    const texts = ['nothing', `${workspace}.${'0'.repeat(32)}`, `${'-'.repeat(36)}.${'0'.repeat(32)}`];
    const answers = await Promise.all(texts.map((text) => send('GET', `/join/${text}`)));
    for (const answer of answers) expect([answer.statusCode, answer.body]).toEqual([410, answers[0]?.body]);
  });
});

describe('passkeys', () => {
  it('are added by whoever is signed in, and sign in as the same person', async () => {
    const key = new SoftPasskey();
    expect((await registerPasskey(app, '', key)).statusCode).toBe(401);
    const cookie = await signedIn(world, 'amara.okafor@example.test');
    expect((await registerPasskey(app, cookie, key)).statusCode).toBe(200);
    const entered = await usePasskey(app, key);
    expect(entered.statusCode).toBe(200);
    expect(await me(cookieOf(entered))).toMatchObject({ id: amara, roles: ['steward'] });
  });

  it('still open the export to somebody leaving, and nothing else', async () => {
    const id = await world.addPerson({ name: 'Tomasz Nowak' });
    const [key, cookie] = [new SoftPasskey(), await signedIn(world, 'tomasz.nowak@example.test')];
    await registerPasskey(app, cookie, key);
    await depart(id);
    expect(await me(cookie)).toBeNull();
    const entered = cookieOf(await usePasskey(app, key));
    expect(await me(entered)).toMatchObject({ id, status: 'leaving' });
    expect((await send('GET', '/records/export', undefined, { cookie: entered })).statusCode).toBe(200);
    expect((await send('GET', '/roles', undefined, { cookie: entered })).statusCode).toBe(403);
  });

  it('never come along with an address that went to somebody else', async () => {
    const email = 'office@example.test';
    const before = await world.addPerson({ name: 'Nadia Rahimi', email });
    const [key, cookie] = [new SoftPasskey(), await signedIn(world, email)];
    await registerPasskey(app, cookie, key);
    await world.owner.query("delete from auth.identity where issuer = 'email' and subject = $1", [email]);
    await world.owner.query("update person set email = 'nadia@example.test' where person_id = $1", [before]);
    const now = await world.addPerson({ name: 'Ravi Menon', email });
    expect(await me(await signedIn(world, email))).toMatchObject({ id: now });
    expect(await me(cookieOf(await usePasskey(app, key)))).toMatchObject({ id: before });
  });
});

describe('a private address', () => {
  const email = 'eva.at.home@private.test';

  it('is kept once its code was typed in the browser that asked, and serves only while leaving', async () => {
    const id = await world.addPerson({ name: 'Eva Lind' });
    const cookie = await signedIn(world, 'eva.lind@example.test');
    const { answer, code } = await reading(() => send('POST', '/session/private-address/code', { email }, { cookie }));
    const confirm = (typed: string, carried: string) =>
      send('PUT', '/session/private-address', { code: typed }, { cookie: carried });
    expect((await confirm(code, cookie)).statusCode).toBe(401);
    const other = await signedIn(world, 'jonas.brandt@example.test');
    expect((await confirm(code, `${other}; ${cookieOf(answer)}`)).statusCode).toBe(401);
    expect((await confirm(code, `${cookie}; ${cookieOf(answer)}`)).statusCode).toBe(200);
    expect((await send('GET', '/session/private-address', undefined, { cookie })).json()).toEqual({ email });
    await expect(world.services.doors.access.enterAs(email)).rejects.toMatchObject({ code: 'access.wrong-code' });
    await depart(id);
    const entered = await signedIn(world, email);
    expect(await me(entered)).toMatchObject({ id, status: 'leaving' });
    expect((await send('GET', '/session/private-address', undefined, { cookie: entered })).statusCode).toBe(403);
  });

  it('is forgotten on request', async () => {
    const id = await world.addPerson({ name: 'Marc Blum' });
    const cookie = await signedIn(world, 'marc.blum@example.test');
    await world.owner.query('insert into private_address values ($1, $2, $3)', [
      world.workspaceId,
      id,
      'm@private.test',
    ]);
    expect((await send('DELETE', '/session/private-address', undefined, { cookie })).statusCode).toBe(200);
    expect((await send('GET', '/session/private-address', undefined, { cookie })).json()).toEqual({ email: null });
  });
});

describe('sessions', () => {
  it('are told apart by their device', async () => {
    const email = 'jonas.brandt@example.test';
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const { answer, code } = await reading(() => send('POST', '/session/code', { email }));
    const entered = await send('POST', '/session', { email, code }, { cookie: cookieOf(answer), 'user-agent': agent });
    const list = await send('GET', '/sessions', undefined, { cookie: cookieOf(entered) });
    expect(list.json().sessions).toContainEqual(expect.objectContaining({ device: 'Firefox · Linux', isThis: true }));
  });

  it('are listed and ended by their owner alone', async () => {
    const email = 'jonas.brandt@example.test';
    const [one, two] = [await signedIn(world, email), await signedIn(world, email)];
    const list = async (cookie: string): Promise<{ id: string; isThis: boolean }[]> =>
      (await send('GET', '/sessions', undefined, { cookie })).json().sessions;
    const other = (await list(one)).find((session) => !session.isThis && session.id);
    const ids = (await list(two)).filter((session) => session.isThis).map(({ id }) => id);
    const stranger = await signedIn(world, 'amara.okafor@example.test');
    expect((await send('DELETE', `/sessions/${ids[0]}`, undefined, { cookie: stranger })).statusCode).toBe(404);
    expect(other).toBeDefined();
    expect((await send('DELETE', `/sessions/${ids[0]}`, undefined, { cookie: one })).statusCode).toBe(200);
    expect(await me(two)).toBeNull();
    expect(await me(one)).not.toBeNull();
  });
});
