import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { fakeChannel } from '#server/ports/channel.fake.ts';
import { type Message, Refused } from '#server/ports/channel.ts';
import { addWorkspace, createWorld, type World } from '#test/helpers/world.ts';
import type { DeliveryDeps } from './delivery.deps.ts';
import { createDelivery, type Delivery, type Notice } from './delivery.ts';

let world: World;
let fake: ReturnType<typeof fakeChannel>;
let delivery: Delivery;
let amara: string;
let jonas: string;
let wakes = 0;
let told: unknown[] = [];
let wanted = true;
let composed: Message | null = null;

const notice: Notice = {
  isStillWanted: async (row) => {
    told.push(row);
    return wanted;
  },
  compose: async () => composed,
};

const deps = (): DeliveryDeps => ({
  ...world.services.context,
  log: world.services.doors.log,
  smtp: () => fake.channel,
  file: fake.channel,
  kept: fakeChannel('kept').channel,
  settings: null,
  from: 'loam@example.test',
  settingsOf: async () => null,
  noteTrouble: async () => undefined,
  notices: () => ({ hello: notice, 'round-reminder': notice }),
  wake: async () => {
    wakes += 1;
  },
});

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  amara = await world.addPerson({ name: 'Amara Okafor' });
  jonas = await world.addPerson({ name: 'Jonas Weber' });
});
afterAll(() => world.close());

beforeEach(async () => {
  await world.owner.query('delete from outbox');
  await world.owner.query('delete from mail_queue');
  await world.owner.query('delete from mail_choice');
  await world.owner.query("update person set status = 'active', timezone = null");
  world.clock.set('2026-11-23T09:00:00Z');
  fake = fakeChannel();
  delivery = createDelivery(deps());
  [wakes, told, wanted] = [0, [], true];
});

const tell = (key: string, personId = amara, by = jonas) =>
  world.db.asPerson(world.who(by), (scope) =>
    delivery.tell(scope, { key, personId, kind: 'hello', message: { subject: 'Hello', lines: ['Jonas says hello.'] } }),
  );

const tellLate = (key: string) =>
  world.db.asPerson(world.who(jonas), (scope) =>
    delivery.tell(scope, { key, personId: amara, kind: 'round-reminder' }),
  );

interface Row {
  key: string;
  status: string;
  attempts: number;
  trouble: string | null;
  not_before: Date;
}
const rowsNow = async () => (await world.owner.query<Row>('select * from outbox order by key')).rows;
const statuses = async () => (await rowsNow()).map((row) => row.status);
const minutes = (count: number) => count * 60_000;

