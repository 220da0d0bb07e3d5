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
