import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, type MemberFeedback, meetingsOf, roundNotes, spreadOver } from './rounds.rules.ts';

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

describe('when members of a round are told', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const told = spreadOver('2026-11-25', now);

  it('is from eight to four, by chance', () => {
    expect([told('UTC', 0), told('UTC', 0.5), told('Asia/Kolkata', 0)]).toEqual([
      ...['2026-11-25T08:00:00Z', '2026-11-25T12:00:00Z', '2026-11-25T02:30:00Z'].map((at) => new Date(at)),
    ]);
    expect(told('UTC', 0.999_999_999)).toEqual(new Date('2026-11-25T15:59:59.999Z'));
    expect(told('UTC', 0)).toEqual(new Date('2026-11-25T08:00:00Z'));
  });

  it('is within what is left of a day that has begun', () => {
    const late = spreadOver('2026-11-25', new Date('2026-11-25T14:00:00Z'));
    expect([late('UTC', 0), late('UTC', 0.5)]).toEqual([
      ...['2026-11-25T14:00:00Z', '2026-11-25T15:00:00Z'].map((at) => new Date(at)),
    ]);
  });

  it('is once for the introduction, and at the same hour a week later for the question', () => {
    const [id, person_id] = ['80000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000'];
    const notes = roundNotes('2026-11-25', now)(id, { person_id, zone: 'UTC' });
    expect(notes.map(({ kind, personId, aboutId, notBefore }) => [kind, personId, aboutId, notBefore])).toEqual([
      ['round-introduction', person_id, id, new Date('2026-11-25T12:00:00Z')],
      ['did-you-meet', person_id, id, new Date('2026-12-02T12:00:00Z')],
    ]);
    expect([fractionOf(id, id), fractionOf(id, person_id), fractionOf('ffffffff', '00000000')]).toEqual([
      ...[0, 0.5, 1 - 2 ** -32],
    ]);
  });
});

it.each<[string, Partial<MemberFeedback>, Partial<MemberFeedback>, string]>([
  ['both "again" before all else', { again: true, answer: 'cannot' }, { again: true }, 'again'],
  ['"met" before "cannot"', { answer: 'cannot' }, { answer: 'met' }, 'met'],
  ['"cannot" before "not yet"', { answer: 'not-yet' }, { answer: 'cannot' }, 'cannot'],
  ['a swap as "cannot"', { swapped: true }, { answer: 'not-yet' }, 'cannot'],
  ['"not yet" by the first', { answer: 'not-yet' }, {}, 'not-yet'],
  ['"not yet" by the second', {}, { answer: 'not-yet' }, 'not-yet'],
  ['"again" by one as met', { again: true }, {}, 'met'],
])('of two counts %s', (_, one, other, outcome) => {
  const full = (each: Partial<MemberFeedback>): MemberFeedback => ({
    answer: null,
    again: null,
    swapped: false,
    ...each,
  });
  const said = new Map([
    ['a', full(one)],
    ['b', full(other)],
  ]);
  const past = { memberIds: ['a', 'b'], leftIds: [], date: '2026-11-23' };
  expect(meetingsOf(past, said)).toEqual([{ a: 'a', b: 'b', date: '2026-11-23', outcome }]);
  expect(meetingsOf({ ...past, leftIds: ['a'] }, undefined)).toEqual([]);
  expect(meetingsOf({ ...past, leftIds: ['b'] }, undefined)).toEqual([]);
});
