import { describe, expect, it } from 'vitest';
import { fakeDirectory } from '#server/ports/directory.fake.ts';
import type { DirectoryEntry } from '#server/ports/directory.ts';
import { member } from '#test/helpers/member.ts';
import type { DirectoryPerson, KnownDirectory } from '../matching/known-directory.rules.ts';
import { countsOf, fingerprintOf, needsConfirmation, planImport, planOf } from './plan.rules.ts';

type Line = Omit<DirectoryEntry, 'line'>;
const places = {
  units: [
    { unitId: 'u1', parentId: null, name: 'Works' },
    { unitId: 'u2', parentId: 'u1', name: 'Lab' },
  ],
  sites: [{ siteId: 's1', name: 'Lisbon' }],
};
const planned = (people: DirectoryPerson[], lines: Line[], complete = false) => {
  let next = 0;
  return planImport({ people, ...places }, fakeDirectory(lines).read(), {
    ...{ complete, today: '2026-11-23', newId: () => `new-${next++}` },
  });
};
const line = (name: string, rest: Partial<Line> = {}): Line => ({ email: `${name}@x.test`, name, ...rest });
const fieldsOf = (before: Partial<DirectoryPerson>, after: Partial<Line>) =>
  planned([member('boss', { externalId: '9', name: 'Big Boss' }), member('a', before)], [line('a', after)]).changed[0]
    ?.fields;

describe('a value that changes is told as people read it', () => {
  it.each<[string, Partial<DirectoryPerson>, Partial<Line>, string, string]>([
    ['name', {}, { name: 'Ana' }, 'a', 'Ana'],
    ['externalId', {}, { externalId: '7' }, '', '7'],
    ['title', { title: 'Baker' }, { title: '' }, 'Baker', ''],
    ['unit', { unitId: 'u2' }, { unitPath: ['Works', 'Yard'] }, 'Works / Lab', 'Works / Yard'],
    ['unit', { unitId: 'u1' }, { unitPath: [] }, 'Works', ''],
    ['site', { siteId: 's1' }, { site: null }, 'Lisbon', ''],
    ['site', {}, { site: 'Oslo' }, '', 'Oslo'],
    ['manager', {}, { manager: '9' }, '', 'Big Boss'],
    ['manager', { managerId: 'boss' }, { manager: null }, 'Big Boss', ''],
    ['level', { level: 'L1' }, { level: null }, 'L1', ''],
    ['joined', {}, { joinedOn: '2020-01-01' }, '', '2020-01-01'],
    ['timezone', {}, { timezone: 'UTC' }, '', 'UTC'],
    ['groups', { groups: ['a', 'b'] }, { groups: ['b'] }, 'a, b', 'b'],
  ])('%s', (field, before, after, was, is) => {
    expect(fieldsOf(before, after)).toEqual([{ field, before: was, after: is }]);
  });

  it('an absence, until its day and with it', () => {
    expect(fieldsOf({}, { awayUntil: '2026-11-23' })).toEqual([
      { field: 'status', before: 'active', after: 'away' },
      { field: 'awayUntil', before: '', after: '2026-11-23' },
    ]);
    expect(fieldsOf({ status: 'away', awayUntil: '2026-12-24' }, { awayUntil: null })).toEqual([
      { field: 'status', before: 'away', after: 'active' },
      { field: 'awayUntil', before: '2026-12-24', after: '' },
    ]);
    expect(fieldsOf({ status: 'away', awayUntil: '2026-12-24' }, {})).toBeUndefined();
    expect(fieldsOf({}, { awayUntil: '2026-11-22' })).toBeUndefined();
  });

  it('a return, but not its own day', () => {
    const left = { externalId: '7', status: 'leaving', leftOn: '2026-11-01' } as const;
    const [change] = planned([member('a', left)], [line('a', { externalId: '7' })]).changed;
    expect(change).toMatchObject({ after: { status: 'active', leftOn: null }, before: { leftOn: '2026-11-01' } });
    expect(change?.fields).toEqual([{ field: 'status', before: 'leaving', after: 'active' }]);
    const away = planned([member('a', left)], [line('a', { externalId: '7', awayUntil: '2026-12-01' })]).changed;
    expect(away[0]?.after).toEqual({ status: 'away', awayUntil: '2026-12-01', leftOn: null });
  });

  it('no name that somebody says themselves', () => {
    expect(fieldsOf({ saysOwnName: true }, { name: 'Ana' })).toBeUndefined();
  });

  it('an address that waited and is taken back', () => {
    const plan = planned([member('a', { waitsFor: 'new@x.test', hasSignedIn: true })], [line('a')]);
    expect(plan.recalled).toEqual(['a']);
    expect(plan.changed).toMatchObject([
      { before: {}, after: {}, fields: [{ field: 'email', before: 'new@x.test', after: 'a@x.test' }] },
    ]);
    expect(planned([member('a', { hasSignedIn: true })], [line('a')])).toMatchObject({ recalled: [], changed: [] });
    const other = member('a', { waitsFor: 'new@x.test', hasSignedIn: true, externalId: '7' });
    const still = planned([other], [{ email: 'new@x.test', name: 'a', externalId: '7' }]);
    expect(still).toMatchObject({ recalled: [], changed: [], waiting: [{ before: 'a@x.test', after: 'new@x.test' }] });
  });
});

