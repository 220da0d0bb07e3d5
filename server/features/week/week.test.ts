import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { addWorkspace, createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

it('knows last week: who I met moves to nurture, a block takes somebody out everywhere', async () => {
  const { boundaries, introductions, people, week } = world.services.doors;
  const add = async (name: string, unit: string) => {
    const who = world.who(await world.addPerson({ name, unit }));
    await boundaries.change(who, { hellos: true });
    await people.saveProfile(who, { interests: ['Sailing'], shows: ['interests'] });
    return who;
  };
  const me = await add('Amara Okafor', 'Labs');
  const [colleague, stranger] = [await add('Jonas Brandt', 'Labs'), await add('Ana Sousa', 'Field')];

  const first = await week.get(me);
  expect(first).toMatchObject({ week: '2026-W48', nurture: [], connect: [] });
  expect(first.hardlyKnow.map(({ person, why }) => [person.name, why.code])).toEqual([['Jonas Brandt', 'unit']]);
  expect(first.shouldKnow.map(({ person, why }) => [person.name, why.code])).toEqual([
    ['Ana Sousa', expect.stringMatching(/shared-interest|untrodden|other-unit/)],
  ]);
  expect(await week.get(me)).toEqual(first);

  await introductions.sayHello(me, { toId: stranger.personId, phrase: 'curious' });
  expect((await week.get(me)).shouldKnow).toEqual([]);
  const id = (await introductions.sayHello(stranger, { toId: me.personId, phrase: 'coffee' })) ?? '';
  await introductions.answer(me, id, { answer: 'met' });

  world.clock.set('2026-11-30T09:00:00Z');
  const next = await week.get(me);
  expect(next.week).toBe('2026-W49');
  expect(next.nurture.map(({ person, why }) => [person.name, why])).toEqual([
    ['Ana Sousa', { code: 'met-on', text: '2026-11-23', other: null }],
  ]);
  expect(next.connect.map(({ people: pair }) => pair.map(({ name }) => name).sort())).toEqual([
    ['Ana Sousa', 'Jonas Brandt'],
  ]);

  await boundaries.block(stranger, me.personId);
  await boundaries.block(me, colleague.personId);
  expect(await week.get(me)).toMatchObject({ nurture: [], hardlyKnow: [], shouldKnow: [], connect: [] });
});

/** People of an organisation of their own, without units and profiles, all open to hellos. */
async function team(size: number): Promise<Who[]> {
  const workspaceId = await addWorkspace(world.owner, world.clock.now());
  const all: Who[] = [];
  for (let place = 0; place < size; place += 1) {
    const id = await world.addPerson({
      name: `Person ${place}`,
      email: `t${workspaceId}${place}@example.test`,
      workspaceId,
    });
    const who = { ...world.who(id), workspaceId };
    await world.services.doors.boundaries.change(who, { hellos: true });
    all.push(who);
  }
  return all;
}

it('gives everybody in a team of eight without units three kinds, this week and the next', async () => {
  const { week } = world.services.doors;
  const all = await team(8);
  for (const today of ['2026-11-23T09:00:00Z', '2026-11-30T09:00:00Z']) {
    world.clock.set(today);
    for (const who of all) {
      const { nurture, hardlyKnow, shouldKnow, connect, isAlone } = await week.get(who);
      expect([nurture.length, hardlyKnow.length, shouldKnow.length]).toEqual([0, 4, 3]);
      expect(connect.length).toBeGreaterThan(0);
      expect(isAlone).toBe(false);
      const named = [...hardlyKnow, ...shouldKnow].map(({ person }) => person.id);
      expect(new Set(named).size).toBe(7);
    }
  }
});

it('names nobody twice among two and three, and says who is alone', async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  const { week } = world.services.doors;
  const [[one], [two], [three]] = [await team(1), await team(2), await team(3)];
  const counts = async (who: Who | undefined) => {
    const { isAlone, ...found } = await week.get(who as Who);
    return [isAlone, found.hardlyKnow.length, found.shouldKnow.length, found.connect.length];
  };
  expect(await counts(one)).toEqual([true, 0, 0, 0]);
  expect(await counts(two)).toEqual([false, 1, 0, 0]);
  expect(await counts(three)).toEqual([false, 1, 1, 0]);
});

type Colleague = typeof colleague extends fc.Arbitrary<infer T> ? T : never;
const colleague = fc.record({
  unit: fc.constantFrom('Labs', 'Field'),
  status: fc.constantFrom('active', 'active', 'active', 'away', 'leaving', 'alumni'),
  hellos: fc.constantFrom(true, true, false, null),
  pausedUntil: fc.constantFrom(null, null, '2026-11-22', '2026-11-23', '2027-01-31'),
  block: fc.constantFrom(null, null, null, 'mine', 'theirs'),
  hasMet: fc.boolean(),
});