describe('telling', () => {
  it('writes a row for somebody else, once a key, and wakes the background', async () => {
    await tell('hello:1');
    await tell('hello:1');
    expect(await statuses()).toEqual(['queued']);
    expect(wakes).toBe(2);
  });

  it('leaves no row where the change that it tells of fails', async () => {
    const change = world.db.asPerson(world.who(jonas), async (scope) => {
      await delivery.tell(scope, {
        key: 'hello:2',
        personId: amara,
        kind: 'hello',
        message: { subject: 'x', lines: [] },
      });
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await rowsNow()).toEqual([]);
  });

  it('fails loudly for a kind that no feature has a notice of', async () => {
    const change = world.db.asPerson(world.who(jonas), (scope) =>
      delivery.tell(scope, { key: 'hello:3', personId: amara, kind: 'toString' }),
    );
    await expect(change).rejects.toThrow("No feature has a notice of the kind 'toString'.");
    expect(await rowsNow()).toEqual([]);
  });

  it('cannot be read by whoever told', async () => {
    await tell('hello:3');
    const seen = await world.db.asPerson(world.who(jonas), ({ db }) => db.selectFrom('outbox').select('key').execute());
    expect(seen).toEqual([]);
  });
});

describe('sending', () => {
  it('sends what is due, once, to the receiver by name', async () => {
    await tell('hello:1');
    expect(await delivery.sendDue()).toBe(1);
    expect(await delivery.sendDue()).toBe(0);
    expect(await statuses()).toEqual(['sent']);
    expect(fake.sent).toHaveLength(1);
    expect(fake.sent[0]).toMatchObject({
      to: { name: 'Amara Okafor', address: 'amara.okafor@example.test' },
      from: { name: 'Meridian', address: 'loam@example.test' },
      message: { subject: 'Hello' },
    });
  });

  it('sends each row once where several processes work at the same time', async () => {
    for (let row = 0; row < 30; row += 1) await tell(`many:${row}`, row % 2 ? amara : jonas);
    const workers = [1, 2, 3, 4].map(() => createDelivery(deps()));
    const counts = await Promise.all(workers.map((worker) => worker.sendDue()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(new Set(fake.sent.map(({ key }) => key)).size).toBe(30);
    expect(fake.sent).toHaveLength(30);
  });

  it('waits for seven in the morning of the receiver, and counts no try for it', async () => {
    await world.owner.query("update person set timezone = 'America/New_York' where person_id = $1", [amara]);
    await tell('hello:1');
    await tell('hello:2', jonas, amara);
    expect(await delivery.sendDue()).toBe(1);
    expect((await rowsNow())[0]).toMatchObject({
      status: 'queued',
      attempts: 0,
      not_before: new Date('2026-11-23T12:00:00Z'),
    });
    world.clock.set('2026-11-23T12:00:00Z');
    expect(await delivery.sendDue()).toBe(1);
  });

  it('asks again at the last moment whether it is still wanted', async () => {
    await tell('hello:1');
    wanted = false;
    expect(await delivery.sendDue()).toBe(0);
    expect(told).toEqual([
      { workspaceId: world.workspaceId, personId: amara, kind: 'hello', aboutId: null, key: 'hello:1' },
    ]);
    expect((await rowsNow())[0]).toMatchObject({ status: 'cancelled', trouble: 'no-longer-wanted' });
  });

  it('writes a row without words at the moment of sending, or not at all', async () => {
    await tellLate('round-reminder:1');
    composed = { subject: 'Tomorrow', lines: ['As things stand now.'] };
    expect(await delivery.sendDue()).toBe(1);
    expect(fake.sent.map(({ message }) => message.subject)).toEqual(['Tomorrow']);
    expect((await rowsNow())[0]).toMatchObject({ message: { subject: 'Tomorrow' } });
    composed = null;
    await tellLate('round-reminder:2');
    expect(await delivery.sendDue()).toBe(0);
    expect(await rowsNow()).toMatchObject([{ status: 'sent' }, { status: 'cancelled', trouble: 'no-longer-wanted' }]);
  });

  it('sends nothing to somebody who has left', async () => {
    await tell('hello:1');
    await world.owner.query("update person set status = 'leaving' where person_id = $1", [amara]);
    expect(await delivery.sendDue()).toBe(0);
    expect((await rowsNow())[0]).toMatchObject({ status: 'cancelled', trouble: 'not-here' });
  });
});

describe('what goes wrong', () => {
  it('is tried again, later each time, and given up in the end', async () => {
    fake.failWith(Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' }));
    await tell('hello:1');
    await delivery.sendDue();
    expect((await rowsNow())[0]).toMatchObject({ status: 'queued', attempts: 1, trouble: 'ECONNREFUSED' });
    expect(await delivery.sendDue()).toBe(0);
    expect((await rowsNow())[0]).toMatchObject({ attempts: 1 });
    for (let day = 24; day < 34; day += 1) {
      world.clock.set(`2026-11-${day > 30 ? '30' : day}T${day > 30 ? 10 + day - 30 : 10}:00:00Z`);
      await delivery.sendDue();
    }
    expect((await rowsNow())[0]).toMatchObject({ status: 'failed', attempts: 7 });
  });

  it('is given up at once where the other side refuses for good', async () => {
    fake.failWith(new Refused({ stage: 'receiver', reason: 'refused', reply: 550 }), true);
    await tell('hello:1');
    await delivery.sendDue();
    expect((await rowsNow())[0]).toMatchObject({ status: 'bounced', attempts: 1, trouble: 'SMTP 550' });
  });

  it('is tried again where the other side refused for now, even after the last byte', async () => {
    fake.failWith(new Refused({ stage: 'message', reason: 'busy', reply: 451 }), true);
    await tell('hello:1');
    await delivery.sendDue();
    expect(await statuses()).toEqual(['queued']);
    fake.recover();
    world.clock.advance(minutes(2));
    expect(await delivery.sendDue()).toBe(1);
  });

  it('is doubtful after the hand-over: never sent again, and shown to the receiver', async () => {
    fake.failWith(new Error('the line broke'), true);
    await tell('hello:1');
    await delivery.sendDue();
    fake.recover();
    world.clock.advance(minutes(600));
    expect(await delivery.sendDue()).toBe(0);
    expect(await statuses()).toEqual(['doubtful']);
    const { uncertain } = await delivery.mine(world.who(amara));
    expect(uncertain).toMatchObject([{ subject: 'Hello', may: 'have-arrived' }]);
    expect((await delivery.mine(world.who(jonas))).uncertain).toEqual([]);
    expect(await delivery.state(world.who(jonas, ['steward']))).toMatchObject({ doubtful: 1, sent: 0 });
  });

  it('sends again what a process claimed before it ended, but not what it handed over', async () => {
    await tell('claimed');
    await tell('handed-over');
    await world.owner.query('update outbox set status = key, attempts = 1, claimed_at = $1', [world.clock.now()]);
    expect(await delivery.sendDue()).toBe(0);
    world.clock.advance(minutes(11));
    expect(await delivery.sendDue()).toBe(1);
    expect((await rowsNow()).map(({ key, status }) => [key, status])).toEqual([
      ['claimed', 'sent'],
      ['handed-over', 'doubtful'],
    ]);
    expect(fake.sent).toHaveLength(1);
  });

  it.each(Array.from({ length: 10 }, (_, step) => step))(
    'sends at most once where the process ends after %i steps',
    async (step) => {
      await tell('hello:1');
      const { context } = world.services;
      let left = step;
      const asJobs: typeof context.db.asJobs = async (job, workspaceId, work) => {
        left -= 1;
        if (left < 0) throw new Error('the process ended');
        return context.db.asJobs(job, workspaceId, work);
      };
      const mortal = createDelivery({ ...deps(), db: { ...context.db, asJobs } });
      await mortal.sendDue().catch(() => undefined);
      world.clock.advance(minutes(11));
      await delivery.sendDue();
      const [status] = await statuses();
      expect(fake.sent.length).toBeLessThanOrEqual(1);
      if (status === 'sent') expect(fake.sent).toHaveLength(1);
      else expect(status).toBe('doubtful');
    },
  );

  it('lets a slow process not hand over what another has taken meanwhile', async () => {
    await tell('hello:1');
    const slow = createDelivery({
      ...deps(),
      notices: () => ({
        hello: {
          isStillWanted: async () => {
            world.clock.advance(minutes(11));
            expect(await delivery.sendDue()).toBe(1);
            return true;
          },
        },
      }),
    });
    expect(await slow.sendDue()).toBe(0);
    expect(fake.sent).toHaveLength(1);
    expect(await statuses()).toEqual(['sent']);
  });
});

describe('turning mail off', () => {
  const token = async () => {
    await tell('for the link');
    await delivery.sendDue();
    return fake.sent[0]?.stop?.oneClick.split('/').at(-1) ?? '';
  };

  it('takes one press without signing in, holds at once, and can be undone for seven days', async () => {
    const word = await token();
    expect(await delivery.stateByLink(word)).toEqual({ mail: 'on', mayUndo: false });
    expect(await delivery.stopByLink(word)).toEqual({ mail: 'off', mayUndo: true });
    await tell('hello:2');
    expect(await delivery.sendDue()).toBe(0);
    expect((await rowsNow()).at(-1)).toMatchObject({ status: 'cancelled', trouble: 'mail-off' });
    expect(await delivery.undoByLink(word)).toEqual({ mail: 'on', mayUndo: false });
    await delivery.stopByLink(word);
    world.clock.advance(minutes(8 * 24 * 60));
    expect(await delivery.undoByLink(word)).toEqual({ mail: 'off', mayUndo: false });
    await delivery.choose(world.who(amara), 'on');
    expect(await delivery.mine(world.who(amara))).toMatchObject({ mail: 'on' });
  });

  it('knows no other word', async () => {
    await expect(delivery.stopByLink('x'.repeat(64))).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('codes', () => {
  it('leave at once, at night too, and are not kept', async () => {
    world.clock.set('2026-11-23T02:00:00Z');
    await delivery.sendCode({ name: 'Amara', address: 'amara.okafor@example.test' }, '7KQM2XRDP', 'de');
    expect(fake.sent[0]?.message.subject).toBe('Dein Code: 7KQ-M2X-RDP');
    expect(await rowsNow()).toEqual([]);
  });
});

describe('after a restore', () => {
  it('mail waits until a steward lets it go, in the own workspace alone, and the log says so', async () => {
    const other = await addWorkspace(world.owner, world.clock.now());
    const stranger = await world.addPerson({ name: 'Stranger', workspaceId: other });
    await tell('hello:1');
    await world.owner.query(
      `insert into outbox (workspace_id, outbox_id, key, person_id, kind, message, not_before, created_at)
       values ($1, gen_random_uuid(), 'other', $2, 'hello', '{}', now(), now())`,
      [other, stranger],
    );
    await world.owner.query("update outbox set status = 'held'");
    expect(await delivery.sendDue()).toBe(0);
    expect(await delivery.state(world.who(jonas))).toMatchObject({ held: 1, waiting: 0 });
    expect(await delivery.releaseHeld(world.who(jonas, ['steward']))).toBe(1);
    expect(await delivery.sendDue()).toBe(1);
    const { rows } = await world.owner.query('select actor_id, action from log_entry');
    expect(rows).toEqual([{ actor_id: jonas, action: 'delivery.release-held' }]);
  });
});

it('forgets after thirty days what was said', async () => {
  await tell('old');
  await delivery.sendDue();
  world.clock.advance(minutes(29 * 24 * 60));
  await delivery.forget();
  const said = async () =>
    (await world.owner.query<{ message: object }>('select message from outbox')).rows[0]?.message;
  expect(await said()).toMatchObject({ subject: 'Hello' });
  world.clock.advance(minutes(2 * 24 * 60));
  await delivery.forget();
  expect(await said()).toEqual({});
});

it('keeps the sample organisation’s mail in the house', async () => {
  const sample = createDelivery({ ...deps(), sample: true });
  await tell('hello:1');
  expect(await sample.sendDue()).toBe(1);
  expect(fake.sent).toEqual([]);
});
