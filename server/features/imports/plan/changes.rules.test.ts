import { describe, expect, it } from 'vitest';
import { member } from '#test/helpers/member.ts';
import type { DirectoryPerson } from '../matching/known-directory.rules.ts';
import { type Changes, changesOf, patchesOf, undoOf } from './changes.rules.ts';
import { type Changed, type Gone, movedAtOnce, type Plan, planOf } from './plan.rules.ts';

const TODAY = '2026-11-23';
const nothing: Changes = {
  ...{ units: [], sites: [], added: [], changed: [], leaving: [], removed: [], closed: [], waiting: [] },
  ...{ closedUnits: [], closedSites: [] },
};
const none = planOf(null);
const directory = (...people: DirectoryPerson[]) => ({ people, units: [], sites: [] });
const change = (personId: string, before: Changed['before'], after: Changed['after']): Changed => ({
  ...{ personId, line: 2, name: personId, before, after, fields: [] },
});
const gone = (personId: string): Gone => ({
  ...{ personId, name: personId, email: `${personId}@x.test`, why: 'not-in-file' },
  before: { status: 'active', leftOn: null },
});
const added = (personId: string): Plan['added'][number] => {
  const { isImported: _i, holdsRole: _h, hasSignedIn: _s, waitsFor: _w, refused: _r, ...facts } = member(personId);
  return { ...facts, line: 3, unit: '', site: '', languages: [], interests: [] };
};

describe('what is written', () => {
  const patches = (changed: Changes['changed'], closed: string[] = []) =>
    patchesOf({ ...nothing, changed, closed }, directory(member('a', { name: 'Ana Reis', title: 'Baker' })));

  it('makes a new name or title found by search, with the other as it is', () => {
    const textOf = (after: Changed['after']) => patches([{ personId: 'a', after }]).staying[0]?.after.searchText;
    expect(textOf({ title: 'Brewer' })).toBe('ana reis brewer');
    expect(textOf({ name: 'Ana Vega' })).toBe('ana vega baker');
    expect(textOf({ level: 'L2' })).toBeUndefined();
    expect(patches([{ personId: 'z', after: { name: 'Zoe' } }]).staying[0]?.after.searchText).toBe('zoe');
  });

  it('frees the keys of those who leave before others take them', () => {
    const { leaving, staying, readdressed, renumbered, renewed } = patches([
      { personId: 'a', after: { status: 'leaving', email: 'x@x.test', externalId: '1' } },
      { personId: 'b', after: { email: 'b2@x.test' } },
      { personId: 'c', after: { externalId: null } },
      { personId: 'd', after: { status: 'active' } },
      { personId: 'e', after: { level: 'L2' } },
    ]);
    expect(leaving.map(({ personId }) => personId)).toEqual(['a']);
    expect(staying.map(({ personId }) => personId)).toEqual(['b', 'c', 'd', 'e']);
    expect([readdressed, renumbered, renewed]).toEqual([['b'], ['c'], ['b', 'd']]);
  });

  it('lets nobody sign in anew whose address is in question', () => {
    expect(patches([{ personId: 'a', after: { email: 'a2@x.test' } }], ['a'])).toMatchObject({
      readdressed: ['a'],
      renewed: [],
    });
  });
});

it('a plan is carried out as it stands, and who goes leaves today', () => {
  const plan = { ...none, changed: [change('a', { level: null }, { level: 'L1' })], gone: [gone('b')] };
  expect(changesOf(plan, TODAY)).toEqual({
    ...nothing,
    changed: [
      { personId: 'a', after: { level: 'L1' } },
      { personId: 'b', after: { status: 'leaving', leftOn: TODAY } },
    ],
    leaving: ['b'],
  });
});

it('a plan is read as it was kept; anything else is none', () => {
  expect(planOf({ added: [], gone: [gone('b')] })).toEqual({ ...none, gone: [gone('b')] });
  const empty = { units: [], sites: [], added: [], changed: [], gone: [], waiting: [], recalled: [], perhaps: [] };
  for (const other of [null, undefined, 'added', 7, {}, { added: [] }, { gone: [gone('b')] }])
    expect(planOf(other)).toEqual({ ...empty, faulty: [] });
});

it('those sign in by another address at once whose address the plan changes', () => {
  const changed = [change('a', {}, { email: 'x@x.test' }), change('b', {}, { level: 'L1' })];
  expect(movedAtOnce({ ...none, changed })).toEqual(['a']);
});

