import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  different,
  type Hours,
  inCommon,
  nextMorning,
  type Side,
  statusForSender,
  suggestedTimes,
} from './introductions.rules.ts';

const zone = fc.constantFrom(
  'Europe/Lisbon',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Singapore',
  'Australia/Sydney',
);
const hours: fc.Arbitrary<Hours> = fc.record({
  zone,
  from: fc.option(fc.integer({ min: 6, max: 11 })),
  to: fc.option(fc.integer({ min: 14, max: 22 })),
  officeDays: fc.subarray([1, 2, 3, 4, 5]),
  site: fc.option(fc.constantFrom('Lisbon', 'Berlin')),
});
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });

const localHour = (at: Date, timeZone: string) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));

it('suggests times inside both days, in the future, on different days', () => {
  fc.assert(
    fc.property(hours, hours, instant, (first, second, now) => {
      const times = suggestedTimes([first, second], now);
      expect(times.length).toBeLessThanOrEqual(3);
      for (const { at } of times) {
        expect(at.getTime()).toBeGreaterThan(now.getTime());
        for (const side of [first, second]) {
          expect(localHour(at, side.zone)).toBeGreaterThanOrEqual(side.from ?? 9);
          expect(localHour(at, side.zone)).toBeLessThan(side.to ?? 17);
        }
      }
      const days = times.map(({ at }) => new Intl.DateTimeFormat('en', { timeZone: first.zone }).format(at));
      expect(new Set(days).size).toBe(times.length);
    }),
  );
});

it('always finds three times for two people in one zone with usual hours', () => {
  fc.assert(
    fc.property(zone, instant, (name, now) => {
      const side = { zone: name, from: null, to: null, officeDays: [], site: null };
      expect(suggestedTimes([side, side], now)).toHaveLength(3);
    }),
  );
});

it('tells the next morning in every zone', () => {
  fc.assert(
    fc.property(zone, instant, (name, now) => {
      const morning = nextMorning(now, name);
      expect(localHour(morning, name)).toBe(7);
      expect(morning.getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});

it('shows a sender the same for a no as for silence', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 200 }), (askedAt, days) => {
      const now = new Date(askedAt.getTime() + days * 86_400_000);
      expect(statusForSender({ status: 'not-now', askedAt }, now)).toBe(
        statusForSender({ status: 'waiting', askedAt }, now),
      );
    }),
  );
});

it('names what both show, once, and what differs', () => {
  const nothing: Side = {
    unit: null,
    site: null,
    level: null,
    interests: [],
    talents: [],
    passions: [],
    languages: [],
  };
  const ana = { ...nothing, unit: 'Field', site: 'Porto', interests: ['Sailing'], passions: ['Choir'] };
  const li = { ...nothing, unit: 'Labs', site: 'Porto', interests: ['sailing', 'chess'], passions: ['choir '] };
  expect(inCommon(ana, li).map(({ text }) => text)).toEqual(['choir ', 'sailing', 'Porto']);
  expect(different(ana, li)).toEqual([{ kind: 'unit', text: 'Labs' }]);
  expect(inCommon(nothing, li)).toEqual([]);
});
