import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryFacts } from '#server/features/people/people.ts';
import { fakeDirectory } from '#server/ports/directory.fake.ts';
import type { DirectoryEntry, DirectoryReading } from '#server/ports/directory.ts';
import { member } from '#test/helpers/member.ts';
import { type DirectoryPerson, isHere, type KnownDirectory } from '../matching/known-directory.rules.ts';
import { type Changes, changesOf, undoOf } from './changes.rules.ts';
import { countsOf, needsConfirmation, type Plan, planImport } from './plan.rules.ts';

const TODAY = '2026-11-23';

const directoryOf = (...people: DirectoryPerson[]): KnownDirectory => ({ people, units: [], sites: [] });
const entry = (email: string, rest: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  line: 2,
  email,
  name: email.split('@')[0] ?? '',
  ...rest,
});
const reading = (
  entries: Omit<DirectoryEntry, 'line'>[],
  leftOut: DirectoryReading['leftOut'] = [],
): DirectoryReading => ({ ...fakeDirectory(entries).read(), leftOut });

function plans(directory: KnownDirectory, read: DirectoryReading, complete = false): Plan {
  let next = 0;
  const taken = directory.people.length + directory.units.length + directory.sites.length;
  return planImport(directory, read, { complete, today: TODAY, newId: () => `new-${taken}-${next++}` });
}

/** What the database does with changes, on values. Throws where it would refuse. */
function carriedOut(directory: KnownDirectory, changes: Changes): KnownDirectory {
  const removed = new Set(changes.removed);
  const patches = new Map<string, Partial<DirectoryFacts>>();
  for (const { personId, after: patch } of changes.changed)
    patches.set(personId, { ...patches.get(personId), ...patch });
  const kept = directory.people.filter(({ personId }) => !removed.has(personId));
  const people = [
    ...kept.map((person) => ({ ...person, ...patches.get(person.personId) })),
    ...changes.added.map(({ line: _l, unit: _u, site: _s, languages: _a, interests: _i, ...facts }) => ({
      ...member(facts.personId),
      ...facts,
    })),
  ];
  const known = new Set(people.map(({ personId }) => personId));
  const tidied = people.map((person) => (known.has(person.managerId ?? '') ? person : { ...person, managerId: null }));
  const keys = tidied
    .filter(isHere)
    .flatMap(({ email, externalId }) => [email, ...(externalId ? [`id ${externalId}`] : [])]);
  if (new Set(keys).size !== keys.length) throw new Error(`A key is held twice: ${keys.join(' ')}`);
  const inUse = new Set(tidied.flatMap(({ unitId, siteId }) => [unitId, siteId]));
  const units = changes.closedUnits.reduce(
    (all, id) =>
      inUse.has(id) || all.some(({ parentId }) => parentId === id) ? all : all.filter(({ unitId }) => unitId !== id),
    [...directory.units, ...changes.units],
  );
  const closed = new Set(changes.closedSites.filter((id) => !inUse.has(id)));
  return {
    people: tidied,
    units,
    sites: [...directory.sites, ...changes.sites].filter(({ siteId }) => !closed.has(siteId)),
  };
}

const shape = ({ people, units, sites }: KnownDirectory) => ({
  people: [...people].sort((one, other) => one.personId.localeCompare(other.personId)),
  units,
  sites,
});

