import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { signedIn } from '#test/helpers/http.ts';
import { addWorkspace, createWorld, type World } from '#test/helpers/world.ts';

const HOUR = 3_600_000;

let world: World;
let vera = '';
let stella = '';
beforeEach(async () => {
  world = await createWorld(inject('adminUrl'));
  vera = await world.addPerson({ name: 'Vera', email: 'vera@x.test' });
  stella = await world.addPerson({ name: 'Stella', email: 'stella@x.test', roles: ['steward'] });
  await signedIn(world, 'vera@x.test');
});
afterEach(() => world.close());

async function ask(email: string): Promise<number> {
  const who = world.who(stella, ['steward']);
  return world.services.context.db.asPerson(who, (scope) =>
    world.services.doors.access.addresses.ask(scope, [{ personId: vera, email }], world.services.context.newId()),
  );
}

const told = async () =>
  (
    await world.owner.query(
      "select to_address, status from outbox where kind = 'address-change' order by created_at, key",
    )
  ).rows.map(({ to_address, status }) => `${to_address} ${status}`);

const states = async () =>
  (await world.owner.query('select new_email, state from address_change order by asked_at, new_email')).rows.map(
    ({ new_email, state }) => `${new_email} ${state}`,
  );

async function pass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    world.clock.advance(HOUR);
    await world.services.background.send();
    await world.services.background.tick();
  }
  await world.services.background.send();
}

describe('an address that waits', () => {
  it('is told at the old address at once and two days later, even where mail is off', async () => {
    await world.services.doors.delivery.choose(world.who(vera), 'off');
    await ask('new@x.test');
    await pass(1);
    expect(await told()).toEqual(['vera@x.test sent']);
    await pass(46);
    expect(await told()).toEqual(['vera@x.test sent']);
    await pass(24);
    expect(await told()).toEqual(['vera@x.test sent', 'vera@x.test sent']);
  });

  it('is asked for once; another one takes its place', async () => {
    expect([await ask('a@x.test'), await ask('a@x.test'), await ask('vera@x.test')]).toEqual([1, 0, 0]);
    world.clock.advance(HOUR);
    expect(await ask('b@x.test')).toBe(1);
    expect(await states()).toEqual(['a@x.test replaced', 'b@x.test pending']);
  });

  it('is told no second time once it was answered', async () => {
    await ask('new@x.test');
    await pass(1);
    const { addresses } = world.services.doors.access;
    const { rows } = await world.owner.query('select change_id from address_change');
    await world.owner.query("update address_change set state = 'refused', ended_at = $1", [world.clock.now()]);
    await pass(72);
    expect(rows).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect(await ask('new@x.test')).toBe(0);
    await addresses.tellAgain();
    expect(await told()).toHaveLength(1);
  });
});

describe('an address of somebody in another organisation', () => {
  it('is not to be had, and nothing of theirs changes', async () => {
    const workspaceId = await addWorkspace(world.owner, world.clock.now());
    await world.addPerson({ name: 'Olga', email: 'olga@x.test', workspaceId });
    await signedIn(world, 'olga@x.test');
    const before = (await world.owner.query('select * from auth.identity order by subject')).rows;
    await ask('olga@x.test');
    const { rows } = await world.owner.query<{ id: string }>('select change_id as id from address_change');
    const confirming = world.services.doors.access.addresses.confirm(world.who(vera), rows[0]?.id ?? '');
    await expect(confirming).rejects.toThrow('addresses.taken');
    expect((await world.owner.query('select * from auth.identity order by subject')).rows).toEqual(before);
    await signedIn(world, 'olga@x.test');
  });
});

describe('a passkey', () => {
  it('is offered from the second sign-in by a code on, until it is declined', async () => {
    const { access } = world.services.doors;
    const offer = async () => (await access.me(world.who(vera))).person?.passkeyOffer;
    expect(await offer()).toBe(false);
    await signedIn(world, 'vera@x.test');
    expect(await offer()).toBe(true);
    await access.declinePasskey(world.who(vera));
    expect(await offer()).toBe(false);
  });
});
