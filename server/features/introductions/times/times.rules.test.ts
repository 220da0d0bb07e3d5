import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  agreedOn,
  type Hours,
  LASTS,
  offered,
  pencilIn,
  type Slot,
  standFor,
  timeState,
  timesAhead,
} from './times.rules.ts';

const zone = fc.constantFrom(
  'Europe/Lisbon',
  'Europe/Berlin',
  'Asia/Dubai',
  'Asia/Kathmandu',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Australia/Sydney',
);
const hours: fc.Arbitrary<Hours> = fc.record({
  zone,
  from: fc.option(fc.integer({ min: 6, max: 11 })),
  to: fc.option(fc.integer({ min: 14, max: 22 })),
  officeDays: fc.subarray([1, 2, 3, 4, 5]),
  site: fc.option(fc.constantFrom('Lisbon', 'Berlin')),
});
// Each of these weeks or their neighbours holds a change of the clocks somewhere.
const instant = fc.oneof(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
  fc.constantFrom('2026-03-20T22:10:00Z', '2026-10-20T08:00:00Z', '2027-03-10T12:00:00Z').map((text) => new Date(text)),
);
const usual = (name: string): Hours => ({ zone: name, from: null, to: null, officeDays: [], site: null });
const localOf = (at: number, name: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
/** Numbers from 0 to 1, the same for the same seed. */
const chances = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

describe('times ahead', () => {
  it('lie within the hours and working days of everybody, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.array(hours, { minLength: 1, maxLength: 4 }), instant, (everybody, now) => {
        for (const { at } of timesAhead(now)(everybody)) {
          expect(at).toBeGreaterThan(now.getTime());
          for (const each of everybody) {
            const [starts, ends] = [localOf(at, each.zone), localOf(at + LASTS, each.zone)];
            const noon = starts.startOfDay().add({ hours: 0 });
            expect(starts.hour).toBeGreaterThanOrEqual(each.from ?? 9);
            expect((ends.hour * 60 + ends.minute) / 60).toBeLessThanOrEqual(each.to ?? 17);
            expect(starts.dayOfWeek).toBeLessThanOrEqual(5);
            const today = localOf(now.getTime(), each.zone).startOfDay();
            expect(Math.round(today.until(noon, { largestUnit: 'hours' }).hours / 24)).toBeGreaterThanOrEqual(2);
          }
        }
      }),
    );
  });

  it('are there for two people with usual hours in one zone, and are lunch for a lunch', () => {
    fc.assert(
      fc.property(zone, instant, (name, now) => {
        const both = [usual(name), usual(name)];
        expect(offered(both, now, { mine: new Set() })).toHaveLength(3);
        for (const { at } of offered(both, now, { mine: new Set(), isLunch: true }))
          expect([11, 12]).toContain(localOf(at.getTime(), name).hour);
      }),
    );
  });

  it('go beyond the hours only where nothing else is, and say so', () => {
    const now = new Date('2026-11-30T09:00:00Z');
    const far = offered([usual('Europe/Lisbon'), usual('America/Los_Angeles')], now, { mine: new Set() });
    expect(far).toHaveLength(3);
    expect(far.every(({ isOutside }) => isOutside)).toBe(true);
    expect(timesAhead(now)([usual('Europe/Lisbon'), usual('America/Los_Angeles')])).toEqual([]);
    const near = offered([usual('Europe/Lisbon'), usual('Asia/Dubai')], now, { mine: new Set() });
    expect(near.some(({ isOutside }) => isOutside)).toBe(false);
  });

  it('leave out the own introductions, and fall on different days', () => {
    fc.assert(
      fc.property(hours, hours, instant, (one, other, now) => {
        const first = offered([one, other], now, { mine: new Set() });
        const mine = new Set(first.map(({ at }) => at.getTime()));
        const second = offered([one, other], now, { mine });
        expect(second.filter(({ at }) => mine.has(at.getTime()))).toEqual([]);
        const days = second.map(({ at }) => localOf(at.getTime(), one.zone).toPlainDate().toString());
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });
});

describe('times that are pencilled in', () => {
  it('never give anybody two at once, nor one that they had before', () => {
    const people = Array.from({ length: 6 }, (_, index) => `p${index}`);
    const group = fc.uniqueArray(fc.constantFrom(...people), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 60 }), fc.integer({ min: 1 }), instant, (groups, seed, now) => {
        const possible = timesAhead(now)([usual('Europe/Lisbon'), usual('Asia/Dubai')]);
        const busy = new Map([['p0', new Set(possible.slice(0, 5).map(({ at }) => at))]]);
        const wanted = groups.map((memberIds, index) => ({ id: String(index), memberIds, possible }));
        const chosen = pencilIn(wanted, busy, chances(seed));
        const held = new Map<string, number[]>();
        for (const { id, memberIds } of wanted) {
          const at = chosen.get(id);
          if (typeof at !== 'number') continue;
          for (const each of memberIds) held.set(each, [...(held.get(each) ?? []), at]);
        }
        for (const [each, times] of held) {
          expect(new Set(times).size).toBe(times.length);
          expect(times.filter((at) => busy.get(each)?.has(at))).toEqual([]);
        }
      }),
    );
  });

  it('fall on another time by chance alone, so that none tells whose was taken', () => {
    const now = new Date('2026-11-30T09:00:00Z');
    const possible = timesAhead(now)([usual('Europe/Lisbon')]);
    const seen = new Set(
      Array.from({ length: 200 }, (_, seed) =>
        pencilIn([{ id: 'a', memberIds: ['x', 'y'], possible }], new Map(), chances(seed + 1)).get('a'),
      ),
    );
    expect(seen.size).toBeGreaterThan(10);
  });
});