describe('who is meant', () => {
  it('the external id, even when the address changed', () => {
    const plan = plans(
      directoryOf(member('a', { externalId: '7' })),
      reading([entry('new@x.test', { externalId: '7', name: 'a' })]),
    );
    expect(plan.changed.map(({ fields }) => fields)).toEqual([
      [{ field: 'email', before: 'a@x.test', after: 'new@x.test' }],
    ]);
  });

  it('the address, where there is no id to compare', () => {
    const plan = plans(directoryOf(member('a')), reading([entry('a@x.test', { externalId: '7' })]));
    expect(plan.changed[0]?.after).toEqual({ externalId: '7' });
    expect(plan.added).toEqual([]);
  });

  it('a recycled address is a new person, and the old one leaves, complete or not', () => {
    const plan = plans(
      directoryOf(member('a', { externalId: '7' })),
      reading([entry('a@x.test', { externalId: '8' })]),
    );
    expect(plan.added).toHaveLength(1);
    expect(plan.gone.map(({ personId, why }) => [personId, why])).toEqual([['a', 'address-recycled']]);
  });

  it('nobody loses an address who joined by themselves or holds a role', () => {
    for (const facts of [{ isImported: false }, { holdsRole: true }]) {
      const plan = plans(
        directoryOf(member('a', { externalId: '7', ...facts })),
        reading([entry('a@x.test', { externalId: '8' }), entry('b@x.test')]),
      );
      expect(plan.gone).toEqual([]);
      expect(plan.added.map(({ email }) => email)).toEqual(['b@x.test']);
      expect(plan.faulty).toMatchObject([{ line: 2, reason: 'address-taken', isLeftOut: true }]);
    }
  });

  it('whoever holds a role keeps the address: no import can hand it to somebody else', () => {
    const plan = plans(
      directoryOf(member('a', { externalId: '7', holdsRole: true })),
      reading([
        entry('thief@x.test', { externalId: '7', name: 'a', title: 'Boss' }),
        entry('a@x.test', { externalId: '8' }),
      ]),
    );
    expect(plan.changed[0]?.after).toEqual({ title: 'Boss' });
    expect(plan.added).toEqual([]);
    expect(plan.faulty.map(({ line, reason, isLeftOut }) => [line, reason, isLeftOut])).toEqual([
      [2, 'address-kept', false],
      [3, 'address-taken', true],
    ]);
  });

  it('two people may swap addresses', () => {
    const plan = plans(
      directoryOf(member('a', { externalId: '1' }), member('b', { externalId: '2' })),
      reading([entry('b@x.test', { externalId: '1', name: 'a' }), entry('a@x.test', { externalId: '2', name: 'b' })]),
    );
    expect(plan.changed.map(({ after: { email } }) => email)).toEqual(['b@x.test', 'a@x.test']);
    expect(plan.gone).toEqual([]);
  });

  it('whoever left comes back by the id, or by address and name together', () => {
    const left = member('a', { externalId: '7', status: 'leaving', leftOn: '2026-11-01' });
    const nameless = member('b', { status: 'leaving', leftOn: '2026-11-01' });
    const byId = plans(directoryOf(left), reading([entry('a@x.test', { externalId: '7' })]));
    expect(byId.changed[0]?.after).toEqual({ status: 'active', leftOn: null });
    const byName = plans(directoryOf(nameless), reading([entry('b@x.test', { name: 'B' })]));
    expect(byName.changed[0]?.after).toMatchObject({ status: 'active' });
    expect(plans(directoryOf(nameless), reading([entry('b@x.test', { name: 'Somebody else' })])).added).toHaveLength(1);
  });
});

describe('who goes', () => {
  const everyone = directoryOf(
    member('a'),
    member('b'),
    member('c', { isImported: false }),
    member('d', { holdsRole: true }),
    member('e', { externalId: '5' }),
    member('f'),
  );

  it('nobody, unless the file is complete', () => {
    expect(plans(everyone, reading([entry('a@x.test')])).gone).toEqual([]);
  });

  it('then those of an import who are not in it, but never those on a faulty line', () => {
    const left = [
      { externalId: '5', email: '' },
      { externalId: '', email: 'f@x.test' },
    ];
    const plan = plans(everyone, reading([entry('a@x.test')], left), true);
    expect(plan.gone.map(({ personId }) => personId)).toEqual(['b']);
  });

  it('nobody where no line could be read', () => {
    expect(plans(everyone, reading([]), true).gone).toEqual([]);
  });

  it('more than a tenth wants confirmation, those of the last hour counted', () => {
    expect(needsConfirmation(10, 100)).toBe(false);
    expect(needsConfirmation(11, 100)).toBe(true);
    expect(needsConfirmation(9, 91, 9)).toBe(true);
    expect(needsConfirmation(0, 0)).toBe(false);
  });
});

