import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { PersonPage } from '#contract/people.ts';
import { png } from '#test/helpers/pictures.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import { searchTextOf } from './people.ts';
import type { ProfileChange } from './profile.rules.ts';

let world: World;
let [amara, jonas]: string[] = [];
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const people = () => world.services.doors.people;
const as = (id: string | undefined) => world.who(id ?? '');

async function add(name: string, values: { unit?: string; status?: string; title?: string } = {}): Promise<string> {
  const { title = '', ...rest } = values;
  const id = await world.addPerson({ name, email: `${randomUUID()}@example.test`, ...rest });
  await world.owner.query('update person set title = $2, search_text = $3 where person_id = $1', [
    id,
    title,
    searchTextOf(name, title),
  ]);
  return id;
}

const set = (id: string, column: string, value: unknown) =>
  world.owner.query(`update person set ${column} = $2 where person_id = $1`, [id, value]);
const show = (id: string, change: ProfileChange) => people().saveProfile(as(id), change);
const openUp = (id: string) =>
  world.owner.query('insert into boundary (workspace_id, person_id, hellos) values ($1, $2, true)', [
    world.workspaceId,
    id,
  ]);
const veil = (viewer: string, hidden: string) =>
  world.owner.query(
    'insert into veil (workspace_id, viewer_id, hidden_id, block_key) values ($1, $2, $3, $4), ($1, $3, $2, $4)',
    [world.workspaceId, viewer, hidden, randomUUID()],
  );
const found = async (input: Partial<Parameters<World['services']['doors']['people']['search']>[1]>, by = amara) =>
  (await people().search(as(by), { limit: 50, ...input })).people.map((person) => person.name);

beforeEach(async () => {
  await world.owner.query('delete from person; delete from unit; delete from site');
  amara = await add('Amara Okafor', { unit: 'Product' });
  jonas = await add('Jonas Brandt', { unit: 'Product', title: 'Buyer' });
});