describe('the state of a time', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 3, hour));
  const said = (minute: number) => new Date(Date.UTC(2026, 11, 1, 9, minute));
  const slot = (personId: string, hour: number, minute?: number): Slot => ({
    personId,
    at: at(hour),
    saidYesAt: minute === undefined ? null : said(minute),
  });
  const ids = ['ana', 'ben'];
  const read = (slots: Slot[], standing = { startsAt: at(10) as Date | null, isAgreed: false }, remaining = ids) => {
    const state = timeState(standing, slots, remaining);
    return [...remaining.map((id) => standFor(state, id)), agreedOn(state, remaining)];
  };

  it.each<[string, Slot[], unknown[]]>([
    ['nobody said anything', [slot('ana', 10), slot('ben', 10)], ['pencilled', 'pencilled', null]],
    ['one said yes', [slot('ana', 10, 1), slot('ben', 10)], ['waiting', 'asked', null]],
    ['both said yes', [slot('ana', 10, 1), slot('ben', 10, 2)], ['waiting', 'waiting', at(10)]],
    ['one proposed another', [slot('ana', 10), slot('ben', 10), slot('ben', 14, 1)], ['asked', 'waiting', null]],
    [
      'the proposal outweighs an earlier yes',
      [slot('ana', 10, 1), slot('ben', 10), slot('ben', 14, 2)],
      ['asked', 'waiting', null],
    ],
    ['both said yes to the other', [slot('ana', 14, 2), slot('ben', 14, 1)], ['waiting', 'waiting', at(14)]],
  ])('where %s', (_, slots, expected) => {
    expect(read(slots)).toEqual(expected);
  });

  it('stays agreed under a proposal, and without one', () => {
    const standing = { startsAt: at(10), isAgreed: true };
    expect(read([slot('ana', 10, 1), slot('ben', 10, 2)], standing)).toEqual(['agreed', 'agreed', null]);
    expect(read([slot('ana', 10, 1), slot('ben', 10), slot('ben', 14, 3)], standing)).toEqual([
      'asked',
      'waiting',
      null,
    ]);
    expect(read([], { startsAt: null, isAgreed: false })).toEqual(['none', 'none', null]);
  });

  it('waits for everybody in a group who is left, and for nobody who is not', () => {
    const slots = [slot('ana', 10, 1), slot('ben', 10, 2), slot('cleo', 10)];
    expect(read(slots, undefined, ['ana', 'ben', 'cleo'])).toEqual(['waiting', 'waiting', 'asked', null]);
    expect(read(slots)).toEqual(['waiting', 'waiting', at(10)]);
  });

  it('is the same for everybody, whatever the order of the rows', () => {
    const any = fc.record({
      personId: fc.constantFrom('ana', 'ben', 'cleo'),
      at: fc.integer({ min: 8, max: 12 }).map(at),
      saidYesAt: fc.option(fc.integer({ min: 0, max: 50 }).map(said)),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.boolean(), (slots, isAgreed) => {
        const standing = { startsAt: at(10), isAgreed };
        const three = ['ana', 'ben', 'cleo'];
        expect(timeState(standing, slots.toReversed(), three)).toEqual(timeState(standing, slots, three));
      }),
    );
  });
});

