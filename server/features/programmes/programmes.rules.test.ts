import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Access,
  claimedBy,
  linkedOf,
  linkToken,
  maySee,
  nextStep,
  opens,
  plainName,
  programmeOf,
} from './programmes.rules.ts';

const linked = fc.record({ workspaceId: fc.uuid(), programmeId: fc.uuid(), version: fc.nat() });

describe('a programme’s link', () => {
  it('opens its programme in its present version, and nothing else', () => {
    fc.assert(
      fc.property(linked, linked, fc.string(), (one, other, secret) => {
        const token = linkToken(secret, one);
        expect(claimedBy(token)).toBe(one.programmeId);
        expect(opens(secret, token, one)).toBe(true);
        expect(opens(secret, token, { ...one, version: one.version + 1 })).toBe(false);
        expect(opens(secret, token, { ...one, workspaceId: other.workspaceId })).toBe(false);
        expect(opens(`${secret}.`, token, one)).toBe(false);
        expect(opens(secret, linkToken(secret, other), one)).toBe(false);
      }),
    );
  });

  it('claims nothing where it is no word of ours', () => {
    const one = { workspaceId: 'w', programmeId: '1'.repeat(32), version: 1 };
    const token = linkToken('s', one);
    for (const word of ['', 'x', token.slice(0, -2), `${token}AA`]) {
      expect(claimedBy(word)).toBeNull();
      expect(opens('s', word, one)).toBe(false);
    }
    expect(linkedOf('w', { programme_id: 'p', link_version: 3 })).toEqual({
      workspaceId: 'w',
      programmeId: 'p',
      version: 3,
    });
  });
});

describe('who may know of a programme', () => {
  const nobody: Access = {
    ...{ isHost: false, isMember: false, isInvited: false, isSteward: false },
    ...{ audience: 'unit', unitId: 'labs', ownUnits: ['team', 'sales'] },
  };
  it.each<[string, Partial<Access>, boolean]>([
    ['nobody of another unit', {}, false],
    ['whoever is below its unit', { ownUnits: ['team', 'labs'] }, true],
    ['nobody without its unit', { unitId: null, ownUnits: [] }, false],
    ['everyone, where it is for everyone', { audience: 'everyone', unitId: null }, true],
    ['nobody by being in a unit, where it has a link', { audience: 'link', ownUnits: ['labs'] }, false],
    ['hosts', { isHost: true }, true],
    ['members', { isMember: true }, true],
    ['stewards', { isSteward: true }, true],
    ['whoever was invited', { isInvited: true, audience: 'link' }, true],
  ])('%s', (_, access, may) => {
    expect(maySee({ ...nobody, ...access })).toBe(may);
  });
});

it.each([
  ['ended', 'ended', 5, true, 3],
  ['resume', 'paused', null, false, null],
  ['invite', 'running', null, false, null],
  ['wait-for-joiners', 'running', null, true, null],
  ['look-at-preview', 'running', 5, false, null],
  ['wait-for-answers', 'running', 5, true, 0],
  ['wait-for-answers', 'running', null, false, 6],
  ['look-at-preview', 'running', 5, true, 7],
  ['look-at-preview', 'running', null, true, 30],
] as const)('the next step is to %s: %s, %s joined', (step, status, joined, wasInvited, daysSinceRound) => {
  expect(nextStep({ status, joined, wasInvited, daysSinceRound })).toBe(step);
});

it('a name stands on one line and leads nowhere', () => {
  expect(plainName('  Coffee\n across  teams ')).toBe('Coffee across teams');
  expect([' \u200b', '', 'www.example.org', 'write to a@example.org'].map(plainName)).toEqual([null, null, null, null]);
});

describe('a programme as its caller reads it', () => {
  type Row = Parameters<typeof programmeOf>[0];
  type Caller = Parameters<typeof programmeOf>[1];
  const now = new Date('2026-11-23T10:00:00Z');
  const row = {
    ...{
      programme_id: 'p',
      kind: 'coffee',
      name: 'Coffee',
      audience: 'unit',
      unit_id: 'u',
      unit_name: 'Labs',
      size: 2,
    },
    ...{ rule: 'across', cadence: 'weekly', weekday: 2, draw_time: '09:00', timezone: 'UTC', status: 'running' },
    ...{ starts_on: '2026-01-01', last_on: null, is_host: false, joined_at: new Date('2026-11-01T23:30:00Z') },
    ...{ rhythm: 'every', part: 'member', skip_on: null, in_on: null, wish: null, wish_text: null },
    ...{ member_last_on: null, unplaced_on: null },
  };
  const caller = { status: 'active', paused_until: null, rhythm: null, last_anywhere: null } as Caller;
  const seen = (more: object = {}, who: object = {}) =>
    programmeOf({ ...row, ...more } as Row, { ...caller, ...who }, now);

  it('has a next day while it runs, and its unit where that has a name', () => {
    expect(seen()).toMatchObject({ id: 'p', unit: { id: 'u', name: 'Labs' }, nextOn: '2026-11-24', isHost: false });
    expect([seen({ status: 'paused' }).nextOn, seen({ last_on: '2026-11-24' }).nextOn]).toEqual([null, '2026-12-01']);
    expect([seen({ unit_id: null }).unit, seen({ unit_name: null }).unit]).toEqual([null, null]);
    expect(seen({ unit_name: '' }).unit).toEqual({ id: 'u', name: '' });
  });

  it('tells of my part only where I have one', () => {
    expect(seen().membership).toEqual({
      ...{
        joinedOn: '2026-11-01',
        rhythm: 'every',
        part: 'member',
        isDue: true,
        isSkipping: false,
        wish: null,
        unplacedOn: null,
      },
    });
    for (const nothing of [{ joined_at: null }, { rhythm: null }, { part: null }])
      expect(seen(nothing).membership).toBeNull();
    expect(seen({ timezone: 'Europe/Berlin' }).membership?.joinedOn).toBe('2026-11-02');
  });

  it('is due where a round comes that I do not skip and may join', () => {
    const isDue = (more: object, who: object = {}) => seen(more, who).membership?.isDue;
    expect([isDue({ status: 'paused' }), isDue({ skip_on: '2026-11-24' }), isDue({ rhythm: 'asked' })]).toEqual([
      ...[false, false, false],
    ]);
    expect(isDue({ rhythm: 'asked', in_on: '2026-11-24' })).toBe(true);
    expect(isDue({}, { status: 'away' })).toBe(false);
    expect(isDue({}, { paused_until: '2026-11-24' })).toBe(false);
    expect(seen({ skip_on: '2026-11-24' }).membership?.isSkipping).toBe(true);
  });

  it('names a wish with its words, and a place missed since the last round', () => {
    const wish = (kind: string | null, wish_text: string | null = null) =>
      seen({ wish: kind, wish_text }).membership?.wish;
    expect([wish('subject', 'Bees'), wish('unit', 'Labs'), wish('unit'), wish('levels', 'x'), wish(null, 'x')]).toEqual(
      [
        ...[
          { kind: 'subject', text: 'Bees' },
          { kind: 'unit', text: 'Labs' },
          { kind: 'unit', text: '' },
          { kind: 'levels' },
        ],
        null,
      ],
    );
    const missed = (unplaced_on: string | null, member_last_on: string | null) =>
      seen({ unplaced_on, member_last_on }).membership?.unplacedOn;
    expect([
      missed('2026-11-10', null),
      missed('2026-11-10', '2026-11-03'),
      missed('2026-11-10', '2026-11-10'),
    ]).toEqual([...['2026-11-10', '2026-11-10', null]]);
    expect(missed(null, null)).toBeNull();
  });
});
