import { i18n } from '@lingui/core';
import { beforeEach, expect, it } from 'vitest';
import { languageChoices } from './languages.ts';

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
