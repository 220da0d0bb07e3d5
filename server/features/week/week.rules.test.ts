import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawn,
  halfOf,
  isoWeek,
  type PersonFacts,
  placeFrom,
  shuffled,
  type Topic,
  type WeekInput,
  weekNumber,
} from './input.rules.ts';
import { GIVEN, hardlyKnow, nurture, pairsToIntroduce, shouldKnow } from './week.rules.ts';

const ids = Array.from({ length: 12 }, (_, index) => `person-${index}`);
const id = fc.constantFrom(...ids);
const dayAgo = (ago: number) => new Date(Date.UTC(2026, 10, 23) - ago * 86_400_000).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 400 }).map(dayAgo);
const TOPICS: Topic[] = ['Sailing', 'Choir', 'Bees'].flatMap((text) => [
  { kind: 'care', text, folded: text.toLowerCase() },
  { kind: 'talent', text, folded: text.toLowerCase() },
]);
const UNITS = { labs: 'Labs', sales: 'Sales' } as const;
const factsOf = (personId: string): fc.Arbitrary<PersonFacts> =>
  fc
    .record({
      personId: fc.constant(personId),
      isActive: fc.boolean(),
      unitId: fc.constantFrom('labs' as const, 'sales' as const, null),
      site: fc.constantFrom('Porto', 'Berlin', null),
      level: fc.constantFrom('Director', 'Engineer', null),
      joinedOn: fc.option(day),
      topics: fc.subarray(TOPICS),
    })
    .map((facts) => ({ ...facts, unit: facts.unitId && UNITS[facts.unitId] }));
const input: fc.Arbitrary<WeekInput> = fc
  .record({
    me: factsOf('person-0'),
    met: fc.array(fc.record({ personId: id, day })).map((met) => met.sort((a, b) => (a.day < b.day ? 1 : -1))),
    ties: fc.array(
      fc.record({
        personId: id,
        tie: fc.constantFrom('manager' as const, 'report' as const, 'group' as const, 'unit' as const),
        group: fc.option(fc.constant('Pricing')),
      }),
    ),
    open: fc.subarray(ids),
    small: fc.oneof(fc.constant([]), fc.constant(ids.slice(1))),
    facts: fc.tuple(...ids.map(factsOf)),
    secret: fc.string(),
    notNow: fc.subarray(ids),
    declined: fc.subarray(ids),
    hoped: fc.subarray(ids),
    mutual: fc.subarray(ids),
  })
  .map(({ facts, notNow, declined, hoped, mutual, ...rest }) => ({
    ...rest,
    today: '2026-11-23',
    workspace: 'Meridian',
    facts: new Map(facts.map((each) => [each.personId, each])),
    notNow: new Set(notNow),
    declined: new Set(declined),
    hoped: new Set(hoped),
    mutual: new Set(mutual),
  }));

const WEEKS = Array.from({ length: 20 }, (_, week) => week);
const weekLater = (each: WeekInput, weeks: number): WeekInput => ({ ...each, today: dayAgo(-7 * weeks) });
const namesOf = (list: readonly { personId: string }[]): string[] => list.map(({ personId }) => personId);
const peopleOf = (each: WeekInput): string[] => [
  ...namesOf([...nurture(each), ...hardlyKnow(each), ...shouldKnow(each)]),
  ...pairsToIntroduce(each).flatMap(({ personIds }) => personIds),
];

describe('your people this week', () => {
  it('never names me, somebody blocked, greeted, away or gone', () => {
    fc.assert(
      fc.property(input, (each) => {
        for (const personId of peopleOf(each)) {
          expect(personId).not.toBe(each.me.personId);
          expect(each.notNow.has(personId)).toBe(false);
          expect(each.facts.get(personId)?.isActive).toBe(true);
        }
      }),
    );
  });

  it('stays the same through the week and gives only a few', () => {
    fc.assert(
      fc.property(input, (each) => {
        expect(peopleOf({ ...each, today: '2026-11-29' }).length).toBeGreaterThanOrEqual(0);
        expect(namesOf(shouldKnow({ ...each, today: '2026-11-24' }))).toEqual(namesOf(shouldKnow(each)));
        for (const list of [nurture(each), shouldKnow(each), pairsToIntroduce(each)])
          expect(list.length).toBeLessThanOrEqual(GIVEN);
      }),
    );
  });

  it('moves whom I met from hardly known to nurture, and holds nobody twice', () => {
    fc.assert(
      fc.property(input, (each) => {
        const met = new Set(namesOf(each.met));
        const unknown = namesOf([...hardlyKnow(each), ...shouldKnow(each)]);
        for (const personId of unknown) expect(met.has(personId)).toBe(false);
        for (const { personId } of nurture(each)) expect(met.has(personId)).toBe(true);
        expect(new Set(unknown).size).toBe(unknown.length);
      }),
    );
  });

  it('connects only whom I know, across units where they have one', () => {
    fc.assert(
      fc.property(input, (each) => {
        const own = new Set([...namesOf(each.met), ...namesOf(each.ties), ...each.small]);
        for (const { personIds, why } of pairsToIntroduce(each)) {
          const [a, b] = personIds.map((personId) => each.facts.get(personId));
          expect(personIds.every((personId) => own.has(personId))).toBe(true);
          if (each.small.length === 0 && a?.unitId) expect(a.unitId).not.toBe(b?.unitId);
          if (why.code === 'one-can') {
            expect(a?.topics).toContainEqual(expect.objectContaining({ kind: 'talent', text: why.text }));
            expect(b?.topics).toContainEqual(expect.objectContaining({ kind: 'care', text: why.text }));
          }
        }
      }),
    );
  });
});

