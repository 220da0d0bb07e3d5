import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { compose, isStillWanted } from '#test/helpers/moment-of-sending.ts';
import { publishRound } from '#test/helpers/rounds.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let ana: Who;
let ben: Who;
let id: string;
beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  ana = world.who(await world.addPerson({ name: 'Ana', unit: 'Labs' }));
  ben = world.who(await world.addPerson({ name: 'Ben', unit: 'Field' }));
  id = (await publishRound(world, [[ana, ben]])).ids[0] ?? '';
});
afterEach(() => world.close());

const door = () => world.services.doors.introductions;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );
async function bothAgain(): Promise<void> {
  await door().answer(ana, id, { answer: 'met' });
  await door().again(ana, id, true);
  await door().again(ben, id, true);
}
const toldOf = async (kind: string) =>
  (await world.owner.query('select key, person_id from outbox where kind = $1 order by key', [kind])).rows;

describe('"again?"', () => {
  it('is asked after a meeting, and tells nobody what the other said', async () => {
    expect(await codeOf(door().again(ana, id, true))).toBe('introductions.ended');
    await door().answer(ana, id, { answer: 'met' });
    const unasked = JSON.stringify(await door().get(ben, id, 'en'));
    await door().again(ana, id, true);
    expect(JSON.stringify(await door().get(ben, id, 'en'))).toBe(unasked);
    await door().again(ana, id, false);
    expect(JSON.stringify(await door().get(ben, id, 'en'))).toBe(unasked);
    await door().again(ben, id, true);
    expect((await door().list(ben))[0]).toMatchObject({ again: true, isMutual: false });
    expect(await toldOf('again')).toEqual([]);
  });

  it('tells both once both said yes, and is final then', async () => {
    await bothAgain();
    await door().again(ana, id, false);
    for (const who of [ana, ben]) expect((await door().list(who))[0]).toMatchObject({ again: true, isMutual: true });
    expect((await toldOf('again')).map((row) => row.person_id).sort()).toEqual([ana.personId, ben.personId].sort());
    const told = { ...ana, kind: 'again', aboutId: id, key: '' };
    expect(await isStillWanted(world, told)).toBe(true);
    expect((await compose(world, told))?.subject).toBe('Ben and you, once more?');
    const history = await world.db.asJobs('rounds', world.workspaceId, (scope) => door().historyOf(scope));
    expect(history).toMatchObject([{ outcome: 'again' }]);
  });

  it('finds the yes of both where they say it at the same moment', async () => {
    await door().answer(ana, id, { answer: 'met' });
    await Promise.all([door().again(ana, id, true), door().again(ben, id, true)]);
    expect(await toldOf('again')).toHaveLength(2);
  });

  it('needs everybody of a group', async () => {
    const cleo = world.who(await world.addPerson({ name: 'Cleo' }));
    const group = [ana, ben, cleo];
    const [three = ''] = (await publishRound(world, [group])).ids;
    await door().answer(ana, three, { answer: 'met' });
    for (const who of [ana, ben]) await door().again(who, three, true);
    expect((await door().get(ana, three)).isMutual).toBe(false);
    await door().again(cleo, three, true);
    expect((await door().get(ana, three)).isMutual).toBe(true);
  });
});

describe('what a yes of both opens', () => {
  it('is nothing before', async () => {
    await door().answer(ana, id, { answer: 'met' });
    await door().again(ana, id, true);
    const ways = [
      () => door().next(ana, id, 'us'),
      () => door().next(ana, id, 'third'),
      () => door().setRhythm(ana, id, 'monthly'),
    ];
    for (const way of ways) expect(await codeOf(way())).toBe('introductions.ended');
  });

  it('a second conversation, once, with deeper questions and a mail to both', async () => {
    await bothAgain();
    const second = await door().next(ana, id, 'us');
    expect(await door().next(ben, id, 'us')).toBe(second);
    expect(await door().get(ben, second ?? '', 'en')).toMatchObject({ kind: 'again', others: [{ id: ana.personId }] });
    const { rows } = await world.owner.query('select guide from introduction where introduction_id = $1', [second]);
    expect(rows[0].guide.questions.map(({ depth }: { depth: number }) => depth)).toEqual([2, 3, 3]);
    expect(await toldOf('introduction')).toHaveLength(2);
  });

  it('a third person who is open to it and within reach of both; null where there is nobody', async () => {
    await bothAgain();
    const { boundaries } = world.services.doors;
    const li = world.who(await world.addPerson({ name: 'Li', unit: 'Sales' }));
    expect(await door().next(ana, id, 'third')).toBeNull();
    await boundaries.change(li, { introductions: true });
    await boundaries.block(li, ben.personId);
    expect(await door().next(ana, id, 'third')).toBeNull();
    await boundaries.unblock(li, ben.personId);
    const third = await door().next(ana, id, 'third');
    expect((await door().get(li, third ?? '')).others.map((other) => other.id).sort()).toEqual(
      [ana.personId, ben.personId].sort(),
    );
    expect(await door().next(ben, id, 'third')).toBe(third);
  });

  it('a rhythm that reminds both on its day, once, until either ends it', async () => {
    await bothAgain();
    await door().setRhythm(ana, id, 'fortnightly');
    expect((await door().get(ben, id)).rhythm).toEqual({ every: 'fortnightly', nextOn: '2026-12-07' });
    await door().remindRhythms();
    expect(await toldOf('meeting-rhythm')).toEqual([]);
    world.clock.set('2026-12-07T08:00:00Z');
    await Promise.all([door().remindRhythms(), door().remindRhythms()]);
    await door().remindRhythms();
    expect(await toldOf('meeting-rhythm')).toHaveLength(2);
    expect((await door().get(ben, id)).rhythm?.nextOn).toBe('2026-12-21');
    const told = { ...ana, kind: 'meeting-rhythm', aboutId: id, key: '' };
    expect(await isStillWanted(world, told)).toBe(true);
    await door().endRhythm(ben, id);
    expect((await door().get(ana, id)).rhythm).toBeNull();
    expect(await isStillWanted(world, told)).toBe(false);
    world.clock.set('2027-06-01T08:00:00Z');
    await door().remindRhythms();
    expect(await toldOf('meeting-rhythm')).toHaveLength(2);
  });

  it('closes for both with a block or a pause, alike', async () => {
    const { boundaries } = world.services.doors;
    await bothAgain();
    await door().setRhythm(ana, id, 'monthly');
    const told = { ...ana, kind: 'again', aboutId: id, key: '' };
    const seen = async () => JSON.stringify((await door().list(ana))[0]);
    await boundaries.change(ben, { pausedUntil: '2035-01-01' });
    const paused = await seen();
    expect(await isStillWanted(world, told)).toBe(false);
    expect(await codeOf(door().next(ana, id, 'us'))).toBe('introductions.ended');
    await boundaries.change(ben, { pausedUntil: null });
    await boundaries.block(ben, ana.personId);
    expect(await seen()).toBe(paused);
    expect(await isStillWanted(world, told)).toBe(false);
    expect(await codeOf(door().next(ana, id, 'us'))).toBe('introductions.ended');
    await boundaries.unblock(ben, ana.personId);
    expect((await door().get(ana, id)).rhythm).toBeNull();
  });
});
