import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  different,
  inCommon,
  inCommonAmong,
  latestAgain,
  mayChange,
  nextMorning,
  type Side,
  standing,
  statusForSender,
} from './introductions.rules.ts';

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

const DAY = 86_400_000;
const at = (days: number): Date => new Date(Date.UTC(2026, 10, 1) + days * DAY);
const nobody: Side = { unit: null, site: null, level: null, interests: [], talents: [], passions: [], languages: [] };

it('a hello reads as quiet after fourteen days to the second, a yes never', () => {
  const seen = (status: string, milliseconds: number) =>
    statusForSender({ status, askedAt: at(0) }, new Date(at(0).getTime() + milliseconds));
  expect([seen('waiting', 14 * DAY - 1), seen('waiting', 14 * DAY), seen('yes', 90 * DAY)]).toEqual([
    ...['waiting', 'quiet', 'yes'],
  ]);
});

it('"we met" can be taken back for seven days to the second, all else always', () => {
  const may = (answer: string | null, answeredAt: Date | null, now: Date) => mayChange({ answer, answeredAt }, now);
  expect(may('met', at(0), new Date(at(7).getTime() - 1))).toBe(true);
  expect(may('met', at(0), at(7))).toBe(false);
  expect(may('not-yet', at(0), at(60))).toBe(true);
  expect(may(null, null, at(60))).toBe(true);
  expect(may('met', null, at(60))).toBe(true);
});

it('what two share is named by kind, rarest first, each word once, four at most', () => {
  const mine: Side = {
    ...{ unit: 'Labs', site: 'Porto', level: 'L1', interests: ['Bees', 'Sailing'], talents: ['Choir'] },
    ...{ passions: ['Chess'], languages: ['de', 'en'] },
  };
  const theirs: Side = { ...mine, interests: ['chess', 'bees '], passions: ['sailing'], talents: ['choir', 'CHOIR'] };
  expect(inCommon(mine, theirs, 9).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    ...['passion sailing', 'interest chess', 'interest bees ', 'talent choir', 'site Porto', 'unit Labs'],
    ...['language de', 'language en'],
  ]);
  expect(inCommon(mine, theirs)).toHaveLength(4);
  expect(inCommon({ ...nobody, unit: 'Labs' }, { ...nobody, unit: 'Field' })).toEqual([]);
});

it('what differs is where the other stands, where both are known', () => {
  const mine = { ...nobody, unit: 'Labs', site: 'Porto', level: 'L1' };
  expect(different(mine, { ...nobody, unit: 'Field', site: 'Berlin', level: 'L2' }).map(({ kind }) => kind)).toEqual([
    ...['unit', 'site', 'level'],
  ]);
  expect(different(nobody, { ...nobody, unit: 'Field', site: 'Berlin', level: 'L2' }).map(({ text }) => text)).toEqual([
    ...['Field', 'Berlin'],
  ]);
  expect(different(mine, mine)).toEqual([]);
  expect(different(mine, nobody)).toEqual([]);
});

it('what several share is what any two do, once', () => {
  const side = (...interests: string[]): Side => ({ ...nobody, interests });
  const words = (most?: number) =>
    inCommonAmong([side('a', 'b'), side('B', 'c', 'x'), side('c', 'A')], most).map(({ text }) => text);
  expect(words()).toEqual(['B', 'A', 'c']);
  expect(words(2)).toEqual(['B', 'A']);
  expect(inCommonAmong([side('a')])).toEqual([]);
});

describe('how an introduction stands', () => {
  const row = (more: Partial<Parameters<typeof standing>[0]> = {}) => ({
    ...{ member_ids: ['me', 'ana', 'ben'], left_ids: [], ended_at: null },
    ...more,
  });
  const seen = (given: ReturnType<typeof row>, here: string[], hasMet = false) =>
    standing(given, { me: 'me', here: new Set(here), hasMet });

  it('names whoever is here and did not leave', () => {
    expect(seen(row(), ['ana', 'ben'])).toEqual({ isEnded: false, otherIds: ['ana', 'ben'] });
    expect(seen(row({ left_ids: ['ben'] }), ['ana', 'ben'])).toEqual({ isEnded: false, otherIds: ['ana'] });
    expect(seen(row(), ['ben', 'me'])).toEqual({ isEnded: false, otherIds: ['ben'] });
  });

  it('looks ended, with all in it, whatever ended it', () => {
    const ended = { isEnded: true, otherIds: ['ana', 'ben'] };
    expect(seen(row({ ended_at: at(1) }), ['ana', 'ben'])).toEqual(ended);
    expect(seen(row({ left_ids: ['me'] }), ['ana', 'ben'])).toEqual(ended);
    expect(seen(row(), [])).toEqual(ended);
    expect(seen(row({ left_ids: ['ana'] }), ['ana'])).toEqual(ended);
  });

  it('has not ended for who met there', () => {
    expect(seen(row({ ended_at: at(1), left_ids: ['ben'] }), [], true)).toEqual({ isEnded: false, otherIds: ['ana'] });
  });
});

it('the latest "again" of each counts, and what nobody answered does not', () => {
  const said = (introduction_id: string, again: boolean | null, ...others: string[]) => ({
    ...{ introduction_id, again, member_ids: ['me', ...others] },
  });
  const found = latestAgain(
    [said('3', null, 'ana'), said('2', true, 'ana', 'ben'), said('1', false, 'ana', 'cleo')],
    'me',
  );
  expect([...found]).toEqual([
    ['ana', { again: true, introductionId: '2' }],
    ['ben', { again: true, introductionId: '2' }],
    ['cleo', { again: false, introductionId: '1' }],
  ]);
});

it('seven in the morning is the next day’s, also where the clock turns', () => {
  expect(nextMorning(new Date('2026-11-23T06:00:00Z'), 'UTC')).toEqual(new Date('2026-11-24T07:00:00Z'));
  expect(nextMorning(new Date('2026-10-24T12:00:00Z'), 'Europe/Berlin')).toEqual(new Date('2026-10-25T06:00:00Z'));
});
