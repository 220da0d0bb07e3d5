import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Access, claimedBy, linkedOf, linkToken, maySee, nextStep, opens, plainName } from './programmes.rules.ts';

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
