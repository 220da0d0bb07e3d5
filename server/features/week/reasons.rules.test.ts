import { describe, expect, it } from 'vitest';
import type { PersonFacts, Topic, WeekInput } from './input.rules.ts';
import { pairReason, reasonFor } from './reasons.rules.ts';
import { drawnByTurns, REASONS, reasonsInTurn } from './turns.rules.ts';

const TODAY = '2026-11-23';
const care = (text: string): Topic => ({ kind: 'care', text, folded: text.toLowerCase() });
const talent = (text: string): Topic => ({ kind: 'talent', text, folded: text.toLowerCase() });
const person = (personId: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...{ personId, isActive: true, unitId: null, unit: null, site: null, level: null, joinedOn: null, topics: [] },
  ...more,
});
const LABS = { unitId: 'labs', unit: 'Labs' };
const SALES = { unitId: 'sales', unit: 'Sales' };

const inputOf = (people: PersonFacts[], more: Partial<WeekInput> = {}): WeekInput => ({
  ...{ today: TODAY, workspace: 'Meridian', met: [], ties: [], open: [], small: [], secret: '' },
  ...{ notNow: new Set(), declined: new Set(), hoped: new Set(), mutual: new Set() },
  me: person('me', { ...LABS, site: 'Porto', level: 'Engineer', topics: [care('Bees'), talent('Choir')] }),
  facts: new Map(people.map((each) => [each.personId, each])),
  ...more,
});
const whyOf = (
  theirs: Partial<PersonFacts>,
  reason: Parameters<typeof reasonFor>[2],
  more: Partial<WeekInput> = {},
) => {
  const facts = new Map([...(more.facts ?? []), ['you', person('you', theirs)] as const]);
  const found = reasonFor(inputOf([], { ...more, facts }), 'you', reason);
  return found && [found.code, found.text, found.other];
};

