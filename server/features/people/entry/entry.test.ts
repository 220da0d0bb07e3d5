import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let me: string;
let steward: string;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

const people = () => world.services.doors.people;
const setPerson = (id: string, values: Record<string, unknown>) =>
  world.owner.query(
    `update person set ${Object.keys(values)
      .map((column, index) => `${column} = $${index + 2}`)
      .join(', ')} where person_id = $1`,
    [id, ...Object.values(values)],
  );

beforeEach(async () => {
  await world.owner.query(
    'delete from person; delete from unit; delete from site; delete from log_entry; delete from auth.identity',
  );
  steward = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  me = await world.addPerson({ name: 'J R Smith' });
  await world.owner.query("update person set source = 'invite', name_from = 'address'");
});

describe('saying who I am', () => {
  it('takes name, unit, site and interests in a team without a file, and ends the welcome', async () => {
    const access = world.services.doors.access;
    expect((await access.me(world.who(me))).person).toMatchObject({ isNew: true });
    const said = await people().sayWhoIAm(world.who(me), {
      name: 'Joan Smith',
      unit: { name: 'Pricing' },
      site: { name: 'Porto' },
      interests: ['Sailing', 'sailing', 'Bread'],
      isWelcomed: true,
    });
    expect(said).toMatchObject({
      name: 'Joan Smith',
      nameFrom: 'self',
      unit: { name: 'Pricing' },
      site: { name: 'Porto' },
      maySay: ['name', 'unit', 'site'],
    });
    expect((await access.me(world.who(me))).person).toMatchObject({ isNew: false, name: 'Joan Smith' });
    const page = await people().get(world.who(steward), me);
    expect(page).toMatchObject({ name: 'Joan Smith', unitName: 'Pricing', shown: { interests: ['Sailing', 'Bread'] } });
    expect((await people().search(world.who(steward), { q: 'joan', limit: 5 })).total).toBe(1);
  });

  it('finds the unit that a colleague named before, and makes no second one', async () => {
    await people().sayWhoIAm(world.who(steward), { unit: { name: 'Pricing' } });
    await people().sayWhoIAm(world.who(me), { unit: { name: 'pricing ' } });
    expect((await people().units(world.who(me))).units).toMatchObject([{ name: 'Pricing', people: 2 }]);
    const { rows } = await world.owner.query("select about from log_entry where action = 'people.name-place'");
    expect(rows).toEqual([{ about: { kind: 'unit', name: 'Pricing' } }]);
  });

  it('says nothing where the directory does, and tells who can', async () => {
    await setPerson(me, { source: 'import', name_from: 'directory' });
    const { rows } = await world.owner.query(
      "insert into unit (workspace_id, unit_id, name) values ($1, gen_random_uuid(), 'Water') returning unit_id",
      [world.workspaceId],
    );
    await setPerson(me, { unit_id: rows[0].unit_id });
    expect(await people().whoIAm(world.who(me))).toMatchObject({
      maySay: ['site'],
      mayNamePlaces: false,
      stewards: ['Amara Okafor'],
    });
    const refused = { code: 'people.not-mine-to-say' };
    await expect(people().sayWhoIAm(world.who(me), { name: 'The Boss' })).rejects.toMatchObject(refused);
    await expect(people().sayWhoIAm(world.who(me), { unit: null })).rejects.toMatchObject(refused);
    await expect(people().sayWhoIAm(world.who(me), { site: { name: 'Moon' } })).rejects.toMatchObject(refused);
    // The same name again is no change: the form sends what it shows.
    expect(await people().sayWhoIAm(world.who(me), { name: 'J R Smith', isWelcomed: true })).toMatchObject({
      name: 'J R Smith',
      nameFrom: 'directory',
    });
  });

  it('skips without changing anything', async () => {
    await people().sayWhoIAm(world.who(me), { isWelcomed: true });
    expect(await people().whoIAm(world.who(me))).toMatchObject({ name: 'J R Smith', nameFrom: 'address', unit: null });
    expect((await world.services.doors.access.me(world.who(me))).person).toMatchObject({ isNew: false });
  });

  it('adds interests to those that were hidden, and shows them', async () => {
    await people().saveProfile(world.who(me), { interests: ['Chess'], shows: ['about'] });
    await people().sayWhoIAm(world.who(me), { interests: ['Bread'] });
    expect(await people().mine(world.who(me))).toMatchObject({
      interests: ['Chess', 'Bread'],
      shows: ['about', 'interests'],
    });
  });
});
