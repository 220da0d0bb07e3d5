import { describe, expect, it } from 'vitest';
import { maySay } from './entry.rules.ts';

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
