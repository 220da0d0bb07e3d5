import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#engine/random.ts';
import { CADENCES, daysOf, liveThrough } from '#test/helpers/schedule-years.ts';
import { drawAt, isDrawDay, nextDay, roundToDraw, type Schedule, scheduleOf } from './schedule.rules.ts';

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

describe('days of rounds', () => {
  const on = (more: Partial<Schedule>, day: string) => isDrawDay({ ...lisbon, ...more }, Temporal.PlainDate.from(day));

  it('begin on the first day, if that is one', () => {
    expect([on({ startsOn: '2026-11-24' }, '2026-11-24'), on({ startsOn: '2026-11-25' }, '2026-11-24')]).toEqual([
      ...[true, false],
    ]);
    expect([on({}, '2026-11-23'), on({}, '2026-11-24'), on({}, '2026-11-25')]).toEqual([false, true, false]);
  });

  it('are the first of their weekday in a month, up to the seventh', () => {
    const first = (weekday: number, day: string) => on({ cadence: 'monthly-first', weekday }, day);
    expect([first(1, '2026-12-07'), first(2, '2026-12-08'), first(2, '2026-12-01')]).toEqual([true, false, true]);
  });

  it('are every second week from the first of their weekday, whichever that is', () => {
    const second = (weekday: number, day: string) => on({ cadence: 'fortnightly', weekday }, day);
    expect([second(1, '2026-11-23'), second(1, '2026-11-30'), second(1, '2026-12-07')]).toEqual([true, false, true]);
    expect([second(7, '2026-11-29'), second(7, '2026-12-06'), second(7, '2026-12-13')]).toEqual([true, false, true]);
  });

  it('are the last of a month on any weekday', () => {
    const last = (day: string) => on({ cadence: 'monthly-last' }, day);
    expect([last('2026-11-30'), last('2026-12-30'), last('2027-02-28'), last('2028-02-28')]).toEqual([
      ...[true, false, true, false],
    ]);
  });
});

describe('the next day', () => {
  const next = (more: Partial<Schedule>, now: string, lastOn: string | null = null) =>
    nextDay({ ...lisbon, ...more }, new Date(now), lastOn);

  it('is today until its instant', () => {
    expect(next({}, '2026-11-24T08:59:59.999Z')).toBe('2026-11-24');
    expect(next({}, '2026-11-24T09:00:00Z')).toBe('2026-12-01');
  });

  it('is after the last round, also one sent ahead', () => {
    expect(next({}, '2026-11-24T08:00:00Z', '2026-11-23')).toBe('2026-11-24');
    expect(next({}, '2026-11-24T08:00:00Z', '2026-11-24')).toBe('2026-12-01');
    expect(next({}, '2026-11-20T08:00:00Z', '2026-12-01')).toBe('2026-12-08');
  });

  it('is on or after the first day', () => {
    expect(next({ startsOn: '2027-01-05' }, '2026-11-23T08:00:00Z')).toBe('2027-01-05');
    expect(next({ startsOn: '2027-01-06' }, '2026-11-23T08:00:00Z')).toBe('2027-01-12');
  });

  it('is found within ninety-five days, or not at all', () => {
    const now = '2026-11-23T08:00:00Z';
    expect(next({ weekday: 5 }, now, '2027-02-25')).toBe('2027-02-26');
    expect(next({ weekday: 6 }, now, '2027-02-26')).toBeNull();
  });

  it('is told by the day where it is drawn', () => {
    const kiritimati = { timezone: 'Pacific/Kiritimati', drawTime: '00:30' };
    expect(next(kiritimati, '2026-11-23T10:29:00Z')).toBe('2026-11-24');
    expect(next(kiritimati, '2026-11-23T10:30:00Z')).toBe('2026-12-01');
  });
});

describe('a round to draw', () => {
  const due = (now: string, known: { lastOn?: string | null; openSince?: string } = {}) =>
    roundToDraw(lisbon, new Date(now), {
      lastOn: known.lastOn ?? null,
      openSince: new Date(known.openSince ?? '2026-11-20T00:00:00Z'),
    });

  it('was promised only if the programme was open before its instant', () => {
    const at = '2026-11-24T12:00:00Z';
    expect(due(at, { openSince: '2026-11-24T08:59:59Z' })).toBe('2026-11-24');
    expect(due(at, { openSince: '2026-11-24T09:00:00Z' })).toBeNull();
  });

  it('is none that was drawn, nor one before it', () => {
    const at = '2026-11-24T12:00:00Z';
    expect([
      due(at, { lastOn: '2026-11-23' }),
      due(at, { lastOn: '2026-11-24' }),
      due(at, { lastOn: '2026-11-25' }),
    ]).toEqual([...['2026-11-24', null, null]]);
  });

  it('is none before the first day', () => {
    expect(due('2026-11-23T12:00:00Z')).toBeNull();
  });
});

it('a schedule is what stands in the row', () => {
  const row = { cadence: 'weekly', weekday: 2, draw_time: '09:00', timezone: 'Europe/Lisbon', starts_on: '2026-11-23' };
  expect(scheduleOf({ ...row, cadence: 'weekly' })).toEqual(lisbon);
});
