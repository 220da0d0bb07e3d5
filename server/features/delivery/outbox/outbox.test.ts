import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createSmtpChannel } from '#server/integrations/email/email.ts';
import { fakeChannel } from '#server/ports/channel.fake.ts';
import { startMoodySmtp } from '#test/helpers/moody-smtp.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { createDelivery, type Delivery } from '../delivery.ts';

let world: World;
let server: Awaited<ReturnType<typeof startMoodySmtp>>;
let delivery: Delivery;
const people: string[] = [];

const PEOPLE = 300;
const MINUTE = 60_000;

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  for (let number = 0; number < PEOPLE; number += 1)
    people.push(
      await world.addPerson({
        name: `Person ${String.fromCharCode(97 + (number % 26))}`,
        email: `p${number}@example.test`,
      }),
    );
});
afterAll(() => world.close());

beforeEach(async () => {
  await world.owner.query('delete from outbox');
  await world.owner.query('delete from mail_queue');
  world.clock.set('2026-11-23T09:00:00Z');
  server = await startMoodySmtp();
  const settings = { host: '127.0.0.1', port: server.port, secure: false, from: 'loam@example.test' };
  delivery = createDelivery({
    ...world.services.context,
    log: world.services.doors.log,
    smtp: (of) => createSmtpChannel(of, 'https://loam.example.org'),
    file: fakeChannel().channel,
    kept: fakeChannel().channel,
    settings,
    from: settings.from,
    settingsOf: async () => null,
    noteTrouble: async () => undefined,
    notices: () => ({ invitation: {} }),
    wake: async () => undefined,
    wait: async (milliseconds) => world.clock.advance(milliseconds),
  });
});
afterEach(() => server.close());

async function invite(count: number): Promise<void> {
  const [by = ''] = people;
  await world.db.asPerson(world.who(by), (scope) =>
    delivery.tell(
      scope,
      ...people.slice(0, count).map((personId) => ({
        key: `invitation:${personId}`,
        personId,
        kind: 'invitation',
        message: { subject: 'An invitation', lines: ['Come in.'] },
      })),
    ),
  );
}

interface Row {
  status: string;
  attempts: number;
  trouble: string | null;
}
const rowsNow = async () =>
  (await world.owner.query<Row>('select status, attempts, trouble from outbox order by key')).rows;
const countOf = async (status: string) => (await rowsNow()).filter((row) => row.status === status).length;

/** Lets the minute's tick go round until nothing waits, or so many times. */
async function tick(times: number): Promise<void> {
  for (let round = 0; round < times && (await countOf('queued')) > 0; round += 1) {
    await delivery.sendDue();
    world.clock.advance(MINUTE);
  }
}

describe('a server that takes thirty messages a minute', () => {
  it.each([
    ['at MAIL FROM', 'sender', 432, PEOPLE],
    ['at RCPT TO', 'receiver', 432, 75],
    ['at RCPT TO, and hangs up', 'receiver', 421, 75],
    ['at RCPT TO, as busy', 'receiver', 451, 75],
    ['after the message', 'message', 432, 75],
  ] as const)(
    'says so %s (%s, %i) and gets all %i of them: none lost, none twice',
    async (_, at, code, all) => {
      let [minute, count] = [-1, 0];
      const answer = (): number | undefined => {
        const now = Math.floor(world.clock.now().getTime() / MINUTE);
        if (now !== minute) [minute, count] = [now, 0];
        count += 1;
        return count > 30 ? code : undefined;
      };
      if (at === 'receiver') server.mood.receiver = answer;
      else Object.defineProperty(server.mood, at, { get: answer });
      await invite(all);
      await tick(400);
      expect(await rowsNow()).toHaveLength(all);
      expect(await countOf('sent')).toBe(all);
      expect(server.taken).toHaveLength(all);
      expect(new Set(server.taken.map(({ id }) => id)).size).toBe(all);
      // Where the server says that it is too much at once, no try is counted.
      if (code !== 451) expect((await rowsNow()).every(({ attempts }) => attempts === 1)).toBe(true);
    },
    240_000,
  );

  it('is asked with one connection at a time once it has said so, and with more again later', async () => {
    server.mood.connections = 1;
    await invite(60);
    await tick(60);
    expect(await countOf('sent')).toBe(60);
    expect(await delivery.state(world.who(people[0] ?? '', ['steward']))).toMatchObject({ trouble: null });
  });
});

