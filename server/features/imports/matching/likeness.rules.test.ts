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

describe('how alike', () => {
  const alice = member('alice', 'Alice Martins', { joinedOn: '2020-01-01', title: 'Chemist' });
  const far = { unitPath: ['Works'] };
  const asked = (entry: Line, complete = true, person = alice) =>
    planOf([person, bo], [entry, line('Bo Ekdal')], { complete }).perhaps;
  const shares = (...given: Parameters<typeof asked>) => asked(...given)[0]?.shares;

  it.each<[string, Line, string[] | undefined]>([
    ['the name', line('ALICE MARTINS', { email: 'x@y.test', ...far }), ['name']],
    ['a name and the unit', line('Alice Berg', { email: 'x@y.test' }), ['one-name', 'unit']],
    ['a name and the title', line('Alice Berg', { email: 'x@y.test', title: 'chemist', ...far }), undefined],
    [
      'a name, the title and the unit',
      line('Alice Berg', { email: 'x@y.test', title: 'chemist' }),
      ['one-name', 'unit', 'title'],
    ],
    [
      'the address before its domain and the unit',
      line('Zoe Berg', { email: 'alice.martins@y.test' }),
      ['address-name', 'unit'],
    ],
    [
      'that address and the title',
      line('Zoe Berg', { email: 'alice.martins@y.test', title: 'Chemist', ...far }),
      ['address-name', 'title'],
    ],
    ['that address alone', line('Zoe Berg', { email: 'alice.martins@y.test', ...far }), undefined],
    ['no more than a letter of the name', line('A Berg', { email: 'x@y.test' }), undefined],
    [
      'the day they came and the unit, without a name',
      line('Zoe Berg', { joinedOn: '2020-01-01', title: 'Chemist' }),
      undefined,
    ],
  ])('%s', (_, entry, expected) => {
    expect(shares(entry)).toEqual(expected);
  });

  it('an empty title, unit or day is nothing in common', () => {
    const bare = member('alice', 'Alice Martins', { unitId: null });
    const entry = line('Alice Berg', { email: 'alice.martins@y.test', title: '', unitPath: [], joinedOn: null });
    expect(shares(entry, true, bare)).toEqual(['one-name', 'address-name']);
  });

  it('in a file that is not complete is asked by a name with the address, never by the address alone', () => {
    expect(shares(line('Alice Berg', { email: 'alice.martins@y.test', ...far }), false)).toEqual([
      'one-name',
      'address-name',
    ]);
    expect(shares(line('Zoe Berg', { email: 'alice.martins@y.test' }), false)).toBeUndefined();
    expect(shares(line('Alice Berg', { email: 'x@y.test', joinedOn: '2020-01-01' }), false)).toBeUndefined();
  });

  it('asks of each person and each line once, the most alike first, then by line', () => {
    const two = [member('a1', 'Ana Reis'), member('a2', 'Ana Vega')];
    const entries = [line('Ana Kuhn'), line('Ana Reis', { email: 'x@y.test' }), line('Ana Lima')];
    const { perhaps } = planOf([...two, bo], [...entries, line('Bo Ekdal')]);
    expect(perhaps.map(({ personId, name }) => [personId, name])).toEqual([
      ['a1', 'Ana Reis'],
      ['a2', 'Ana Kuhn'],
    ]);
    expect(perhaps[0]).toMatchObject({ line: 3, key: 'a1 x@y.test', before: { email: 'ana.reis@orrin.test' } });
  });

  it('asks of two hundred at most', () => {
    const many = Array.from({ length: 201 }, (_, place) => `Ana N${place}`);
    const before = many.map((name, place) => member(`p${place}`, name, { email: `old${place}@x.test` }));
    const count = (size: number) =>
      planOf([...before, bo], [...many.slice(0, size).map((name) => line(name)), line('Bo Ekdal')]).perhaps.length;
    expect([count(199), count(200), count(201)]).toEqual([199, 200, 200]);
  });
});
