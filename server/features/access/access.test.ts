import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { codeOf } from '#test/helpers/codes.ts';
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
const browser = (cookie = '') => ({ headers: new Headers(cookie ? { cookie } : {}) });

/** Asks for a code as the browser does, and reads it where the mail would carry it. */
async function askFor(email: string): Promise<{ cookie: string; code: string }> {
  const { answer, code } = await codeOf(world, () => world.services.doors.access.sendCode(browser(), email, 'en'));
  return { cookie: cookiesOf([answer]), code };
}

describe('sign-in by typed code', () => {
  it('lets a known address in and knows who it is', async () => {
    const { cookie, code } = await askFor('Amara.Okafor@example.test ');
    const cookies = await world.services.doors.access.enter(browser(cookie), 'amara.okafor@example.test', code);
    const who = await world.services.doors.access.identify(new Headers({ cookie: cookiesOf(cookies) }));
    expect(who).toMatchObject({ personId: steward, status: 'active', roles: ['steward'] });
  });

  it('refuses another browser, another address and a wrong code', async () => {
    const { access } = world.services.doors;
    const { cookie, code } = await askFor('jonas.brandt@example.test');
    await expect(access.enter(browser(), 'jonas.brandt@example.test', code)).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
    await expect(access.enter(browser(cookie), 'li.wei@example.test', code)).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
    await expect(
      access.enter(browser(cookie), 'jonas.brandt@example.test', code === '123456789' ? '123456780' : '123456789'),
    ).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
    expect(await access.enter(browser(cookie), 'jonas.brandt@example.test', code)).not.toEqual([]);
  });

  it('answers an unknown address alike and sends nothing', async () => {
    const mail = vi.spyOn(world.services.doors.delivery, 'sendCode');
    const cookie = await world.services.doors.access.sendCode(browser(), 'nobody@example.test', 'en');
    expect(cookie).toMatch(/^loam-asked=/);
    await new Promise((done) => setTimeout(done, 500));
    expect(mail).not.toHaveBeenCalled();
    mail.mockRestore();
  });

  it('ends at once when somebody is deactivated', async () => {
    const cookies = await world.services.doors.access.enterAs('li.wei@example.test');
    const headers = new Headers({ cookie: cookiesOf(cookies) });
    expect(await world.services.doors.access.identify(headers)).toMatchObject({ personId: third });
    await world.db.asPerson(world.who(steward, ['steward']), async ({ db }) => {
      await db.selectNoFrom((eb) => eb.fn('auth.end_sign_in', [eb.cast(eb.val(third), 'uuid')]).as('ended')).execute();
    });
    expect(await world.services.doors.access.identify(headers)).toBeNull();
    await expect(world.services.doors.access.enterAs('li.wei@example.test')).rejects.toMatchObject({
      code: 'access.wrong-code',
    });
  });
});

