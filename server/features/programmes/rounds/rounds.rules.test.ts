import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchPerson, planRound } from '#engine/matching/matching.ts';
import { bridgesOf, certificateOf, drawOf, type Participant, placeAgain, seedOf, together } from './rounds.rules.ts';

const participant = (id: string, more: Partial<Participant> & { unit?: string; site?: string } = {}): Participant => {
  const { unit, site, ...rest } = more;
  const person: MatchPerson = { id, ...(unit && { unit: [unit] }), ...(site && { site }) };
  return { person, part: 'member', isNew: false, attended: 0, ...rest };
};
const nothing = { history: [], forbidden: [] };
const setting = { kind: 'coffee', size: 2, rule: 'across', seed: 7 } as const;
const idsOf = (pools: readonly { people: readonly MatchPerson[] }[]) =>
  pools.map(({ people }) => people.map(({ id }) => id).sort());

describe('who is matched with whom', () => {
  it('is everybody, in most programmes', () => {
    const { pools, notDrawn } = drawOf(setting, [participant('a'), participant('b')], nothing);
    expect([idsOf(pools), notDrawn]).toEqual([[['a', 'b']], []]);
  });

  it('is one site at a time for lunch', () => {
    const people = [
      participant('a', { site: 'Lisbon' }),
      participant('b', { site: 'Oslo' }),
      participant('c', { site: 'Lisbon' }),
    ];
    expect(idsOf(drawOf({ ...setting, kind: 'lunch' }, people, nothing).pools)).toEqual([['a', 'c'], ['b']]);
  });

  it('is each newcomer with a buddy who had the fewest, where there are enough', () => {
    const people = [
      participant('new 1', { isNew: true }),
      participant('new 2', { isNew: true }),
      participant('here long'),
      ...[3, 0, 1].map((attended) => participant(`buddy ${attended}`, { part: 'lead', attended })),
    ];
    const { pools } = drawOf({ ...setting, kind: 'newcomer' }, people, nothing);
    expect(idsOf(pools)).toEqual([['buddy 0', 'buddy 1', 'new 1', 'new 2']]);
    const groups = pools.flatMap((pool) => planRound(pool).groups);
    for (const { members } of groups) expect(members.filter((id) => id.startsWith('new'))).toHaveLength(1);
  });

  it('is a leader with drawn guests in the lottery; whoever is not drawn is told', () => {
    const guests = Array.from({ length: 9 }, (_, place) =>
      participant(`guest ${place}`, { attended: place < 4 ? 1 : 0 }),
    );
    const leads = ['lead 1', 'lead 2'].map((id) => participant(id, { part: 'lead' }));
    const { pools, notDrawn } = drawOf({ ...setting, kind: 'lottery', size: 4 }, [...guests, ...leads], nothing);
    expect(notDrawn).toHaveLength(3);
    // The five who were not drawn before go first.
    for (const id of ['guest 4', 'guest 5', 'guest 6', 'guest 7', 'guest 8']) expect(notDrawn).not.toContain(id);
    const groups = pools.flatMap((pool) => planRound(pool).groups);
    for (const { members } of groups) expect(members.filter((id) => id.startsWith('lead'))).toHaveLength(1);
  });
});

it('several pools are one round with one certificate', () => {
  const people = ['Lisbon', 'Oslo'].flatMap((site) =>
    ['a', 'b', 'c', 'd'].map((id) => participant(`${site} ${id}`, { site })),
  );
  const { pools } = drawOf({ ...setting, kind: 'lunch' }, people, nothing);
  const plan = together(pools.map(planRound), 7);
  expect(plan.groups).toHaveLength(4);
  expect(plan.certificate).toMatchObject({ people: 8, placed: 8, repeats: 0, method: 'exact' });
});

it('the rule of a programme is the rule of the round', () => {
  const people = ['a', 'b', 'c', 'd'].map((id, place) => {
    const { person, ...rest } = participant(id);
    return { ...rest, person: { ...person, level: place < 2 ? 'Senior' : 'Junior' } };
  });
  const { pools } = drawOf({ ...setting, kind: 'levels', rule: 'levels' }, people, nothing);
  for (const { members } of pools.flatMap((pool) => planRound(pool).groups)) {
    expect(members.filter((id) => id < 'c')).toHaveLength(1);
  }
});