describe('a server at fault', () => {
  it.each([550, 530])(
    'that answers %i to the sender holds all mail and counts no try; mended, all leaves',
    async (code) => {
      server.mood.sender = code;
      await invite(40);
      for (let round = 0; round < 30; round += 1) {
        await delivery.sendDue();
        world.clock.advance(3 * MINUTE);
      }
      expect((await rowsNow()).every(({ status, attempts }) => status === 'queued' && attempts === 0)).toBe(true);
      // Not forty messages a try: one asks for all.
      expect(server.seen.asked).toBeLessThan(50);
      const state = await delivery.state(world.who(people[0] ?? '', ['steward']));
      const stage = code === 530 ? 'sign-in' : 'sender';
      expect(state).toMatchObject({ waiting: 40, failed: 0, bounced: 0, trouble: { stage, reason: stage } });
      server.mood.sender = undefined;
      await tick(30);
      expect(await countOf('sent')).toBe(40);
      expect(new Set(server.taken.map(({ id }) => id)).size).toBe(40);
      expect(server.taken).toHaveLength(40);
      expect((await delivery.state(world.who(people[0] ?? ''))).trouble).toBeNull();
    },
  );

  it('that is away holds all mail; the steward may have it asked again at once', async () => {
    await server.close();
    await invite(10);
    await delivery.sendDue();
    const steward = world.who(people[0] ?? '', ['steward']);
    expect((await delivery.state(steward)).trouble).toMatchObject({ stage: 'connect', reason: 'not-reached' });
    expect(await delivery.sendDue()).toBe(0);
    const { port } = server;
    server = await startMoodySmtp({}, port);
    expect(await delivery.sendAgain(steward)).toBe(0);
    expect(await delivery.sendDue()).toBe(10);
  });

  it('that will not relay is at fault itself, though it says so of a receiver', async () => {
    server.mood.receiver = () => 554;
    server.mood.words = '5.7.1 Relay access denied';
    await invite(3);
    await delivery.sendDue();
    expect(await countOf('queued')).toBe(3);
    expect((await delivery.state(world.who(people[0] ?? ''))).trouble).toMatchObject({ reason: 'relay' });
  });
});

describe('a receiver', () => {
  it('whose address is refused has bounced, and the others get theirs', async () => {
    server.mood.receiver = (address) => (address === 'p3@example.test' ? 550 : undefined);
    await invite(10);
    await delivery.sendDue();
    expect([await countOf('sent'), await countOf('bounced')]).toEqual([9, 1]);
    const steward = world.who(people[0] ?? '', ['steward']);
    expect(await delivery.state(steward)).toMatchObject({ bounced: 1, failed: 0, trouble: null });
    delete server.mood.receiver;
    expect(await delivery.sendAgain(steward)).toBe(1);
    expect(await delivery.sendDue()).toBe(1);
    expect(await delivery.state(steward)).toMatchObject({ bounced: 0, sent: 10 });
    const log = await world.owner.query("select about from log_entry where action = 'delivery.send-again'");
    expect(log.rows.at(-1)?.about).toEqual({ again: 1 });
  });

  it('on a grey list gets it at a later try', async () => {
    const known = new Set<string>();
    server.mood.receiver = (address) => {
      if (known.has(address)) return undefined;
      known.add(address);
      return 451;
    };
    await invite(20);
    await tick(60);
    expect(await countOf('sent')).toBe(20);
    expect(server.taken).toHaveLength(20);
  });

  it('who is busy for days has a mailbox that takes nothing', async () => {
    server.mood.receiver = () => 452;
    await invite(1);
    for (let hour = 0; hour < 100; hour += 1) {
      world.clock.set(new Date(Date.UTC(2026, 10, 23, 9 + hour)).toISOString());
      await delivery.sendDue();
    }
    expect(await countOf('bounced')).toBe(1);
  });
});

describe('a line that breaks', () => {
  it('in the middle of a message loses none and sends none twice', async () => {
    server.mood.hangsUp = 2;
    await invite(12);
    await tick(60);
    const ids = server.taken.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await countOf('sent')) + (await countOf('doubtful'))).toBe(12);
    expect(await countOf('sent')).toBe(ids.length);
  });
});

describe('a sign-in code', () => {
  const to = { name: '', address: 'p1@example.test' };

  it('is tried again while it holds', async () => {
    server.mood.sender = 451;
    const sending = delivery.sendCode(to, '7KQM2XRDP', 'en');
    await new Promise((done) => setTimeout(done, 60));
    server.mood.sender = undefined;
    await sending;
    expect(server.taken.map((mail) => mail.to)).toEqual([to.address]);
  });

  it('is given up once it has ended, and never sent late', async () => {
    const begun = world.clock.now().getTime();
    server.mood.sender = 550;
    await expect(delivery.sendCode(to, '7KQM2XRDP', 'en')).rejects.toThrow('SMTP 550');
    expect(world.clock.now().getTime() - begun).toBeLessThan(10 * MINUTE);
    expect(server.seen.asked).toBeGreaterThan(10);
    server.mood.sender = undefined;
    world.clock.advance(MINUTE);
    await delivery.sendDue();
    expect(server.taken).toEqual([]);
    // And whoever looks after mail knows why, though no other mail was waiting.
    expect((await delivery.state(world.who(people[0] ?? ''))).sent).toBe(0);
  });
});

it('calls itself by a name that others can look up', async () => {
  await invite(1);
  await delivery.sendDue();
  expect(server.seen.names).toEqual(['loam.example.org']);
});