describe('the kindest times', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const one = (more: Partial<Hours> = {}): Hours => ({ ...usual('UTC'), ...more });
  const found = (everybody: Hours[], how = {}) =>
    timesAhead(now)(everybody, how).map((each) => ({ ...each, on: new Date(each.at).toISOString() }));
  const kindOn = (day: string, list: ReturnType<typeof found>) =>
    list.filter(({ on, strain }) => on.startsWith(day) && strain < 4).map(({ on }) => on.slice(11, 16));

  it('lie from the day after tomorrow to the fifteenth day, in every half hour of the usual day', () => {
    const list = found([one(), one()]);
    expect([list.length, list[0]?.on, list.at(-1)?.on]).toEqual([
      160,
      '2026-11-25T09:00:00.000Z',
      '2026-12-08T16:30:00.000Z',
    ]);
    expect(found([])).toEqual([]);
  });

  it('are late mornings and early afternoons, noon for lunch, and rather within eight days', () => {
    const list = found([one(), one()]);
    expect(kindOn('2026-11-25', list)).toEqual(['10:00', '10:30', '11:00', '14:00', '14:30', '15:00']);
    expect(kindOn('2026-11-25', found([one(), one()], { isLunch: true }))).toEqual(['12:00', '12:30']);
    const strains = (day: string) => [
      ...new Set(list.filter(({ on }) => on.startsWith(day)).map(({ strain }) => strain)),
    ];
    expect([strains('2026-12-01'), strains('2026-12-02')]).toEqual([
      [6, 2],
      [7, 3],
    ]);
  });

  it('are days on which all are in one office, where there is one', () => {
    const days = (...everybody: Hours[]) => [
      ...new Set(
        found(everybody)
          .filter(({ isInOffice }) => isInOffice)
          .map(({ on }) => on.slice(0, 10)),
      ),
    ];
    const porto = (...officeDays: number[]) => one({ site: 'Porto', officeDays });
    expect(days(porto(3), porto(3, 4))).toEqual(['2026-11-25', '2026-12-02']);
    expect(days(porto(3), one({ site: 'Berlin', officeDays: [3] }))).toEqual([]);
    expect(days(one({ officeDays: [3] }), one({ officeDays: [3] }))).toEqual([]);
    expect(days(porto(6, 7), porto(6, 7))).toEqual([]);
    const strain = found([porto(3), porto(3)]).find(({ isInOffice }) => isInOffice)?.strain;
    expect(strain).toBe(4);
  });

  it('are offered on three days, mornings and afternoons by turns, in the office first', () => {
    const on = (...everybody: Hours[]) =>
      offered(everybody, now, { mine: new Set() }).map(({ at, isInOffice, isOutside }) =>
        [at.toISOString().slice(0, 16), isInOffice && 'in', isOutside && 'outside'].filter(Boolean).join(' '),
      );
    expect(on(one(), one())).toEqual(['2026-11-25T15:00', '2026-11-26T10:00', '2026-11-27T15:00']);
    const porto = one({ site: 'Porto', officeDays: [2] });
    expect(on(porto, porto)).toEqual(['2026-11-25T15:00', '2026-12-01T15:00 in', '2026-12-08T10:00 in']);
    expect(on(one({ from: 6, to: 9 }), one({ from: 10, to: 12 }))).toEqual([
      ...['2026-11-25T10:30 outside', '2026-11-26T10:00 outside', '2026-11-27T10:30 outside'],
    ]);
    expect(on(one({ from: 5, to: 7 }), one({ from: 12, to: 14 }))).toEqual([]);
  });

  it('are pencilled in by chance among the kindest that are free', () => {
    const possible = [5, 1, 1, 3].map((strain, at) => ({ at, day: 0, isInOffice: false, strain }));
    const chosen = (busy: number[], chance: number) =>
      pencilIn([{ id: 'i', memberIds: ['a', 'b'], possible }], new Map([['b', new Set(busy)]]), () => chance).get('i');
    expect([chosen([], 0), chosen([], 0.99), chosen([1], 0.99), chosen([1, 2], 0), chosen([1, 2, 3], 0)]).toEqual([
      1, 2, 2, 3, 0,
    ]);
    expect(chosen([0, 1, 2, 3], 0)).toBeNull();
  });
});

