import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '#server/ports/channel.ts';
import {
  becauseOf,
  CODE_HOLDS,
  codePauses,
  FORGET_AFTER,
  fateOf,
  LONG_CODE_HOLDS,
  nextTry,
  nextTryOfBusy,
  noticeOf,
  opensAt,
  readStopToken,
  STALE_AFTER,
  stopToken,
  subjectOf,
  troubleOf,
  UNDO_WITHIN,
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

describe('pauses', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const minutes = (at: Date | null): number | null => at && (at.getTime() - now.getTime()) / 60_000;

  it('grow to twelve hours, by the number of tries', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 0].map((attempts) => minutes(nextTry(attempts, now)))).toEqual([
      ...[1, 5, 30, 120, 480, 720, null, null],
    ]);
  });

  it('of a receiver who is busy go on at their longest, for three days', () => {
    const busy = (attempts: number, hours: number) =>
      minutes(nextTryOfBusy(attempts, new Date(now.getTime() - hours * 3_600_000), now));
    expect([busy(1, 0), busy(3, 1), busy(6, 40), busy(60, 71.9), busy(1, 72), busy(1, 100)]).toEqual([
      ...[1, 30, 720, 720, null, null],
    ]);
    expect(busy(0, 0)).toBe(1);
  });

  it('of a code double up to half a minute, and end before it does', () => {
    expect([...codePauses(60_000)]).toEqual([3000, 6000, 12_000, 24_000, null]);
    expect([...codePauses(120_000)]).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000, null]);
    expect([...codePauses(3000)]).toEqual([null]);
    expect([...codePauses(3001)]).toEqual([3000, null]);
    expect([...codePauses(CODE_HOLDS)].reduce<number>((sum, pause) => sum + (pause ?? 0), 0)).toBeLessThan(CODE_HOLDS);
  });
});

it('opens at seven and closes at eight in the evening, to the second, also where the clock turns', () => {
  const open = (at: string, zone: string) => opensAt(new Date(at), zone)?.toISOString() ?? 'open';
  expect(open('2026-11-23T06:59:59Z', 'UTC')).toBe('2026-11-23T07:00:00.000Z');
  expect(open('2026-11-23T07:00:00Z', 'UTC')).toBe('open');
  expect(open('2026-11-23T19:59:59Z', 'UTC')).toBe('open');
  expect(open('2026-11-23T20:00:00Z', 'UTC')).toBe('2026-11-24T07:00:00.000Z');
  expect(open('2026-10-24T19:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T06:00:00.000Z');
});

it('a stored message is called by its subject, by nothing once it is forgotten', () => {
  expect([{ subject: 'Hello' }, { subject: 7 }, { lines: [] }, null, undefined, 'subject'].map(subjectOf)).toEqual([
    ...['Hello', '7', '', '', '', ''],
  ]);
});

it('says nothing of a code that is a sentence, a number or too long', () => {
  const coded = (code: unknown) => troubleOf(Object.assign(new Error('x'), { code }));
  expect(['E', 'EX', 'E'.repeat(20), 'E'.repeat(21), 'to me', 550, 'etimedout'].map(coded)).toEqual([
    ...['Error', 'EX', 'E'.repeat(20), 'Error', 'Error', 'Error', 'Error'],
  ]);
  expect(troubleOf(Object.assign(new Error('x'), { name: 'N'.repeat(50) }))).toBe('N'.repeat(40));
});

it('a link that turns mail off bears its instant, one of before none', () => {
  const full = {
    workspaceId: '11111111-2222-4333-8444-555555555555',
    personId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
    at: new Date(0x0123456789),
  };
  expect(readStopToken('s', stopToken('s', full))?.link).toBe('000123456789');
  const body = Buffer.from(`${full.workspaceId}${full.personId}`.replaceAll('-', ''), 'hex');
  const mark = createHmac('sha256', 's').update(body).digest().subarray(0, 16);
  const before = Buffer.concat([body, mark]).toString('base64url');
  expect(readStopToken('s', before)).toEqual({
    workspaceId: full.workspaceId,
    personId: full.personId,
    link: 'before',
  });
  expect(readStopToken('s', `${before}=`)).toBeNull();
  expect(readStopToken('s', Buffer.concat([body, mark, Buffer.alloc(1)]).toString('base64url'))).toBeNull();
});

it('stands to its times', () => {
  const minutes = [STALE_AFTER, CODE_HOLDS, LONG_CODE_HOLDS, UNDO_WITHIN, FORGET_AFTER].map((each) => each / 60_000);
  expect(minutes).toEqual([10, 10, 60, 7 * 1440, 30 * 1440]);
});
