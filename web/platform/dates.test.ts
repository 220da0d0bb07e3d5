import { i18n } from '@lingui/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  dayParts,
  formatClock,
  formatDay,
  formatHour,
  formatList,
  formatLongDay,
  formatMonth,
  formatMonthAndYear,
  formatShortDay,
  formatTime,
  formatWeekday,
  languageName,
  localDay,
} from './dates.ts';

const speaking = (language: 'en' | 'de') => i18n.loadAndActivate({ locale: language, messages: {} });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z') });
  speaking('en');
});
afterEach(() => vi.useRealTimers());

it('a day has its year only where that is another one', () => {
  expect(formatDay('2026-12-01')).toBe('1 December');
  expect(formatDay('2027-01-02')).toBe('2 January 2027');
  expect(formatLongDay('2026-12-01')).toBe('Tuesday 1 December');
  expect(formatLongDay('2027-01-05')).toBe('Tuesday 5 January 2027');
  expect(formatMonth('2026-07-31')).toBe('July');
  expect(formatMonth('2025-07-01')).toBe('July 2025');
  expect(formatMonthAndYear('2021-03-01')).toBe('March 2021');
});

it('a day stays the day it is, wherever the device is', () => {
  expect(formatDay('2026-03-29')).toBe('29 March');
  expect(localDay(new Date(2026, 2, 29, 0, 0))).toBe('2026-03-29');
  expect(localDay(new Date(2026, 2, 29, 23, 59))).toBe('2026-03-29');
});

it('an instant is told in the zone that is named', () => {
  const at = new Date('2026-12-03T09:30:00Z');
  expect(formatTime(at, 'Europe/Berlin')).toBe('Thu 3 Dec, 10:30');
  expect(formatClock(at, 'America/New_York')).toBe('04:30');
  expect(formatHour(9)).toBe('09:00');
});

it('near days are short, and fit a leaf of a calendar', () => {
  const at = new Date(2026, 11, 1, 10);
  expect(formatShortDay(at)).toBe('Tue 1 Dec');
  expect(dayParts(at)).toEqual({ weekday: 'Tue', day: '1', month: 'Dec' });
});

it('the week begins on Monday, in both languages', () => {
  expect([1, 7].map((day) => formatWeekday(day))).toEqual(['Monday', 'Sunday']);
  expect([1, 2].map((day) => formatWeekday(day, 'narrow'))).toEqual(['M', 'T']);
  speaking('de');
  expect([1, 7].map((day) => formatWeekday(day, 'short'))).toEqual(['Mo', 'So']);
  expect(formatDay('2026-12-01')).toBe('1. Dezember');
});

it('lists and languages are told as the reader speaks', () => {
  expect(formatList(['Ana', 'Ben', 'Cleo'])).toBe('Ana, Ben and Cleo');
  expect(languageName('fr')).toBe('French');
  expect(languageName('Klingon')).toBe('Klingon');
  speaking('de');
  expect(formatList(['Ana', 'Ben'])).toBe('Ana und Ben');
  expect(languageName('fr')).toBe('Französisch');
});
