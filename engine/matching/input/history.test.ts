import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPair, foldHistory, MET, REPEAT, wouldRepeat } from './history.ts';
import type { Meeting } from './round-input.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const INDEX = new Map(IDS.map((id, place) => [id, place]));
const fold = (history: Meeting[], size = 2) => foldHistory(history, INDEX, { size, turns: undefined });
const day = (number: number): string => `2026-01-${String(number).padStart(2, '0')}`;

const meeting: fc.Arbitrary<Meeting> = fc.record({
  a: fc.constantFrom(...IDS, 'x', 'y'),
  b: fc.constantFrom(...IDS, 'x', 'y'),
  date: fc.integer({ min: 1, max: 9 }).map(day),
  outcome: fc.constantFrom('met' as const, 'again' as const, 'not-yet' as const, 'cannot' as const),
});
const ORDER = ['cannot', 'not-yet', 'met', 'again'];

describe('what stands between two people', () => {
  it('is read as the story of all their meetings', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 30 }), (history) => {
        const book = fold(history);
        const dates = [...new Set(history.map(({ date }) => date))].sort();
        expect(book.pairs.dates).toEqual(dates);
        for (const [one, a] of IDS.entries())
          for (const [other, b] of IDS.entries()) {
            const own = history.filter((each) => a !== b && [each.a, each.b].sort().join() === [a, b].sort().join());
            const place = findPair(book.pairs, one, other);
            expect(place !== -1).toBe(own.length > 0);
            if (place === -1) {
              expect(wouldRepeat(book, one, other)).toBe(false);
              continue;
            }
            const latest = own
              .toSorted(
                (x, y) =>
                  x.date.localeCompare(y.date) || ORDER.indexOf(x.outcome ?? 'met') - ORDER.indexOf(y.outcome ?? 'met'),
              )
              .at(-1);
            const met = own.some(({ outcome }) => outcome === 'met' || outcome === 'again');
            const since = dates.length - 1 - dates.indexOf(latest?.date ?? '');
            const rests = latest?.outcome === 'not-yet' ? since < 2 : latest?.outcome === 'cannot' && since < 1;
            const repeats = latest?.outcome === 'met' || (latest?.outcome !== 'again' && (met || rests));
            expect(wouldRepeat(book, one, other)).toBe(repeats);
            expect(book.pairs.marks[place]).toBe((met ? MET : 0) + (repeats ? REPEAT : 0));
            expect(book.pairs.others[place]).toBe(other);
            expect(book.pairs.last[place]).toBe(dates.indexOf(latest?.date ?? ''));
            expect(book.pairs.rank[place]).toBe(dates.indexOf(latest?.date ?? '') + 1);
          }
      }),
    );
  });

  it('is ranked by date, at most in 255 ranks', () => {
    const history = Array.from({ length: 600 }, (_, place) => ({
      ...{ a: 'a', b: place % 2 === 0 ? 'b' : 'x' },
      date: new Date(Date.UTC(2020, 0, 1 + place)).toISOString().slice(0, 10),
    }));
    const ranks = (until: number): number | undefined => {
      const { pairs } = fold([...history.slice(0, until), { a: 'c', b: 'd', date: '2019-01-01' }]);
      return pairs.rank[findPair(pairs, 0, 1)];
    };
    expect(ranks(1)).toBe(2);
    expect(ranks(253)).toBe(254);
    expect(ranks(599)).toBe(1 + Math.floor((599 * 255) / 600));
    const { pairs } = fold([...history, { a: 'c', b: 'd', date: '2019-01-01' }]);
    expect(pairs.rank[findPair(pairs, 2, 3)]).toBe(1);
  });
});

it('somebody is new until they stand in any meeting', () => {
  const { newcomer } = fold([
    { a: 'b', b: 'x', date: day(1), outcome: 'cannot' },
    { a: 'y', b: 'd', date: day(1) },
  ]);
  expect([...newcomer]).toEqual([1, 0, 1, 0, 1]);
});

describe('turns', () => {
  const round = (date: string, ...groups: string[]): Meeting[] =>
    groups.flatMap((group) =>
      [...group].flatMap((a, place) => [...group.slice(place + 1)].map((b) => ({ a, b, date }))),
    );

  it('count being the extra one of three, or without a place in a whole round', () => {
    // a sat out the second round, b was one of three in the first.
    const { turnRank } = fold([...round(day(1), 'bcd', 'ae'), ...round(day(2), 'bc', 'de')]);
    expect([...turnRank]).toEqual([1, 1, 1, 1, 0]);
  });

  it('do not count a day on which few met as sat out', () => {
    const { turnRank } = fold([...round(day(1), 'ab', 'cde'), ...round(day(2), 'ab')]);
    expect([...turnRank]).toEqual([0, 0, 1, 1, 1]);
  });

  it('do not count rounds before somebody first took part', () => {
    const { turnRank } = fold([...round(day(1), 'ab', 'cd'), ...round(day(2), 'ae', 'bc', 'dx')]);
    expect(new Set(turnRank).size).toBe(1);
  });

  it('count one meeting told twice once, and nobody with themselves', () => {
    const told: Meeting[] = [...round(day(1), 'ab', 'cde'), ...round(day(1), 'ab'), { a: 'b', b: 'b', date: day(1) }];
    expect([...fold(told).turnRank]).toEqual([0, 0, 1, 1, 1]);
  });

  it('go by the size of groups', () => {
    expect(new Set(fold(round(day(1), 'abcd'), 4).turnRank)).toEqual(new Set([0, 1]));
    expect([...fold(round(day(1), 'abc', 'de'), 3).turnRank]).toEqual([0, 0, 0, 0, 0]);
  });

  it('as counted elsewhere rank by rate, somebody new behind the median', () => {
    const turns = { odd: Float64Array.from([1, 0, 2, 0, 3]), attended: Float64Array.from([2, 2, 4, 0, 4]) };
    const { turnRank } = foldHistory([], INDEX, { size: 2, turns });
    expect([...turnRank]).toEqual([1, 0, 1, 2, 3]);
    const unseen = { odd: new Float64Array(5), attended: new Float64Array(5) };
    expect([...foldHistory([], INDEX, { size: 2, turns: unseen }).turnRank]).toEqual([0, 0, 0, 0, 0]);
  });
});
