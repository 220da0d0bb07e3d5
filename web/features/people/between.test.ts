import { expect, it } from 'vitest';
import { hoursAhead, sharedWords } from './between.ts';

it('tells how far ahead a zone is, halves and days included', () => {
  const at = new Date('2026-12-03T10:00:00Z');
  expect(hoursAhead('Asia/Dubai', at, 'Europe/Lisbon')).toBe(4);
  expect(hoursAhead('America/New_York', at, 'Europe/Berlin')).toBe(-6);
  expect(hoursAhead('Asia/Kolkata', at, 'UTC')).toBe(5.5);
  expect(hoursAhead('Pacific/Auckland', at, 'America/Los_Angeles')).toBe(21);
  expect(hoursAhead('Europe/Lisbon', new Date('2026-07-03T10:00:00Z'), 'UTC')).toBe(1);
});

it('finds what both say, once, whatever the letters', () => {
  const mine = { interests: ['Sailing'], passions: ['choir'], talents: [], languages: ['de', 'en'] };
  expect(
    sharedWords(mine, { interests: ['sailing', 'Chess'], passions: ['Choir', 'choir'], languages: ['en'] }),
  ).toEqual({
    words: ['Choir', 'sailing'],
    languages: ['en'],
  });
  expect(sharedWords(mine, {})).toEqual({ words: [], languages: [] });
});

it('reads this device’s own zone, midnight and the turn of a year', () => {
  const at = new Date('2026-12-31T23:30:00Z');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(hoursAhead('Asia/Tokyo', at)).toBe(hoursAhead('Asia/Tokyo', at, own));
  expect(hoursAhead('Europe/Berlin', at, 'UTC')).toBe(1);
  expect(hoursAhead('UTC', at, 'Pacific/Kiritimati')).toBe(-14);
  expect(hoursAhead('UTC', new Date('2026-03-01T00:00:00Z'), 'UTC')).toBe(0);
  expect(hoursAhead('Asia/Kathmandu', new Date('2026-03-01T00:00:00Z'), 'UTC')).toBe(5.75);
});

it('names three words at most, passions first, and every language', () => {
  const words = ['a', 'b', 'c', 'd', 'e'];
  const mine = { interests: ['a', 'b'], passions: ['c', ' D '], talents: ['e'], languages: ['de', 'en', 'fr', 'it'] };
  const theirs = { interests: ['a'], passions: ['d', 'C '], talents: ['e'], languages: ['it', 'fr', 'en', 'de', 'pl'] };
  expect(sharedWords(mine, theirs)).toEqual({ words: ['d', 'C ', 'a'], languages: ['it', 'fr', 'en', 'de'] });
  expect(sharedWords(mine, { talents: words }).words).toEqual(['a', 'b', 'c']);
});