describe('search', () => {
  it('forgives typing errors and accents, and takes words in any order', async () => {
    await add('Zoë Müller-Łukaszewicz');
    expect(await found({ q: 'Jonsa Brant' })).toEqual(['Jonas Brandt']);
    expect(await found({ q: 'brandt jonas' })).toEqual(['Jonas Brandt']);
    expect(await found({ q: 'zoe muller' })).toEqual(['Zoë Müller-Łukaszewicz']);
    expect(await found({ q: 'lukasevicz' })).toEqual(['Zoë Müller-Łukaszewicz']);
    expect(await found({ q: 'xyzzy' })).toEqual([]);
    expect(await found({ q: '%' })).toEqual([]);
  });

  it('puts names that begin so first, then other words, then names much like it', async () => {
    await add('Anna Jonasson');
    await add('Joanas Berg');
    expect(await found({ q: 'jonas' })).toEqual(['Jonas Brandt', 'Anna Jonasson', 'Joanas Berg']);
    expect(await found({ q: 'buyer' })).toEqual(['Jonas Brandt']);
  });

  it('forgives one slip in a short name, and no second one', async () => {
    await add('Priya Nair');
    await add('Ada Ludwig');
    for (const typed of ['prya', 'pria', 'pirya', 'oriya', 'priyaa', 'niar'])
      expect(await found({ q: typed }), typed).toEqual(['Priya Nair']);
    expect(await found({ q: 'aada' })).toEqual(['Ada Ludwig']);
    expect(await found({ q: 'pxyx' })).toEqual([]);
    expect(await found({ q: 'prrx' })).toEqual([]);
  });

  it('finds people by the talents, passions, offers and interests that they show', async () => {
    await show(jonas ?? '', {
      talents: ['Public speaking'],
      passions: ['Café racers'],
      askMeAbout: ['Mentoring newcomers'],
      interests: ['Sailing'],
      shows: ['talents', 'passions', 'askMeAbout', 'interests'],
    });
    for (const q of ['mentoring', 'mentor', 'newcomers mentoring', 'speaking', 'cafe', 'CAFÉ', 'sail'])
      expect(await found({ q }), q).toEqual(['Jonas Brandt']);
    expect(await found({ q: 'entoring' })).toEqual([]);
    const sam = await add('Sam Mentoris');
    expect(await found({ q: 'mentor' })).toEqual(['Sam Mentoris', 'Jonas Brandt']);
    await show(sam, { talents: ['Mentoring'], shows: ['talents'] });
    expect(await found({ q: 'mentor' })).toEqual(['Sam Mentoris', 'Jonas Brandt']);
  });

  it('never finds anybody by what they hide, or by what a block hides', async () => {
    await show(jonas ?? '', {
      talents: ['Mentoring'],
      passions: ['Mentoring'],
      interests: ['Mentoring'],
      shows: ['askMeAbout'],
    });
    expect(await found({ q: 'mentoring' })).toEqual([]);
    await show(jonas ?? '', { shows: ['talents'] });
    expect(await found({ q: 'mentoring' })).toEqual(['Jonas Brandt']);
    await veil(amara ?? '', jonas ?? '');
    expect(await found({ q: 'mentoring' })).toEqual([]);
    expect((await people().search(as(amara), { q: 'mentoring', limit: 5 })).total).toBe(0);
    expect(await found({ q: 'jonas' })).toEqual(['Jonas Brandt']);
    await world.owner.query('delete from veil');
    await show(jonas ?? '', { shows: [] });
    expect(await found({ q: 'mentoring' })).toEqual([]);
  });

  it('leaves out who has left, keeps who is away, and never crosses into another workspace', async () => {
    await add('Lea Leaving', { status: 'leaving' });
    await add('Ali Alumni', { status: 'alumni' });
    await add('Awa Away', { status: 'away' });
    expect(await found({})).toEqual(['Amara Okafor', 'Awa Away', 'Jonas Brandt']);
    expect(await found({ q: 'lea' })).toEqual([]);
    const elsewhere = { ...as(amara), workspaceId: randomUUID() };
    expect((await people().search(elsewhere, { q: 'jonas', limit: 5 })).people).toEqual([]);
    expect((await people().search(elsewhere, { limit: 5 })).total).toBe(0);
  });

  it('pages without losing or repeating anybody', async () => {
    for (let n = 0; n < 23; n += 1) await add(`Jonas ${String.fromCharCode(97 + n)}`);
    for (const q of [undefined, 'jonas']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await people().search(as(amara), { q, cursor, limit: 7 });
        expect(page.total).toBe(q ? 24 : 25);
        seen.push(...page.people.map((person) => person.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(q ? 24 : 25);
    }
    await expect(people().search(as(amara), { cursor: 'nonsense', limit: 7 })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  it('narrows by unit with all below it, by site and by level', async () => {
    const pia = await add('Pia Pricing', { unit: 'Pricing' });
    const { rows } = await world.owner.query<{ unit_id: string; name: string }>('select unit_id, name from unit');
    const unit = (name: string) => rows.find((row) => row.name === name)?.unit_id ?? '';
    await world.owner.query('update unit set parent_id = $1 where unit_id = $2', [unit('Product'), unit('Pricing')]);
    const siteId = randomUUID();
    await world.owner.query("insert into site (workspace_id, site_id, name) values ($1, $2, 'Porto')", [
      world.workspaceId,
      siteId,
    ]);
    await set(pia, 'site_id', siteId);
    await set(pia, 'level', 'senior');
    expect(await found({ unitId: unit('Product') })).toEqual(['Amara Okafor', 'Jonas Brandt', 'Pia Pricing']);
    expect(await found({ unitId: unit('Pricing') })).toEqual(['Pia Pricing']);
    expect(await found({ siteId })).toEqual(['Pia Pricing']);
    expect(await found({ level: 'senior', q: 'pia' })).toEqual(['Pia Pricing']);
    expect(await found({ level: 'senior', q: 'jonas' })).toEqual([]);
    const { units } = await people().units(as(amara));
    expect(units.map(({ name, people: count }) => [name, count])).toEqual([
      ['Pricing', 1],
      ['Product', 3],
    ]);
    expect(await people().filters(as(amara))).toEqual({ sites: [{ id: siteId, name: 'Porto' }], levels: ['senior'] });
  });

  it('finds by interest and language only what is shown, and never through a veil', async () => {
    await show(jonas ?? '', { interests: ['Climbing'], languages: ['German'], shows: ['interests'] });
    expect(await found({ interest: 'climbing' })).toEqual(['Jonas Brandt']);
    expect(await found({ language: 'de' })).toEqual([]);
    await show(jonas ?? '', { shows: ['interests', 'languages'] });
    expect(await found({ language: 'Deutsch', q: 'jonas' })).toEqual(['Jonas Brandt']);
    await veil(amara ?? '', jonas ?? '');
    expect(await found({ interest: 'climbing' })).toEqual([]);
    expect(await found({ language: 'de', q: 'jonas' })).toEqual([]);
    expect(await found({ q: 'jonas' })).toEqual(['Jonas Brandt']);
  });
});

describe('a person', () => {
  const page = (by = amara): Promise<PersonPage> => people().get(as(by), jonas ?? '');

  it('shows what they chose, and nothing else', async () => {
    await show(jonas ?? '', {
      about: 'I buy things.',
      talents: ['Sketching'],
      interests: ['Chess'],
      shows: ['about', 'talents'],
      title: 'Buyer',
    });
    expect((await page()).shown).toEqual({ about: 'I buy things.', talents: ['Sketching'] });
    expect((await people().search(as(amara), { q: 'jonas', limit: 1 })).people[0]?.line).toBe('I buy things.');
    await show(jonas ?? '', { shows: [] });
    expect((await page()).shown).toEqual({});
    expect((await people().search(as(amara), { q: 'jonas', limit: 1 })).people[0]?.line).toBe('');
  });

  it('looks, to somebody blocked, exactly like one who shows nothing and is open to nothing', async () => {
    const silent = JSON.stringify(await page());
    const silentRow = JSON.stringify(await people().search(as(amara), { q: 'jonas', limit: 5 }));
    await show(jonas ?? '', {
      about: 'Hello',
      talents: ['a'],
      interests: ['b'],
      languages: ['de'],
      hours: { from: 9, to: 17 },
      officeDays: [1],
      shows: ['about', 'talents', 'interests', 'languages', 'hours', 'officeDays'],
    });
    await openUp(jonas ?? '');
    await people().savePhoto(as(jonas), new Blob([png()]));
    expect(JSON.stringify(await page())).not.toBe(silent);
    await veil(amara ?? '', jonas ?? '');
    expect(JSON.stringify(await page())).toBe(silent);
    expect(JSON.stringify(await people().search(as(amara), { q: 'jonas', limit: 5 }))).toBe(silentRow);
    await expect(people().photo(as(amara), jonas ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not found when leaving, unknown, or of another workspace', async () => {
    await set(jonas ?? '', 'status', 'leaving');
    await expect(page()).rejects.toMatchObject({ code: 'not-found' });
    await expect(people().get(as(amara), randomUUID())).rejects.toMatchObject({ code: 'not-found' });
    await expect(people().get({ ...as(amara), workspaceId: randomUUID() }, amara ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('works with the manager, reports, groups and the same unit, in this order', async () => {
    const mona = await add('Mona Manager', { unit: 'Board' });
    const rhea = await add('Rhea Report', { unit: 'Lab' });
    const gus = await add('Gus Group', { unit: 'Lab' });
    await add('Lars Left', { unit: 'Product', status: 'leaving' });
    await set(jonas ?? '', 'manager_id', mona);
    await set(rhea, 'manager_id', jonas);
    await set(jonas ?? '', 'groups', ['pricing board', 'choir']);
    await set(gus, 'groups', ['pricing board']);
    const { worksWith, manager } = await page();
    expect(manager?.name).toBe('Mona Manager');
    expect(worksWith.map(({ person, tie, group }) => [person.name, tie, group])).toEqual([
      ['Mona Manager', 'manager', null],
      ['Rhea Report', 'report', null],
      ['Gus Group', 'group', 'pricing board'],
      ['Amara Okafor', 'unit', null],
    ]);
  });
});

describe('my own', () => {
  it('profile changes field by field', async () => {
    await show(amara ?? '', { languages: ['English', 'Deutsch', 'en'], hours: { from: 8, to: 16 } });
    await show(amara ?? '', { about: 'Hi', title: 'Gärtnerin' });
    expect(await people().mine(as(amara))).toMatchObject({
      about: 'Hi',
      languages: ['en', 'de'],
      hours: { from: 8, to: 16 },
      shows: [],
      title: 'Gärtnerin',
    });
    expect(await found({ q: 'gartner' })).toEqual(['Amara Okafor']);
  });

  it('language and time zone are kept, and a zone nobody knows is refused', async () => {
    expect(await people().saveSettings(as(amara), { language: 'de', timezone: 'Asia/Tokyo' })).toMatchObject({
      language: 'de',
      timezone: 'Asia/Tokyo',
      usualTimezone: 'Europe/Lisbon',
    });
    // One that nobody can reckon with would stop the rounds of everybody.
    for (const timezone of ['Mars/Olympus', '', ' '])
      await expect(people().saveSettings(as(amara), { timezone })).rejects.toMatchObject({
        code: 'workspace.unknown-time-zone',
      });
    expect(await people().saveSettings(as(amara), { timezone: null })).toMatchObject({
      language: 'de',
      timezone: null,
    });
  });

  it('photo is kept, served, and gone when removed', async () => {
    const { photoUrl } = await people().savePhoto(as(amara), new Blob([png()]));
    expect(photoUrl).toContain(`/api/people/${amara}/photo?v=`);
    const file = await people().photo(as(jonas), amara ?? '');
    expect([file.type, file.size]).toEqual(['image/png', png().length]);
    await people().removePhoto(as(amara));
    await expect(people().photo(as(jonas), amara ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('photo is refused when it is none or too large', async () => {
    const refused = (bytes: BlobPart, code: string) =>
      expect(people().savePhoto(as(amara), new Blob([bytes]))).rejects.toMatchObject({ code });
    await refused('<svg/>', 'people.photo-type');
    await refused(png(2000), 'too-large');
    await refused(new Uint8Array(400_001), 'too-large');
  });
});