describe('why somebody is worth knowing', () => {
  it('is never said of whom nothing is known', () => {
    for (const reason of [...REASONS, null]) expect(reasonFor(inputOf([]), 'you', reason)).toBeNull();
  });

  it('is what both care about, before what both can; in their words', () => {
    expect(whyOf({ topics: [talent('CHOIR'), care('BEES')] }, 'alike')).toEqual(['shared-interest', 'BEES', null]);
    expect(whyOf({ topics: [care('Sailing'), talent('choir')] }, 'alike')).toEqual(['shared-talent', 'choir', null]);
    expect(whyOf({ topics: [talent('Bees'), care('Choir')] }, 'alike')).toBeNull();
    expect(whyOf({}, 'alike')).toBeNull();
  });

  it('is what they have and I have not, else where they work', () => {
    expect(whyOf({ topics: [care('Bees'), talent('Sailing')] }, 'different')).toEqual([
      'other-talent',
      'Sailing',
      null,
    ]);
    expect(whyOf({ topics: [care('Sailing')] }, 'different')).toEqual(['other-interest', 'Sailing', null]);
    expect(whyOf({ topics: [talent('Bees'), care('Choir')], site: 'Berlin' }, 'different')).toEqual([
      ...['other-site', 'Berlin', null],
    ]);
    expect(whyOf({ site: 'Porto' }, 'different')).toBeNull();
    expect(whyOf({ site: null }, 'different')).toBeNull();
    expect(whyOf({ site: 'Berlin' }, 'different', { me: person('me') })).toBeNull();
  });

  it('is another level, where both have one', () => {
    expect(whyOf({ level: 'Director' }, 'levels')).toEqual(['other-level', 'Director', null]);
    expect(whyOf({ level: 'Engineer' }, 'levels')).toBeNull();
    expect(whyOf({ level: null }, 'levels')).toBeNull();
    expect(whyOf({ level: 'Director' }, 'levels', { me: person('me') })).toBeNull();
  });

  it('is that they are new, for ninety days', () => {
    const isNew = (joinedOn: string | null) => whyOf({ ...SALES, joinedOn }, 'newcomer') !== null;
    expect(whyOf({ ...SALES, joinedOn: '2026-11-20' }, 'newcomer')).toEqual(['newcomer', 'Sales', null]);
    expect(['2026-11-23', '2026-08-26', '2026-08-25', '2026-11-24', '2020-01-01', null].map(isNew)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });

  it('is a unit where I know nobody', () => {
    const known = new Map([['ana', person('ana', SALES)]]);
    expect(whyOf(SALES, 'thin')).toEqual(['untrodden', 'Sales', null]);
    expect(whyOf(LABS, 'thin')).toBeNull();
    expect(whyOf({}, 'thin')).toBeNull();
    expect(whyOf(SALES, 'thin', { facts: known })).toEqual(['untrodden', 'Sales', null]);
    expect(whyOf(SALES, 'thin', { facts: known, met: [{ personId: 'ana', day: TODAY }] })).toBeNull();
    expect(whyOf(SALES, 'thin', { facts: known, ties: [{ personId: 'ana', tie: 'group', group: null }] })).toBeNull();
  });

  it('is, without any, their unit or that we have not met', () => {
    expect(whyOf(SALES, null)).toEqual(['other-unit', 'Sales', null]);
    expect(whyOf(LABS, null)).toEqual(['not-met', null, null]);
    expect(whyOf({}, null)).toEqual(['not-met', null, null]);
  });
});

describe('why two people might be good for each other', () => {
  const between = (a: Partial<PersonFacts>, b: Partial<PersonFacts>, reason: Parameters<typeof pairReason>[2]) => {
    const found = pairReason(inputOf([person('a', a), person('b', b)]), ['a', 'b'], reason);
    return found && [found.personIds.join(' '), found.why.code, found.why.text, found.why.other];
  };

  it('is never said where one of them is not known', () => {
    for (const reason of [...REASONS, null]) {
      expect(pairReason(inputOf([person('a')]), ['a', 'b'], reason)).toBeNull();
      expect(pairReason(inputOf([person('b')]), ['a', 'b'], reason)).toBeNull();
    }
  });

  it('is what both care about or bring', () => {
    expect(
      between({ topics: [care('Bees'), talent('Choir')] }, { topics: [talent('Choir'), care('Bees')] }, 'alike'),
    ).toEqual([...['a b', 'both-care', 'Bees', null]]);
    expect(between({ topics: [talent('Choir')] }, { topics: [talent('Choir')] }, 'alike')).toEqual([
      ...['a b', 'both-bring', 'Choir', null],
    ]);
    expect(between({ topics: [talent('Choir')] }, { topics: [care('Choir')] }, 'alike')).toBeNull();
  });

  it('is what the one can and the other cares about, whoever it is', () => {
    const [can, cares] = [{ topics: [talent('Choir')] }, { topics: [care('Choir')] }];
    expect(between(can, cares, 'different')).toEqual(['a b', 'one-can', 'Choir', null]);
    expect(between(cares, can, 'different')).toEqual(['b a', 'one-can', 'Choir', null]);
    const both = { topics: [care('Choir'), talent('Choir')] };
    expect(between(can, both, 'different')).toBeNull();
    expect(between(can, can, 'different')).toBeNull();
  });

  it('is what each cares about alone', () => {
    const [bees, choir] = [{ topics: [care('Bees')] }, { topics: [care('Choir')] }];
    expect(between(bees, choir, 'different')).toEqual(['a b', 'each-own', 'Bees', 'Choir']);
    expect(between(bees, {}, 'different')).toBeNull();
    expect(between({}, bees, 'different')).toBeNull();
    expect(between(bees, { topics: [care('Bees'), care('Choir')] }, 'different')).toBeNull();
    expect(between({ topics: [care('Bees'), care('Choir')] }, { topics: [care('Bees')] }, 'different')).toBeNull();
  });

  it('is their levels, their units, or that one of them is new', () => {
    expect(between({ level: 'Director' }, { level: 'Engineer' }, 'levels')).toEqual(['a b', 'pair-levels', null, null]);
    expect(between({ level: 'Director' }, { level: 'Director' }, 'levels')).toBeNull();
    expect(between(LABS, SALES, 'thin')).toEqual(['a b', 'pair-units', 'Labs', 'Sales']);
    expect(between(LABS, LABS, 'thin')).toBeNull();
    expect(between(LABS, {}, 'thin')).toBeNull();
    expect(between({}, LABS, 'thin')).toBeNull();
    const fresh = { joinedOn: '2026-11-01' };
    expect(between(fresh, {}, 'newcomer')).toEqual(['a b', 'pair-newcomer', null, null]);
    expect(between({}, fresh, 'newcomer')).toEqual(['b a', 'pair-newcomer', null, null]);
    expect(between(fresh, fresh, 'newcomer')).toBeNull();
    expect(between({}, {}, 'newcomer')).toBeNull();
    expect(between({}, {}, null)).toEqual(['a b', 'pair', null, null]);
  });
});

describe('turns', () => {
  it('give each reason two places of five, before and after the beginning', () => {
    expect([0, 1, 2, 3, 4].map((place) => reasonsInTurn(place).join(' '))).toEqual([
      'alike levels',
      'different newcomer',
      'levels thin',
      'newcomer alike',
      'thin different',
    ]);
    expect(reasonsInTurn(5)).toEqual(reasonsInTurn(0));
    expect(reasonsInTurn(-1)).toEqual(reasonsInTurn(4));
    expect(reasonsInTurn(-7)).toEqual(reasonsInTurn(3));
  });

  const because = (candidate: string, reason: string | null) =>
    reason === null ? 'here' : candidate.startsWith(reason) ? reason : null;

  it('draw the first who has the reason of the turn, then its second reason, then anybody', () => {
    const people = ['x', 'levels 1', 'alike 1', 'different 1'];
    expect(drawnByTurns(people, { from: 0, most: 4, because })).toEqual([
      { candidate: 'alike 1', because: 'alike' },
      { candidate: 'different 1', because: 'different' },
      { candidate: 'levels 1', because: 'levels' },
      { candidate: 'x', because: 'here' },
    ]);
    expect(people).toHaveLength(4);
  });

  it('draw no more than asked, and end where nobody is left or nobody fits', () => {
    expect(drawnByTurns(['a', 'b', 'c'], { from: 3, most: 2, because })).toHaveLength(2);
    expect(drawnByTurns(['a'], { from: 3, most: 2, because })).toHaveLength(1);
    expect(drawnByTurns(['a'], { from: 3, most: 0, because })).toEqual([]);
    expect(drawnByTurns(['a', 'b'], { from: 0, most: 2, because: () => null })).toEqual([]);
  });
});
