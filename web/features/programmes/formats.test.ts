import { describe, expect, it } from 'vitest';
import { cadence, type Programme, programmeKind, rhythm, rule } from '#contract/programmes.ts';
import {
  CADENCES,
  FORMATS,
  kindOf,
  PROGRAMME_KINDS,
  parseVariant,
  RHYTHMS,
  RULES,
  roundsAYear,
  SIZES,
  stateOf,
  variantText,
  WEEKDAYS,
} from './formats.ts';

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

describe('ready programmes', () => {
  it('are set as they have always been offered', () => {
    const lines = PROGRAMME_KINDS.map((kind) => {
      const { hasLead, ...set } = FORMATS[kind];
      return [kind, set.size, set.cadence, set.weekday, set.drawTime, set.rule, hasLead ? 'with leads' : '']
        .join(' ')
        .trim();
    });
    expect(lines).toEqual([
      'coffee 2 fortnightly 2 09:00 across',
      'circle 4 fortnightly 4 09:00 across',
      'lunch 4 weekly 1 09:00 across',
      'walk 2 fortnightly 3 09:00 across',
      'newcomer 2 weekly 1 09:00 across with leads',
      'learning 2 monthly-first 3 09:00 across',
      'levels 2 monthly-first 4 09:00 levels',
      'lottery 4 monthly-first 4 09:00 levels with leads',
    ]);
    expect([...SIZES, ...WEEKDAYS].join(' ')).toBe('2 3 4 5 6 7 8 1 2 3 4 5 6 7');
    expect(CADENCES.map(roundsAYear)).toEqual([52, 26, 12, 12]);
    expect([...PROGRAMME_KINDS.map(kindOf), kindOf('tea'), kindOf(undefined)]).toEqual([
      ...PROGRAMME_KINDS,
      undefined,
      undefined,
    ]);
  });

  it('offer what the contract knows, and nothing else', () => {
    expect([...CADENCES].sort()).toEqual([...cadence.options].sort());
    expect([...RULES].sort()).toEqual([...rule.options].sort());
    expect([...RHYTHMS].sort()).toEqual([...rhythm.options].sort());
    expect([...PROGRAMME_KINDS].sort()).toEqual([...programmeKind.options].sort());
  });

  it('read every variant back, and none that lacks a part', () => {
    for (const size of SIZES)
      for (const each of RULES)
        for (const often of CADENCES) {
          const variant = { size, rule: each, cadence: often };
          expect(parseVariant(variantText(variant))).toEqual(variant);
        }
    expect(['.across.weekly', '4..weekly', '4.across.', '1.across.weekly', null].map(parseVariant)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('wait where nobody is a member, and end where they ended', () => {
    expect(stateOf({ ...programme, membership: null })).toBe('waiting');
    expect(stateOf({ ...programme, status: 'ended', membership: null })).toBe('ended');
    expect(stateOf(member({ isSkipping: true }))).toBe('skipping');
  });
});
