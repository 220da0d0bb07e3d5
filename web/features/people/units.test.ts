import { describe, expect, it } from 'vitest';
import { childrenOf, unitPaths, unitsNamed, withAncestors, withDescendants } from './units.ts';

const unit = (id: string, parentId: string | null, name: string, origin: string | null = null) => ({
  id,
  parentId,
  name,
  origin,
});
const units = [
  unit('a', null, 'Company'),
  unit('b', 'a', 'Qualität'),
  unit('c', 'b', 'Care and Parts', 'Aquilo Sensors'),
  unit('d', 'gone', 'Field'),
  unit('x', 'y', 'Round'),
  unit('y', 'x', 'About'),
];

describe('the tree of units', () => {
  it('puts whatever has lost its parent at the top', () => {
    const below = childrenOf(units);
    expect(below.get(null)?.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(below.get('a')?.map(({ id }) => id)).toEqual(['b']);
  });

  it('finds what is above and below, and ends in a circle', () => {
    expect([...withAncestors(units, ['c', 'd'])].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect([...withAncestors(units, ['x'])].sort()).toEqual(['x', 'y']);
    expect([...withDescendants(units, ['a'])].sort()).toEqual(['a', 'b', 'c']);
    expect([...withDescendants(units, ['x'])].sort()).toEqual(['x', 'y']);
  });

  it('finds names without their accents, by words in any order, and former names', () => {
    const found = (wanted: string) => unitsNamed(units, wanted).map(({ id }) => id);
    expect(found('qualitat')).toEqual(['b']);
    expect(found('PARTS care')).toEqual(['c']);
    expect(found('aquilo')).toEqual(['c']);
    expect(found('nothing')).toEqual([]);
  });
});

describe('paths of units', () => {
  it('name a unit by all above it, in the order of names', () => {
    expect(unitPaths(units.slice(0, 4))).toEqual([
      { value: 'a', label: 'Company' },
      { value: 'b', label: 'Company / Qualität' },
      { value: 'c', label: 'Company / Qualität / Care and Parts' },
      { value: 'd', label: 'Field' },
    ]);
    expect(unitPaths([])).toEqual([]);
  });

  it('end after nine levels, and in a circle', () => {
    const deep = Array.from({ length: 12 }, (_, level) =>
      unit(`${level}`, level > 0 ? `${level - 1}` : null, `L${level}`),
    );
    const labels = new Map(unitPaths(deep).map(({ value, label }) => [value, label.split(' / ').length]));
    expect([labels.get('7'), labels.get('8'), labels.get('9'), labels.get('11')]).toEqual([8, 9, 9, 9]);
    expect(unitPaths(units.slice(4))[0]?.label.split(' / ')).toHaveLength(9);
  });
});
