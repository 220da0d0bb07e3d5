import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import { mailCode } from '#server/platform/console-code.ts';
import { secretsFrom } from '#server/platform/secrets.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';
import { attack } from '#test/helpers/attack.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { startSmtpSpy } from '#test/helpers/smtp-spy.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

type Spy = Awaited<ReturnType<typeof startSmtpSpy>>;

let ours: Spy;
let evil: Spy;
let folder: string;
beforeAll(async () => {
  [ours, evil] = [await startSmtpSpy(), await startSmtpSpy()];
  folder = await mkdtemp(join(tmpdir(), 'loam-attack-'));
});
afterAll(async () => {
  await Promise.all([ours.close(), evil.close()]);
  await rm(folder, { recursive: true });
});

const stored = (port: number): MailSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  user: 'loam',
  password: 'sesame',
  from: 'loam@example.test',
});

/** Three stewards and a colleague; two honest ones set the mail settings together. */
async function organisation(): Promise<World> {
  const world = await createWorld(inject('adminUrl'), { mail: { folder, smtp: null, from: 'server@example.test' } });
  const { workspace, access } = world.services.doors;
  const founder = await world.addPerson({ name: 'Amara', roles: ['steward'] });
  await world.owner.query("update person set source = 'setup' where person_id = $1", [founder]);
  const li = await world.addPerson({ name: 'Li', roles: ['steward'] });
  const eve = await world.addPerson({ name: 'Eve', roles: ['steward'] });
  await world.addPerson({ name: 'Victim' });
  for (const name of ['amara', 'li', 'eve', 'victim']) await signedIn(world, `${name}@example.test`);
  const steward = (id: string) => world.who(id, ['steward']);
  world.clock.advance(1000);
  await workspace.setMail(steward(founder), stored(ours.port));
  await workspace.confirmMail(steward(li), (await workspace.mail(steward(li))).proposal?.id ?? '');
  // A second account of Eve's: it has signed in, and she made it a steward a minute before.
  const puppet = await world.addPerson({ name: 'Puppet' });
  await signedIn(world, 'puppet@example.test');
  await access.give(steward(eve), puppet, 'steward');
  return world;
}

attack('mail-by-one-steward', async ({ tried, succeeded, figure }) => {
  const world = await organisation();
  const app = await appOf(world);
  try {
    const cookies = [await signedIn(world, 'eve@example.test'), await signedIn(world, 'puppet@example.test')];
    const call = (cookie: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object) =>
      app.inject({ method, url: `/api/workspace/mail${path}`, headers: { cookie }, ...(payload ? { payload } : {}) });
    const idOf = async () => (await call(cookies[0] ?? '', 'GET', '')).json().proposal?.id ?? crypto.randomUUID();
    const same = { host: '127.0.0.1', port: ours.port, secure: false, user: 'loam', from: 'loam@example.test' };
    const changes = [
      { ...same, port: evil.port },
      { ...same, port: evil.port, user: 'other' },
      { ...same, host: 'localhost', port: evil.port },
      { ...same, host: 'localhost' },
      { ...same, user: 'other' },
      { ...same, port: evil.port, password: 'x' },
      { ...same, from: 'eve@example.test' },
    ];
    let remembered = crypto.randomUUID() as string;
    const step = fc.record({
      who: fc.nat(1),
      deed: fc.constantFrom('set', 'set', 'clear', 'confirm', 'guess', 'replay', 'withdraw', 'test', 'look'),
      change: fc.nat(changes.length - 1),
      code: fc.stringMatching(/^[A-Z2-9]{8}$/),
    });
    const take = async ({ who, deed, change, code }: { who: number; deed: string; change: number; code: string }) => {
      const cookie = cookies[who] ?? '';
      tried();
      if (deed === 'set') return call(cookie, 'PUT', '', changes[change]);
      if (deed === 'clear') return call(cookie, 'DELETE', '');
      if (deed === 'confirm') return call(cookie, 'POST', `/proposal/${await idOf()}/confirm`, {});
      if (deed === 'guess') return call(cookie, 'POST', `/proposal/${await idOf()}/confirm`, { code });
      if (deed === 'withdraw') return call(cookie, 'DELETE', `/proposal/${await idOf()}`);
      if (deed === 'test') return call(cookie, 'POST', '/test');
      if (deed === 'look') {
        remembered = await idOf();
        return call(cookie, 'GET', '');
      }
      return call(cookie, 'POST', `/proposal/${remembered}/confirm`, {});
    };
    const right = { ...same, password: 'sesame' };
    const mustHold = async (where: string) => {
      const now = (await world.services.doors.workspace.settingsOf(world.workspaceId))?.settings;
      const kept = typeof now === 'object' ? { ...now } : {};
      for (const [field, value] of Object.entries(right))
        if (Reflect.get(kept, field) !== value) succeeded(`${where}: ${field} of the mail settings changed`);
    };
    // Every order, one after another and at once; time passes, so that limits stop nothing here.
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), fc.boolean(), async (steps, atOnce) => {
        world.clock.advance(3_600_000);
        if (atOnce) await Promise.all(steps.map(take));
        else for (const each of steps) await take(each);
        await mustHold(JSON.stringify(steps.map(({ deed }) => deed)));
      }),
      { numRuns: 25, seed: 8 },
    );
    // A code of another instance, of another proposal, of an hour ago.
    await call(cookies[0] ?? '', 'PUT', '', changes[0]);
    const old = await idOf();
    const mine = mailCode(secretsFrom('not the secret of this instance, but long'), old, world.clock.now());
    const notMine = mailCode(world.services.context.secrets, crypto.randomUUID(), world.clock.now());
    const late = mailCode(world.services.context.secrets, old, new Date(world.clock.now().getTime() - 3_600_000));
    for (const code of [mine, notMine, late]) {
      tried();
      if ((await call(cookies[0] ?? '', 'POST', `/proposal/${old}/confirm`, { code })).statusCode === 200)
        succeeded('a wrong code was taken');
    }
    // A good code, then the proposal changed under it; then the same code twice.
    const good = mailCode(world.services.context.secrets, old, world.clock.now());
    await call(cookies[0] ?? '', 'PUT', '', changes[1]);
    tried();
    for (const id of [old, await idOf()])
      if ((await call(cookies[1] ?? '', 'POST', `/proposal/${id}/confirm`, { code: good })).statusCode === 200)
        succeeded('a code served another proposal');
    await mustHold('codes');
    // Does mail still reach colleagues, and Eve's server nobody?
    await world.services.doors.delivery.sendCode({ name: '', address: 'victim@example.test' }, '123456', 'en');
    const learned = evil.receivers.length + evil.passwords.length;
    figure('receivers and passwords at the own server', learned, 0);
    figure('passwords at the right server, wrong', ours.passwords.filter((text) => text !== 'loam:sesame').length, 0);
    if (!ours.receivers.includes('victim@example.test')) succeeded('the victim gets no code any more');
    // Were the honest told of it, by the way used before?
    await vi.waitFor(() => {
      if (!ours.receivers.includes('li@example.test')) throw new Error('nobody was told');
    });
    if (!ours.texts.some((text) => text.includes('another way'))) succeeded('the honest were not told');
  } finally {
    await app.close();
    await world.close();
  }
});