describe('undo', () => {
  const undone = (plan: Partial<Plan>, ...people: DirectoryPerson[]) =>
    undoOf({ ...none, ...plan }, directory(...people), TODAY);

  it('removes who was added, or lets them leave who signed in and are still here', () => {
    const plan = { added: ['a', 'b', 'c', 'd'].map(added) };
    const people = [
      member('a'),
      member('b', { hasSignedIn: true }),
      member('c', { hasSignedIn: true, status: 'leaving' }),
    ];
    const { changes, counts } = undone(plan, ...people);
    expect(changes).toMatchObject({ removed: ['a'], leaving: ['b'] });
    expect(changes.changed).toEqual([{ personId: 'b', after: { status: 'leaving', leftOn: TODAY } }]);
    expect(counts).toEqual({ removed: 1, leaving: 1, restored: 0, returned: 0 });
  });

  it('brings back who went, unless they are back already or no longer known', () => {
    const left = { status: 'leaving', leftOn: TODAY } as const;
    const { changes, counts } = undone({ gone: ['a', 'b', 'c'].map(gone) }, member('a', left), member('b'));
    expect(changes.changed).toEqual([{ personId: 'a', after: { status: 'active', leftOn: null } }]);
    expect(counts).toEqual({ removed: 0, leaving: 0, restored: 0, returned: 1 });
  });

  it('puts back values that stand as the import left them, of those who are here', () => {
    const changed = [change('a', { title: 'Baker', groups: ['x'] }, { title: 'Buyer', groups: ['y'] })];
    const now = (facts: Partial<DirectoryPerson>) => undone({ changed }, member('a', facts)).changes.changed;
    expect(now({ title: 'Buyer', groups: ['y'] })[0]?.after).toEqual({ title: 'Baker', groups: ['x'] });
    expect(now({ title: 'Brewer', groups: ['y'] })[0]?.after).toEqual({ groups: ['x'] });
    expect(now({ title: 'Brewer', groups: ['z'] })).toEqual([]);
    expect(now({ title: 'Buyer', groups: ['y'], status: 'away' })).toHaveLength(1);
    expect(now({ title: 'Buyer', groups: ['y'], status: 'leaving' })).toEqual([]);
    expect(undone({ changed }).changes.changed).toEqual([]);
  });

  it('asks two people about an address by which somebody came meanwhile, and leaves it', () => {
    const changed = [change('a', { email: 'old@x.test', level: null }, { email: 'new@x.test', level: 'L1' })];
    const now = (facts: Partial<DirectoryPerson>) =>
      undone({ changed }, member('a', { email: 'new@x.test', level: 'L1', ...facts })).changes;
    expect(now({ hasSignedIn: true })).toMatchObject({
      ...{ closed: ['a'], waiting: [{ personId: 'a', email: 'old@x.test' }] },
      changed: [{ personId: 'a', after: { level: null } }],
    });
    expect(now({})).toMatchObject({ closed: [], changed: [{ after: { email: 'old@x.test', level: null } }] });
    expect(now({ hasSignedIn: true, holdsRole: true }).closed).toEqual([]);
    expect(now({ hasSignedIn: true, email: 'third@x.test' }).closed).toEqual([]);
    const other = [change('a', { level: null }, { level: 'L1' })];
    const same = undone({ changed: other }, member('a', { level: 'L1', hasSignedIn: true }));
    expect(same.changes.closed).toEqual([]);
  });

  it('leaves out whose key belongs to somebody else by now, and whoever is in the way of the next', () => {
    const left = { status: 'leaving', leftOn: TODAY } as const;
    const taken = undone(
      { gone: [gone('a')] },
      member('a', { ...left, externalId: '1' }),
      member('b', { externalId: '1' }),
    );
    expect(taken.changes.changed).toEqual([]);
    const chain = [
      change('a', { email: 'one@x.test' }, { email: 'two@x.test' }),
      change('b', { email: 'two@x.test' }, { email: 'three@x.test' }),
    ];
    const people = [member('a', { email: 'two@x.test' }), member('b', { email: 'three@x.test' })];
    expect(undone({ changed: chain }, ...people).changes.changed).toHaveLength(2);
    expect(undone({ changed: chain }, ...people, member('c', { email: 'one@x.test' })).changes.changed).toEqual([]);
    const goes = { ...none, changed: chain, added: [added('c')] };
    expect(
      undoOf(goes, directory(...people, member('c', { email: 'one@x.test' })), TODAY).changes.changed,
    ).toHaveLength(2);
    const former = member('c', { email: 'one@x.test', status: 'leaving' });
    expect(undone({ changed: chain }, ...people, former).changes.changed).toHaveLength(2);
  });

  it('closes places, the smallest first, and counts who left again', () => {
    const units = ['u', 'v'].map((unitId) => ({ unitId, parentId: null, name: unitId }));
    const { changes } = undone({ units, sites: [{ siteId: 's', name: 's' }] });
    expect(changes).toMatchObject({ closedUnits: ['v', 'u'], closedSites: ['s'], units: [], sites: [] });
    const back = [change('a', { status: 'leaving', leftOn: '2026-11-01' }, { status: 'active', leftOn: null })];
    expect(undone({ changed: back }, member('a')).changes.leaving).toEqual(['a']);
  });
});
