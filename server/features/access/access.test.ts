import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let steward = '';
let second = '';
let third = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  second = await world.addPerson({ name: 'Jonas Brandt' });
  third = await world.addPerson({ name: 'Li Wei' });
});
afterAll(() => world.close());

const cookiesOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');
const browser = (cookie = '', ip = '192.0.2.1') => ({ headers: new Headers(cookie ? { cookie } : {}), ip });

/** Asks for a code as the browser does, and reads it where the mail would carry it. */
async function askFor(email: string): Promise<{ cookie: string; code: string }> {
  const make = vi.spyOn(world.house.signIn, 'newCode');
  const cookie = await world.house.doors.access.sendCode(browser(), email, 'en');
  await vi.waitFor(() => expect(make).toHaveBeenCalled());
  const code = await (make.mock.results[0]?.value as Promise<string>);
  make.mockRestore();
  return { cookie: cookiesOf([cookie]), code };
}

describe('sign-in by typed code', () => {
  it('lets a known address in and knows who it is', async () => {
    const { cookie, code } = await askFor('Amara.Okafor@example.test ');
    const cookies = await world.house.doors.access.enter(browser(cookie), 'amara.okafor@example.test', code);
    const who = await world.house.doors.access.identify(new Headers({ cookie: cookiesOf(cookies) }));
    expect(who).toMatchObject({ personId: steward, status: 'active', roles: ['steward'] });
  });

  it('refuses another browser, another address and a wrong code', async () => {
    const { access } = world.house.doors;
    const { cookie, code } = await askFor('jonas.brandt@example.test');
    await expect(access.enter(browser(), 'jonas.brandt@example.test', code)).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
    await expect(access.enter(browser(cookie), 'li.wei@example.test', code)).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
    await expect(
      access.enter(browser(cookie), 'jonas.brandt@example.test', code === '123456' ? '123457' : '123456'),
    ).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
    expect(await access.enter(browser(cookie), 'jonas.brandt@example.test', code)).not.toEqual([]);
  });

  it('answers an unknown address alike and sends nothing', async () => {
    const make = vi.spyOn(world.house.signIn, 'newCode');
    const cookie = await world.house.doors.access.sendCode(browser(), 'nobody@example.test', 'en');
    expect(cookie).toMatch(/^loam-asked=/);
    await new Promise((done) => setTimeout(done, 100));
    expect(make).not.toHaveBeenCalled();
    make.mockRestore();
  });

  it('limits codes per receiver', async () => {
    const { access } = world.house.doors;
    const ask = (ip: number) => access.sendCode(browser('', `192.0.2.${ip}`), 'often@example.test', 'en');
    for (let ip = 10; ip < 15; ip++) await ask(ip);
    await expect(ask(15)).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('ends at once when somebody is deactivated', async () => {
    const cookies = await world.house.doors.access.enterAs('li.wei@example.test');
    const headers = new Headers({ cookie: cookiesOf(cookies) });
    expect(await world.house.doors.access.identify(headers)).toMatchObject({ personId: third });
    await world.db.asPerson(world.who(steward, ['steward']), async ({ db }) => {
      await db.selectNoFrom((eb) => eb.fn('auth.end_sign_in', [eb.cast(eb.val(third), 'uuid')]).as('ended')).execute();
    });
    expect(await world.house.doors.access.identify(headers)).toBeNull();
    await expect(world.house.doors.access.enterAs('li.wei@example.test')).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
  });
});

describe('ways in', () => {
  it('invites new addresses once and says which are known', async () => {
    const who = world.who(steward, ['steward']);
    const { entry } = world.house.doors.access;
    expect(await entry.invite(who, ['Ana.Sousa@example.test', 'jonas.brandt@example.test'])).toEqual({
      invited: 1,
      known: ['jonas.brandt@example.test'],
    });
    expect(await entry.invite(who, ['ana.sousa@example.test'])).toMatchObject({ invited: 0 });
    const { rows } = await world.owner.query("select name from person where email = 'ana.sousa@example.test'");
    expect(rows).toEqual([{ name: 'Ana Sousa' }]);
    const mails = await world.owner.query("select kind from outbox where kind = 'invitation'");
    expect(mails.rowCount).toBe(1);
  });

  it('lets people of the domain join by a link, only after the typed code', async () => {
    const { access } = world.house.doors;
    const { url } = await access.entry.makeLink(world.who(steward, ['steward']), 'meridian.test');
    const token = url.split('/join/')[1] ?? '';
    const request = { token, name: 'Tomasz Nowak', email: 'tomasz@meridian.test' };
    await expect(access.askToJoin(browser(), { ...request, email: 'x@other.test' }, 'en')).rejects.toMatchObject({
      code: 'access.wrong-domain',
    });
    const make = vi.spyOn(world.house.signIn, 'newCode');
    const cookie = cookiesOf([await access.askToJoin(browser(), request, 'en')]);
    await vi.waitFor(() => expect(make).toHaveBeenCalled());
    const code = await (make.mock.results[0]?.value as Promise<string>);
    make.mockRestore();
    expect((await world.owner.query('select 1 from person where email = $1', [request.email])).rowCount).toBe(0);
    const cookies = await access.enter(browser(cookie), request.email, code);
    expect(await access.identify(new Headers({ cookie: cookiesOf(cookies) }))).toMatchObject({ status: 'active' });
  });

  it('leads into a unit where one is named, and into none once that is gone', async () => {
    const { access } = world.house.doors;
    const who = world.who(steward, ['steward']);
    await world.addPerson({ name: 'Somebody Else', unit: 'Water' });
    const { unit_id: water } = (await world.owner.query("select unit_id from unit where name = 'Water'")).rows[0];
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await expect(access.entry.invite(who, ['a@example.test'], nowhere)).rejects.toMatchObject({ code: 'not-found' });
    await expect(access.entry.makeLink(who, 'meridian.test', nowhere)).rejects.toMatchObject({ code: 'not-found' });
    await access.entry.invite(who, ['wanda@meridian.test'], water);
    const { url, id } = await access.entry.makeLink(who, 'meridian.test', water);
    expect(await access.entry.links(who)).toContainEqual(expect.objectContaining({ id, unitName: 'Water' }));

    const link = await access.entry.link(url.split('/join/')[1] ?? '');
    await access.entry.join({ ...link, name: 'Wim Water' }, 'wim@meridian.test');
    await access.entry.join({ ...link, name: 'Late Water', unitId: nowhere }, 'late@meridian.test');
    const { rows } = await world.owner.query(
      "select name, unit_id from person where email like 'w%@meridian.test' or email like 'late@%' order by name",
    );
    expect(rows).toEqual([
      { name: 'Late Water', unit_id: null },
      { name: 'Wanda', unit_id: water },
      { name: 'Wim Water', unit_id: water },
    ]);
  });

  it('ends a link', async () => {
    const { entry } = world.house.doors.access;
    const who = world.who(steward, ['steward']);
    const { id, url } = await entry.makeLink(who, 'meridian.test');
    await entry.endLink(who, id);
    await expect(entry.link(url.split('/join/')[1] ?? '')).rejects.toMatchObject({ code: 'access.link-ended' });
    await expect(entry.endLink(who, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('roles', () => {
  it('needs two people for the works council, never a steward', async () => {
    const { access } = world.house.doors;
    const first = world.who(steward, ['steward']);
    await expect(access.give(first, steward, 'works-council')).rejects.toMatchObject({ code: 'access.not-both-roles' });
    const member = await world.addPerson({ name: 'Nadia Rahimi' });
    await access.give(first, member, 'works-council');
    await expect(access.confirm(first, member)).rejects.toMatchObject({ code: 'access.two-people' });
    await expect(access.confirm(world.who(member), member)).rejects.toMatchObject({ code: 'access.two-people' });
    await access.give(first, second, 'steward');
    await access.confirm(world.who(second, ['steward']), member);
    expect(await access.roles(first)).toContainEqual({
      personId: member,
      name: 'Nadia Rahimi',
      role: 'works-council',
      isConfirmed: true,
    });
    const entries = await world.house.doors.log.read(world.who(member, ['works-council']));
    expect(entries.map((entry) => entry.action)).toContain('access.confirm-role');
  });

  it('keeps the last steward', async () => {
    const { access } = world.house.doors;
    const who = world.who(steward, ['steward']);
    await access.take(who, second, 'steward');
    await expect(access.take(who, steward, 'steward')).rejects.toMatchObject({ code: 'access.needs-steward' });
  });
});

describe('roles, when people act at once or go', () => {
  it('keep one steward when two step down, or take each other away, in the same moment', async () => {
    const { access } = world.house.doors;
    const [one, two] = [world.who(steward, ['steward']), world.who(second, ['steward'])];
    for (const [byOne, byTwo] of [
      [second, steward],
      [steward, second],
      [steward, second],
    ] as const) {
      await access.give(one, second, 'steward');
      const answers = await Promise.allSettled([
        access.take(one, byOne, 'steward'),
        access.take(two, byTwo, 'steward'),
      ]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { rows } = await world.owner.query("select person_id from role_grant where role = 'steward'");
      expect(rows).toHaveLength(1);
      if (rows[0].person_id === steward) continue;
      await access.give(two, steward, 'steward');
      await access.take(one, second, 'steward');
    }
  });

  it('do not count a steward who has left', async () => {
    const { access } = world.house.doors;
    const who = world.who(steward, ['steward']);
    const gone = await world.addPerson({ name: 'Pia Moser', roles: ['steward'], status: 'leaving' });
    expect((await access.roles(who)).map(({ personId }) => personId)).not.toContain(gone);
    await expect(access.take(who, steward, 'steward')).rejects.toMatchObject({ code: 'access.needs-steward' });
  });

  it('are out of reach of the database itself for anybody else', async () => {
    const [plain, member] = [world.who(second), await world.addPerson({ name: 'Ines Prado' })];
    const grant = (by: string, confirmed: string | null) => ({
      workspace_id: world.workspaceId,
      person_id: member,
      role: 'works-council' as const,
      given_by: by,
      given_at: world.clock.now(),
      confirmed_by: confirmed,
    });
    const insert = (by: string, confirmed: string | null) =>
      world.db.asPerson({ ...plain, personId: by }, ({ db }) =>
        db.insertInto('role_grant').values(grant(by, confirmed)).execute(),
      );
    await expect(insert(second, null)).rejects.toThrow(/row-level security/);
    await expect(insert(steward, steward)).rejects.toThrow(/row-level security/);
    await insert(steward, null);
    const change = await world.db.asPerson(world.who(steward, ['steward']), ({ db }) =>
      db.updateTable('role_grant').set({ confirmed_by: steward }).where('person_id', '=', member).executeTakeFirst(),
    );
    expect(change.numUpdatedRows).toBe(0n);
    const taken = await world.db.asPerson(plain, ({ db }) =>
      db.deleteFrom('role_grant').where('person_id', '=', member).executeTakeFirst(),
    );
    expect(taken.numDeletedRows).toBe(0n);
  });
});

describe('tokens', () => {
  it('speak for the steward until they end', async () => {
    const { access } = world.house.doors;
    const who = world.who(steward, ['steward']);
    const { token } = await access.makeToken(who);
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect(await access.identify(headers)).toMatchObject({ personId: steward, sessionId: null, roles: ['steward'] });
    await access.endTokens(who);
    expect(await access.identify(headers)).toBeNull();
  });

  it('are listed with their name and last use, and end one by one', async () => {
    const { access } = world.house.doors;
    const who = world.who(steward, ['steward']);
    const made = world.clock.now();
    const laptop = await access.makeToken(who, 'Laptop');
    const nightly = await access.makeToken(who, 'Nightly import');
    const headers = ({ token }: { token: string }) => new Headers({ authorization: `Bearer ${token}` });
    const held = async () => (await access.tokens(who)).map(({ name, usedAt }) => [name, usedAt?.toISOString()]);

    world.clock.advance(60_000);
    await access.identify(headers(nightly));
    const used = world.clock.now().toISOString();
    // Within the hour it is not written again.
    world.clock.advance(60_000);
    await access.identify(headers(nightly));
    expect(await held()).toEqual(
      expect.arrayContaining([
        ['Laptop', undefined],
        ['Nightly import', used],
      ]),
    );
    expect(await access.tokens(who)).toContainEqual({
      id: laptop.id,
      name: 'Laptop',
      createdAt: made,
      usedAt: null,
      expiresAt: laptop.expiresAt,
    });

    const other = world.who(await world.addPerson({ name: 'Other Steward', roles: ['steward'] }), ['steward']);
    expect(await access.tokens(other)).toEqual([]);
    await expect(access.endToken(other, laptop.id)).rejects.toThrow('not-found');
    await access.endToken(who, laptop.id);
    await expect(access.endToken(who, laptop.id)).rejects.toThrow('not-found');
    expect(await access.identify(headers(laptop))).toBeNull();
    expect(await access.identify(headers(nightly))).toMatchObject({ personId: steward });
  });

  it('are gone, and forgotten, once they ended by themselves', async () => {
    const { access } = world.house.doors;
    const who = world.who(steward, ['steward']);
    const { token, expiresAt } = await access.makeToken(who, 'Short');
    world.clock.set(expiresAt.toISOString());
    expect(await access.identify(new Headers({ authorization: `Bearer ${token}` }))).toBeNull();
    expect(await access.tokens(who)).toEqual([]);
    await access.forget();
    expect((await world.owner.query("select 1 from auth.token where name = 'Short'")).rowCount).toBe(0);
  });
});
