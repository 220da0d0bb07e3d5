import { expect, it } from 'vitest';
import { firstAudience, unitsToHost } from './audience.ts';

const unit = (id: string, parentId: string | null) => ({ id, name: id, parentId });
const units = [
  unit('all', null),
  unit('sales', 'all'),
  unit('team', 'sales'),
  unit('crew', 'team'),
  unit('lab', 'all'),
];
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

it('members host for their unit and all below it, their own first', () => {
  expect(ids(unitsToHost({ id: 'sales', name: 'sales' }, units, false))).toEqual(['sales', 'team', 'crew']);
});

it('stewards host for any unit, their own first', () => {
  expect(ids(unitsToHost({ id: 'lab', name: 'lab' }, units, true))).toEqual(['lab', 'all', 'sales', 'team', 'crew']);
});

it('whoever has no unit has none to host for', () => {
  expect(unitsToHost(undefined, units, true)).toEqual([]);
});

it('what is chosen first is as wide as one may: everyone, my unit, else a link', () => {
  expect(firstAudience([], true)).toEqual({ audience: 'everyone' });
  expect(firstAudience([{ id: 'lab', name: 'lab' }], false)).toEqual({ audience: 'unit', unitId: 'lab' });
  expect(firstAudience([], false)).toEqual({ audience: 'link' });
});
