import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { boundariesHold } from '#test/helpers/boundaries-hold.ts';
import { story } from '#test/helpers/generated-world.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

it('lets nobody blocked, paused, absent or departed into anybody’s sight, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(story, (given) => boundariesHold(world, given)),
    { numRuns: 20 },
  );
}, 120_000);

it('answers every hello with the same bytes, whoever takes none', async () => {
  const { boundaries } = world.services.doors;
  const app = await appOf(world);
  const ids = new Map<string, string>();
  for (const name of ['Ana', 'Open', 'Closed', 'Unasked', 'Paused', 'Blocked', 'Blocking', 'Away', 'Gone']) {
    ids.set(name, await world.addPerson({ name, email: `${name.toLowerCase()}@bytes.test` }));
  }
  const who = (name: string) => world.who(ids.get(name) ?? '');
  for (const name of ['Open', 'Paused', 'Blocked', 'Blocking', 'Away', 'Gone']) {
    await boundaries.change(who(name), { hellos: true });
  }
  await boundaries.change(who('Closed'), { hellos: false });
  await boundaries.change(who('Paused'), { pausedUntil: '2035-01-01' });
  await boundaries.block(who('Ana'), ids.get('Blocked') ?? '');
  await boundaries.block(who('Blocking'), ids.get('Ana') ?? '');
  await world.owner.query("update person set status = 'away' where person_id = $1", [ids.get('Away')]);
  await world.owner.query("update person set status = 'alumni' where person_id = $1", [ids.get('Gone')]);
  const cookie = await signedIn(world, 'ana@bytes.test');
  const answers = new Set<string>();
  for (const [name, toId] of ids) {
    if (name === 'Ana') continue;
    const answer = await app.inject({
      method: 'POST',
      url: '/api/hellos',
      headers: { cookie, 'content-type': 'application/json' },
      payload: JSON.stringify({ toId, phrase: 'curious' }),
    });
    answers.add(`${answer.statusCode} ${answer.body}`);
    // More than some a week are refused, whoever they are for.
    await world.owner.query('delete from hello');
  }
  expect([...answers]).toEqual(['200 {"introductionId":null}']);
  await app.close();
});

it('keeps a block to whoever set it', async () => {
  const { boundaries } = world.services.doors;
  const [ana, li] = [
    world.who(await world.addPerson({ name: 'Ana Keeps', email: 'ana@keeps.test' })),
    world.who(await world.addPerson({ name: 'Li Keeps', email: 'li@keeps.test' })),
  ];
  await boundaries.block(ana, li.personId);
  await boundaries.block(ana, li.personId);
  expect((await boundaries.blocks(ana)).map(({ id }) => id)).toEqual([li.personId]);
  expect(await boundaries.blocks(li)).toEqual([]);
  const refused = await boundaries.block(ana, ana.personId).then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );
  expect(refused).toBe('boundaries.yourself');
});

it('remembers the answer to the first question, and a pause beside it', async () => {
  const { boundaries } = world.services.doors;
  const ana = world.who(await world.addPerson({ name: 'Ana Asked', email: 'ana@asked.test' }));
  const none = { hellos: null, pausedUntil: null, introductions: null, rhythm: null, neverInvite: false };
  expect(await boundaries.mine(ana)).toEqual(none);
  await boundaries.change(ana, { pausedUntil: '2035-01-01' });
  expect(await boundaries.mine(ana)).toEqual({ ...none, pausedUntil: '2035-01-01' });
  await boundaries.change(ana, { hellos: false });
  await boundaries.change(ana, { pausedUntil: null, rhythm: 'monthly', introductions: true });
  await boundaries.change(ana, { neverInvite: true });
  const chosen = { hellos: false, pausedUntil: null, introductions: true, rhythm: 'monthly', neverInvite: true };
  expect(await boundaries.mine(ana)).toEqual(chosen);
  await boundaries.change(ana, { rhythm: null, introductions: false });
  expect(await boundaries.mine(ana)).toEqual({ ...chosen, introductions: false, rhythm: null });
});