describe('somebody new', () => {
  it('has what the file says and nothing else', () => {
    const given = {
      ...{ externalId: '7', title: 'Baker', unitPath: ['Works', 'Lab'], site: 'lisbon', level: 'L1', groups: ['x'] },
      ...{ joinedOn: '2020-01-01', timezone: 'UTC', languages: ['de'], interests: ['bees'], awayUntil: '2026-12-01' },
    };
    expect(planned([], [line('a', given)]).added).toEqual([
      {
        ...{ personId: 'new-0', line: 2, email: 'a@x.test', name: 'a', externalId: '7', title: 'Baker', unitId: 'u2' },
        ...{ unit: 'Works / Lab', siteId: 's1', site: 'Lisbon', managerId: null, level: 'L1', groups: ['x'] },
        ...{ joinedOn: '2020-01-01', timezone: 'UTC', languages: ['de'], interests: ['bees'], status: 'away' },
        ...{ awayUntil: '2026-12-01', leftOn: null },
      },
    ]);
    expect(planned([], [line('a')]).added).toMatchObject([
      {
        ...{ externalId: null, title: '', unitId: null, unit: '', siteId: null, site: '', level: null, groups: [] },
        ...{ joinedOn: null, timezone: null, languages: [], interests: [], status: 'active', awayUntil: null },
      },
    ]);
  });
});

describe('a manager', () => {
  const managerOf = (people: DirectoryPerson[], lines: Line[], complete = false) => {
    const plan = planned(people, lines, complete);
    const { managerId } = plan.added.find(({ name }) => name === 'x') ?? {};
    return [managerId, plan.faulty.map(({ reason, value, isLeftOut }) => [reason, value, isLeftOut])];
  };
  const unknown = (value: string) => [null, [['manager-unknown', value, false]]];

  it('is found in the file, and among those here whom it does not name', () => {
    expect(managerOf([member('a', { name: 'Ana' })], [line('x', { manager: 'ana' })])).toEqual(['a', []]);
    expect(managerOf([], [line('b', { externalId: '7' }), line('x', { manager: '7' })])).toEqual(['new-0', []]);
    const known = [member('b', { externalId: '7' })];
    expect(managerOf(known, [line('b'), line('x', { manager: '7' })])).toEqual(['b', []]);
  });

  it('is nobody who leaves or left', () => {
    expect(managerOf([member('a', { status: 'leaving' })], [line('x', { manager: 'a@x.test' })])).toEqual(
      unknown('a@x.test'),
    );
    expect(managerOf([member('a')], [line('x', { manager: 'a@x.test' })], true)).toEqual(unknown('a@x.test'));
  });

  it('is nobody where two bear the name, and somebody by the address', () => {
    const two = [member('a', { name: 'Ana' }), member('b', { name: 'Ana' })];
    expect(managerOf(two, [line('x', { manager: 'Ana' })])).toEqual(unknown('Ana'));
    expect(managerOf(two, [line('x', { manager: 'b@x.test' })])).toEqual(['b', []]);
  });

  it('is never oneself', () => {
    expect(managerOf([], [line('x', { manager: 'x@x.test' })])).toEqual([null, [['manager-self', 'x@x.test', false]]]);
  });
});

