import { describe, expect, it } from 'vitest';
import { fakeDirectory } from '#server/ports/directory.fake.ts';
import type { DirectoryReading } from '#server/ports/directory.ts';
import { member } from '#test/helpers/member.ts';
import { type DirectoryPerson, isHere } from './known-directory.rules.ts';
import { matchEntries } from './matching.rules.ts';

interface Line {
  email: string;
  name: string;
  externalId?: string;
}
const met = (people: DirectoryPerson[], lines: Line[], more: Partial<DirectoryReading> = {}) =>
  matchEntries(people, { ...fakeDirectory(lines).read(), ...more }, { newId: () => 'new' });
const matched = (people: DirectoryPerson[], ...lines: Line[]) =>
  met(people, lines).matches.map(({ personId }) => personId);
const left = { status: 'leaving', leftOn: '2026-11-01' } as const;
const ids = (people: readonly DirectoryPerson[]) => people.map(({ personId }) => personId);

it('is here who is active or away', () => {
  expect((['active', 'away', 'leaving'] as const).map((status) => isHere(member('a', { status })))).toEqual([
    ...[true, true, false],
  ]);
});

it('knows somebody by an id whose case changed, unless two differ by case alone', () => {
  const entry = { email: 'other@x.test', name: 'Ana', externalId: 'q-1' };
  expect(matched([member('ana', { externalId: 'Q-1' })], entry)).toEqual(['ana']);
  const two = [member('ana', { externalId: 'Q-1' }), member('bo', { externalId: 'q-1' })];
  expect(matched(two, entry)).toEqual(['bo']);
  expect(matched(two, { ...entry, externalId: 'Q-1' })).toEqual(['ana']);
  const three = [member('ana', { externalId: 'QQ-1' }), member('bo', { externalId: 'qq-1' })];
  expect(matched(three, { ...entry, externalId: 'Qq-1' })).toEqual(['new']);
});

it('knows somebody by an address kept in another form of the same domain', () => {
  expect(matched([member('ana', { email: 'ana@büro.test' })], { email: 'ana@xn--bro-hoa.test', name: 'Ana' })).toEqual([
    'ana',
  ]);
});

describe('who is meant by a line', () => {
  it.each<[string, DirectoryPerson[], Line, string]>([
    [
      'the id before the address',
      [member('a', { externalId: '1' }), member('b')],
      { ...at('b'), externalId: '1' },
      'a',
    ],
    ['nobody of another id', [member('a', { externalId: '1' })], { ...at('a'), externalId: '2' }, 'new'],
    ['the address, where the line has no id', [member('a', { externalId: '1' })], at('a'), 'a'],
    ['the address, where the person has no id', [member('a')], { ...at('a'), externalId: '1' }, 'a'],
    ['who left, by the id', [member('a', { ...left, externalId: '1' })], { ...at('z'), externalId: '1' }, 'a'],
    ['who left, by address and name', [member('a', left)], { email: 'a@x.test', name: 'A' }, 'a'],
    ['nobody who left, by the address alone', [member('a', left)], { email: 'a@x.test', name: 'Bo' }, 'new'],
    ['nobody who left with an id, by the address', [member('a', { ...left, externalId: '1' })], at('a'), 'new'],
    [
      'nobody who signed in and left, whose address somebody has',
      [member('a', { ...left, externalId: '1', hasSignedIn: true, email: 'b@x.test' }), member('b')],
      { ...at('z'), externalId: '1' },
      'new',
    ],
    [
      'who signed in and left, whose address is free',
      [member('a', { ...left, externalId: '1', hasSignedIn: true })],
      { ...at('z'), externalId: '1' },
      'a',
    ],
    [
      'who left and never signed in, though somebody has the address',
      [member('a', { ...left, externalId: '1', email: 'b@x.test' }), member('b')],
      { ...at('z'), externalId: '1' },
      'a',
    ],
  ])('%s', (_, people, line, expected) => {
    expect(matched(people, line)).toEqual([expected]);
  });

  it('whom somebody named before anything else', () => {
    const people = [member('a'), member('b')];
    const told = new Map([['b@x.test', member('a')]]);
    const found = matchEntries(people, fakeDirectory([at('b')]).read(), { newId: () => 'new', told });
    expect(ids(found.matches.flatMap(({ person }) => person ?? []))).toEqual(['a']);
  });

  it('is met once: lines with an id come first, and all stay in their order', () => {
    const lines = [at('a'), { email: 'z@x.test', name: 'A', externalId: '1' }];
    expect(matched([member('a', { externalId: '1' })], ...lines)).toEqual(['new', 'a']);
  });
});