describe('ways in', () => {
  it('invites new addresses once and says which are known', async () => {
    const who = world.who(steward, ['steward']);
    const { entry } = world.services.doors.access;
    expect(await entry.invite(who, ['Ana.Sousa@example.test', 'jonas.brandt@example.test'])).toEqual({
      invited: 1,
      known: ['jonas.brandt@example.test'],
    });
    expect(await entry.invite(who, ['ana.sousa@example.test'])).toMatchObject({ invited: 0 });
    const { rows } = await world.owner.query("select name from person where email = 'ana.sousa@example.test'");
    expect(rows).toEqual([{ name: 'Ana Sousa' }]);
    const mails = await world.owner.query(
      "select message -> 'lines' ->> 0 as line from outbox where kind = 'invitation'",
    );
    expect(mails.rows).toEqual([{ line: expect.stringMatching(/^Amara Okafor invites you\. /) }]);
  });

  it('lets people of the domain join by a link, only after the typed code', async () => {
    const { access } = world.services.doors;
    const { url } = await access.entry.makeLink(world.who(steward, ['steward']), 'meridian.test');
    const token = url.split('/join/')[1] ?? '';
    const request = { token, name: 'Tomasz Nowak', email: 'tomasz@meridian.test' };
    await expect(access.askToJoin(browser(), { ...request, email: 'x@other.test' }, 'en')).rejects.toMatchObject({
      code: 'access.wrong-domain',
    });
    const { answer, code } = await codeOf(world, () => access.askToJoin(browser(), request, 'en'));
    const cookie = cookiesOf([answer]);
    expect((await world.owner.query('select 1 from person where email = $1', [request.email])).rowCount).toBe(0);
    const cookies = await access.enter(browser(cookie), request.email, code);
    expect(await access.identify(new Headers({ cookie: cookiesOf(cookies) }))).toMatchObject({ status: 'active' });
  });

  it('lets nobody new in by a link that ended while the code was on its way, and whoever is known', async () => {
    const { access } = world.services.doors;
    const who = world.who(steward, ['steward']);
    await access.entry.invite(who, ['known@meridian.test']);
    const { id, url } = await access.entry.makeLink(who, 'meridian.test');
    const asked = async (email: string) => {
      const request = { token: url.split('/join/')[1] ?? '', name: 'Lena Late', email };
      const { answer, code } = await codeOf(world, () => access.askToJoin(browser(), request, 'en'));
      return () => access.enter(browser(cookiesOf([answer])), email, code);
    };
    const [stranger, known] = [await asked('lena@meridian.test'), await asked('known@meridian.test')];
    await access.entry.endLink(who, id);
    await expect(stranger()).rejects.toMatchObject({ code: 'access.link-ended' });
    const { rowCount } = await world.owner.query("select 1 from auth.identity where subject = 'lena@meridian.test'");
    expect(rowCount).toBe(0);
    expect(await known()).not.toEqual([]);
  });

  it('leads into a unit where one is named, and into none once that is gone', async () => {
    const { access } = world.services.doors;
    const who = world.who(steward, ['steward']);
    await world.addPerson({ name: 'Somebody Else', unit: 'Water' });
    const { unit_id: water } = (await world.owner.query("select unit_id from unit where name = 'Water'")).rows[0];
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await expect(access.entry.invite(who, ['a@example.test'], nowhere)).rejects.toMatchObject({ code: 'not-found' });
    await expect(access.entry.makeLink(who, 'meridian.test', nowhere)).rejects.toMatchObject({ code: 'not-found' });
    await access.entry.invite(who, ['wanda@meridian.test'], water);
    const { url, id } = await access.entry.makeLink(who, 'meridian.test', water);
    expect(await access.entry.links(who)).toContainEqual(expect.objectContaining({ id, unitName: 'Water' }));

    const token = url.split('/join/')[1] ?? '';
    await access.entry.join({ token, name: 'Wim Water' }, 'wim@meridian.test');
    await world.owner.query('update join_link set unit_id = $1 where join_link_id = $2', [nowhere, id]);
    await access.entry.join({ token, name: 'Late Water' }, 'late@meridian.test');
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
    const { entry } = world.services.doors.access;
    const who = world.who(steward, ['steward']);
    const { id, url } = await entry.makeLink(who, 'meridian.test');
    await entry.endLink(who, id);
    await expect(entry.link(url.split('/join/')[1] ?? '')).rejects.toMatchObject({ code: 'access.link-ended' });
    await expect(entry.endLink(who, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('roles', () => {
  it('needs two people for the works council, never a steward', async () => {
    const { access } = world.services.doors;
    const first = world.who(steward, ['steward']);
    await expect(access.give(first, steward, 'works-council')).rejects.toMatchObject({ code: 'access.not-both-roles' });
    const member = await world.addPerson({ name: 'Nadia Rahimi' });
    world.clock.advance(60_000);
    await access.give(first, member, 'works-council');
    await expect(access.confirm(first, member)).rejects.toMatchObject({ code: 'access.two-people' });
    await expect(access.confirm(world.who(member), member)).rejects.toMatchObject({ code: 'access.two-people' });
    expect((await access.roles(first)).at(-1)).toMatchObject({
      personId: member,
      isConfirmed: false,
      waiting: { what: 'role', by: 'Amara Okafor', isMine: true, whyNot: 'access.two-people', isPossible: true },
    });
    const late = await world.addPerson({ name: 'Lena Late' });
    world.clock.advance(60_000);
    await access.enterAs('lena.late@example.test');
    await expect(access.confirm(world.who(late), member)).rejects.toMatchObject({ code: 'access.signed-in-later' });
    await access.confirm(world.who(second), member);
    expect(await access.roles(first)).toContainEqual({
      personId: member,
      name: 'Nadia Rahimi',
      role: 'works-council',
      isConfirmed: true,
      waiting: null,
    });
    const entries = await world.services.doors.log.read(world.who(member, ['works-council']));
    expect(entries.map((entry) => entry.action)).toContain('access.confirm-role');
  });

  it('ends a works-council role by two people too, or by its holder alone, and tells them of each step', async () => {
    const { access } = world.services.doors;
    const first = world.who(steward, ['steward']);
    const grants = await access.roles(first);
    const member = grants.find(({ name }) => name === 'Nadia Rahimi')?.personId ?? '';
    const told = async () => {
      const { rows } = await world.owner.query<{ line: string }>(
        "select message->'lines'->>0 as line from outbox where kind = 'role' and person_id = $1 order by created_at, outbox_id",
        [member],
      );
      return rows.map(({ line }) => line);
    };
    world.clock.advance(60_000);
    expect(await access.take(first, member, 'works-council')).toBe(false);
    await expect(access.take(first, member, 'works-council')).rejects.toMatchObject({
      code: 'access.already-proposed',
    });
    await expect(access.confirmEnd(first, member)).rejects.toMatchObject({ code: 'access.two-people' });
    await expect(access.confirmEnd(world.who(member), member)).rejects.toMatchObject({ code: 'access.two-people' });
    expect(await access.roles(world.who(member))).toContainEqual(
      expect.objectContaining({
        personId: member,
        isConfirmed: true,
        waiting: expect.objectContaining({ what: 'end' }),
      }),
    );
    await access.keep(first, member);
    await expect(access.confirmEnd(world.who(second), member)).rejects.toMatchObject({ code: 'not-found' });
    world.clock.advance(60_000);
    await access.take(first, member, 'works-council');
    await access.confirmEnd(world.who(second), member);
    expect((await access.roles(first)).map(({ personId }) => personId)).not.toContain(member);
    expect((await told()).slice(-4).sort()).toEqual([
      'Amara Okafor proposed to end your role on the works council.',
      'Amara Okafor proposed to end your role on the works council.',
      'Amara Okafor withdrew the proposal to end your role on the works council. You keep it.',
      'Jonas Brandt confirmed it: your role on the works council has ended.',
    ]);

    await access.give(first, member, 'works-council');
    world.clock.advance(60_000);
    await access.confirm(world.who(second), member);
    await expect(access.layDown(world.who(second))).rejects.toMatchObject({ code: 'not-found' });
    await access.layDown(world.who(member));
    expect((await access.roles(first)).map(({ personId }) => personId)).not.toContain(member);
  });

  it('says so where nobody can be the second person, and tells all stewards of a new one', async () => {
    const { access } = world.services.doors;
    const first = world.who(steward, ['steward']);
    await access.give(first, second, 'steward');
    const { rows } = await world.owner.query(
      "select person_id from outbox where kind = 'role' and message->>'subject' like 'Stewards%'",
    );
    expect(rows).toEqual([{ person_id: second }]);
    const member = await world.addPerson({ name: 'Only Candidate' });
    await access.give(first, member, 'works-council');
    await world.owner.query(
      "update auth.identity set first_at = first_at + interval '1 year' where person_id not in ($1, $2)",
      [steward, second],
    );
    const open = (await access.roles(world.who(second, ['steward']))).find(({ personId }) => personId === member);
    expect(open?.waiting).toMatchObject({ whyNot: 'access.same-making', isPossible: false });
    await expect(access.confirm(world.who(second, ['steward']), member)).rejects.toMatchObject({
      code: 'access.same-making',
    });
    await access.take(first, member, 'works-council');
  });

  it('keeps the last steward', async () => {
    const { access } = world.services.doors;
    const who = world.who(steward, ['steward']);
    await access.take(who, second, 'steward');
    await expect(access.take(who, steward, 'steward')).rejects.toMatchObject({ code: 'access.needs-steward' });
  });
});

describe('roles, when people act at once or go', () => {
  it('keep one steward when two step down, or take each other away, in the same moment', async () => {
    const { access } = world.services.doors;
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
    const { access } = world.services.doors;
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
    const confirm = world.db.asPerson(world.who(steward, ['steward']), ({ db }) =>
      db.updateTable('role_grant').set({ confirmed_by: steward }).where('person_id', '=', member).execute(),
    );
    await expect(confirm).rejects.toThrow(/row-level security/);
    const taken = await world.db.asPerson(plain, ({ db }) =>
      db.deleteFrom('role_grant').where('person_id', '=', member).executeTakeFirst(),
    );
    expect(taken.numDeletedRows).toBe(0n);
  });
});

describe('tokens', () => {
  it('speak for the steward until they end', async () => {
    const { access } = world.services.doors;
    const who = world.who(steward, ['steward']);
    const { token } = await access.makeToken(who);
    const headers = new Headers({ authorization: `Bearer ${token}` });
    expect(await access.identify(headers)).toMatchObject({ personId: steward, sessionId: null, roles: ['steward'] });
    await access.endTokens(who);
    expect(await access.identify(headers)).toBeNull();
  });

  it('are listed with their name and last use, and end one by one', async () => {
    const { access } = world.services.doors;
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
    const { access } = world.services.doors;
    const who = world.who(steward, ['steward']);
    const { token, expiresAt } = await access.makeToken(who, 'Short');
    world.clock.set(expiresAt.toISOString());
    expect(await access.identify(new Headers({ authorization: `Bearer ${token}` }))).toBeNull();
    expect(await access.tokens(who)).toEqual([]);
    await access.forget();
    expect((await world.owner.query("select 1 from auth.token where name = 'Short'")).rowCount).toBe(0);
  });
});
