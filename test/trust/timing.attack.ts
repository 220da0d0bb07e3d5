import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, inject } from 'vitest';
import { stopToken } from '#server/features/delivery/delivery.rules.ts';
import { pressToken } from '#server/features/introductions/press/press.rules.ts';
import { attack } from '#test/helpers/attack.ts';
import { startMailbox } from '#test/helpers/mailbox.ts';
import { registerPasskey, SoftPasskey } from '#test/helpers/passkey.ts';
import { createWorld, testSecrets, type World } from '#test/helpers/world.ts';
import { createServices } from '../../server/main.ts';
import { createHttp, mountApi } from '../../server/platform/http.ts';
import { silentLog } from '../../server/platform/log.ts';

const PEOPLE = 200;
const PAIRS = 40;
const ORIGIN = 'http://localhost:4020';
const DOMAIN = 'example.test';

let world: World;
let app: FastifyInstance;
let url = '';
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
const known = Array.from({ length: PEOPLE }, (_, index) => `known.person${1000 + index}@${DOMAIN}`);
const unknown = known.map((address) => address.replace('known.person', 'never.heard0'));

// Real mail and real sockets: what is measured is what an attacker measures.
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  mailbox = await startMailbox();
  const smtp = { host: '127.0.0.1', port: mailbox.port, secure: false, from: 'loam@example.test' };
  world.services = createServices({
    db: world.db,
    clock: world.clock,
    log: silentLog,
    secrets: testSecrets,
    origin: ORIGIN,
    sample: false,
    mail: { folder: '/nowhere', smtp, from: smtp.from },
  });
  app = await createHttp({ log: silentLog, proxies: 0, webDir: '', health: async () => true });
  await mountApi(app, world.services.mount, silentLog);
  await app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api`;
  for (const [index, email] of known.entries()) await world.addPerson({ name: `Known ${index}`, email });
});
afterAll(async () => {
  await app.close();
  await mailbox.close();
  await world.close();
});

interface Call {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
  cookie?: string;
}

async function call({ method = 'POST', path, body, cookie }: Call): Promise<Response> {
  const headers = {
    ...(cookie ? { cookie } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
    origin: ORIGIN,
  };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  await answer.clone().arrayBuffer();
  return answer;
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

/** How well one of two samples is told by being greater: 0.5 is chance, 1 is certainty, whichever way. */
function told(one: readonly number[], two: readonly number[]): number {
  let wins = 0;
  for (const a of one) for (const b of two) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return Math.max(wins, one.length * two.length - wins) / (one.length * two.length);
}

type Probe = (index: number) => Promise<number>;

/** Interleaved pairs in changing order; other work on the machine must not fail it, so the best of three counts. */
async function classify(one: Probe, two: Probe, most: number): Promise<number> {
  let best = 1;
  for (let round = 0; round < 3 && best > most; round++) {
    const [ones, twos]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < PAIRS; pair++) {
      const index = round * PAIRS + pair;
      if (pair % 2) ones.push(await one(index));
      twos.push(await two(index));
      if (pair % 2 === 0) ones.push(await one(index));
    }
    best = Math.min(best, told(ones, twos));
  }
  return best;
}

const timed =
  (of: (index: number) => Call | Promise<Call>): Probe =>
  async (index) => {
    const made = await of(index);
    const start = performance.now();
    await call(made);
    return performance.now() - start;
  };

/** Places where one thing is true of one call and not of the other, by name. */
async function places(): Promise<Record<string, [Probe, Probe]>> {
  const ask = (email = ''): Call => ({ path: '/session/code', body: { email } });
  const asked = async (email = '') => cookieOf(await call(ask(email)));
  const enter = async (email = ''): Promise<Call> => ({
    path: '/session',
    body: { email, code: '7KQ-M2X-RDP' },
    cookie: await asked(email),
  });
  const steward = await world.addPerson({ name: 'Steward', roles: ['steward'] });
  const me = world.who(steward, ['steward']);
  const link = await world.services.doors.access.entry.makeLink(me, DOMAIN);
  const token = link.url.split('/join/')[1] ?? '';
  const join = (email = '', at = token): Call => ({ path: `/join/${at}`, body: { name: 'Somebody', email } });
  const elsewhere = (email = '') => email.replace(DOMAIN, 'example.org');
  const secret = (id: string) => `${id}.${randomBytes(16).toString('hex')}`;
  const get = (path: string): Call => ({ method: 'GET', path });
  const person = (id: string) => ({ workspaceId: world.workspaceId, personId: id, at: world.clock.now() });
  const stop = (id: string) => stopToken(testSecrets.derive('stop-mail'), person(id));
  const press = (id: string) =>
    pressToken(testSecrets.derive('press'), { kind: 'met', ...person(id), aboutId: randomUUID() });
  const forged = (word: string) => word.slice(0, 4) + (word[4] === 'A' ? 'B' : 'A') + word.slice(5);
  const cookie = (await world.services.doors.access.enterAs('steward@example.test'))
    .map((each) => each.split(';')[0])
    .join('; ');
  const key = new SoftPasskey();
  await registerPasskey(app, cookie, key);
  const verify = async (using: SoftPasskey): Promise<Call> => {
    const options = await call(get('/auth/passkey/generate-authenticate-options'));
    const response = using.answer(((await options.json()) as { challenge: string }).challenge);
    return { path: '/auth/passkey/verify-authentication', cookie: cookieOf(options), body: { response } };
  };
  // The right number, another device's signature.
  const wrongKey = new SoftPasskey();
  Object.defineProperty(wrongKey, 'id', { value: key.id });
  const setUp = (code: string): Call => ({
    path: '/workspace/set-up',
    body: {
      code,
      name: 'X',
      purpose: '',
      timezone: 'UTC',
      language: 'en',
      steward: { name: 'X', email: 'x@example.test' },
    },
  });
  const code = world.services.doors.workspace.setUpCode();
  const nearly = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  const privately = (email = ''): Call => {
    // Whoever asks is counted, by the quarter of an hour and by the day.
    world.clock.advance(2 * 3_600_000);
    return { path: '/session/private-address/code', body: { email }, cookie };
  };
  const { programmes } = world.services.doors;
  const offer = { kind: 'coffee', name: 'Coffee', size: 2, rule: 'across', cadence: 'weekly', weekday: 2 } as const;
  const { id } = await programmes.create(me, { ...offer, audience: 'link', drawTime: '09:00' });
  const word = (await programmes.link(me, id)).split('/').at(-1) ?? '';
  const tampered = word.slice(0, -4) + [...word.slice(-4)].reverse().join('');
  const byLink = (of: string): Call => ({ method: 'GET', path: `/programme-links/${of}`, cookie });
  const both = (one: (index: number) => Call | Promise<Call>, two: typeof one): [Probe, Probe] => [
    timed(one),
    timed(two),
  ];
  return {
    'asking for a code': both(
      (at) => ask(known[at]),
      (at) => ask(unknown[at]),
    ),
    'entering a code': both(
      (at) => enter(known[at]),
      (at) => enter(unknown[at]),
    ),
    'joining by a link': both(
      (at) => join(known[at]),
      (at) => join(unknown[at]),
    ),
    'joining from elsewhere': both(
      (at) => join(elsewhere(known[at])),
      (at) => join(elsewhere(unknown[at])),
    ),
    'an ended join link': both(
      () => get(`/join/${secret(world.workspaceId)}`),
      () => get(`/join/${secret(randomUUID())}`),
    ),
    'a link against mail': both(
      () => get(`/mail/${stop(randomUUID())}/state`),
      () => get(`/mail/${forged(stop(randomUUID()))}/state`),
    ),
    'a press from mail': both(
      () => get(`/press/${press(steward)}`),
      () => get(`/press/${forged(press(steward))}`),
    ),
    'a passkey': both(
      () => verify(wrongKey),
      () => verify(new SoftPasskey()),
    ),
    'the set-up code': both(
      () => setUp(nearly),
      () => setUp('ZZZZ-ZZZZ-ZZZZ'),
    ),
    'a private address': both(
      (at) => privately(known[at]),
      (at) => privately(unknown[at]),
    ),
    'a programme link': both(
      () => byLink(tampered),
      () => byLink('A'.repeat(word.length)),
    ),
  };
}

attack(
  'public-timing',
  async ({ tried, figure }) => {
    for (const [name, [one, two]] of Object.entries(await places())) {
      tried(2 * PAIRS);
      figure(name, await classify(one, two, 0.65), 0.65);
    }
    // What goes on after an answer must not be felt by whoever asks next.
    const felt =
      (emails: readonly string[]): Probe =>
      async (index) => {
        // Mails are counted by the hour.
        if (index % PAIRS === 0) world.clock.advance(3_700_000);
        await call({ path: '/session/code', body: { email: emails[index] } });
        const until = performance.now() + 450;
        const times: number[] = [];
        while (performance.now() < until) {
          const start = performance.now();
          await call({ method: 'GET', path: '/me' });
          times.push(performance.now() - start);
        }
        times.sort((a, b) => a - b);
        return times.slice(-3).reduce((sum, time) => sum + time, 0);
      };
    tried(2 * PAIRS);
    figure('what the next one feels', await classify(felt(known), felt(unknown), 0.65), 0.65);
  },
  900_000,
);

attack('sign-in-answers', async ({ tried, succeeded }) => {
  const shape = async (of: Call) => {
    const answer = await call(of);
    const headers = [...answer.headers].filter(([name]) => !['date', 'set-cookie'].includes(name));
    const cookies = answer.headers.getSetCookie().map((each) => [each.replace(/=[^;]*/, ''), each.length]);
    return { shape: JSON.stringify([answer.status, await answer.text(), headers, cookies]), cookie: cookieOf(answer) };
  };
  world.clock.advance(26 * 3_600_000);
  // As often as an address gets mail and beyond, and then codes beyond what may be tried.
  for (let time = 0; time < 20; time++) {
    const [one, two] = [known[199] ?? '', unknown[199] ?? ''];
    tried(2);
    const [asked, dummy] = [
      await shape({ path: '/session/code', body: { email: one } }),
      await shape({ path: '/session/code', body: { email: two } }),
    ];
    if (asked.shape !== dummy.shape) succeeded(`asking: ${asked.shape} ${dummy.shape}`);
    for (let guess = 0; guess < 7; guess++) {
      tried(2);
      const enter = (email: string, cookie: string): Call => ({
        path: '/session',
        body: { email, code: '7KQM2XRDP' },
        cookie,
      });
      const [mine, theirs] = [await shape(enter(one, asked.cookie)), await shape(enter(two, dummy.cookie))];
      if (mine.shape !== theirs.shape) succeeded(`entering: ${mine.shape} ${theirs.shape}`);
    }
  }
});
