import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, type MemberFeedback, meetingsOf, spreadOver } from './rounds.rules.ts';

const zone = fc.constantFrom('Europe/Lisbon', 'Asia/Kolkata', 'America/New_York', 'Pacific/Kiritimati', 'Africa/Cairo');
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const localTime = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);

it('tells everybody on the day of the round between eight and four of their own day', () => {
  fc.assert(
    fc.property(zone, chance, (name, share) => {
      const told = localTime(spreadOver('2026-11-25', new Date('2026-11-23T09:00:00Z'))(name, share), name);
      expect(told >= '2026-11-25 08:00:00' && told < '2026-11-25 16:00:00').toBe(true);
    }),
  );
});

it('tells nobody before now, and at once where the day is over', () => {
  fc.assert(
    fc.property(zone, chance, fc.integer({ min: 0, max: 72 }), (name, share, hours) => {
      const now = new Date(Date.parse('2026-11-24T09:00:00Z') + hours * 3_600_000);
      const told = spreadOver('2026-11-25', now)(name, share);
      expect(told.getTime()).toBeGreaterThanOrEqual(now.getTime());
      if (localTime(now, name) >= '2026-11-25 16:00:00') expect(told).toEqual(now);
    }),
  );
});

it('gives two ids the same chance again, from 0 to 1', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      const found = fractionOf(one, other);
      expect(found >= 0 && found < 1).toBe(true);
      expect(fractionOf(one, other)).toBe(found);
    }),
  );
});

describe('what came of an introduction', () => {
  const past = (leftIds: string[] = []) => ({ memberIds: ['a', 'b', 'c'], leftIds, date: '2026-11-23' });
  const said = (entries: Record<string, Partial<MemberFeedback>>) =>
    new Map(
      Object.entries(entries).map(
        ([id, each]) => [id, { answer: null, again: null, swapped: false, ...each }] as const,
      ),
    );
  const outcomes = (leftIds: string[], entries: Record<string, Partial<MemberFeedback>>) =>
    Object.fromEntries(meetingsOf(past(leftIds), said(entries)).map(({ a, b, outcome }) => [`${a}${b}`, outcome]));

  it('counts silence as met, by every pair', () => {
    expect(meetingsOf(past(), undefined)).toEqual([
      { a: 'a', b: 'b', date: '2026-11-23', outcome: 'met' },
      { a: 'a', b: 'c', date: '2026-11-23', outcome: 'met' },
      { a: 'b', b: 'c', date: '2026-11-23', outcome: 'met' },
    ]);
  });

  it('lets "met" by one stand against "not yet" by the other', () => {
    expect(outcomes([], { a: { answer: 'met' }, b: { answer: 'not-yet' } })).toEqual({
      ab: 'met',
      ac: 'met',
      bc: 'not-yet',
    });
  });

  it('takes "again" only where both said it', () => {
    expect(outcomes([], { a: { answer: 'met', again: true }, b: { again: true }, c: { again: false } })).toEqual({
      ab: 'again',
      ac: 'met',
      bc: 'met',
    });
  });

  it('leaves out who left, and remembers a "can’t this time" and a swap', () => {
    expect(outcomes(['c'], {})).toEqual({ ab: 'met' });
    expect(outcomes(['c'], { c: { answer: 'cannot' } })).toEqual({ ab: 'met', ac: 'cannot', bc: 'cannot' });
    expect(outcomes(['c'], { c: { swapped: true } })).toEqual({ ab: 'met', ac: 'cannot', bc: 'cannot' });
  });
});
