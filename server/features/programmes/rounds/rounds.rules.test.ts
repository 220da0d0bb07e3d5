import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchPerson, planRound, type RoundPlan } from '#engine/matching/matching.ts';
import {
  bridgesOf,
  certificateOf,
  drawOf,
  type Participant,
  placeAgain,
  repeatsIn,
  seedOf,
  together,
} from './rounds.rules.ts';

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

describe('what several pools come to', () => {
  const plan = (method: RoundPlan['certificate']['method'], seed: number): RoundPlan => ({
    groups: [{ members: [`a${seed}`, `b${seed}`], reasons: [], repeat: false, sameUnit: false }],
    leftOut: [{ id: `c${seed}`, reason: 'alone' }],
    certificate: {
      ...{ people: 3, placed: 2, repeats: 1, repeatsUnavoidable: 1, sameUnitPairs: 2, sameUnitUnavoidable: 1 },
      ...{ boundariesBridged: 4, value: 30, upperBound: 40, gap: 0.25, method, seed },
    },
  });

  it('is each sum, the gap of the sums and the weakest way', () => {
    const { groups, leftOut, certificate } = together([plan('exact', 1), plan('repaired', 2)], 9);
    expect(groups.flatMap(({ members }) => members)).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(leftOut.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(certificate).toEqual({
      ...{ people: 6, placed: 4, repeats: 2, repeatsUnavoidable: 2, sameUnitPairs: 4, sameUnitUnavoidable: 2 },
      ...{ boundariesBridged: 8, value: 60, upperBound: 80, gap: 0.25, method: 'repaired', seed: 9 },
    });
    expect(together([plan('annealed', 5)], 9).certificate).toEqual(plan('annealed', 5).certificate);
    expect(together([], 9).certificate).toMatchObject({ people: 0, gap: 0, method: 'empty', seed: 9 });
    const ways = ['exact', 'exact+third', 'exact-on-candidates', 'repaired', 'annealed'] as const;
    for (const [place, way] of ways.entries())
      expect(
        together([plan('exact', 1), ...ways.slice(0, place + 1).map((each) => plan(each, 2))], 9).certificate.method,
      ).toBe(way);
    expect(together([plan('empty', 1), plan('alone', 2)], 9).certificate.method).toBe('empty');
  });

  it('is kept with those not asked, and the unit that forces pairs inside', () => {
    const people = (unit: string, count: number) =>
      Array.from({ length: count }, (_, place) => ({ id: `${unit}${place}`, unit: ['All', unit] }));
    const kept = (forced: number, ...all: MatchPerson[]) => {
      const given = plan('exact', 1);
      return certificateOf({ ...given, certificate: { ...given.certificate, sameUnitUnavoidable: forced } }, all, {
        ...{ notDrawn: 4, milliseconds: 12 },
      });
    };
    expect(kept(1, ...people('A', 5), ...people('B', 6))).toMatchObject({
      ...{ people: 7, milliseconds: 12, crowdedUnit: { name: 'B', people: 6 } },
    });
    expect(kept(1, ...people('A', 4)).crowdedUnit).toBeNull();
    expect(kept(0, ...people('A', 9)).crowdedUnit).toBeNull();
    expect(kept(1, ...Array.from({ length: 9 }, (_, place) => ({ id: `${place}` }))).crowdedUnit).toBeNull();
  });

  it('repeats whoever met, whichever comes first; what did not happen is none', () => {
    const groups = [{ members: ['a', 'b', 'c'] }, { members: ['d', 'e'] }];
    const met = (a: string, b: string, outcome?: 'met' | 'again' | 'not-yet') => ({
      a,
      b,
      date: '2026-01-01',
      ...(outcome && { outcome }),
    });
    expect(repeatsIn(groups, [met('b', 'a'), met('e', 'd', 'met'), met('a', 'c', 'not-yet'), met('c', 'd')])).toBe(2);
    expect(repeatsIn(groups, [met('a', 'b', 'again')])).toBe(0);
  });
});

describe('who is drawn', () => {
  const many = (part: 'lead' | 'member', count: number, more: Partial<Participant> = {}) =>
    Array.from({ length: count }, (_, place) => participant(`${part}${place}`, { part, attended: place, ...more }));

  it('keeps leads apart, and newcomers where there are buddies for all', () => {
    const pools = (leads: number, newcomers: number) =>
      drawOf(
        { ...setting, kind: 'newcomer' },
        [...many('lead', leads), ...many('member', newcomers, { isNew: true })],
        nothing,
      ).pools;
    expect(pools(2, 2)[0]?.forbidden).toEqual([
      ['lead0', 'lead1'],
      ['member0', 'member1'],
    ]);
    expect(pools(1, 2)[0]?.forbidden).toEqual([]);
    expect(pools(3, 1)[0]?.people.map(({ id }) => id)).toEqual(['member0', 'lead0']);
    expect(pools(2, 0)).toEqual([]);
  });

  it('asks as many guests as there are places, who waited longest first', () => {
    const draw = (leads: number, guests: number) =>
      drawOf({ ...setting, kind: 'lottery', size: 3 }, [...many('lead', leads), ...many('member', guests)], nothing);
    expect(draw(1, 4).notDrawn).toEqual(['member2', 'member3']);
    expect(draw(2, 4).notDrawn).toEqual([]);
    expect(draw(3, 2).pools[0]?.people.map(({ id }) => id)).toEqual(['lead0', 'lead1', 'member0', 'member1']);
    expect([draw(0, 2).pools, draw(2, 0).pools]).toEqual([[], []]);
    expect(draw(2, 4).pools[0]?.forbidden).toEqual([['lead0', 'lead1']]);
  });
});
