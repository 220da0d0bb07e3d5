import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { compose } from '#test/helpers/moment-of-sending.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterEach(() => world.close());

const DAY = 86_400_000;
let count = 0;
const person = async (
  name: string,
  unit: string,
  change: Parameters<World['services']['doors']['boundaries']['change']>[1] = {},
) => {
  count += 1;
  const who = world.who(await world.addPerson({ name, unit, email: `person-${count}@example.test` }));
  await world.services.doors.boundaries.change(who, change);
  return who;
};
const door = () => world.services.doors.introductions;
const partnerOf = async (who: Who, id: string | null) =>
  (await door().list(who)).find((each) => each.id === id)?.others.map((other) => other.id);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

describe('introduce me to someone', () => {
  it('is answered at once by somebody who is open to it, of another unit, and tells both', async () => {
    const ana = await person('Ana', 'Labs');
    await person('Same Unit', 'Labs', { introductions: true });
    const li = await person('Li', 'Field', { introductions: true });
    await person('Not Asked', 'Sales');
    await person('Not Open', 'Sales', { introductions: false });
    const id = await door().ask(ana);
    expect(await partnerOf(ana, id)).toEqual([li.personId]);
    expect((await door().get(li, id ?? '', 'en')).kind).toBe('request');
    const { rows } = await world.owner.query("select person_id, kind from outbox where key like 'introduction:%'");
    expect(rows.map((row) => row.person_id).sort()).toEqual([ana.personId, li.personId].sort());
    const mail = await compose(world, { ...ana, kind: 'introduction', aboutId: id, key: '' });
    expect(mail?.lines[0]).toContain('You are both open to meeting someone.');
    expect(await door().request(ana)).toMatchObject({ request: null });
  });

  it('waits where nobody is free, and is answered when somebody opens or asks too', async () => {
    const [ana, ben] = [await person('Ana', 'Labs'), await person('Ben', 'Field')];
    expect(await door().ask(ana)).toBeNull();
    expect(await door().request(ana)).toMatchObject({ request: { status: 'waiting', until: '2026-12-07' } });
    await world.services.doors.boundaries.change(ben, { introductions: true });
    const [found] = await door().list(ana);
    expect(found?.others.map(({ id }) => id)).toEqual([ben.personId]);
    const [cleo, dan] = [await person('Cleo', 'Labs'), await person('Dan', 'Field')];
    expect(await door().ask(cleo)).toBeNull();
    const id = await door().ask(dan);
    expect(await partnerOf(dan, id)).toEqual([cleo.personId]);
    expect(await door().request(cleo)).toMatchObject({ request: null });
  });

  it('brings a receiver to at most one a week, and obeys their own rhythm', async () => {
    const [ana, ben] = [await person('Ana', 'Labs'), await person('Ben', 'Labs')];
    await person('Li', 'Field', { introductions: true, rhythm: 'fortnightly' });
    expect(await door().ask(ana)).not.toBeNull();
    expect(await door().ask(ben)).toBeNull();
    world.clock.advance(8 * DAY);
    await door().tendRequests();
    expect(await door().list(ben)).toEqual([]);
    world.clock.advance(7 * DAY - 1);
    await world.owner.query("update introduction_request set asked_at = asked_at + interval '3 days'");
    await door().tendRequests();
    expect(await door().list(ben)).toHaveLength(1);
  });

  it('may wait once, and be asked once a week; taken back it counts for nothing', async () => {
    const ana = await person('Ana', 'Labs');
    await door().ask(ana);
    expect(await codeOf(door().ask(ana))).toBe('introductions.already-requested');
    await door().takeBack(ana);
    expect(await door().request(ana)).toEqual({ request: null, mayAskFrom: null });
    expect(await codeOf(door().ask(ana))).toBe('fine');
    await person('Li', 'Field', { introductions: true });
    expect(await door().list(ana)).toHaveLength(1);
    expect(await codeOf(door().ask(ana))).toBe('introductions.already-requested');
    world.clock.advance(7 * DAY);
    expect(await codeOf(door().ask(ana))).toBe('fine');
  });

  it('asks once where it is pressed twice', async () => {
    const ana = await person('Ana', 'Labs');
    const codes = await Promise.all([codeOf(door().ask(ana)), codeOf(door().ask(ana))]);
    expect(codes.sort()).toEqual(['fine', 'introductions.already-requested']);
  });

  it('rests after two weeks, and says so kindly, once', async () => {
    const ana = await person('Ana', 'Labs');
    await door().ask(ana);
    world.clock.advance(14 * DAY);
    await door().tendRequests();
    await door().tendRequests();
    expect(await door().request(ana)).toMatchObject({ request: { status: 'lapsed' }, mayAskFrom: null });
    const { rows } = await world.owner.query("select * from outbox where kind = 'request-lapsed'");
    expect(rows).toHaveLength(1);
    const mail = await compose(world, { ...ana, kind: 'request-lapsed', aboutId: rows[0].about_id, key: '' });
    expect(mail?.subject).toBe('Your request is resting now');
  });
});

describe('boundaries of a request', () => {
  it('answers with the same bytes whether nobody is open, or whoever is open is blocked, blocking, paused or gone', async () => {
    const { boundaries } = world.services.doors;
    const open = () => person('Li', 'Field', { introductions: true });
    const answer = async (change: (ana: Who) => Promise<unknown>) => {
      await world.owner.query('delete from person where workspace_id = $1', [world.workspaceId]);
      await world.owner.query('delete from introduction_request');
      const ana = await person('Ana', 'Labs');
      await change(ana);
      const asked = await door().ask(ana);
      const { request, ...rest } = await door().request(ana);
      return JSON.stringify({ asked, request: { ...request, id: '' }, rest, list: await door().list(ana) });
    };
    const nobody = await answer(async () => undefined);
    expect(nobody).toContain('"asked":null');
    const others = [
      await answer(async (ana) => boundaries.block(ana, (await open()).personId)),
      await answer(async (ana) => boundaries.block(await open(), ana.personId)),
      await answer(async () => boundaries.change(await open(), { pausedUntil: '2035-01-01' })),
      await answer(async () => boundaries.change(await open(), { introductions: false })),
      await answer(async () =>
        world.owner.query("update person set status = 'away' where person_id = $1", [(await open()).personId]),
      ),
    ];
    expect(new Set(others)).toEqual(new Set([nobody]));
  });

  it('is not answered while the asker pauses', async () => {
    const ana = await person('Ana', 'Labs', { pausedUntil: '2026-11-25' });
    await person('Li', 'Field', { introductions: true });
    expect(await door().ask(ana)).toBeNull();
    world.clock.advance(3 * DAY);
    await door().tendRequests();
    expect(await door().list(ana)).toHaveLength(1);
  });
});
