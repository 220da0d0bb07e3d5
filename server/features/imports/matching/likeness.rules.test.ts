import { describe, expect, it } from 'vitest';
import { fakeDirectory } from '#server/ports/directory.fake.ts';
import type { DirectoryEntry } from '#server/ports/directory.ts';
import { member as plain } from '#test/helpers/member.ts';
import { countsOf, planImport } from '../plan/plan.rules.ts';
import type { DirectoryPerson, KnownDirectory } from './known-directory.rules.ts';

const member = (personId: string, name: string, facts: Partial<DirectoryPerson> = {}) =>
  plain(personId, { email: `${name.toLowerCase().replace(' ', '.')}@orrin.test`, name, unitId: 'lab', ...facts });

const bo = member('bo', 'Bo Ekdal', { managerId: 'alice' });
const directory = (...people: DirectoryPerson[]): KnownDirectory => ({
  people,
  units: [{ unitId: 'lab', parentId: null, name: 'Lab' }],
  sites: [],
});
type Line = Omit<DirectoryEntry, 'line'>;
const line = (name: string, rest: Partial<Line> = {}): Line => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@orrin.test`,
  unitPath: ['Lab'],
  ...rest,
});
const planOf = (
  people: DirectoryPerson[],
  lines: Line[],
  told: { same?: string[]; apart?: string[]; complete?: boolean } = {},
) => {
  let next = 0;
  return planImport(directory(...people), fakeDirectory(lines).read(), {
    complete: true,
    ...told,
    today: '2026-11-23',
    newId: () => `new-${next++}`,
  });
};

describe('somebody new who is perhaps somebody gone', () => {
  const alice = member('alice', 'Alice Martins');
  const after = [line('Alice Ernandes'), line('Bo Ekdal', { manager: 'alice.ernandes@orrin.test' })];
  const key = 'alice alice.ernandes@orrin.test';

  it('is asked about, and nothing happens to either until somebody says', () => {
    const plan = planOf([alice, bo], after);
    expect(plan.perhaps).toMatchObject([
      { key, name: 'Alice Ernandes', before: { name: 'Alice Martins' }, shares: ['one-name', 'unit'], answer: null },
    ]);
    expect(plan).toMatchObject({ added: [], changed: [], gone: [], waiting: [], faulty: [] });
    expect(countsOf(plan, { entries: fakeDirectory(after).read().entries })).toMatchObject({ perhaps: 1, same: 1 });
  });

  it('gets the address where they are one and never signed in; else it waits for them', () => {
    expect(planOf([alice, bo], after, { same: [key] })).toMatchObject({
      added: [],
      gone: [],
      changed: [{ personId: 'alice', after: { name: 'Alice Ernandes', email: 'alice.ernandes@orrin.test' } }],
    });
    const signedIn = { ...alice, hasSignedIn: true };
    const plan = planOf([signedIn, bo], after, { same: [key] });
    expect(plan.changed[0]?.after).toEqual({ name: 'Alice Ernandes' });
    expect(plan.waiting).toMatchObject([{ personId: 'alice', after: 'alice.ernandes@orrin.test' }]);
  });

  it('is new where they are two, and the other leaves', () => {
    const plan = planOf([alice, bo], after, { apart: [key] });
    expect(plan.added.map(({ name }) => name)).toEqual(['Alice Ernandes']);
    expect(plan.gone.map(({ personId }) => personId)).toEqual(['alice']);
  });

  it.each([
    ['another domain', alice, line('Alice Martins', { email: 'alice.martins@new.test' }), 1],
    [
      'another name and unit, the start date alone',
      { ...alice, joinedOn: '2020-01-01' },
      line('Zoe Berg', { joinedOn: '2020-01-01', unitPath: ['Works'] }),
      0,
    ],
    [
      'a first name and a start date',
      { ...alice, joinedOn: '2020-01-01' },
      line('Alice Berg', { joinedOn: '2020-01-01', unitPath: ['Works'] }),
      1,
    ],
    ['a first name alone', alice, line('Alice Berg', { unitPath: ['Works'] }), 0],
    ['a unit alone', alice, line('Zoe Berg'), 0],
    ['numbers that differ', { ...alice, externalId: '1' }, line('Alice Ernandes', { externalId: '2' }), 0],
    ['somebody no import may remove', { ...alice, isImported: false }, line('Alice Ernandes'), 0],
  ])('with %s', (_, person, entry, pairs) => {
    expect(planOf([person, bo], [entry, line('Bo Ekdal')]).perhaps).toHaveLength(pairs);
  });

  it('in a file that is not complete is only asked about by the name', () => {
    expect(planOf([alice, bo], [line('Alice Ernandes')], { complete: false }).perhaps).toEqual([]);
    const moved = line('Alice Martins', { email: 'am@new.test' });
    expect(planOf([alice, bo], [moved], { complete: false }).perhaps).toHaveLength(1);
  });
});
