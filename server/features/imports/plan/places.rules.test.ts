import { expect, it } from 'vitest';
import { createSites, createUnits } from './places.rules.ts';

const counter = () => {
  let last = 0;
  return () => `new ${++last}`;
};

it('a path finds units whatever their spelling, and grows what is missing once', () => {
  const units = createUnits(
    [
      { unitId: 'a', parentId: null, name: 'R&D' },
      { unitId: 'b', parentId: 'a', name: 'Qualität' },
      { unitId: 'c', parentId: null, name: 'r d' },
      { unitId: 'd', parentId: null, name: '!' },
    ],
    counter(),
  );
  expect([units.at([]), units.at(['r&d']), units.at(['R D', 'QUALITAT']), units.at(['! '])]).toEqual([
    null,
    'a',
    'b',
    'd',
  ]);
  expect(units.at(['R&D', 'Labs', 'Core'])).toBe('new 2');
  expect(units.at(['r&d', 'LABS'])).toBe('new 1');
  expect(units.at(['Qualität'])).toBe('new 3');
  expect(units.added).toEqual([
    { unitId: 'new 1', parentId: 'a', name: 'Labs' },
    { unitId: 'new 2', parentId: 'new 1', name: 'Core' },
    { unitId: 'new 3', parentId: null, name: 'Qualität' },
  ]);
  expect([units.pathOf('new 2'), units.pathOf('a'), units.pathOf(null), units.pathOf('gone')]).toEqual([
    ...['R&D / Labs / Core', 'R&D', '', ''],
  ]);
});

it('a path that goes in a circle ends after twenty', () => {
  const units = createUnits(
    [
      { unitId: 'x', parentId: 'y', name: 'X' },
      { unitId: 'y', parentId: 'x', name: 'Y' },
    ],
    counter(),
  );
  expect(units.pathOf('x').split(' / ')).toHaveLength(20);
});

it('a site is found by its name, or opened once', () => {
  const sites = createSites([{ siteId: 'p', name: 'Porto' }], counter());
  expect([sites.named('PORTO '), sites.named('Évora'), sites.named('evora')]).toEqual(['p', 'new 1', 'new 1']);
  expect(sites.added).toEqual([{ siteId: 'new 1', name: 'Évora' }]);
  expect([sites.nameOf('p'), sites.nameOf('new 1'), sites.nameOf(null), sites.nameOf('gone')]).toEqual([
    'Porto',
    'Évora',
    '',
    '',
  ]);
});
