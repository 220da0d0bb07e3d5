import { describe, expect, it } from 'vitest';
import { whyNotPlace } from './directory.rules.ts';

const units = [
  { unitId: 'a', parentId: null, name: 'Sales' },
  { unitId: 'b', parentId: 'a', name: 'North' },
  { unitId: 'c', parentId: 'b', name: 'Team' },
];

describe('where a unit may stand', () => {
  it('is anywhere but below itself', () => {
    expect(whyNotPlace(units, { unitId: 'a', parentId: 'c', name: 'Sales' })).toBe('directory.unit-below-itself');
    expect(whyNotPlace(units, { unitId: 'a', parentId: 'a', name: 'Sales' })).toBe('directory.unit-below-itself');
    expect(whyNotPlace(units, { unitId: 'c', parentId: 'a', name: 'Team' })).toBeUndefined();
  });

  it('is not beside one of its name, however it is written, and may be elsewhere', () => {
    expect(whyNotPlace(units, { unitId: null, parentId: null, name: 'SALES ' })).toBe('directory.unit-name-taken');
    expect(whyNotPlace(units, { unitId: null, parentId: 'b', name: 'Sales' })).toBeUndefined();
    expect(whyNotPlace(units, { unitId: 'a', parentId: null, name: 'Sales' })).toBeUndefined();
  });

  it('is below one that is there', () => {
    expect(whyNotPlace(units, { unitId: null, parentId: 'x', name: 'New' })).toBe('not-found');
  });
});

it('a unit at the top may bear a name that is taken below, and a circle of units ends', () => {
  expect(whyNotPlace(units, { unitId: null, parentId: null, name: 'North' })).toBeUndefined();
  expect(whyNotPlace(units, { unitId: null, parentId: 'a', name: 'north' })).toBe('directory.unit-name-taken');
  expect(whyNotPlace([], { unitId: null, parentId: null, name: 'New' })).toBeUndefined();
  const circle = [
    { unitId: 'x', parentId: 'y', name: 'X' },
    { unitId: 'y', parentId: 'x', name: 'Y' },
  ];
  expect(whyNotPlace(circle, { unitId: null, parentId: 'x', name: 'New' })).toBeUndefined();
});