describe('what changes', () => {
  it('places grow once, whatever their spelling, and managers are found in the file and outside', () => {
    const plan = plans(
      directoryOf(member('boss', { name: 'Big Boss' })),
      reading([
        entry('a@x.test', { externalId: '1', unitPath: ['Ops', 'Water'], site: 'Lisbon', manager: 'big boss' }),
        entry('b@x.test', { externalId: '2', unitPath: ['OPS', 'Air'], site: 'lisbon', manager: '1' }),
        entry('c@x.test', { manager: 'nobody@x.test' }),
        entry('d@x.test', { manager: 'd@x.test' }),
      ]),
    );
    expect(plan.units.map(({ name }) => name)).toEqual(['Ops', 'Water', 'Air']);
    expect(plan.sites).toHaveLength(1);
    expect(plan.added.map(({ managerId }) => managerId)).toEqual(['boss', plan.added[0]?.personId, null, null]);
    expect(plan.added[1]?.unit).toBe('Ops / Air');
    expect(plan.faulty.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'manager-unknown'],
      [5, 'manager-self'],
    ]);
  });

  it('a column that is not there says nothing; an empty cell says none', () => {
    const there = directoryOf(member('a', { title: 'Baker', level: 'senior', groups: ['choir'] }));
    expect(plans(there, reading([entry('a@x.test')])).changed).toEqual([]);
    const cleared = plans(there, reading([entry('a@x.test', { title: '', level: null, groups: [] })]));
    expect(cleared.changed[0]?.after).toEqual({ title: '', level: null, groups: [] });
  });

  it('being away ends with its day', () => {
    const until = (awayUntil: string) =>
      plans(directoryOf(), reading([entry('a@x.test', { awayUntil })])).added[0]?.status;
    expect([until('2026-11-23'), until('2026-11-22')]).toEqual(['away', 'active']);
  });
});

// Few names and addresses, so that everything collides with everything.
const email = fc.integer({ min: 0, max: 7 }).map((n) => `p${n}@x.test`);
const externalId = fc.option(fc.integer({ min: 0, max: 5 }).map(String), { nil: null });
const people = fc
  .uniqueArray(
    fc.record({
      externalId,
      email,
      isImported: fc.boolean(),
      holdsRole: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      hasSignedIn: fc.boolean(),
      refused: fc.constantFrom<string[]>([], ['p3@x.test']),
      status: fc.constantFrom<DirectoryFacts['status']>('active', 'active', 'away', 'leaving'),
      title: fc.constantFrom('', 'Baker'),
    }),
    { maxLength: 7, selector: ({ email: key }) => key },
  )
  .filter((all) => {
    const ids = all.flatMap((one) => (one.externalId && one.status !== 'leaving' ? [one.externalId] : []));
    return new Set(ids).size === ids.length;
  })
  .map((all): KnownDirectory => {
    const leftOn = (status: string) => (status === 'leaving' ? '2026-11-01' : null);
    const made = all.map((one, n) => member(`m${n}`, { ...one, leftOn: leftOn(one.status) }));
    return directoryOf(...made);
  });
const entries = fc
  .uniqueArray(
    fc.record(
      {
        email,
        externalId: fc.integer({ min: 0, max: 5 }).map(String),
        name: fc.constantFrom('m0', 'm1', 'Zoë'),
        title: fc.constantFrom('', 'Baker', 'Buyer'),
        unitPath: fc.constantFrom<string[]>(['Ops'], ['Ops', 'Water'], []),
        site: fc.constantFrom('Lisbon', null),
        manager: fc.constantFrom('1', 'p2@x.test', null),
        awayUntil: fc.constantFrom('2026-12-24', null),
      },
      { requiredKeys: ['email', 'name'] },
    ),
    { maxLength: 7, selector: ({ email: key }) => key },
  )
  .filter((all) => {
    const ids = all.flatMap((one) => one.externalId ?? []);
    return new Set(ids).size === ids.length;
  });

