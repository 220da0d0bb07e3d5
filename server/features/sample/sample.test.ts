import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { addWorkspace, createWorld, testSecrets, type World } from '#test/helpers/world.ts';
import { createServices, type Services } from '../../main.ts';
import { silentLog } from '../../platform/log.ts';
import { castIds } from './organisation/staff.rules.ts';

let world: World;
let services: Services;

beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  const { rows } = await world.owner.query<{ name: string }>('select current_database() as name');
  const sampleOwnerUrl = inject('adminUrl').replace(/\/[^/]*$/, `/${rows[0]?.name}`);
  const origin = 'http://localhost:4020';
  const shared = { db: world.db, clock: world.clock, log: silentLog, secrets: testSecrets, origin };
  services = createServices({ ...shared, sample: true, sampleOwnerUrl });
});
beforeEach(() => world.owner.query('truncate workspace, auth."user", auth.identity cascade'));
afterAll(() => world.close());

const part = (wanted: string): string => castIds().find((each) => each.part === wanted)?.id ?? '';
const headersOf = (cookies: string[]) =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
const enter = async (wanted: string) => {
  const cookies = await services.doors.sample.enter(part(wanted), '127.0.0.1');
  const who = await services.doors.access.identify(headersOf(cookies));
  if (!who) throw new Error('Nobody came in.');
  return who;
};

