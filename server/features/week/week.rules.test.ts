import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  connect,
  type Facts,
  GIVEN,
  hardlyKnow,
  isoWeek,
  nurture,
  placeFrom,
  shouldKnow,
  type Topic,
  type World,
} from './week.rules.ts';

const ids = Array.from({ length: 12 }, (_, index) => `person-${index}`);
const id = fc.constantFrom(...ids);
const day = fc
  .integer({ min: 0, max: 400 })
  .map((ago) => new Date(Date.UTC(2026, 10, 23) - ago * 86_400_000).toISOString().slice(0, 10));
const TOPICS: Topic[] = ['Sailing', 'Choir', 'Bees'].flatMap((text) => [
  { kind: 'care', text, folded: text.toLowerCase() },
  { kind: 'talent', text, folded: text.toLowerCase() },
]);
const factsOf = (personId: string): fc.Arbitrary<Facts> =>
  fc.record({
    personId: fc.constant(personId),
    isActive: fc.boolean(),
    unitId: fc.constantFrom('labs', 'sales', null),
    unit: fc.constantFrom('Labs', 'Sales', null),
    joinedOn: fc.option(day),
    topics: fc.subarray(TOPICS),
  });
const world: fc.Arbitrary<World> = fc
  .record({
    seed: fc.string(),
    me: factsOf('person-0'),
    met: fc.array(fc.record({ personId: id, day })).map((met) => met.sort((a, b) => (a.day < b.day ? 1 : -1))),
    ties: fc.array(
      fc.record({
        personId: id,
        tie: fc.constantFrom('manager' as const, 'report' as const, 'group' as const, 'unit' as const),
        group: fc.option(fc.constant('Pricing')),
      }),
    ),
    elsewhere: fc.subarray(ids),
    facts: fc.tuple(...ids.map(factsOf)),
    notNow: fc.subarray(ids),
  })
  .map(({ facts, notNow, ...rest }) => ({
    ...rest,
    today: '2026-11-23',
    facts: new Map(facts.map((each) => [each.personId, each])),
    notNow: new Set(notNow),
  }));

const peopleOf = (each: World): string[] => [
  ...[...nurture(each), ...hardlyKnow(each), ...shouldKnow(each)].map(({ personId }) => personId),
  ...connect(each).flatMap(({ personIds }) => personIds),
];

describe('your people this week', () => {
  it('never names me, somebody blocked, greeted, away or gone', () => {
    fc.assert(
      fc.property(world, (each) => {
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
      fc.property(world, (each) => {
        expect(peopleOf(each)).toEqual(peopleOf(each));
        for (const list of [nurture(each), hardlyKnow(each), shouldKnow(each), connect(each)])
          expect(list.length).toBeLessThanOrEqual(GIVEN);
      }),
    );
  });

  it('moves whom I met from hardly known to nurture', () => {
    fc.assert(
      fc.property(world, (each) => {
        const met = new Set(each.met.map(({ personId }) => personId));
        for (const { personId } of [...hardlyKnow(each), ...shouldKnow(each)]) expect(met.has(personId)).toBe(false);
        for (const { personId } of nurture(each)) expect(met.has(personId)).toBe(true);
      }),
    );
  });

  it('connects only my own ties, across units, by what both show', () => {
    fc.assert(
      fc.property(world, (each) => {
        const own = new Set([...each.met, ...each.ties].map(({ personId }) => personId));
        for (const { personIds, why } of connect(each)) {
          const [a, b] = personIds.map((personId) => each.facts.get(personId));
          expect(personIds.every((personId) => own.has(personId))).toBe(true);
          expect(a?.unitId).not.toBe(b?.unitId);
          const kind = why.code === 'both-care' ? 'care' : 'talent';
          for (const facts of [a, b]) {
            expect(facts?.topics.some((topic) => topic.kind === kind && topic.text === why.text)).toBe(true);
          }
        }
      }),
    );
  });

  it('nurtures the longest ago first', () => {
    fc.assert(
      fc.property(world, (each) => {
        const days = nurture(each).map(({ why }) => why.text ?? '');
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});

it('names ISO weeks, also at the turn of the year', () => {
  expect(isoWeek('2026-11-23')).toBe('2026-W48');
  expect(isoWeek('2027-01-01')).toBe('2026-W53');
  expect(placeFrom('x')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
