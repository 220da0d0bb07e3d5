import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#server/ports/channel.ts';
import {
  becauseOf,
  fateOf,
  nextTry,
  noticeOf,
  opensAt,
  readStopToken,
  stopToken,
  troubleOf,
} from './delivery.rules.ts';

const zones = ['Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
const hourIn = (at: Date, zone: string) =>
  Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(at));

describe('the hours of mail', () => {
  it('are seven to twenty where the receiver lives, and the wait is never a day', () => {
    const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
        const at = opensAt(now, zone);
        const hour = hourIn(now, zone);
        if (!at) {
          expect(hour >= 7 && hour < 20).toBe(true);
          return;
        }
        expect(hourIn(at, zone)).toBe(7);
        expect(at.getTime()).toBeGreaterThan(now.getTime());
        expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(12 * 3_600_000);
        expect(opensAt(at, zone)).toBeNull();
      }),
    );
  });

  it('differ between two people at one instant', () => {
    const now = new Date('2026-11-23T20:30:00Z');
    expect(opensAt(now, 'Europe/Lisbon')).toEqual(new Date('2026-11-24T07:00:00Z'));
    expect(opensAt(now, 'America/New_York')).toBeNull();
  });
});

it('tries later each time and gives up in the end', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const waits = [1, 2, 3, 4, 5, 6].map((attempts) => (nextTry(attempts, now)?.getTime() ?? 0) - now.getTime());
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBe(60_000);
  expect(nextTry(7, now)).toBeNull();
});

describe('the word that turns mail off', () => {
  it('names the same person again, and nobody where one sign was changed', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uuid(),
        fc.nat(63),
        fc.constantFrom(...'ABCxyz019-_'),
        (workspaceId, personId, at, sign) => {
          const token = stopToken('secret', { workspaceId, personId, at: new Date(1_800_000_000_000) });
          expect(readStopToken('secret', token)).toMatchObject({ workspaceId, personId });
          expect(readStopToken('another', token)).toBeNull();
          const changed = token.slice(0, at) + sign + token.slice(at + 1);
          if (changed !== token) expect(readStopToken('secret', changed)).toBeNull();
        },
      ),
    );
  });

  it('is never read out of noise', () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        expect(readStopToken('secret', noise)).toBeNull();
      }),
    );
  });
});

it('says what went wrong in codes, never in the words of the other side', () => {
  expect(troubleOf(new Refused({ stage: 'receiver', reason: 'refused', reply: 550 }))).toBe('SMTP 550');
  expect(troubleOf(new Refused({ stage: 'connect', reason: 'no-such-name' }))).toBe('no-such-name');
  expect(troubleOf(Object.assign(new Error('to amara@example.test'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect(troubleOf(new Error('550 amara@example.test is unknown'))).toBe('Error');
  expect(troubleOf('amara@example.test')).toBe('unknown');
});

it('tells what was written to a folder from what was sent', () => {
  expect(fateOf({ status: 'sent', channel: 'eml' })).toBe('written');
  expect(fateOf({ status: 'sent', channel: 'smtp' })).toBe('sent');
  expect(fateOf({ status: 'queued', channel: null })).toBe('queued');
});

it('finds the notice of a kind, and none for what every object has', () => {
  const notices = { role: { because: 'roles', isAboutSafety: true } } as const;
  expect(noticeOf(notices, 'role').isAboutSafety).toBe(true);
  expect(['role', 'gone', 'toString'].map((kind) => becauseOf(noticeOf(notices, kind)))).toEqual([
    'roles',
    'directory',
    'directory',
  ]);
});
