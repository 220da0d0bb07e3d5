import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#engine/random.ts';
import { CADENCES, daysOf, liveThrough } from '#test/helpers/schedule-years.ts';
import { drawAt, nextDay, roundToDraw, type Schedule } from './schedule.rules.ts';

const lisbon: Schedule = {
  cadence: 'weekly',
  weekday: 2,
  drawTime: '09:00',
  timezone: 'Europe/Lisbon',
  startsOn: '2026-11-23',
};
const never = { lastOn: null, openSince: new Date('2026-11-20T00:00:00Z') };

describe('dates of rounds', () => {
  it('come on the weekday, every second week from the start, on its first in the month, on the last day', () => {
    const days = (cadence: Schedule['cadence']) => daysOf({ ...lisbon, cadence }, 1).slice(0, 4);
    expect(days('weekly')).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15']);
    expect(days('fortnightly')).toEqual(['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05']);
    expect(days('monthly-first')).toEqual(['2026-12-01', '2027-01-05', '2027-02-02', '2027-03-02']);
    expect(days('monthly-last')).toEqual(['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']);
  });

  it('are drawn at the wall time of their zone, also where clocks skip it', () => {
    expect(drawAt(lisbon, '2026-11-24')).toEqual(new Date('2026-11-24T09:00:00Z'));
    const berlin = { ...lisbon, timezone: 'Europe/Berlin', drawTime: '02:30' };
    expect(drawAt(berlin, '2027-03-28')).toEqual(new Date('2027-03-28T01:30:00Z'));
    expect(drawAt(berlin, '2027-10-31')).toEqual(new Date('2027-10-31T00:30:00Z'));
  });

  it('are due from their instant on, once', () => {
    expect(roundToDraw(lisbon, new Date('2026-11-24T08:59:59Z'), never)).toBeNull();
    expect(roundToDraw(lisbon, new Date('2026-11-24T09:00:00Z'), never)).toBe('2026-11-24');
    expect(roundToDraw(lisbon, new Date('2026-11-24T09:01:00Z'), { ...never, lastOn: '2026-11-24' })).toBeNull();
    expect(nextDay(lisbon, new Date('2026-11-24T09:00:00Z'))).toBe('2026-12-01');
  });

  it('after an outage keep their own date, and only the latest is caught up', () => {
    expect(roundToDraw(lisbon, new Date('2026-12-17T23:00:00Z'), { ...never, lastOn: '2026-11-24' })).toBe(
      '2026-12-15',
    );
  });

  it('stay as they are after a round that was sent by hand', () => {
    const sentByHand = { ...never, lastOn: '2026-11-25' };
    expect(roundToDraw(lisbon, new Date('2026-11-26T12:00:00Z'), sentByHand)).toBeNull();
    expect(roundToDraw(lisbon, new Date('2026-12-01T12:00:00Z'), sentByHand)).toBe('2026-12-01');
  });

  it('before the programme was opened, moved or resumed were never promised', () => {
    const late = { lastOn: null, openSince: new Date('2026-11-24T12:00:00Z') };
    expect(roundToDraw(lisbon, new Date('2026-11-24T12:01:00Z'), late)).toBeNull();
    expect(roundToDraw(lisbon, new Date('2026-12-01T12:01:00Z'), late)).toBe('2026-12-01');
  });

  it('are neither missed nor doubled over years, whatever clocks and zones do', () => {
    const zones = [
      'Europe/Lisbon',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Pacific/Apia',
      'Africa/Casablanca',
      'Asia/Kathmandu',
    ];
    const schedule = fc.record({
      cadence: fc.constantFrom(...CADENCES),
      weekday: fc.integer({ min: 1, max: 7 }),
      drawTime: fc.constantFrom('00:00', '00:30', '02:00', '02:30', '09:00', '23:59'),
      timezone: fc.constantFrom(...zones),
      startsOn: fc.constantFrom('2026-02-28', '2026-11-23', '2024-02-29'),
    });
    fc.assert(
      fc.property(schedule, fc.integer(), (each, seed) => {
        const random = createRandom(seed);
        const { missed, doubled, drawn } = liveThrough(each, 2, () => random.next(), zones);
        expect({ missed, doubled }).toEqual({ missed: [], doubled: [] });
        expect(drawn.length).toBeGreaterThan(10);
      }),
      { numRuns: 30 },
    );
  });
});
