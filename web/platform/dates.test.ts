import { i18n } from '@lingui/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dayParts,
  formatClock,
  formatDay,
  formatHour,
  formatList,
  formatLongDay,
  formatMonth,
  formatMonthAndYear,
  formatNearDay,
  formatShortDay,
  formatTime,
  formatWeekday,
  languageName,
  localDay,
} from './dates.ts';

const read = (language: 'en' | 'de') => i18n.loadAndActivate({ locale: language, messages: {} });
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-29T12:00:00Z'), toFake: ['Date'] });
  read('en');
});
afterEach(() => vi.useRealTimers());

describe('days', () => {
  it('are said with the year only where it is another one', () => {
    expect(formatDay('2026-11-23')).toBe('23 November');
    expect(formatDay('2026-01-01')).toBe('1 January');
    expect(formatDay('2026-12-31')).toBe('31 December');
    expect(formatDay('2025-12-31')).toBe('31 December 2025');
    expect(formatDay('2027-01-01')).toBe('1 January 2027');
    expect(formatMonth('2026-07-01')).toBe('July');
    expect(formatMonth('2021-07-31')).toBe('July 2021');
  });

  it('are read from an instant as well', () => {
    expect(formatDay('2026-11-23T12:00:00.000Z')).toBe('23 November');
    expect(formatDay(new Date('2024-02-29T12:00:00Z'))).toBe('29 February 2024');
  });

  it('of the week begin with Monday', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => formatWeekday(day, 'long')).join(' ')).toBe(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    );
    expect(formatWeekday(3, 'narrow')).toBe('W');
  });

  it('are said in German', () => {
    read('de');
    expect(formatDay('2026-11-23')).toBe('23. November');
    expect(formatDay('2025-11-23')).toBe('23. November 2025');
    expect(formatMonth('2025-03-02')).toBe('März 2025');
    expect(formatWeekday(2, 'long')).toBe('Dienstag');
  });
});

it('times are said with day and minute, in the zone that is named', () => {
  const at = '2026-12-03T09:30:00Z';
  expect(formatTime(at, 'Europe/Berlin')).toMatch(/^Thu,? 3 Dec(?:,| at) 10:30$/);
  expect(formatTime(new Date(at), 'Asia/Tokyo')).toMatch(/^Thu,? 3 Dec(?:,| at) 18:30$/);
  const here = new Date(at);
  expect(formatTime(at)).toContain(
    `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')}`,
  );
  read('de');
  expect(formatTime(at, 'Europe/Berlin')).toMatch(/^Do\.?, 3\. Dez\.?(?:,| um) 10:30$/);
});

it('lists end with "and"', () => {
  expect(['Anna', 'Ben', 'Cleo'].map((_, end, names) => formatList(names.slice(0, end + 1)))).toEqual([
    'Anna',
    'Anna and Ben',
    'Anna, Ben and Cleo',
  ]);
  read('de');
  expect(formatList(['Anna', 'Ben', 'Cleo'])).toBe('Anna, Ben und Cleo');
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

it('long, near and short days say their day of the week', () => {
  expect(formatLongDay('2026-12-01')).toBe('Tuesday 1 December');
  expect(formatLongDay('2027-01-05')).toMatch(/^Tuesday,? 5 January 2027$/);
  const at = new Date(2026, 11, 1, 10);
  expect(formatNearDay(at)).toBe('Tuesday 1 December');
  expect(formatShortDay(at)).toBe('Tue 1 Dec');
  expect(dayParts(at)).toEqual({ weekday: 'Tue', day: '1', month: 'Dec' });
});

it('a day stays the day it is, wherever the device is', () => {
  expect(formatDay('2026-03-29')).toBe('29 March');
  expect(localDay(new Date(2026, 2, 29, 0, 0))).toBe('2026-03-29');
  expect(localDay(new Date(2026, 2, 29, 23, 59))).toBe('2026-03-29');
});

it('a clock is read in the zone that is named', () => {
  expect(formatClock(new Date('2026-12-03T09:30:00Z'), 'America/New_York')).toBe('04:30');
});

it('days, hours and months are named whatever the zone of the device', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((day) => formatWeekday(day, 'short'))).toEqual([
    ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ]);
  expect([formatWeekday(1), formatWeekday(7, 'long')]).toEqual(['Monday', 'Sunday']);
  expect([formatHour(0), formatHour(9), formatHour(17), formatHour(9.5)]).toEqual(['00:00', '09:00', '17:00', '09:00']);
  expect([formatMonthAndYear('2021-03-01'), formatMonthAndYear('2021-12-31')]).toEqual(['March 2021', 'December 2021']);
  read('de');
  expect([formatWeekday(3), formatMonthAndYear('2021-03-01')]).toEqual(['Mittwoch', 'März 2021']);
  expect(formatHour(8)).toMatch(/^08:00/);
});
