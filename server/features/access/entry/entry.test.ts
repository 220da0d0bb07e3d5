import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { codeOf } from '#test/helpers/codes.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let steward = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
});
afterAll(() => world.close());

const cookiesOf = (cookies: string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');
const browser = (cookie = '') => ({ headers: new Headers(cookie ? { cookie } : {}) });

describe('join links', () => {
  it('keeps the name that somebody types on a link, known or not, unless a directory names them', async () => {
    const { access } = world.services.doors;
    const who = world.who(steward, ['steward']);
    await access.entry.invite(who, ['j.r.smith@meridian.test']);
    await world.addPerson({ name: 'Maria da Silva', email: 'maria@meridian.test' });
    const { url } = await access.entry.makeLink(who, 'meridian.test');
    const nameAfter = async (name: string, email: string) => {
      const request = { token: url.split('/join/')[1] ?? '', name, email };
      const { answer, code } = await codeOf(world, () => access.askToJoin(browser(), request, 'en'));
      await access.enter(browser(cookiesOf([answer])), email, code);
      const { rows } = await world.owner.query('select name, name_from, search_text from person where email = $1', [
        email,
      ]);
      return rows[0];
    };
    expect(await nameAfter('Joan Smith', 'j.r.smith@meridian.test')).toEqual({
      name: 'Joan Smith',
      name_from: 'self',
      search_text: 'joan smith',
    });
    expect(await nameAfter('Lena New', 'lena.new@meridian.test')).toMatchObject({
      name: 'Lena New',
      name_from: 'self',
    });
    expect(await nameAfter('The Boss', 'maria@meridian.test')).toMatchObject({ name: 'Maria da Silva' });
  });
});

describe('invitations', () => {
  const entry = () => world.services.doors.access.entry;
  const by = () => world.who(steward, ['steward']);
  const seen = async (email: string) => (await entry().invitations(by())).byName.find((row) => row.email === email);
  const codeFrom = (work: Promise<unknown>) =>
    work.then(
      () => 'fine',
      (error: { code: string }) => error.code,
    );

  it('are seen, sent again and withdrawn', async () => {
    await entry().invite(by(), ['nora@example.test', 'paul@example.test']);
    expect(await seen('nora@example.test')).toMatchObject({ state: 'waiting', by: 'Amara Okafor', mayAgain: false });
    await world.owner.query("update outbox set status = 'failed' where key like 'invitation:%'");
    const nora = await seen('nora@example.test');
    expect(nora).toMatchObject({ state: 'bounced', mayAgain: true });
    await entry().inviteAgain(by(), nora?.personId ?? '');
    expect(await seen('nora@example.test')).toMatchObject({ state: 'waiting' });
    expect(await codeFrom(entry().inviteAgain(by(), nora?.personId ?? ''))).toBe('access.invited-lately');
    await entry().withdraw(by(), nora?.personId ?? '');
    expect(await seen('nora@example.test')).toBeUndefined();
    expect(await world.services.doors.access.mayEnter('nora@example.test')).toBe(false);

    await world.services.doors.access.enterAs('paul@example.test');
    const paul = await seen('paul@example.test');
    expect(paul).toMatchObject({ state: 'joined', mayAgain: false });
    expect(await codeFrom(entry().withdraw(by(), paul?.personId ?? ''))).toBe('access.has-joined');
    expect(await codeFrom(entry().inviteAgain(by(), paul?.personId ?? ''))).toBe('access.has-joined');
  });

  it('of the directory go once to whoever never came, and nothing about them tells who came', async () => {
    const here = await world.addPerson({ name: 'Here Already' });
    const news = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => world.addPerson({ name: `New ${'abcdef'[n - 1]}`, hasEntered: false })),
    );
    const told = async () =>
      (
        await world.owner.query('select person_id from outbox where kind = $1 and person_id = any ($2)', [
          'invitation',
          [here, ...news],
        ])
      ).rows.map(({ person_id }) => person_id);
    expect(await told()).toEqual([]);
    expect((await entry().invitations(by())).directory).toMatchObject({ canInvite: true, hasInvited: false });
    await entry().inviteDirectory(by(), false);
    await entry().inviteDirectory(by(), false);
    expect((await told()).sort()).toEqual([...news].sort());
    const { byName, directory } = await entry().invitations(by());
    expect(directory).toMatchObject({ canInvite: false, hasInvited: true, canRemind: false });
    expect(byName.filter(({ personId }) => news.includes(personId))).toEqual([]);
    expect(await codeFrom(entry().withdraw(by(), news[0] ?? ''))).toBe('not-found');

    world.clock.advance(7 * 86_400_000);
    const seen = async () => (await entry().invitations(by())).directory;
    const enter = (ids: readonly string[]) =>
      world.owner.query('update person set entered_at = now() where person_id = any ($1)', [ids]);
    expect(await seen()).toMatchObject({ canRemind: true });
    const before = await seen();
    await enter(news.slice(0, 1));
    expect(await seen()).toEqual(before);
    await entry().inviteDirectory(by(), true);
    expect((await told()).length).toBe(6 + 5);

    // Somebody who came is all that is left to invite or remind: it looks as if nobody had.
    world.clock.advance(7 * 86_400_000);
    await enter(news);
    await world.addPerson({ name: 'Came Alone' });
    expect(await seen()).toMatchObject({ canInvite: true, canRemind: true });
    await entry().inviteDirectory(by(), false);
    expect((await told()).length).toBe(6 + 5);
    expect(await seen()).toMatchObject({ canInvite: false });
  });
});