attack('mail-that-fails', async ({ tried, succeeded, figure }) => {
  const server = await startSmtpSpy();
  const refusing = [await startSmtpSpy({ refuses: 'auth' }), await startSmtpSpy({ refuses: 'sender' })];
  const world = await createWorld(inject('adminUrl'), {
    mail: {
      folder,
      smtp: { host: '127.0.0.1', port: server.port, secure: false, from: 'server@example.test' },
      from: '',
    },
  });
  try {
    const personId = await world.addPerson({ name: 'Amara', roles: ['steward'] });
    const good = world.services.context.secrets;
    const text = (settings: object) =>
      JSON.stringify({ secure: false, user: 'loam', from: 'a@example.test', ...settings });
    const sealed = { sealedPassword: good.seal('sesame') };
    const broken: [string, string][] = [
      ['nothing listens', text({ host: '127.0.0.1', port: 1, ...sealed })],
      ['no such host', text({ host: 'nowhere.invalid', port: 25, ...sealed })],
      ['refuses to sign in', text({ host: '127.0.0.1', port: refusing[0]?.port, ...sealed })],
      ['refuses the sender', text({ host: '127.0.0.1', port: refusing[1]?.port, ...sealed })],
      ['speaks no TLS', text({ host: '127.0.0.1', port: ours.port, ...sealed, secure: true })],
      ['other secret', text({ host: '127.0.0.1', port: 1, sealedPassword: secretsFrom('another').seal('sesame') })],
      ['sealed by nobody', text({ host: '127.0.0.1', port: 1, sealedPassword: 'AAAA' })],
      ['no settings at all', '{"host":7}'],
    ];
    for (const [name, mail] of broken) {
      await world.owner.query('update workspace set mail = $1, mail_trouble = null', [mail]);
      for (const time of [1, 2]) {
        tried();
        const before = server.receivers.length;
        await world.services.doors.delivery
          .sendCode({ name: '', address: 'amara@example.test' }, '123456', 'en')
          .catch((error: Error) => succeeded(`${name}: ${error.message}`));
        if (server.receivers.length !== before + 1) succeeded(`${name}: no code, time ${time}`);
      }
      // The outbox goes the same way, without a second try.
      tried();
      const [told, key] = [server.receivers.length, crypto.randomUUID()];
      const message = { subject: 'Hello', lines: ['Hello'] };
      await world.owner.query('update workspace set mail_trouble = null');
      await world.db.asPerson({ workspaceId: world.workspaceId, personId }, (scope) =>
        world.services.doors.delivery.tell(scope, { key, personId, kind: 'invitation', message }),
      );
      await world.services.doors.delivery.sendDue();
      if (server.receivers.length !== told + 1) succeeded(`${name}: the outbox did not go the other way`);
      const { rows } = await world.owner.query('select status from outbox where key = $1', [key]);
      if (rows[0]?.status !== 'sent') succeeded(`${name}: the outbox says ${rows[0]?.status}`);
      const { uses, trouble } = await world.services.doors.delivery.wayNow(world.workspaceId);
      if (uses !== 'server' || !trouble) succeeded(`${name}: stewards are not told which way is used and why`);
    }
    // With nothing in the environment: a file, and no crash.
    const bare = await createWorld(inject('adminUrl'), { mail: { folder, smtp: null, from: 'server@example.test' } });
    await bare.addPerson({ name: 'Amara', roles: ['steward'] });
    await bare.owner.query('update workspace set mail = $1', [broken[5]?.[1]]);
    tried();
    const files = (await readdir(folder)).length;
    await bare.services.doors.delivery.sendCode({ name: '', address: 'amara@example.test' }, '123456', 'en');
    if ((await readdir(folder)).length !== files + 1) succeeded('unreadable and no environment: no file');
    await bare.close();
    figure('mails that did not arrive', broken.length * 3 - server.receivers.length, 0);
  } finally {
    await world.close();
    await Promise.all([server, ...refusing].map((spy) => spy.close()));
  }
});
