import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeek, type PersonFacts, placeFrom, type Topic, type WeekInput, weekNumber } from './input.rules.ts';
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
