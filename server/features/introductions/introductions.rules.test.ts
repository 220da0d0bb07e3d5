import fc from 'fast-check';
import { expect, it } from 'vitest';
import { different, inCommon, nextMorning, type Side, statusForSender } from './introductions.rules.ts';

const zone = fc.constantFrom(
  'Europe/Lisbon',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Singapore',
  'Australia/Sydney',
);
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });

const localHour = (at: Date, timeZone: string) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));

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
