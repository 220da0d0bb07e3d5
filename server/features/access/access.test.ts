import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const cookieHeaders = (cookies: string[]) => new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });

describe('sign-in by typed code', () => {
  it('lets a known address in and knows who it is', async () => {
    const id = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
    const { access } = world.house.doors;
    const code = await world.house.signIn.newCode('amara.okafor@example.test');
    const cookies = await access.enter('amara.okafor@example.test', code);
    const who = await access.identify(cookieHeaders(cookies ?? []));
    expect(who).toMatchObject({ personId: id, status: 'active', roles: ['steward'] });
  });

  it('refuses a wrong code and an unknown address', async () => {
    const { access } = world.house.doors;
    await world.house.signIn.newCode('amara.okafor@example.test');
    expect(await access.enter('amara.okafor@example.test', '000000')).toBeNull();
    const code = await world.house.signIn.newCode('nobody@example.test');
    expect(await access.enter('nobody@example.test', code)).toBeNull();
  });
});
