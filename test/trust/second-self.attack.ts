import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, inject } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { attack } from '#test/helpers/attack.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

const DAY = 86_400_000;

let world: World;
let app: FastifyInstance;
let steward: Who;
beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  steward = world.who(await world.addPerson({ name: 'Stella Steward', email: 'stella@x.test', roles: ['steward'] }), [
    'steward',
  ]);
  await signedIn(world, 'stella@x.test');
});
afterEach(async () => {
  await app.close();
  await world.close();
});

const post = (cookie: string, path: string, body: object = {}) =>
  app.inject({ method: 'POST', url: `/api${path}`, headers: { cookie }, payload: body });

/** Who signs in with an address, if anybody does. */
async function whoEnters(email: string): Promise<string | null> {
  const cookie = await signedIn(world, email).catch(() => null);
  if (cookie === null) return null;
  const me = await app.inject({ url: '/api/me', headers: { cookie } });
  return me.json<{ person: { id: string } | null }>().person?.id ?? null;
}

async function imported(text: string): Promise<string> {
  world.clock.advance(1000);
  const { imports } = world.services.doors;
  const run = await imports.preview(steward, { bytes: Buffer.from(text), fileName: 'people.csv', complete: false });
  await imports.apply(steward, run.id, run.counts.gone);
  return run.id;
}

async function victim(): Promise<string> {
  const id = await world.addPerson({ name: 'Vera Victim', email: 'vera@x.test' });
  await world.owner.query("update person set external_id = 'E1' where person_id = $1", [id]);
  return id;
}

async function daysPass(days: number): Promise<void> {
  for (let quarter = 0; quarter < days * 4; quarter += 1) {
    world.clock.advance(DAY / 4);
    await world.services.background.send();
    await world.services.background.tick();
  }
}

/** A waiting change for Vera, after so long that two people could release it. */
async function waiting(): Promise<string> {
  world.clock.advance(60_000);
  await imported('id,name,email\nE1,Vera Victim,evil@evil.test');
  await daysPass(4);
  const { rows } = await world.owner.query("select change_id from address_change where state = 'pending'");
  return rows[0]?.change_id ?? '';
}

async function release(change: string, colleagueId: string, email: string): Promise<void> {
  await post(await signedIn(world, 'stella@x.test'), `/addresses/${change}/release`, { colleagueId });
  await post(await signedIn(world, email), `/addresses/${change}/agree`);
}

const idOf = async (email: string): Promise<string> =>
  (await world.owner.query('select person_id from person where email = $1', [email])).rows[0]?.person_id ?? '';

attack('undo-as-taking', async ({ tried, succeeded }) => {
  const vera = await victim();
  // Until Vera has signed in, a steward decides whose address it is; an own one is laid below the right one.
  await imported('id,name,email\nE1,Vera Victim,evil@evil.test');
  const right = await imported('id,name,email\nE1,Vera Victim,vera@x.test');
  await signedIn(world, 'vera@x.test');
  await world.services.doors.imports.undo(steward, right);
  tried();
  if ((await whoEnters('evil@evil.test')) === vera) succeeded('the address below came back');
  await imported('id,name,email\nE1,Vera Victim,other@evil.test').catch(() => undefined);
  tried();
  if ((await whoEnters('other@evil.test')) === vera) succeeded('after the undo another address took effect at once');
  // The file that says Vera's own address again gives it back to her.
  await imported('id,name,email\nE1,Vera Victim,vera@x.test');
  if ((await whoEnters('vera@x.test')) !== vera) throw new Error('Vera should be let in again.');
});

attack('release-by-second-self', async ({ tried, succeeded }) => {
  const vera = await victim();
  await signedIn(world, 'vera@x.test');
  const { entry } = world.services.doors.access;
  await entry.invite(steward, ['second@evil.test']);
  await signedIn(world, 'second@evil.test');
  // Anybody's link may be used by anybody.
  const other = world.who(await world.addPerson({ name: 'Carl Steward', roles: ['steward'] }), ['steward']);
  const { url } = await entry.makeLink(other, 'x.test');
  await entry.join({ token: url.split('/join/')[1] ?? '', name: 'Stella Again' }, 'stella+2@x.test');
  await signedIn(world, 'stella+2@x.test');
  const change = await waiting();
  for (const email of ['second@evil.test', 'stella+2@x.test']) {
    tried();
    await release(change, await idOf(email), email);
    if ((await whoEnters('evil@evil.test')) === vera) return succeeded(`released by ${email}`);
  }
  // With a role by now, not even two people hand it over.
  await world.owner.query(
    "insert into role_grant (workspace_id, person_id, role, given_by, given_at, confirmed_by, confirmed_at) values ($1, $2, 'works-council', $3, $4, $3, $4)",
    [world.workspaceId, vera, other.personId, world.clock.now()],
  );
  await world.addPerson({ name: 'Helen Helper', email: 'helen@x.test' });
  await world.owner.query(
    "insert into auth.identity (issuer, subject, workspace_id, person_id, first_at) values ('user', 'helen', $1, $2, '2026-01-01')",
    [world.workspaceId, await idOf('helen@x.test')],
  );
  tried();
  await release(change, await idOf('helen@x.test'), 'helen@x.test');
  if ((await whoEnters('evil@evil.test')) === vera) succeeded('a role went along with an address');
});