it('names nobody who is blocked, paused, away or gone, in any small organisation', async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  let added = 0;
  const isSeen = async (colleagues: Colleague[]) => {
    const workspaceId = await addWorkspace(world.owner, world.clock.now());
    const add = async (name: string, unit: string): Promise<Who> => {
      added += 1;
      const id = await world.addPerson({ name, unit, workspaceId, email: `p${added}@example.test` });
      return { ...world.who(id), workspaceId };
    };
    const me = await add('Me', 'Labs');
    const hidden = new Set<string>();
    for (const [index, each] of colleagues.entries()) {
      const who = await add(`Number ${index}`, each.unit);
      await arrange(me, who, each);
      const isPaused = each.pausedUntil !== null && each.pausedUntil >= '2026-11-23';
      if (each.status !== 'active' || each.block || isPaused) hidden.add(who.personId);
    }
    const { nurture, hardlyKnow, shouldKnow, connect } = await world.services.doors.week.get(me);
    const named = [
      ...[...nurture, ...hardlyKnow, ...shouldKnow].map(({ person }) => person.id),
      ...connect.flatMap(({ people }) => people.map(({ id }) => id)),
    ];
    expect(named).not.toContain(me.personId);
    for (const id of named) expect(hidden.has(id)).toBe(false);
    return named.length;
  };
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(colleague, { minLength: 1, maxLength: 7 }), async (colleagues) => {
      most = Math.max(most, await isSeen(colleagues));
    }),
    { numRuns: 25 },
  );
  expect(most).toBeGreaterThan(0);
});

async function arrange(me: Who, who: Who, each: Colleague) {
  const { boundaries, people } = world.services.doors;
  await people.saveProfile(who, { interests: ['Sailing'], shows: ['interests'] });
  await boundaries.change(who, { hellos: each.hellos ?? undefined, pausedUntil: each.pausedUntil });
  if (each.block === 'mine') await boundaries.block(me, who.personId);
  if (each.block === 'theirs') await boundaries.block(who, me.personId);
  await world.owner.query('update person set status = $1 where person_id = $2', [each.status, who.personId]);
  if (!each.hasMet) return;
  await world.owner.query(
    `insert into moment (workspace_id, moment_id, person_id, other_id, kind, happened_on)
     values ($1, $2, $3, $4, 'met', '2026-11-02'), ($1, $2, $4, $3, 'met', '2026-11-02')`,
    [me.workspaceId, who.personId, me.personId, who.personId],
  );
}

it('suggests no first step where one is under way', async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  const { boundaries, introductions, week } = world.services.doors;
  const workspaceId = await addWorkspace(world.owner, world.clock.now());
  const add = async (name: string, unit: string): Promise<Who> => {
    const who = { ...world.who(await world.addPerson({ name, unit, workspaceId })), workspaceId };
    await boundaries.change(who, { hellos: true });
    return who;
  };
  const [me, ana] = [await add('Mei Lin', 'Labs'), await add('Ana Reis', 'Field')];
  expect((await week.get(me)).shouldKnow).toHaveLength(1);
  await introductions.sayHello(ana, { toId: me.personId, phrase: 'coffee' });
  const [hello] = (await introductions.hellos(me)).received;
  await introductions.answerHello(me, hello?.id ?? '', 'yes');
  expect((await week.get(me)).shouldKnow).toEqual([]);
});

it('begins keeping in touch with a mutual "again", and drops whom I declined without a word to them', async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  const { introductions, week } = world.services.doors;
  const [me, ana, ben, cleo] = await team(4);
  if (!me || !ana || !ben || !cleo) throw new Error('A team of four.');
  const say = async (from: Who, to: Who, again: [boolean, boolean]) => {
    await introductions.sayHello(from, { toId: to.personId, phrase: 'coffee' });
    const id = (await introductions.sayHello(to, { toId: from.personId, phrase: 'coffee' })) ?? '';
    await introductions.answer(from, id, { answer: 'met' });
    await introductions.again(from, id, again[0]);
    await introductions.again(to, id, again[1]);
  };
  await say(me, ana, [true, false]);
  await say(me, ben, [false, true]);
  await say(me, cleo, [true, true]);
  world.clock.set('2026-11-30T09:00:00Z');
  const codesOf = async (who: Who) =>
    Object.fromEntries((await week.get(who)).nurture.map(({ person, why }) => [person.id, why.code]));
  const mine = await codesOf(me);
  expect(Object.entries(mine)[0]).toEqual([cleo.personId, 'again']);
  expect(mine[ben.personId]).toBeUndefined();
  // Who declined me is not told apart from who said nothing.
  expect(mine[ana.personId]).toBe('met-on');
  expect(await codesOf(ben)).toEqual({ [me.personId]: 'met-on' });
  expect(await codesOf(cleo)).toEqual({ [me.personId]: 'again' });
});

it('says how to reach whom I work with or met, and nobody else', async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  const [me, other] = await team(8);
  if (!me || !other) throw new Error('A team of eight.');
  await world.services.doors.people.saveProfile(me, { officeDays: [2, 4] });
  const { hardlyKnow, shouldKnow, officeDays } = await world.services.doors.week.get(me);
  expect(officeDays).toEqual([2, 4]);
  for (const { email } of hardlyKnow) expect(email).toMatch(/@example\.test$/);
  for (const each of shouldKnow) expect([each.email, each.officeDays]).toEqual([null, []]);
  // Not shown, so not said.
  const seen = [...(await world.services.doors.week.get(other)).hardlyKnow].find(
    ({ person }) => person.id === me.personId,
  );
  expect(seen?.officeDays ?? []).toEqual([]);
});