const KIND: Readonly<Record<string, string>> = {
  'shared-interest': 'alike',
  'shared-talent': 'alike',
  'both-care': 'alike',
  'both-bring': 'alike',
  'other-interest': 'different',
  'other-talent': 'different',
  'other-site': 'different',
  'one-can': 'different',
  'each-own': 'different',
  'other-level': 'levels',
  'pair-levels': 'levels',
  newcomer: 'newcomer',
  'pair-newcomer': 'newcomer',
  untrodden: 'thin',
  'pair-units': 'thin',
};

describe('reasons', () => {
  it.each([
    ['people worth knowing', shouldKnow],
    ['two people to introduce', pairsToIntroduce],
  ])('take turns: over twenty weeks none fills more than half of %s', (_, list) => {
    fc.assert(
      fc.property(input, (each) => {
        for (let place = 0; place < GIVEN; place += 1) {
          const kinds = WEEKS.flatMap((week) => KIND[list(weekLater(each, week))[place]?.why.code ?? ''] ?? []);
          for (const kind of kinds) expect(kinds.filter((other) => other === kind).length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  it('come in all kinds where all are to be had', () => {
    const facts = (personId: string, more: Partial<PersonFacts>): [string, PersonFacts] => [
      personId,
      {
        ...{ personId, isActive: true, unitId: 'labs', unit: 'Labs', site: null, level: 'Engineer', joinedOn: null },
        topics: TOPICS.slice(0, 2),
        ...more,
      },
    ];
    const rich: WeekInput = {
      ...{ today: '2026-11-23', workspace: 'Meridian', met: [], ties: [], small: [] },
      ...{
        secret: '',
        notNow: new Set(),
        declined: new Set(),
        hoped: new Set(),
        mutual: new Set(),
      },
      me: facts('me', {})[1],
      open: ['alike', 'different', 'levels', 'newcomer', 'thin'],
      facts: new Map([
        facts('alike', {}),
        facts('different', { topics: TOPICS.slice(2, 4) }),
        facts('levels', { level: 'Director', topics: [] }),
        facts('newcomer', { joinedOn: '2026-11-20', topics: [] }),
        facts('thin', { unitId: 'sales', unit: 'Sales', topics: [] }),
      ]),
    };
    const firsts = WEEKS.map((week) => KIND[shouldKnow(weekLater(rich, week))[0]?.why.code ?? '']);
    expect(new Set(firsts)).toEqual(new Set(['alike', 'different', 'levels', 'newcomer', 'thin']));
  });
});

describe('keeping in touch', () => {
  it('never holds the same names four weeks running, but for who agreed to meet again, and for one or two', () => {
    fc.assert(
      fc.property(input, (each) => {
        const isKnown = (name: string) =>
          name !== each.me.personId &&
          each.facts.get(name)?.isActive &&
          !each.notNow.has(name) &&
          !each.declined.has(name);
        fc.pre(new Set(namesOf(each.met).filter(isKnown)).size > 2);
        const weeks = [0, 1, 2, 3].map((week) =>
          namesOf(nurture(weekLater(each, week)).filter(({ why }) => why.code === 'met-on')),
        );
        for (const name of weeks[0] ?? []) expect(weeks.every((names) => names.includes(name))).toBe(false);
      }),
    );
  });

  it('never holds whom I declined, and begins with who would gladly meet again', () => {
    fc.assert(
      fc.property(input, (each) => {
        const names = namesOf(nurture(each));
        for (const name of names) expect(each.declined.has(name)).toBe(false);
        const isAgreed = nurture(each).map(({ why }) => why.code === 'again');
        expect(isAgreed).toEqual([...isAgreed].sort().reverse());
        const isLongAgo = (name: string) =>
          (each.met.find(({ personId }) => personId === name)?.day ?? '') <= '2026-11-18';
        const waits = namesOf(each.met).some(
          (name) =>
            name !== each.me.personId &&
            isLongAgo(name) &&
            each.mutual.has(name) &&
            each.facts.get(name)?.isActive &&
            ![each.declined, each.notNow].some((set) => set.has(name)),
        );
        expect(isAgreed[0] ?? false).toBe(waits);
      }),
    );
  });
});

it('keeps one person under "you work together"; somebody who comes moves one at most', () => {
  fc.assert(
    fc.property(input, fc.integer({ min: 3, max: 10 }), (each, here) => {
      const small = each.ties.length === 0 ? ids.slice(1, here + 1) : [];
      const before = { ...each, small };
      expect(namesOf(hardlyKnow(weekLater(before, 7)))).toEqual(namesOf(hardlyKnow(before)));
      const after = namesOf(hardlyKnow({ ...each, small: small.length > 0 ? ids.slice(1, here + 2) : [] }));
      expect(namesOf(hardlyKnow(before)).filter((name) => !after.includes(name)).length).toBeLessThanOrEqual(1);
    }),
  );
});

it('shows whoever takes no hellos as if they took some, or as if they paused', () => {
  const seen = (each: WeekInput) => [hardlyKnow(each), shouldKnow(each), pairsToIntroduce(each)];
  fc.assert(
    fc.property(input, id, (each, somebody) => {
      const open = { ...each, small: ids.slice(1), open: [...new Set([...each.open, somebody])] };
      const closed = { ...open, open: open.open.filter((name) => name !== somebody) };
      const paused = { ...open, notNow: new Set([...open.notNow, somebody]) };
      const isMet = each.met.some(({ personId }) => personId === somebody);
      const isOpenNamed = namesOf(shouldKnow(open)).includes(somebody);
      if (!isMet && !isOpenNamed && namesOf(hardlyKnow(open)).includes(somebody))
        expect(seen(closed)).toEqual(seen(open));
      else if (!isMet) expect(seen(closed)).toEqual(seen(paused));
    }),
  );
});

it('names ISO weeks, also at the turn of the year, and counts them through', () => {
  expect(isoWeek('2026-11-23')).toBe('2026-W48');
  expect(isoWeek('2027-01-01')).toBe('2026-W53');
  expect(weekNumber('2027-01-04') - weekNumber('2026-12-28')).toBe(1);
  expect(weekNumber('2027-01-03')).toBe(weekNumber('2026-12-28'));
  expect(placeFrom('x')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

describe('rows of somebody’s week', () => {
  const person = (personId: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
    ...{ personId, isActive: true, unitId: null, unit: null, site: null, level: null, joinedOn: null, topics: [] },
    ...more,
  });
  const weekOf = (more: Partial<WeekInput>, people: PersonFacts[]): WeekInput => ({
    ...{ today: '2026-11-23', workspace: 'Meridian', met: [], ties: [], open: [], small: [], secret: 's' },
    ...{ notNow: new Set(), declined: new Set(), hoped: new Set(), mutual: new Set() },
    me: person('me'),
    facts: new Map(people.map((each) => [each.personId, each])),
    ...more,
  });
  const team = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((name) => person(name));

  it('keep in touch from the fifth day on, telling the latest meeting', () => {
    const met = [
      { personId: 'a', day: '2026-11-19' },
      { personId: 'b', day: '2026-11-18' },
      { personId: 'b', day: '2026-01-01' },
    ];
    expect(nurture(weekOf({ met }, team)).map(({ personId, why }) => [personId, why.text])).toEqual([
      ['b', '2026-11-18'],
    ]);
  });

  it('give each of three or more a rest in one week of four, nobody where there are two', () => {
    const met = (names: string[]) => names.map((personId) => ({ personId, day: '2025-01-01' }));
    const weeks = (names: string[]) =>
      [0, 1, 2, 3].map((week) =>
        namesOf(nurture(weekLater(weekOf({ met: met(names) }, team), week)))
          .sort()
          .join(''),
      );
    expect(weeks(['a', 'b'])).toEqual(Array(4).fill('ab'));
    const four = weeks(['a', 'b', 'c', 'd']);
    expect(four.map((names) => names.length)).toEqual([3, 3, 3, 3]);
    expect(new Set(four).size).toBe(4);
  });

  it('let two at the most never rest, whoever agreed', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const met = names.map((personId) => ({ personId, day: '2025-01-01' }));
    const agreed = nurture(weekOf({ met, mutual: new Set(names) }, team)).filter(({ why }) => why.code === 'again');
    expect(agreed).toHaveLength(2);
  });

  it('put whom I hope to meet, and whom I met often, in front more often', () => {
    const names = team.map(({ personId }) => personId);
    const met = [...names, 'c'].map((personId) => ({ personId, day: '2025-01-01' }));
    const shown = (name: string, hoped: string[]) =>
      Array.from({ length: 300 }, (_, week) =>
        nurture(weekLater(weekOf({ met, hoped: new Set(hoped) }, team), week)),
      ).filter((list) => namesOf(list).includes(name)).length;
    const [plain, often, wished] = [shown('a', []), shown('c', []), shown('a', ['a'])];
    expect(often).toBeGreaterThan(plain * 1.15);
    expect(wished).toBeGreaterThan(plain * 1.3);
  });

  it('tell the first of several ties, and begin with either question', () => {
    const ties = [
      { personId: 'a', tie: 'group' as const, group: 'Pricing' },
      { personId: 'a', tie: 'manager' as const, group: null },
      ...team.slice(1).map(({ personId }) => ({ personId, tie: 'unit' as const, group: null })),
    ];
    const rows = hardlyKnow(
      weekOf(
        { ties },
        team.map((each) => ({ ...each, unitId: 'labs', unit: 'Labs' })),
      ),
    );
    expect(rows.find(({ personId }) => personId === 'a')?.why).toEqual({ code: 'group', text: 'Pricing', other: null });
    expect(rows.find(({ personId }) => personId === 'b')?.why).toEqual({ code: 'unit', text: 'Labs', other: null });
    expect(new Set(rows.map(({ step }) => step))).toEqual(new Set(['ask-about-weekend', 'ask-what-they-work-on']));
    const again = hardlyKnow(weekOf({ ties, me: person('you') }, team));
    expect(again.map(({ step }) => step).join()).not.toBe(rows.map(({ step }) => step).join());
  });

  it('in a small organisation give half as those I work with, and introduce two from three on', () => {
    const small = (count: number) => team.slice(0, count).map(({ personId }) => personId);
    const week = (count: number) => weekOf({ small: small(count), open: small(count) }, team);
    expect([1, 2, 3, 4, 5].map((count) => hardlyKnow(week(count)).length)).toEqual([1, 1, 2, 2, 3]);
    expect([1, 2, 3, 4, 5].map((count) => shouldKnow(week(count)).length)).toEqual([0, 1, 1, 2, 2]);
    expect(pairsToIntroduce(week(2))).toEqual([]);
    expect(pairsToIntroduce(week(3)).length).toBeGreaterThan(0);
    expect(hardlyKnow(week(3))[0]?.why).toEqual({ code: 'workspace', text: 'Meridian', other: null });
  });

  it('of two people of another unit nobody works with me', () => {
    const others = [person('a', { unitId: 'sales', unit: 'Sales' }), person('b', { unitId: 'sales', unit: 'Sales' })];
    const me = person('me', { unitId: 'labs', unit: 'Labs' });
    const week = (more: Partial<WeekInput> = {}) =>
      weekOf({ small: ['a', 'b'], open: ['a', 'b'], me, ...more }, others);
    expect(hardlyKnow(week())).toEqual([]);
    expect(namesOf(shouldKnow(week())).sort()).toEqual(['a', 'b']);
    expect(hardlyKnow(week({ me: person('me') }))).toHaveLength(1);
    expect(shouldKnow(week()).every(({ step }) => step === 'say-hello')).toBe(true);
  });
});

it('numbers drawn from a text never change', () => {
  expect(drawn('loam')).toBeCloseTo(
    Number.parseInt(createHash('sha256').update('loam').digest('hex').slice(0, 12), 16) / 2 ** 48,
    12,
  );
  expect(placeFrom('loam').replaceAll('-', '')).toBe(createHash('sha256').update('loam').digest('hex').slice(0, 32));
  expect(halfOf('s', ['a', 'b', 'c'])).toHaveLength(2);
  const light = { name: (each: string) => each, weight: (each: string) => (each === 'a' ? 50 : 1) };
  const firsts = Array.from({ length: 60 }, (_, seed) => shuffled(`${seed}`, ['b', 'a', 'c'], light)[0]);
  expect(firsts.filter((each) => each === 'a').length).toBeGreaterThan(45);
});