describe('the sample organisation', () => {
  it('fills itself when somebody first looks, and once only', async () => {
    const { sample } = services.doors;
    expect(await services.doors.access.me(null)).toMatchObject({ sample: true, workspace: null });
    const [first] = await Promise.all([sample.people(), sample.people()]);
    expect(first.map(({ part: name, person }) => [name, person.name, person.unitName, person.siteName])).toEqual([
      ['newcomer', 'Inês Carvalho', 'Product Design', 'Lisbon'],
      ['team-lead', 'Jonas Brandt', 'Firmware', 'Hamburg'],
      ['steward', 'Amara Okafor', 'People', 'Lisbon'],
      ['acquired', 'Katrin Vogel', 'Calibration', 'Leipzig'],
      ['executive', 'Tomasz Zieliński', 'Supply', 'Lisbon'],
      ['remote', 'Nadia Haddad', 'Cloud and Data', 'Lisbon'],
    ]);
    expect(await sample.people()).toEqual(first);
    const counts = await world.owner.query(
      'select (select count(*) from person)::int as people, (select count(*) from moment)::int as moments, (select count(*) from workspace)::int as workspaces',
    );
    expect(counts.rows).toEqual([{ people: 240, moments: 1200, workspaces: 1 }]);
  });

  it('is entered as one of the six, and as nobody else', async () => {
    const who = await enter('steward');
    expect(who).toMatchObject({ status: 'active', roles: ['steward'] });
    expect(await services.doors.access.me(who)).toMatchObject({
      workspace: { name: 'Meridian' },
      person: { name: 'Amara Okafor' },
    });
    const { rows } = await world.owner.query('select person_id from person where person_id <> all ($1)', [
      castIds().map(({ id }) => id),
    ]);
    await expect(services.doors.sample.enter(rows[0].person_id, '127.0.0.1')).rejects.toMatchObject({ status: 404 });
  });

  it('has a log that somebody of the works council among the six can read', async () => {
    const council = await enter('acquired');
    expect(council.roles).toEqual(['works-council']);
    const entries = await services.doors.log.read(council);
    expect(entries.map(({ action, who }) => [action, who]).sort()).toEqual([
      ['access.confirm-role', expect.any(String)],
      ['access.give-role', 'Amara Okafor'],
      ['access.make-link', 'Amara Okafor'],
      ['programmes.send-now', 'Amara Okafor'],
    ]);
  });

  it.each(castIds().map(({ part: name }) => name))('gives the %s a week, hellos and an introduction', async (name) => {
    const who = await enter(name);
    const week = await services.doors.week.get(who);
    for (const kind of ['nurture', 'hardlyKnow', 'shouldKnow', 'connect'] as const) {
      expect(week[kind].length, kind).toBeGreaterThan(0);
    }
    const hellos = await services.doors.introductions.hellos(who);
    expect([hellos.received.length, hellos.sent.length]).toEqual([2, 2]);
    const [running] = await services.doors.introductions.list(who);
    expect(running).toMatchObject({ isEnded: false, myAnswer: null });
    const { guide } = await services.doors.introductions.get(who, running?.id ?? '');
    expect(guide.questions).toHaveLength(3);
  });

  it.each(castIds().map(({ part: name }) => name))('shows the %s nobody who is away or pauses', async (name) => {
    const who = await enter(name);
    const { rows } = await world.owner.query<{ person_id: string }>(
      `select person_id from person where status = 'away'
       union select person_id from boundary where paused_until is not null`,
    );
    expect(rows).toHaveLength(15);
    const { nurture, hardlyKnow, shouldKnow, connect } = await services.doors.week.get(who);
    const shown = JSON.stringify({ nurture, hardlyKnow, shouldKnow, connect });
    expect(rows.filter(({ person_id }) => shown.includes(person_id))).toEqual([]);
  });

  it('never empties a database in which another organisation lives', async () => {
    await services.doors.sample.people();
    const other = await addWorkspace(world.owner, world.clock.now());
    await expect(services.doors.sample.reset('127.0.0.1')).rejects.toThrow('not the sample');
    const { rows } = await world.owner.query('select 1 from workspace where workspace_id = $1', [other]);
    expect(rows).toHaveLength(1);
  });

  it('begins anew: what was done there is gone, sessions too', async () => {
    const cookies = await services.doors.sample.enter(part('remote'), '127.0.0.1');
    const who = await services.doors.access.identify(headersOf(cookies));
    if (!who) throw new Error('Nobody came in.');
    await services.doors.people.saveProfile(who, { about: 'Something else.' });
    await services.doors.sample.reset('127.0.0.1');
    expect(await services.doors.access.identify(headersOf(cookies))).toBeNull();
    const again = await enter('remote');
    expect((await services.doors.people.mine(again)).about).toMatch(/^I keep nine thousand pumps online/);
  });

  it('speaks German in German, and English again, but leaves alone what somebody wrote', async () => {
    const { sample, people } = services.doors;
    const cardOf = async (language: 'en' | 'de') => {
      const card = (await sample.people(language)).find((each) => each.part === 'newcomer')?.person;
      return [card?.title, card?.unitName, card?.siteName];
    };
    const german = async () => {
      const cookies = await sample.enter(part('newcomer'), '127.0.0.1', 'de');
      const who = await services.doors.access.identify(headersOf(cookies));
      if (!who) throw new Error('Nobody came in.');
      return who;
    };
    expect(await cardOf('en')).toEqual(['Product Designer', 'Product Design', 'Lisbon']);
    // Looking changes nothing.
    expect(await cardOf('de')).toEqual(['Produktdesign', 'Produktgestaltung', 'Lissabon']);
    const english = await enter('newcomer');
    expect((await people.mine(english)).interests).toEqual(['ceramics', 'cycling', 'choir']);
    await people.saveProfile(english, { about: 'Something else.' });
    const who = await german();
    expect(await people.mine(who)).toMatchObject({
      about: 'Something else.',
      interests: ['Keramik', 'Radfahren', 'Chor'],
    });
    const { rows } = await world.owner.query(
      "select reasons::text || guide::text as text from introduction where reasons::text like '%choir%'",
    );
    expect(rows).toEqual([]);
    const units = await world.owner.query("select name from unit where name in ('Calibration', 'Kalibrierung')");
    expect(units.rows).toEqual([{ name: 'Kalibrierung' }]);
    expect((await people.mine(await enter('newcomer'))).interests).toEqual(['ceramics', 'cycling', 'choir']);
    await sample.reset('127.0.0.1', 'de');
    expect((await people.mine(await german())).about).toMatch(/^Ich habe vor drei Wochen angefangen/);
  });

  it('sends nothing', async () => {
    await services.doors.sample.people();
    await services.background.send();
    const { rows } = await world.owner.query("select distinct channel from outbox where status = 'sent'");
    expect(rows).toEqual([{ channel: 'kept' }]);
  });
});

it('does not exist in a real organisation', async () => {
  const { sample } = world.services.doors;
  await expect(sample.people()).rejects.toMatchObject({ status: 404, code: 'not-found' });
  await expect(sample.enter(part('steward'), '127.0.0.1')).rejects.toMatchObject({ status: 404, code: 'not-found' });
  await expect(sample.reset('127.0.0.1')).rejects.toMatchObject({ status: 404, code: 'not-found' });
});