describe('who goes', () => {
  it('is told why, once, and as they were', () => {
    const people = [member('a', { externalId: '1', status: 'away' }), member('b'), member('c')];
    const read = fakeDirectory([{ email: 'a@x.test', name: 'n', externalId: '2' }]).read();
    const absent = [{ externalId: '', email: 'b@x.test' }];
    const plan = (complete: boolean) =>
      planImport({ people, ...places }, { ...read, absent }, { complete, today: '2026-11-23', newId: () => 'new' })
        .gone;
    expect(plan(true).map(({ personId, why }) => [personId, why])).toEqual([
      ['a', 'address-recycled'],
      ['b', 'not-active'],
      ['c', 'not-in-file'],
    ]);
    expect(plan(false).map(({ personId }) => personId)).toEqual(['a', 'b']);
    expect(plan(true)[0]).toMatchObject({ email: 'a@x.test', before: { status: 'away', leftOn: null } });
  });

  it.each([
    [1, 9, 0, true],
    [1, 10, 0, false],
    [2, 19, 0, true],
    [0, 0, 5, false],
    [1, 19, 1, false],
    [1, 18, 1, true],
  ])('%i of %i, %i of them lately, wants a confirmation: %s', (leaving, here, lately, wants) => {
    expect(needsConfirmation(leaving, here, lately)).toBe(wants);
  });
});

describe('the numbers of a plan', () => {
  it('tell of each person once', () => {
    const lines = [line('a'), line('b', { title: 'Baker' }), line('n'), line('o', { manager: 'who' })];
    const signedIn = member('w', { externalId: '5', hasSignedIn: true });
    const people = [member('a'), member('b'), signedIn, member('g')];
    const all = [...lines, { email: 'new@x.test', name: 'w', externalId: '5', site: 'Oslo' }];
    const plan = planned(people, [...all, line('')], true);
    expect(countsOf(plan, { entries: fakeDirectory(all).read().entries })).toEqual({
      ...{ people: 5, added: 2, changed: 2, gone: 1, waiting: 1, perhaps: 0, same: 1, faulty: 1, doubtful: 1 },
      ...{ units: 0, sites: 1 },
    });
    const waits = planned([signedIn], [{ email: 'new@x.test', name: 'w', externalId: '5' }]);
    expect(countsOf(waits, { entries: fakeDirectory(all.slice(4)).read().entries })).toMatchObject({
      ...{ people: 1, waiting: 1, changed: 0, same: 0 },
    });
  });

  it('count no line whose address is somebody else’s', () => {
    const lines = [line('a', { externalId: '2' })];
    const plan = planned([member('a', { externalId: '1', isImported: false })], lines);
    expect(countsOf(plan, fakeDirectory(lines).read())).toMatchObject({ people: 0, same: 0, faulty: 1, doubtful: 0 });
  });

  it('are told of faults in the order of the lines', () => {
    const plan = planned([], [line('a', { manager: 'who' }), line(''), line('c', { manager: 'who' })]);
    expect(plan.faulty.map((fault) => fault.line)).toEqual([2, 3, 4]);
    expect(countsOf(planOf(null), { entries: [] })).toMatchObject({ people: 0, same: 0, faulty: 0 });
  });
});

it('a plan still fits while only sign-ins and what waits changed', () => {
  const directory = (facts: Partial<DirectoryPerson>): KnownDirectory => ({ people: [member('a', facts)], ...places });
  const mark = fingerprintOf(directory({}));
  expect(fingerprintOf(directory({ hasSignedIn: true, waitsFor: 'x@x.test', refused: ['y@x.test'] }))).toBe(mark);
  for (const facts of [{ title: 'Baker' }, { holdsRole: true }, { isImported: false }, { email: 'b@x.test' }])
    expect(fingerprintOf(directory(facts))).not.toBe(mark);
  expect(fingerprintOf({ ...directory({}), sites: [] })).not.toBe(mark);
});
