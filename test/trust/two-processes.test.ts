import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { afternoonZone, weekdayIn } from '#test/helpers/afternoon.ts';
import { startMailbox } from '#test/helpers/mailbox.ts';
import { startServer } from '#test/helpers/server.ts';
import { createWorld, TEST_SECRET, type World } from '#test/helpers/world.ts';

const PEOPLE = 60;
let world: World;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  mailbox = await startMailbox();
});
afterAll(async () => {
  await mailbox.close();
  await world.close();
});

/** A programme that everybody joined a week ago and whose round is due today. */
async function dueToday(): Promise<void> {
  const now = new Date();
  const timezone = afternoonZone(now);
  await world.owner.query('update workspace set timezone = $1', [timezone]);
  world.clock.set(new Date(now.getTime() - 6 * 86_400_000).toISOString());
  const { programmes } = world.services.doors;
  const host = world.who(await world.addPerson({ name: 'Host', roles: ['steward'] }), ['steward']);
  const setting = { kind: 'coffee', name: 'Coffee', audience: 'everyone', size: 2, rule: 'across' } as const;
  const weekday = weekdayIn(timezone, now);
  const { id } = await programmes.create(host, { ...setting, cadence: 'weekly', weekday, drawTime: '09:00', timezone });
  for (let place = 0; place < PEOPLE; place += 1) {
    const email = `p${place}@example.test`;
    await programmes.join(world.who(await world.addPerson({ name: `Person ${place}`, email })), id, {});
  }
}

it('two processes on one database draw a round once and send each message once', async () => {
  await dueToday();
  const server = await startServer({
    DATABASE_URL: world.url,
    LOAM_SECRET: TEST_SECRET,
    LOAM_PROCESSES: '2',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailbox.port),
    SMTP_FROM: 'loam@example.test',
  });
  const waiting =
    "select count(*)::int as count from outbox where status in ('queued', 'claimed', 'handed-over') and not_before < now()";
  const toldOf = async () =>
    (await world.owner.query("select count(*)::int as count from outbox where kind = 'round-introduction'")).rows[0]
      .count;
  const until = Date.now() + 60_000;
  while ((await toldOf()) === 0 || (await world.owner.query(waiting)).rows[0].count > 0) {
    if (Date.now() > until) throw new Error('The mail did not leave.');
    await rest(200);
  }
  await server.stop();
  const { rows } = await world.owner.query('select certificate from round');
  expect(rows).toMatchObject([{ certificate: { people: PEOPLE, placed: PEOPLE } }]);
  const seats = await world.owner.query('select person_id from introduction_member where left_at is null');
  expect(new Set(seats.rows.map((row) => row.person_id)).size).toBe(PEOPLE);
  expect(seats.rows).toHaveLength(PEOPLE);
  expect(mailbox.mails.map(({ to }) => to).sort()).toEqual(
    Array.from({ length: PEOPLE }, (_, place) => `p${place}@example.test`).sort(),
  );
}, 120_000);
