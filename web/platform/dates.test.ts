import { i18n } from '@lingui/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayWords, languageName, listWords, monthWords, timeWords, weekdayWords } from './dates.ts';

const read = (language: 'en' | 'de') => i18n.loadAndActivate({ locale: language, messages: {} });
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-29T12:00:00Z'), toFake: ['Date'] });
  read('en');
});
afterEach(() => vi.useRealTimers());

describe('days', () => {
  it('are said with the year only where it is another one', () => {
    expect(dayWords('2026-11-23')).toBe('23 November');
    expect(dayWords('2026-01-01')).toBe('1 January');
    expect(dayWords('2026-12-31')).toBe('31 December');
    expect(dayWords('2025-12-31')).toBe('31 December 2025');
    expect(dayWords('2027-01-01')).toBe('1 January 2027');
    expect(monthWords('2026-07-01')).toBe('July');
    expect(monthWords('2021-07-31')).toBe('July 2021');
  });

  it('are read from an instant as well', () => {
    expect(dayWords('2026-11-23T12:00:00.000Z')).toBe('23 November');
    expect(dayWords(new Date('2024-02-29T12:00:00Z'))).toBe('29 February 2024');
  });

  it('of the week begin with Monday', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => weekdayWords(day, 'long')).join(' ')).toBe(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    );
    expect(weekdayWords(3, 'narrow')).toBe('W');
  });

  it('are said in German', () => {
    read('de');
    expect(dayWords('2026-11-23')).toBe('23. November');
    expect(dayWords('2025-11-23')).toBe('23. November 2025');
    expect(monthWords('2025-03-02')).toBe('März 2025');
    expect(weekdayWords(2, 'long')).toBe('Dienstag');
  });
});

it('times are said with day and minute, in the zone that is named', () => {
  const at = '2026-12-03T09:30:00Z';
  expect(timeWords(at, 'Europe/Berlin')).toMatch(/^Thu,? 3 Dec(?:,| at) 10:30$/);
  expect(timeWords(new Date(at), 'Asia/Tokyo')).toMatch(/^Thu,? 3 Dec(?:,| at) 18:30$/);
  const here = new Date(at);
  expect(timeWords(at)).toContain(
    `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')}`,
  );
  read('de');
  expect(timeWords(at, 'Europe/Berlin')).toMatch(/^Do\.?, 3\. Dez\.?(?:,| um) 10:30$/);
});

it('lists end with "and"', () => {
  expect(['Anna', 'Ben', 'Cleo'].map((_, end, names) => listWords(names.slice(0, end + 1)))).toEqual([
    'Anna',
    'Anna and Ben',
    'Anna, Ben and Cleo',
  ]);
  read('de');
  expect(listWords(['Anna', 'Ben', 'Cleo'])).toBe('Anna, Ben und Cleo');
});

it('languages are named in the reader’s language; what is no code stays', () => {
  expect(['de', 'pt', 'fil'].map(languageName)).toEqual(['German', 'Portuguese', 'Filipino']);
  expect(['Klingon', 'd', 'DE', 'deut', 'de-AT', 'xx', ''].map(languageName)).toEqual([
    'Klingon',
    'd',
    'DE',
    'deut',
    'de-AT',
    'xx',
    '',
  ]);
  read('de');
  expect(languageName('en')).toBe('Englisch');
});
