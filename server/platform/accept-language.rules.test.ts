import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedLanguage } from './accept-language.rules.ts';

const asked = (text: string) => askedLanguage(new Headers({ 'accept-language': text }));

describe('the language a browser asks for', () => {
  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de'],
    ['de', 'de'],
    ['de_AT', undefined],
    ['DE-at', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr-CH, fr;q=0.9, en;q=0.2, de;q=0.7, *;q=0.5', 'de'],
    ['en;q=0,de;q=0.1', 'de'],
    ['fr, pt;q=0.5', undefined],
    ['', undefined],
    ['den, end', undefined],
  ])('%s is %s', (text, language) => {
    expect(asked(text)).toBe(language);
  });

  it('is one of ours or none, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'de,n;q=0.19 -*') }), (text) => {
        expect(['de', 'en', undefined]).toContain(asked(text));
      }),
    );
  });
});

it.each([
  ['en;q=0.5,de;q=0.5', 'en'],
  ['de;q=0.5,en;q=0.6', 'en'],
  ['de ; Q=0.4 , en ; q=0.3', 'de'],
  ['de;level=1;q=0.1,en;q=0.2', 'en'],
  ['de;q=x,en;q=0.2', 'en'],
  ['de;q=-1', undefined],
  [`${'fr,'.repeat(131)}aa,de,en`, 'de'],
  [`${'fr,'.repeat(133)}de,en`, undefined],
])('%s is %s', (text, language) => {
  expect(asked(text)).toBe(language);
});

it('no header asks for no language', () => {
  expect(askedLanguage(new Headers())).toBeUndefined();
});
