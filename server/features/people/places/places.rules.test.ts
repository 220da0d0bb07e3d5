import { describe, expect, it } from 'vitest';
import { placeNamed } from './places.rules.ts';

describe('a place by its name', () => {
  it('is found however it is typed', () => {
    const places = [{ name: 'Großkunden' }, { name: 'Porto' }];
    expect(placeNamed(places, ' grosskunden')).toBe(places[0]);
    expect(placeNamed(places, 'Pórto')).toBe(places[1]);
    expect(placeNamed(places, 'Port')).toBeUndefined();
  });
});