describe('always', () => {
  const runs = { numRuns: 3000 };

  it('an import that was applied has nothing left to do', () => {
    fc.assert(
      fc.property(people, entries, fc.boolean(), (directory, file, complete) => {
        const read = reading(file);
        const once = carriedOut(directory, changesOf(plans(directory, read, complete), TODAY));
        const again = plans(once, read, complete);
        const { added, changed, gone, units, sites } = again;
        expect({ added, changed, gone, units, sites }).toEqual({
          added: [],
          changed: [],
          gone: [],
          units: [],
          sites: [],
        });
      }),
      runs,
    );
  });

  it('undo brings back what was, to the letter', () => {
    fc.assert(
      fc.property(people, entries, fc.boolean(), (directory, file, complete) => {
        const plan = plans(directory, reading(file), complete);
        const once = carriedOut(directory, changesOf(plan, TODAY));
        const { changes } = undoOf(plan, once, TODAY);
        expect(shape(carriedOut(once, changes))).toEqual(shape(directory));
      }),
      runs,
    );
  });

  it('every line is accounted for, and nobody protected goes or loses an address', () => {
    fc.assert(
      fc.property(people, entries, (directory, file) => {
        const read = reading(file);
        const plan = plans(directory, read, true);
        const counts = countsOf(plan, read);
        expect(counts.same).toBeGreaterThanOrEqual(0);
        expect(counts.people + counts.faulty).toBe(file.length);
        const then = carriedOut(directory, changesOf(plan, TODAY));
        for (const person of directory.people.filter(isHere)) {
          const now = then.people.find(({ personId }) => personId === person.personId);
          if (!person.isImported || person.holdsRole) expect(now && isHere(now)).toBe(true);
          if (person.holdsRole) expect(now?.email).toBe(person.email);
        }
        // Whoever has signed in keeps the address, here or come back; what waits is neither refused nor taken.
        for (const person of directory.people.filter(({ hasSignedIn }) => hasSignedIn))
          expect(then.people.find(({ personId }) => personId === person.personId)?.email).toBe(person.email);
        for (const { personId, after } of plan.waiting) {
          const person = then.people.find((one) => one.personId === personId);
          expect(person?.hasSignedIn && !person.refused.includes(after)).toBe(true);
          expect(then.people.some((one) => isHere(one) && one.email === after)).toBe(false);
        }
      }),
      runs,
    );
  });
});

describe('undo', () => {
  it('lets people go in peace who signed in meanwhile, and keeps what was changed since', () => {
    const before = directoryOf(member('a', { title: 'Baker', level: 'one' }));
    const plan = plans(
      before,
      reading([entry('a@x.test', { title: 'Buyer', level: 'two' }), entry('b@x.test'), entry('c@x.test')]),
    );
    const applied = carriedOut(before, changesOf(plan, TODAY));
    const meanwhile = {
      ...applied,
      people: applied.people.map((person) => ({
        ...person,
        title: person.personId === 'a' ? 'Brewer' : person.title,
        hasSignedIn: person.email === 'b@x.test',
      })),
    };
    const { changes, counts } = undoOf(plan, meanwhile, TODAY);
    const then = carriedOut(meanwhile, changes);
    expect(then.people.map(({ email: key, status, title, level }) => [key, status, title, level])).toEqual([
      ['a@x.test', 'active', 'Brewer', 'one'],
      ['b@x.test', 'leaving', '', null],
    ]);
    expect(counts).toEqual({ removed: 1, leaving: 1, restored: 1, returned: 0 });
  });

  it('leaves somebody gone whose address has a new owner', () => {
    const before = directoryOf(member('a'), member('b'));
    const plan = plans(before, reading([entry('b@x.test')]), true);
    const applied = carriedOut(before, changesOf(plan, TODAY));
    const invited = { ...applied, people: [...applied.people, member('z', { email: 'a@x.test', isImported: false })] };
    const { changes } = undoOf(plan, invited, TODAY);
    expect(carriedOut(invited, changes).people.find(({ personId }) => personId === 'a')?.status).toBe('leaving');
  });
});