describe('who goes', () => {
  const here = [member('a'), member('b', { isImported: false }), member('c', { holdsRole: true }), member('d', left)];

  it('are those of an import who are missing and hold no role', () => {
    const more = [...here, member('e', { externalId: '5' }), member('f'), member('g', { status: 'away' })];
    const lines = [
      { externalId: '5', email: 'z@x.test' },
      { externalId: '', email: 'f@x.test' },
    ];
    expect(ids(met(more, [at('z')]).missing)).toEqual(['a', 'e', 'f', 'g']);
    expect(ids(met(more, [at('a')], { leftOut: lines }).missing)).toEqual(['g']);
  });

  it('are those listed as no longer here, by id or address, and once', () => {
    const people = [member('a', { externalId: '1' }), ...here.slice(1), member('e')];
    const absent = (...lines: DirectoryReading['absent']) => ids(met(people, [], { absent: lines }).absent);
    expect(absent({ externalId: '1', email: '' }, { externalId: '', email: 'e@x.test' })).toEqual(['a', 'e']);
    expect(absent({ externalId: '1', email: 'a@x.test' }, { externalId: '', email: 'a@x.test' })).toEqual(['a']);
    expect(absent({ externalId: '9', email: 'a@x.test' })).toEqual([]);
    expect(absent({ externalId: '9', email: 'e@x.test' })).toEqual(['e']);
    expect(absent({ externalId: '', email: 'b@x.test' }, { externalId: '', email: 'c@x.test' })).toEqual([]);
    expect(absent({ externalId: '', email: 'd@x.test' }, { externalId: '', email: 'nobody@x.test' })).toEqual([]);
  });

  it('are none who have a line of their own, or on a faulty one', () => {
    const absent = [{ externalId: '1', email: '' }];
    const people = [member('a', { externalId: '1' })];
    expect(met(people, [{ ...at('a'), externalId: '1' }], { absent }).absent).toEqual([]);
    expect(met(people, [], { absent, leftOut: [{ externalId: '1', email: '' }] }).absent).toEqual([]);
  });

  it('are those whose address belongs to somebody else now, and are told once', () => {
    const absent = [{ externalId: '1', email: '' }];
    const found = met([member('a', { externalId: '1' })], [{ ...at('a'), externalId: '2' }], { absent });
    expect([ids(found.recycled), ids(found.absent), ids(found.missing)]).toEqual([['a'], [], []]);
  });
});

describe('another address', () => {
  const toNew = { email: 'new@x.test', name: 'a', externalId: '1' };
  const one = (facts: Partial<DirectoryPerson>, ...others: DirectoryPerson[]) =>
    met([member('a', { externalId: '1', ...facts }), ...others], [toNew]);
  const told = ({ problems }: ReturnType<typeof met>) => problems.map((each) => [each.reason, each.isLeftOut]);

  it('is taken at once for whoever never signed in', () => {
    const found = one({});
    expect(found.matches).toMatchObject([{ personId: 'a', keepsAddress: false }]);
    expect(found.matches[0]?.waitsFor).toBeUndefined();
    expect(found.problems).toEqual([]);
  });

  it('waits for whoever signed in', () => {
    const found = one({ hasSignedIn: true });
    expect(found.matches).toMatchObject([{ keepsAddress: true, waitsFor: 'new@x.test' }]);
    expect(found.problems).toEqual([]);
  });

  it.each<[string, Partial<DirectoryPerson>, string]>([
    ['a holder of a role', { holdsRole: true }, 'address-kept'],
    ['a holder of a role who signed in', { holdsRole: true, hasSignedIn: true }, 'address-kept'],
    ['whoever refused it', { hasSignedIn: true, refused: ['new@x.test'] }, 'address-refused'],
  ])('is kept from %s, and told', (_, facts, reason) => {
    const found = one(facts);
    expect(found.matches).toMatchObject([{ keepsAddress: true }]);
    expect(found.matches[0]?.waitsFor).toBeUndefined();
    expect(told(found)).toEqual([[reason, false]]);
  });

  it('waits for nobody where somebody has it and stays', () => {
    const found = one({ hasSignedIn: true }, member('b', { email: 'new@x.test', isImported: false }));
    expect(found.matches[0]?.waitsFor).toBeUndefined();
    expect(told(found)).toEqual([['address-kept', false]]);
  });

  it('waits where whoever has it moves on', () => {
    const people = [
      member('a', { externalId: '1', hasSignedIn: true }),
      member('b', { externalId: '2', email: 'new@x.test' }),
    ];
    const lines = [toNew, { email: 'b2@x.test', name: 'b', externalId: '2' }];
    expect(met(people, lines).matches).toMatchObject([{ waitsFor: 'new@x.test' }, { keepsAddress: false }]);
    const stays = [toNew, { email: 'new@x.test', name: 'b' }];
    expect(
      matchEntries(
        people,
        { ...fakeDirectory([]).read(), entries: stays.map((each, line) => ({ ...each, line })) },
        { newId: () => 'new' },
      ).matches[0]?.waitsFor,
    ).toBeUndefined();
  });

  it('is nobody else’s whose holder keeps it in turn', () => {
    const people = [
      member('a', { externalId: '1', email: 'one@x.test', holdsRole: true }),
      member('b', { externalId: '2', email: 'two@x.test' }),
      member('c', { externalId: '3', email: 'three@x.test' }),
    ];
    const lines = [
      { email: 'free@x.test', name: 'a', externalId: '1' },
      { email: 'one@x.test', name: 'b', externalId: '2' },
      { email: 'two@x.test', name: 'c', externalId: '3' },
    ];
    const found = met(people, lines);
    expect(found.matches.map(({ keepsAddress }) => keepsAddress)).toEqual([true, true, true]);
    expect(found.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'address-kept'],
      [3, 'address-kept'],
      [4, 'address-kept'],
    ]);
  });

  it('is no new person’s while somebody has it whom no import removes', () => {
    for (const facts of [{ isImported: false }, { holdsRole: true }]) {
      const found = met([member('a', { externalId: '1', ...facts })], [{ ...at('a'), externalId: '2' }]);
      expect([found.matches, told(found), found.recycled]).toEqual([[], [['address-taken', true]], []]);
    }
    const onFaulty = met([member('a', { externalId: '1' })], [{ ...at('a'), externalId: '2' }], {
      leftOut: [{ externalId: '1', email: '' }],
    });
    expect(told(onFaulty)).toEqual([['address-taken', true]]);
  });
});

function at(id: string): Line {
  return { email: `${id}@x.test`, name: id };
}
