import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { alike } from '#test/helpers/alike.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let steward: Who;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = world.who(await world.addPerson({ name: 'Sofia Steward', roles: ['steward'] }), ['steward']);
});
afterAll(() => world.close());

interface Pair {
  ana: Who;
  li: Who;
  liName: string;
  id: string;
}

let count = 0;
/** Two people who both said yes; both come from a directory file. */
async function introduced(): Promise<Pair> {
  const [anaName, liName] = [`Ana ${'x'.repeat(++count)}`, `Li ${'x'.repeat(count)}`];
  const [ana, li] = [
    world.who(await world.addPerson({ name: anaName })),
    world.who(await world.addPerson({ name: liName })),
  ];
  const { boundaries, introductions } = world.services.doors;
  for (const who of [ana, li]) await boundaries.change(who, { hellos: true });
  await introductions.sayHello(ana, { toId: li.personId, phrase: 'curious' });
  const id = (await introductions.sayHello(li, { toId: ana.personId, phrase: 'coffee' })) ?? '';
  return { ana, li, liName, id };
}

const emailOf = async (who: Who): Promise<string> =>
  (await world.owner.query('select email from person where person_id = $1', [who.personId])).rows[0].email;

/** Applies a file of everybody here, without `gone`, and with `away` on leave. */
async function imports({ gone, away }: { gone?: Who; away?: Who }): Promise<void> {
  const { rows } = await world.owner.query(
    "select person_id, name, email from person where status in ('active', 'away')",
  );
  const lines = rows
    .filter(({ person_id }) => person_id !== gone?.personId)
    .map(({ person_id, name, email }) => `${name},${email},${person_id === away?.personId ? '2035-01-01' : ''}`);
  const bytes = new TextEncoder().encode(['name,e-mail,away until', ...lines].join('\n'));
  const door = world.services.doors.imports;
  const run = await door.preview(steward, { bytes, fileName: 'people.csv', complete: true });
  await door.apply(steward, run.id, run.counts.gone);
}

/** All that the outbox holds of an ending, but for what names the row itself. */
async function endingOf({ ana, li, id }: Pair): Promise<string> {
  const { rows } = await world.owner.query(
    `select key, kind, about_id, message::text, not_before, created_at, status, attempts from outbox
     where person_id = $1 and kind = 'introduction-ended'`,
    [ana.personId],
  );
  const names = new Map([
    [id, 'id'],
    [ana.personId, 'ana'],
    [li.personId, 'li'],
  ]);
  return alike(JSON.stringify(rows), names);
}

const WAYS: [string, (of: Pair) => Promise<unknown>][] = [
  ['a pause', ({ li }) => world.services.doors.boundaries.change(li, { pausedUntil: '2035-01-01' })],
  ['a block', ({ ana, li }) => world.services.doors.boundaries.block(li, ana.personId)],
  ['going on leave', ({ li }) => imports({ away: li })],
  ['leaving by a directory file', ({ li }) => imports({ gone: li })],
  ['a deletion', ({ li, liName }) => world.services.doors.records.deleteMe(li, liName)],
  [
    'an address that is somebody else’s now',
    async ({ li }) => {
      await world.owner.query('update person set external_id = person_id::text where person_id = $1', [li.personId]);
      const bytes = new TextEncoder().encode(`id,name,e-mail\nnew-${li.personId},Zoe New,${await emailOf(li)}`);
      const run = await world.services.doors.imports.preview(steward, { bytes, fileName: 'x.csv', complete: false });
      expect(run.counts.gone).toBe(1);
      await world.services.doors.imports.apply(steward, run.id, 1);
    },
  ],
];

describe('whoever is away or gone after the draw', () => {
  it.each(WAYS)('says with %s what a "can’t this time" says, to the byte', async (_, change) => {
    const [declined, changed] = [await introduced(), await introduced()];
    await world.services.doors.introductions.answer(declined.li, declined.id, { answer: 'cannot' });
    await change(changed);
    const expected = await endingOf(declined);
    expect(expected).toContain('introduction-ended:id:ana');
    expect(await endingOf(changed)).toBe(expected);
  });

  it('ends once, however often it is looked for, and stays ended when they are back', async () => {
    const { introductions } = world.services.doors;
    const pair = await introduced();
    const setStatus = (status: string) =>
      world.owner.query('update person set status = $1 where person_id = $2', [status, pair.li.personId]);
    await setStatus('away');
    expect(await introductions.endDeparted()).toBe(1);
    const told = await endingOf(pair);
    world.clock.advance(86_400_000);
    expect(await introductions.endDeparted()).toBe(0);
    expect(await endingOf(pair)).toBe(told);
    await setStatus('active');
    expect(await introductions.list(pair.ana)).toEqual([expect.objectContaining({ id: pair.id, isEnded: true })]);
  });

  it('keeps what came of a meeting, and tells nobody', async () => {
    const { introductions } = world.services.doors;
    const pair = await introduced();
    await introductions.answer(pair.ana, pair.id, { answer: 'met' });
    await imports({ away: pair.li });
    expect(await endingOf(pair)).toBe('[]');
    expect(await introductions.list(pair.ana)).toEqual([expect.objectContaining({ isEnded: false })]);
  });

  it('is found at the latest once a day', async () => {
    const pair = await introduced();
    await world.owner.query("update person set status = 'leaving' where person_id = $1", [pair.li.personId]);
    await world.services.background.daily();
    expect(await endingOf(pair)).toContain('introduction-ended');
  });
});
