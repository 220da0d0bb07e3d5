import { i18n } from '@lingui/core';
import { beforeEach, expect, it } from 'vitest';
import { hourName, languageChoices, monthName, weekdayName } from './languages.ts';

const read = (language: 'en' | 'de') => i18n.loadAndActivate({ locale: language, messages: {} });
beforeEach(() => read('en'));

it('languages to choose from are all named, once each, and sorted as the reader sorts', () => {
  const choices = languageChoices();
  expect(choices).toContainEqual({ value: 'de', label: 'German' });
  expect(choices.length).toBeGreaterThan(30);
  expect(choices.every(({ value, label }) => /^[a-z]{2}$/.test(value) && label !== value)).toBe(true);
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  const labels = choices.map(({ label }) => label);
  expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'en')));
  read('de');
  const german = languageChoices().map(({ label }) => label);
  expect(german).toEqual(german.toSorted((a, b) => a.localeCompare(b, 'de')));
  expect(german).toContain('Französisch');
});

it('days, hours and months are named whatever the zone of the device', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day, 'short'))).toEqual([
    ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  ]);
  expect([weekdayName(1), weekdayName(7, 'long')]).toEqual(['Monday', 'Sunday']);
  expect([hourName(0), hourName(9), hourName(17), hourName(9.5)]).toEqual(['00:00', '09:00', '17:00', '09:00']);
  expect([monthName('2021-03-01'), monthName('2021-12-31')]).toEqual(['March 2021', 'December 2021']);
  read('de');
  expect([weekdayName(3), monthName('2021-03-01')]).toEqual(['Mittwoch', 'März 2021']);
  expect(hourName(8)).toMatch(/^08:00/);
});

it('an hour is written as the reader’s country writes it', () => {
  read('de');
  const german = new Intl.DateTimeFormat('de', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  expect(hourName(17)).toBe(german.format(new Date(Date.UTC(2026, 0, 5, 17))));
  expect(weekdayName(1)).toBe('Montag');
});
