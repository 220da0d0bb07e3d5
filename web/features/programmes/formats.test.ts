import { describe, expect, it } from 'vitest';
import type { Programme } from '#contract/programmes.ts';
import { FORMATS, PROGRAMME_KINDS, parseVariant, stateOf, variantText } from './formats.ts';

const programme: Programme = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'coffee',
  name: 'Coffee',
  audience: 'everyone',
  unit: null,
  size: 2,
  rule: 'across',
  cadence: 'weekly',
  weekday: 2,
  drawTime: '09:00',
  timezone: 'Europe/Berlin',
  status: 'running',
  nextOn: '2026-12-01',
  isHost: false,
  membership: {
    joinedOn: '2026-11-01',
    rhythm: 'every',
    part: 'member',
    isDue: true,
    isSkipping: false,
    wish: null,
    unplacedOn: null,
  },
};
const member = (change: Partial<NonNullable<Programme['membership']>>): Programme => ({
  ...programme,
  membership: programme.membership && { ...programme.membership, ...change },
});

describe('formats', () => {
  it('has every ready programme, each with settings that the server takes', () => {
    expect(PROGRAMME_KINDS).toHaveLength(8);
    expect(Object.keys(FORMATS).sort()).toEqual([...PROGRAMME_KINDS].sort());
    for (const { size, weekday } of Object.values(FORMATS)) {
      expect(size).toBeGreaterThanOrEqual(2);
      expect(weekday).toBeLessThanOrEqual(5);
    }
  });

  it('keeps a variant in an address, and refuses what is none', () => {
    const variant = { size: 4, rule: 'levels', cadence: 'monthly-last' } as const;
    expect(parseVariant(variantText(variant))).toEqual(variant);
    for (const text of ['', '9.across.weekly', '2.within', '2.nobody.weekly', 7, undefined])
      expect(parseVariant(text)).toBeUndefined();
  });

  it('says where a member stands', () => {
    expect(stateOf(programme)).toBe('due');
    expect(stateOf(member({ isSkipping: true, isDue: false }))).toBe('skipping');
    expect(stateOf(member({ isDue: false }))).toBe('resting');
    expect(stateOf(member({ isDue: false, rhythm: 'asked' }))).toBe('asked');
    expect(stateOf(member({ rhythm: 'asked' }))).toBe('due');
    expect(stateOf({ ...programme, status: 'paused' })).toBe('paused');
    expect(stateOf({ ...programme, nextOn: null })).toBe('waiting');
  });
});
