import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

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
  expect(first).toMatchObject({ week: '2026-W48', nurture: [], connect: [], peopleHere: 3 });
  expect(first.hardlyKnow.map(({ person, why }) => [person.name, why.code])).toEqual([['Jonas Brandt', 'unit']]);
  expect(first.shouldKnow.map(({ person, why }) => [person.name, why])).toEqual([['Ana Sousa', { code: 'shared-interest', text: 'sailing' }]]);
  expect(await week.get(me)).toEqual(first);

  await introductions.sayHello(me, { toId: stranger.personId, phrase: 'curious' });
  expect((await week.get(me)).shouldKnow).toEqual([]);
  const id = (await introductions.sayHello(stranger, { toId: me.personId, phrase: 'coffee' })) ?? '';
  await introductions.answer(me, id, { answer: 'met' });

  world.clock.set('2026-11-30T09:00:00Z');
  const next = await week.get(me);
  expect(next.week).toBe('2026-W49');
  expect(next.nurture.map(({ person, why }) => [person.name, why])).toEqual([['Ana Sousa', { code: 'met-on', text: '2026-11-23' }]]);
  expect(next.connect.map(({ people: pair }) => pair.map(({ name }) => name).sort())).toEqual([['Ana Sousa', 'Jonas Brandt']]);

  await boundaries.block(stranger, me.personId);
  await boundaries.block(me, colleague.personId);
  expect(await week.get(me)).toMatchObject({ nurture: [], hardlyKnow: [], shouldKnow: [], connect: [] });
});
