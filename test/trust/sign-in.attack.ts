import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, vi } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { browserOf, codesSent, type Mailed } from '#test/helpers/browser.ts';
import { appOf } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { createHttp } from '../../server/platform/http.ts';
import { silentLog } from '../../server/platform/log.ts';

let world: World;
let app: FastifyInstance;
let mails: Mailed[];
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  mails = codesSent(world);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await app.close();
  await world.close();
});

const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@example.test`;
const mailsTo = (email: string): Mailed[] => mails.filter(({ to }) => to === email);

/** The newest mail to an address, once there are so many. */
async function nthMail(email: string, count: number): Promise<Mailed> {
  await vi.waitFor(() => expect(mailsTo(email).length).toBeGreaterThanOrEqual(count), { timeout: 20_000 });
  const mail = mailsTo(email).at(-1);
  if (!mail) throw new Error('No mail came.');
  return mail;
}

/** Asks in a browser and reads the mail. */
async function askAndRead(browser: ReturnType<typeof browserOf>, email: string): Promise<string> {
  const before = mailsTo(email).length;
  await browser.ask(email);
  return (await nthMail(email, before + 1)).code;
}

attack('code-guessing', async ({ tried, succeeded, figure }) => {
  const victims = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      await world.addPerson({ name: `Victim ${'abcdefghijklmnopqrst'[index]}` });
      return addressOf(`Victim ${'abcdefghijklmnopqrst'[index]}`);
    }),
  );
  let live = 0;
  // Every victim is asked for as often as anybody may, from new browsers, and each code is tried beyond its end.
  const guess = async (email: string): Promise<void> => {
    for (let ask = 0; ask < 12; ask++) {
      const browser = browserOf(app, `198.51.100.${ask}`);
      await browser.ask(email);
      const tries = [];
      for (let time = 0; time < 8; time++) {
        tried();
        tries.push(browser.enter(email, `${String(time).padStart(3, '0')}-${ask}00-000`));
      }
      for (const answer of await Promise.all(tries))
        if (answer.statusCode !== 401) succeeded(`${email} ${answer.statusCode}`);
    }
    const { rows } = await world.owner.query<{ tries: string }>(
      "select coalesce(sum(5 - tries_left), 0) as tries from auth.sign_in_code where reach = 'browser'",
    );
    live = Number(rows[0]?.tries);
  };
  for (const email of victims) await guess(email);
  await new Promise((done) => setTimeout(done, 500));
  const most = Math.max(...victims.map((email) => mailsTo(email).length));
  figure('mails to one address within an hour', most, 6);
  // What was tried at codes that could have opened, brought to 100,000 accounts and a day of three such hours.
  figure('chance of one account a day', ((live / victims.length) * 3 * 100_000) / 32 ** 9, 1e-6);
});

attack('code-of-others', async ({ tried, succeeded }) => {
  const [ana, ben] = [addressOf('Ana Sousa'), addressOf('Ben Ade')];
  const [anaId] = [await world.addPerson({ name: 'Ana Sousa' }), await world.addPerson({ name: 'Ben Ade' })];
  const refused = async (what: string, work: () => Promise<{ statusCode: number }>) => {
    tried();
    const { statusCode } = await work();
    if (statusCode !== 401) succeeded(`${what}: ${statusCode}`);
  };
  const [mine, theirs] = [browserOf(app), browserOf(app)];
  const code = await askAndRead(mine, ana);
  // Its mail is waited for: come late, it would be read as the code of the next one who asks.
  await askAndRead(theirs, ana);
  await refused('the code of another browser', () => theirs.enter(ana, code));
  await theirs.ask(ben);
  await refused('the code of another address', () => theirs.enter(ben, code));
  await refused('a browser that never asked', () => browserOf(app).enter(ana, code));
  if ((await mine.enter(ana, code)).statusCode !== 200) succeeded('its own browser was kept out');
  const replaying = browserOf(app);
  for (const [name, value] of mine.jar) replaying.jar.set(name, value);
  await refused('the same code again', () => mine.enter(ana, code));

  // The cookie of before the sign-in, kept by an attacker, and many at once: a code opens once.
  const racing = browserOf(app);
  const raced = await askAndRead(racing, ana);
  const kept = new Map(racing.jar);
  const racers = Array.from({ length: 8 }, () => {
    const racer = browserOf(app);
    for (const [name, value] of kept) racer.jar.set(name, value);
    return racer.enter(ana, raced);
  });
  tried(8);
  const opened = (await Promise.all(racers)).filter(({ statusCode }) => statusCode === 200).length;
  if (opened !== 1) succeeded(`one code opened ${opened} sessions`);

  const worn = browserOf(app);
  const right = await askAndRead(worn, ana);
  for (let time = 0; time < 5; time++) await refused('a wrong code', () => worn.enter(ana, '000-000-000'));
  await refused('the right code after five failures', () => worn.enter(ana, right));

  world.clock.advance(61 * 60_000);
  const late = browserOf(app);
  const old = await askAndRead(late, ana);
  world.clock.advance(11 * 60_000);
  await refused('a code of eleven minutes ago', () => late.enter(ana, old));

  // The address goes to somebody else while a code is on its way.
  const waiting = browserOf(app);
  const pending = await askAndRead(waiting, ana);
  await world.owner.query("delete from auth.identity where issuer = 'email' and subject = $1", [ana]);
  await refused('an address that is nobody’s any more', () => waiting.enter(ana, pending));
  await world.owner.query("update person set email = 'ana.before@example.test' where person_id = $1", [anaId]);
  await world.addPerson({ name: 'Ana Second', email: ana });
  await refused('an address that is somebody else’s now', () => waiting.enter(ana, pending));
});

attack('office-of-thirty', async ({ tried, succeeded }) => {
  const names = Array.from(
    { length: 30 },
    (_, index) => `Office ${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'x' : ''}`,
  );
  await Promise.all(names.map((name) => world.addPerson({ name })));
  const start = Date.now();
  await Promise.all(
    names.map(async (name) => {
      const browser = browserOf(app, '203.0.113.7');
      // Everybody mistypes once.
      const code = await askAndRead(browser, addressOf(name));
      await browser.enter(addressOf(name), '000-000-000');
      tried();
      const { statusCode } = await browser.enter(addressOf(name), code);
      if (statusCode !== 200) succeeded(`${name} was kept out: ${statusCode}`);
    }),
  );
  if (Date.now() - start > 60_000) succeeded('it took longer than a minute');
});

attack('two-thousand-asks', async ({ tried, succeeded, figure }) => {
  await world.addPerson({ name: 'Zoe Late' });
  const rowsOf = async () =>
    Number(
      (
        await world.owner.query(
          'select (select count(*) from auth.sign_in_code) + (select count(*) from auth.limit_count) as n',
        )
      ).rows[0].n,
    );
  const before = await rowsOf();
  const flood = Array.from({ length: 2_000 }, (_, index) => async () => {
    tried();
    const { statusCode } = await browserOf(app, '203.0.113.66').ask(`nobody${index}@example.test`);
    if (statusCode !== 200) succeeded(`an ask was answered ${statusCode}`);
  });
  const flooding = Promise.all(flood.map((ask) => ask()));
  const start = Date.now();
  // The same sender, in the middle of it.
  const browser = browserOf(app, '203.0.113.66');
  const code = await askAndRead(browser, addressOf('Zoe Late'));
  if ((await browser.enter(addressOf('Zoe Late'), code)).statusCode !== 200) succeeded('somebody was kept out');
  figure('seconds to sign in during the flood', (Date.now() - start) / 1000, 45);
  await flooding;
  figure('rows that 2,000 asks leave', (await rowsOf()) - before, 66);
});

attack('flooded-victim', async ({ tried, succeeded, figure }) => {
  const email = addressOf('Vera Flood');
  const vera = await world.addPerson({ name: 'Vera Flood' });
  const home = browserOf(app, '192.0.2.10');
  const first = await askAndRead(home, email);
  await home.enter(email, first);
  if ((await home.me()) !== vera) succeeded('the victim could not sign in before');
  await home.call('POST', '/session/end');
  const flood = async (times: number) => {
    for (let ask = 0; ask < times; ask++) {
      tried();
      const attacker = browserOf(app, `198.51.100.${ask % 250}`);
      await attacker.ask(email);
      await attacker.enter(email, '000-000-000');
    }
  };
  const flooding = Promise.all(Array.from({ length: 10 }, () => flood(20)));
  await new Promise((done) => setTimeout(done, 500));
  // A browser of before has codes of its own.
  const code = await askAndReadOwn(home, email);
  if ((await home.enter(email, code)).statusCode !== 200) succeeded('a known browser was kept out');
  await flooding;
  // A new browser uses the longer code that stands in the mailbox.
  const fresh = browserOf(app, '192.0.2.11');
  await fresh.ask(email);
  await vi.waitFor(() => expect(mailsTo(email).some(({ isLong }) => isLong)).toBe(true), { timeout: 5_000 });
  const long = mailsTo(email).find(({ isLong }) => isLong)?.code ?? '';
  if ((await fresh.enter(email, long)).statusCode !== 200) succeeded('a new browser was kept out');
  if ((await fresh.me()) !== vera) succeeded('the new browser is not the victim’s');
  await flood(20);
  figure('mails within the hour of the flood', mailsTo(email).length, 9);
});

/** The next mail that carries a code for one browser alone. */
async function askAndReadOwn(browser: ReturnType<typeof browserOf>, email: string): Promise<string> {
  const own = () => mailsTo(email).filter(({ isLong }) => !isLong);
  await vi.waitFor(() => expect(mailsTo(email).some(({ isLong }) => isLong)).toBe(true), { timeout: 20_000 });
  const before = own().length;
  await browser.ask(email);
  await vi.waitFor(() => expect(own().length).toBeGreaterThan(before), { timeout: 20_000 });
  return own().at(-1)?.code ?? '';
}

attack('set-up-lock', async ({ tried, succeeded }) => {
  const empty = await createWorld(inject('adminUrl'));
  await empty.owner.query('delete from workspace');
  const site = await appOf(empty);
  const facts = { name: 'Meridian', purpose: '', timezone: 'UTC', language: 'en' };
  const steward = { name: 'Amara', email: 'amara@example.test' };
  const setUp = (code: string) =>
    site.inject({ method: 'POST', url: '/api/workspace/set-up', payload: { ...facts, steward, code } });
  await Promise.all(
    Array.from({ length: 300 }, async (_, index) => {
      tried();
      if ((await setUp(`AAAA-AAAA-A${String(index).padStart(3, 'A')}`)).statusCode !== 403) succeeded('a wrong code');
    }),
  );
  // Behind an undeclared proxy all come from one address: whoever has the code still gets in.
  if ((await setUp(empty.services.doors.workspace.setUpCode())).statusCode !== 200)
    succeeded('the steward was kept out');
  await site.close();
  await empty.close();
});

/** What the documented nginx line does: appends whom it heard. */
function appendingProxy(to: number) {
  const proxy = createServer((incoming, outgoing) => {
    const before = incoming.headers['x-forwarded-for'];
    const from = incoming.socket.remoteAddress ?? '';
    const headers = { ...incoming.headers, 'x-forwarded-for': before ? `${before}, ${from}` : from };
    const { method, url } = incoming;
    incoming.pipe(
      httpRequest({ port: to, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  });
  return new Promise<{ port: number; close(): void }>((ready) =>
    proxy.listen(0, '127.0.0.1', () =>
      ready({ port: (proxy.address() as AddressInfo).port, close: () => proxy.close() }),
    ),
  );
}

attack('forged-forwarded-for', async ({ tried, succeeded }) => {
  const forged = ['203.0.113.9', '127.0.0.1', '203.0.113.9, 203.0.113.10', '::1', 'unknown', ', ,', '203.0.113.9:80'];
  for (const proxies of [0, 1, 2]) {
    const site = await createHttp({ log: silentLog, proxies, webDir: '', health: async () => true });
    site.get('/who', async (request) => ({ ip: request.ip, host: request.host, protocol: request.protocol }));
    await site.listen({ port: 0, host: '127.0.0.1' });
    let port = (site.server.address() as AddressInfo).port;
    const chain = [];
    for (let hop = 0; hop < proxies; hop++) {
      const proxy = await appendingProxy(port);
      chain.push(proxy);
      port = proxy.port;
    }
    for (const header of forged) {
      tried();
      const headers = {
        'x-forwarded-for': header,
        ...(proxies ? {} : { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }),
      };
      const seen = await (await fetch(`http://127.0.0.1:${port}/who`, { headers })).json();
      if (!/^(::ffff:)?127\.0\.0\.1$/.test(seen.ip)) succeeded(`${proxies} proxies: ${header} became ${seen.ip}`);
      if (!proxies && (seen.host.includes('evil') || seen.protocol !== 'http'))
        succeeded(`${seen.protocol}://${seen.host}`);
    }
    for (const proxy of chain.reverse()) proxy.close();
    await site.close();
  }
});
