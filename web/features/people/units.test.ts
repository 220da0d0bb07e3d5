import { describe, expect, it } from 'vitest';
import { childrenOf, unitsNamed, withAncestors, withDescendants } from './units.ts';

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
