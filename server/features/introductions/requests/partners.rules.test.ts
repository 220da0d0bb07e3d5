import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchPerson } from '#engine/matching/matching.ts';
import type { IntroductionMember } from '../members/members.ts';
import {
  ASKED_EVERY,
  bestFor,
  isFree,
  LOOKED_AT,
  matchPersonOf,
  type RequestCandidate,
  WAITS_FOR,
} from './requests.rules.ts';

const DAY = 86_400_000;
const now = new Date('2026-11-23T09:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

it('stands to its times and numbers', () => {
  expect([ASKED_EVERY, WAITS_FOR, LOOKED_AT]).toEqual([7 * DAY, 14 * DAY, 150]);
});

describe('who is free', () => {
  const free = (change: Partial<RequestCandidate>) =>
    isFree(
      { ...{ personId: 'a', isAsking: false, rhythm: null, introducedAt: null, requestedAt: null }, ...change },
      now,
    );

  it.each([
    ['weekly', 7],
    ['fortnightly', 14],
    ['monthly', 28],
    ['quarterly', 91],
  ] as const)('by a %s rhythm after %i days, to the second', (rhythm, days) => {
    expect(free({ rhythm, introducedAt: ago(days * DAY) })).toBe(true);
    expect(free({ rhythm, introducedAt: ago(days * DAY - 1) })).toBe(false);
    expect(free({ rhythm, introducedAt: ago(days * DAY), requestedAt: ago(7 * DAY - 1) })).toBe(false);
    expect(free({ rhythm })).toBe(true);
  });

  it('after a request for seven days, to the second, whatever the rhythm', () => {
    expect([free({ requestedAt: ago(7 * DAY) }), free({ requestedAt: ago(7 * DAY - 1) })]).toEqual([true, false]);
    expect(free({ requestedAt: ago(1), isAsking: true })).toBe(true);
  });
});

describe('what is weighed of somebody', () => {
  const row = (more: object) =>
    ({
      ...{ person_id: 'p', unit: 'Labs', site: 'Porto', manager_id: 'm', level: null, languages: ['de'] },
      ...{ interests: ['bees'], passions: ['choir'], talents: ['maps'], ask_me_about: ['ropes'], about: '' },
      shows: ['interests', 'passions', 'talents', 'askMeAbout', 'languages'],
      ...more,
    }) as unknown as IntroductionMember;

  it('is where they stand and what they show', () => {
    expect(matchPersonOf(row({}))).toEqual({
      ...{ id: 'p', unit: ['Labs'], site: 'Porto', manager: 'm', languages: ['de'], interests: ['bees', 'choir'] },
      offers: ['maps', 'ropes'],
    });
  });

  it('is no more than that', () => {
    const bare = { unit: null, site: null, manager_id: null, shows: [] };
    expect(matchPersonOf(row(bare))).toEqual({ id: 'p', interests: [], offers: [] });
    expect(matchPersonOf(row({ languages: [] }))).not.toHaveProperty('languages');
    expect(matchPersonOf(row({ shows: null }))).toMatchObject({ interests: [], offers: [] });
  });
});

describe('the best partner', () => {
  const me: MatchPerson = { id: 'me', unit: ['Labs'], interests: ['Sailing'], languages: ['en'] };
  const best = (candidates: MatchPerson[], history: Parameters<typeof bestFor>[2] = [], people = [me]) =>
    bestFor(people, candidates, history)?.personId;
  const met = (a: string, b: string) => ({ a, b, date: '2026-11-01' });

  it('shares a language first, then is new, then of another unit, then alike', () => {
    const deaf = { id: 'a', unit: ['Field'], interests: ['Sailing'], languages: ['ja'] };
    const known = { id: 'b', unit: ['Field'], interests: ['Sailing'], languages: ['en', 'ja'] };
    const near = { id: 'c', unit: ['Labs'], interests: ['Sailing'] };
    const far = { id: 'd', unit: ['Field'] };
    const alike = { id: 'e', unit: ['Field'], interests: ['Sailing'] };
    const history = [met('me', 'b')];
    const order = [alike, far, near, known, deaf];
    for (const [place, each] of order.entries()) expect(best(order.slice(place).toReversed(), history)).toBe(each.id);
  });

  it('has met whom they met from either side, and nobody else counts', () => {
    const [one, other] = [
      { id: 'a', unit: ['Field'] },
      { id: 'b', unit: ['Field'] },
    ];
    expect(best([one, other])).toBe('a');
    expect([best([one, other], [met('me', 'a')]), best([one, other], [met('a', 'me')])]).toEqual(['b', 'b']);
    expect(best([one, other], [met('a', 'b'), met('a', 'x')])).toBe('a');
  });

  it('is told why, of the two alone', () => {
    const found = bestFor([me], [{ id: 'a', unit: ['Field'], interests: ['sailing'] }], []);
    expect(found?.reasons.map(({ code }) => code)).toContain('shared-interest');
    const two = [me, { id: 'you', unit: ['Field'] }];
    const among = bestFor(two, [{ id: 'a', unit: ['Sales'] }], [met('me', 'you')]);
    expect(among?.reasons.map(({ code }) => code)).not.toContain('met-longest-ago');
  });

  it('speaks with as many of them as anybody', () => {
    const people: MatchPerson[] = [me, { id: 'you', unit: ['Field'], languages: ['ja'] }];
    const half = { id: 'a', unit: ['Sales'], languages: ['en'] };
    const both = { id: 'b', unit: ['Sales'], languages: ['en', 'ja'] };
    const none = { id: 'c', unit: ['Sales'], languages: ['fr'] };
    expect([best([none, half, both], [], people), best([none, half], [], people)]).toEqual(['b', 'a']);
  });

  it('is the same in whatever order candidates come', () => {
    const candidate = fc.record({
      unit: fc.constantFrom(['Labs'], ['Field'], ['Sales']),
      interests: fc.subarray(['Sailing', 'Choir']),
      languages: fc.constantFrom(['en'], ['ja']),
    });
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 6 }), fc.subarray([0, 1, 2]), (all, known) => {
        const candidates = all.map((each, place) => ({ ...each, id: `p${place}` }));
        const history = known.map((place) => met('me', `p${place}`));
        expect(best(candidates.toReversed(), history)).toBe(best(candidates, history));
      }),
      { numRuns: 40 },
    );
  });
});