describe('half hours to the border', () => {
  const one = (more: Partial<Hours> = {}): Hours => ({ ...usual('UTC'), ...more });
  const starts = (now: string, everybody: Hours[], how = {}) =>
    timesAhead(new Date(now))(everybody, how).map(({ at }) => new Date(at).toISOString().slice(0, 16));

  it('end when the last of them goes home', () => {
    const day = starts('2026-11-23T10:00:00Z', [one({ from: 9, to: 11 }), one({ from: 10, to: 12 })]).slice(0, 3);
    expect(day).toEqual(['2026-11-25T10:00', '2026-11-25T10:30', '2026-11-26T10:00']);
    expect(starts('2026-11-23T10:00:00Z', [one({ from: 9, to: 10 }), one({ from: 10 })])).toEqual([]);
    expect(starts('2026-11-23T10:00:00Z', [one({ from: 9, to: 10 }), one({ from: 10 })], { stretch: 1 })[0]).toBe(
      '2026-11-25T09:00',
    );
  });

  it('are counted from today of everybody in it', () => {
    const kiritimati = { ...usual('Pacific/Kiritimati'), from: 0, to: 24 };
    // It is Tuesday there already.
    expect(starts('2026-11-23T12:00:00Z', [kiritimati])[0]).toBe('2026-11-25T10:00');
    expect(starts('2026-11-23T09:00:00Z', [kiritimati])[0]).toBe('2026-11-24T10:00');
  });

  it('hold their hour where clocks turn', () => {
    const berlin = { ...usual('Europe/Berlin'), from: 10, to: 11 };
    expect(starts('2026-10-20T10:00:00Z', [berlin]).filter((at) => at > '2026-10-23' && at < '2026-10-27')).toEqual([
      ...['2026-10-23T08:00', '2026-10-23T08:30', '2026-10-26T09:00', '2026-10-26T09:30'],
    ]);
  });

  it('keep apart those who are told under another way of asking', () => {
    const ahead = timesAhead(new Date('2026-11-23T10:00:00Z'));
    const everybody = [one({ from: 9, to: 10 })];
    expect([ahead(everybody).length, ahead(everybody, { stretch: 2 }).length, ahead(everybody).length]).toEqual([
      ...[20, 100, 20],
    ]);
    const strains = (isLunch: boolean) => ahead([one()], { isLunch }).filter(({ strain }) => strain < 4).length;
    expect([strains(false), strains(true)]).toEqual([60, 20]);
  });

  it('are offered inside or outside of all hours, never those of my own', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const first = offered([one()], now, { mine: new Set() });
    expect(first.map(({ isOutside }) => isOutside)).toEqual([false, false, false]);
    const mine = new Set(first.map(({ at }) => at.getTime()));
    const second = offered([one()], now, { mine });
    expect(second).toHaveLength(3);
    expect(second.some(({ at }) => mine.has(at.getTime()))).toBe(false);
    const narrow = [one({ from: 9, to: 10 })];
    const all = new Set(timesAhead(now)(narrow).map(({ at }) => at));
    expect(offered(narrow, now, { mine: all })).toEqual([]);
    expect(offered([], now, { mine })).toEqual([]);
  });
});
