import { describe, expect, it } from 'vitest';
import { isSameSettings, LAPSES_AFTER, MOST_FAILURES, settingsAfter, stands } from './mail.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const seal = (text: string) => `sealed ${text}`;
const stored = {
  host: 'smtp.example.test',
  port: 587,
  secure: false,
  user: 'loam',
  from: 'loam@example.test',
  sealedPassword: 'sealed sesame',
};
const { sealedPassword: _, ...same } = stored;

describe('the stored password', () => {
  it.each([
    ['host', { host: 'evil.example.test' }],
    ['port', { port: 2525 }],
    ['encryption', { secure: true }],
    ['name', { user: 'other' }],
    ['name left out', { user: undefined }],
  ])('does not go along where the %s changed', (_name, change) => {
    expect(settingsAfter(stored, { ...same, ...change }, seal).sealedPassword).toBeUndefined();
  });

  it('stays where only the sender changed, or the case of the host', () => {
    expect(settingsAfter(stored, { ...same, from: 'x@example.test' }, seal).sealedPassword).toBe('sealed sesame');
    expect(settingsAfter(stored, { ...same, host: 'SMTP.example.test' }, seal).sealedPassword).toBe('sealed sesame');
    expect(settingsAfter(stored, { ...same, password: 'new' }, seal).sealedPassword).toBe('sealed new');
  });
});

describe('a proposal', () => {
  const proposal = { id: 'p', by: 'amara', at: ago(72 * 3_600_000 - 1) };
  it('stands for 72 hours, and while its proposer is a steward', () => {
    expect(stands(proposal, [{ personId: 'amara' }], now)).toBe(true);
    expect(stands({ ...proposal, at: ago(72 * 3_600_000) }, [{ personId: 'amara' }], now)).toBe(false);
    expect(stands(proposal, [{ personId: 'li' }], now)).toBe(false);
  });
});

describe('settings', () => {
  it('without a name hold no password; with a new one it is sealed', () => {
    const { user: _u, ...nameless } = same;
    expect(settingsAfter(stored, { ...nameless, password: 'new' }, seal)).toEqual(nameless);
    expect(settingsAfter(null, { ...same, password: 'new' }, seal)).toEqual({ ...same, sealedPassword: 'sealed new' });
    expect(settingsAfter(null, same, seal)).toEqual(same);
    expect(settingsAfter(same, same, seal)).toEqual(same);
    expect(settingsAfter(stored, { ...same, ca: 'x' }, seal)).toEqual({ ...same, ca: 'x' });
    expect(settingsAfter({ ...stored, ca: 'x ' }, { ...same, ca: 'x' }, seal).sealedPassword).toBe('sealed sesame');
  });

  it('are the same where place, sender and password are', () => {
    expect(isSameSettings(stored, { ...stored, host: 'SMTP.example.test' })).toBe(true);
    expect([isSameSettings(null, null), isSameSettings(null, stored), isSameSettings(stored, null)]).toEqual([
      ...[true, false, false],
    ]);
    for (const change of [{ port: 25 }, { from: 'x@x.test' }, { sealedPassword: 'x' }, { user: 'x' }, { secure: true }])
      expect(isSameSettings(stored, { ...stored, ...change })).toBe(false);
  });

  it('stand to their numbers', () => {
    expect([LAPSES_AFTER, MOST_FAILURES]).toEqual([72 * 3_600_000, 5]);
  });
});
