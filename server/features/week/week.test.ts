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
  const { boundaries, introductions, people, week } = world.house.doors;
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
  expect(first.shouldKnow.map(({ person, why }) => [person.name, why])).toEqual([
    ['Ana Sousa', { code: 'shared-interest', text: 'Sailing' }],
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
    ['Ana Sousa', { code: 'met-on', text: '2026-11-23' }],
  ]);
  expect(next.connect.map(({ people: pair }) => pair.map(({ name }) => name).sort())).toEqual([
    ['Ana Sousa', 'Jonas Brandt'],
  ]);

  await boundaries.block(stranger, me.personId);
  await boundaries.block(me, colleague.personId);
  expect(await week.get(me)).toMatchObject({ nurture: [], hardlyKnow: [], shouldKnow: [], connect: [] });
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
    const { nurture, hardlyKnow, shouldKnow, connect } = await world.house.doors.week.get(me);
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
  const { boundaries, people } = world.house.doors;
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
  const { boundaries, introductions, week } = world.house.doors;
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