describe('what a host reads of a round', () => {
  const people = [
    ...Array.from({ length: 5 }, (_, place) => participant(`s${place}`, { unit: 'Sales' }).person),
    ...Array.from({ length: 5 }, (_, place) => participant(`r${place}`, { unit: 'Research' }).person),
    participant('l0', { unit: 'Legal' }).person,
    participant('p0', { unit: 'Press' }).person,
  ];

  it('names units of five and more, and small ones together', () => {
    const groups = [
      ['s0', 'r0'],
      ['s1', 'r1'],
      ['s2', 'l0'],
      ['s3', 'p0'],
      ['l0', 'p0'],
      ['s4', 's0'],
    ].map((members) => ({ members }));
    expect(bridgesOf(groups, people)).toEqual([
      { a: 'Research', b: 'Sales', pairs: 2 },
      { a: 'Sales', b: null, pairs: 2 },
      { a: null, b: null, pairs: 1 },
    ]);
  });

  it('tells small teams under the unit above them, and a rest that is small there one higher', () => {
    const at = (unit: string[], from: number, count: number): MatchPerson[] =>
      Array.from({ length: count }, (_, place) => ({ id: `${unit.join()} ${from + place}`, unit }));
    const staff = [
      ...at(['Works', 'Research', 'Core'], 0, 6),
      ...at(['Works', 'Research', 'Lab'], 0, 2),
      ...at(['Works', 'Sales', 'North'], 0, 3),
      ...at(['Works', 'Sales', 'South'], 0, 3),
      ...at(['Works', 'Office'], 0, 3),
    ];
    const groups = [
      ['Works,Research,Core 0', 'Works,Sales,North 0'],
      ['Works,Sales,North 1', 'Works,Sales,South 0'],
      ['Works,Research,Lab 0', 'Works,Office 0'],
      ['Works,Research,Core 1', 'Works,Research,Lab 1'],
      ['Works,Sales,South 1', 'Works,Sales,South 2'],
    ].map((members) => ({ members }));
    expect(bridgesOf(groups, staff)).toEqual([
      { a: 'Core', b: 'Sales', pairs: 1 },
      { a: 'Core', b: 'Works', pairs: 1 },
      { a: 'Sales', b: 'Sales', pairs: 1 },
      { a: 'Works', b: 'Works', pairs: 1 },
    ]);
  });

  it('says which unit forces pairs to stay inside', () => {
    const crowd = [...people.slice(0, 5), ...people.slice(5, 6)];
    const plan = planRound({ people: crowd, seed: 1 });
    const certificate = certificateOf(plan, crowd, { notDrawn: 0, milliseconds: 3 });
    expect(certificate).toMatchObject({
      sameUnitPairs: 2,
      sameUnitUnavoidable: 2,
      crowdedUnit: { name: 'Sales', people: 5 },
    });
  });

  it('a preview and the round share their seed; another date has another', () => {
    expect(seedOf('p', '2026-11-24')).toBe(seedOf('p', '2026-11-24'));
    expect(seedOf('p', '2026-11-24')).not.toBe(seedOf('p', '2026-12-01'));
  });
});

describe('placing again', () => {
  const ids = Array.from({ length: 12 }, (_, place) => `p${String(place).padStart(2, '0')}`);
  const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b);
  const leftover = fc
    .record({
      waiting: fc.subarray(ids.slice(0, 6)),
      avoid: fc.array(pair, { maxLength: 6 }),
      cut: fc.integer({ min: 2, max: 4 }),
      size: fc.integer({ min: 2, max: 4 }),
      apart: fc.array(pair, { maxLength: 8 }),
      met: fc.array(pair, { maxLength: 8 }),
    })
    .map(({ waiting, avoid, cut, size, apart, met }) => ({
      waiting: waiting.map((id) => ({ id, avoid: avoid.filter(([who]) => who === id).map(([, other]) => other) })),
      groups: [ids.slice(6, 6 + cut), ids.slice(6 + cut, 12)].map((members, place) => ({ id: `g${place}`, members })),
      size,
      apart,
      history: met.map(([a, b]) => ({ a, b, date: '2026-11-02' })),
    }));

  it('never joins people who are apart, takes everybody once, and keeps groups to one more than their size', () => {
    fc.assert(
      fc.property(leftover, (given) => {
        const { pairs, joining } = placeAgain(given);
        const never = new Set(
          [...given.apart, ...given.waiting.flatMap(({ id, avoid }) => avoid.map((other) => [id, other]))].flatMap(
            ([a, b]) => [`${a} ${b}`, `${b} ${a}`],
          ),
        );
        const groups = [
          ...pairs,
          ...joining.map(({ id, personId }) => [
            ...(given.groups.find((group) => group.id === id)?.members ?? []),
            personId,
          ]),
        ];
        for (const [place, { id }] of joining.entries()) {
          expect(joining.findIndex((each) => each.id === id)).toBe(place);
          expect(groups.every((group) => group.length <= Math.max(2, given.size + 1))).toBe(true);
        }
        for (const { personId, id } of joining) {
          const others = given.groups.find((group) => group.id === id)?.members ?? [];
          for (const other of others) expect(never.has(`${personId} ${other}`)).toBe(false);
        }
        for (const [a, b] of pairs) expect(never.has(`${a} ${b}`)).toBe(false);
        const placed = [...pairs.flat(), ...joining.map(({ personId }) => personId)];
        expect(new Set(placed).size).toBe(placed.length);
        for (const id of placed) expect(given.waiting.some((each) => each.id === id)).toBe(true);
      }),
    );
  });

  it('leaves nobody out where a pair or a group would take them', () => {
    const groups = [{ id: 'g', members: ['x', 'y'] }];
    const given = {
      groups,
      size: 2,
      apart: [],
      history: [],
      waiting: ['a', 'b', 'c'].map((id) => ({ id, avoid: [] })),
    };
    expect(placeAgain(given)).toEqual({ pairs: [['a', 'b']], joining: [{ id: 'g', personId: 'c' }] });
  });
});
