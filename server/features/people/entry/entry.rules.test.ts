import { describe, expect, it } from 'vitest';
import { maySay, placeNamed } from './entry.rules.ts';

const facts = { nameFrom: 'self', unitId: null, unitSaid: false, siteId: null, siteSaid: false } as const;

describe('what is mine to say', () => {
  it('is the name, unless a directory gives it', () => {
    for (const nameFrom of ['self', 'address', 'steward'] as const)
      expect(maySay({ ...facts, nameFrom })).toContain('name');
    expect(maySay({ ...facts, nameFrom: 'directory' })).not.toContain('name');
  });

  it('is a place that nobody gave, or that I said myself', () => {
    expect(maySay(facts)).toEqual(['name', 'unit', 'site']);
    expect(maySay({ ...facts, unitId: 'u', siteId: 's' })).toEqual(['name']);
    expect(maySay({ ...facts, unitId: 'u', unitSaid: true, siteId: 's' })).toEqual(['name', 'unit']);
  });
});

describe('a place by its name', () => {
  it('is found however it is typed', () => {
    const places = [{ name: 'Großkunden' }, { name: 'Porto' }];
    expect(placeNamed(places, ' grosskunden')).toBe(places[0]);
    expect(placeNamed(places, 'Pórto')).toBe(places[1]);
    expect(placeNamed(places, 'Port')).toBeUndefined();
  });
});
