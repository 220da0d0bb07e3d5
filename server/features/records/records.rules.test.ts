import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { confirms, icsOf } from './records.rules.ts';

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
