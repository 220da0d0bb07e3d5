import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { confirms, GRACE_DAYS, icsOf } from './records.rules.ts';

describe('a name typed to confirm', () => {
  it('may differ in blanks and case, in nothing else', () => {
    expect(confirms('  amara   okafor ', 'Amara Okafor')).toBe(true);
    expect(confirms('Amara', 'Amara Okafor')).toBe(false);
    expect(confirms('', '')).toBe(false);
  });
});

it('a calendar file holds whole days, and no name in an identity', () => {
  const text = icsOf(
    [{ uid: 'm1@loam', day: '2026-02-28', title: 'Met Amara\r\nBEGIN:VALARM' }],
    new Date('2026-03-01T00:00:00Z'),
  );
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-02-28');
  expect(event?.getFirstPropertyValue('dtend')?.toString()).toBe('2026-03-01');
  expect(event?.getFirstPropertyValue('summary')).toBe('Met Amara BEGIN:VALARM');
  expect(event?.getFirstPropertyValue('uid')).toBe('m1@loam');
});

it('a name with other blanks or another form of its accents is the same name', () => {
  expect(confirms('Zoe\u0308\tMu\u0308ller', 'Zoë Müller')).toBe(true);
  expect([confirms('Zoë Müller', ' zoë  MÜLLER '), confirms(' ', ' '), confirms('Zoë', 'Zoe')]).toEqual([
    ...[true, false, false],
  ]);
  expect(GRACE_DAYS).toBe(30);
});

it('a calendar file holds each day once, whole, as of its stamp', () => {
  const days = ['2026-12-31', '2028-02-28'].map((day, place) => ({ uid: `u${place}`, day, title: day }));
  const events = new ICAL.Component(ICAL.parse(icsOf(days, new Date('2026-03-01T10:00:00Z')))).getAllSubcomponents(
    'vevent',
  );
  const told = events.map((event) =>
    ['dtstart', 'dtend', 'dtstamp'].map((name) => event.getFirstPropertyValue(name)?.toString()),
  );
  expect(told).toEqual([
    ['2026-12-31', '2027-01-01', '2026-03-01T10:00:00Z'],
    ['2028-02-28', '2028-02-29', '2026-03-01T10:00:00Z'],
  ]);
  expect(icsOf([], new Date(0))).toContain('BEGIN:VCALENDAR');
});
