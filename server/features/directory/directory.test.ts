import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Who } from '#server/platform/access-guard.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let steward: Who;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  steward = world.who(await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] }), ['steward']);
});
afterAll(() => world.close());

const directory = () => world.services.doors.directory;
const rows = async (text: string, values: unknown[] = []) => (await world.owner.query(text, values)).rows;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

describe('a team without a file', () => {
  it('is named and moved, and nobody is told', async () => {
    const { unitId: sales } = await directory().addUnit(steward, { name: 'Sales', parentId: null });
    const { unitId: north } = await directory().addUnit(steward, { name: 'North', parentId: sales });
    const { personId } = await directory().addPerson(steward, {
      name: 'Li Wei',
      email: 'LI@example.test',
      unitId: north,
    });
    await directory().changePerson(steward, personId, { name: 'Li Wei Tan', unitId: sales });
    await directory().changeUnit(steward, north, { name: 'North Sea', parentId: null });
    expect(
      await rows('select name, email, unit_id, name_from, source from person where person_id = $1', [personId]),
    ).toEqual([
      { name: 'Li Wei Tan', email: 'li@example.test', unit_id: sales, name_from: 'steward', source: 'steward' },
    ]);
    expect(await rows('select name, parent_id from unit where unit_id = $1', [north])).toEqual([
      { name: 'North Sea', parent_id: null },
    ]);
    expect(await rows('select 1 from outbox')).toEqual([]);
    expect((await rows('select action from log_entry order by at, action')).map(({ action }) => action).sort()).toEqual(
      [
        'directory.add-person',
        'directory.add-unit',
        'directory.add-unit',
        'directory.move-person',
        'directory.move-unit',
        'directory.name-person',
        'directory.rename-unit',
      ],
    );
    // Who was added may sign in.
    expect(await world.services.doors.access.mayEnter('li@example.test')).toBe(true);
  });

  it('refuses what would harm, with the reason', async () => {
    const { unitId } = await directory().addUnit(steward, { name: 'Water', parentId: null });
    const { personId } = await directory().addPerson(steward, { name: 'Ana Sousa', email: 'ana@example.test', unitId });
    expect(await codeOf(directory().addPerson(steward, { name: 'Ana', email: 'Ana@example.test' }))).toBe(
      'addresses.taken',
    );
    expect(await codeOf(directory().addUnit(steward, { name: 'water', parentId: null }))).toBe(
      'directory.unit-name-taken',
    );
    expect(await codeOf(directory().changeUnit(steward, unitId, { parentId: unitId }))).toBe(
      'directory.unit-below-itself',
    );
    expect(await codeOf(directory().removeUnit(steward, unitId))).toBe('directory.unit-not-empty');
    expect(await codeOf(directory().changePerson(steward, personId, { email: 'li@example.test' }))).toBe(
      'addresses.taken',
    );
    await directory().changePerson(steward, personId, { unitId: null });
    expect(await codeOf(directory().removeUnit(steward, unitId))).toBe('fine');
  });

  it('changes the address of whoever never came at once, and lets it wait for whoever did', async () => {
    const { personId } = await directory().addPerson(steward, { name: 'Otto', email: 'oto@example.test' });
    expect(await directory().changePerson(steward, personId, { email: 'otto@example.test' })).toEqual({
      isAddressWaiting: false,
    });
    const { access } = world.services.doors;
    expect(await access.mayEnter('oto@example.test')).toBe(false);
    await access.enterAs('otto@example.test');
    expect(await directory().changePerson(steward, personId, { email: 'attacker@example.test' })).toEqual({
      isAddressWaiting: true,
    });
    expect(await access.mayEnter('attacker@example.test')).toBe(false);
    expect(await rows('select email from person where person_id = $1', [personId])).toEqual([
      { email: 'otto@example.test' },
    ]);
    expect(await rows('select new_email, source from address_change where person_id = $1', [personId])).toEqual([
      { new_email: 'attacker@example.test', source: 'steward' },
    ]);
  });

  it('brings a removed unit back with its id, and keeps one for which a programme is meant', async () => {
    const { unitId } = await directory().addUnit(steward, { name: 'Wells', parentId: null });
    await directory().removeUnit(steward, unitId);
    expect(await directory().addUnit(steward, { name: 'Wells', parentId: null, unitId })).toEqual({ unitId });
    expect(await codeOf(directory().addUnit(steward, { name: 'Pumps', parentId: null, unitId }))).toBe(
      'directory.unit-name-taken',
    );
    const offer = { kind: 'coffee', name: 'Coffee', size: 2, rule: 'across', cadence: 'weekly', weekday: 2 } as const;
    await world.services.doors.programmes.create(steward, { ...offer, audience: 'unit', unitId, drawTime: '09:00' });
    expect(await codeOf(directory().removeUnit(steward, unitId))).toBe('directory.unit-not-empty');
  });

  it('says site and level too, and makes a site of that name once', async () => {
    const { personId } = await directory().addPerson(steward, { name: 'Rui', email: 'rui@example.test' });
    const other = await directory().addPerson(steward, { name: 'Eva', email: 'eva@example.test' });
    await directory().changePerson(steward, personId, { site: { name: 'Porto' }, level: 'Lead' });
    await directory().changePerson(steward, other.personId, { site: { name: ' porto' } });
    const placed = await rows(
      'select p.level, p.site_said, s.name from person p join site s using (workspace_id, site_id) where p.person_id = any ($1) order by p.name desc',
      [[personId, other.personId]],
    );
    expect(placed).toEqual([
      { level: 'Lead', site_said: false, name: 'Porto' },
      { level: null, site_said: false, name: 'Porto' },
    ]);
    expect(await rows('select name from site')).toEqual([{ name: 'Porto' }]);
    await directory().changePerson(steward, personId, { site: null, level: null });
    expect(await rows('select level, site_id from person where person_id = $1', [personId])).toEqual([
      { level: null, site_id: null },
    ]);
    const nowhere = { id: '00000000-0000-4000-8000-000000000000' };
    expect(await codeOf(directory().changePerson(steward, personId, { site: nowhere }))).toBe('not-found');
  });

  it('gives nobody a role by an address that a steward writes over', async () => {
    const { personId } = await directory().addPerson(steward, { name: 'Vera', email: 'vera@example.test' });
    await world.services.doors.access.give(steward, personId, 'works-council');
    expect(await codeOf(directory().changePerson(steward, personId, { email: 'mine@example.test' }))).toBe(
      'access.holds-role',
    );
  });
});
