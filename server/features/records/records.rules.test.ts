import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { contract } from '#contract/contract.ts';
import { confirms, endpointsOf, icsOf, shownToSender } from './records.rules.ts';

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

it('whoever asked sees a "not now" as no answer yet', () => {
  expect(['waiting', 'yes', 'not-now', 'withdrawn'].map(shownToSender)).toEqual([
    'waiting',
    'yes',
    'waiting',
    'withdrawn',
  ]);
});

describe('the list of endpoints', () => {
  const endpoints = endpointsOf(contract).flatMap((group) => group.endpoints);

  it('names every endpoint of the contract once, with who may call it', () => {
    expect(endpoints).toContainEqual({
      method: 'POST',
      path: '/records/delete-me',
      summary: 'Delete me, for good; my name is typed to confirm',
      may: 'person',
    });
    const names = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lists none that nobody decided on', () => {
    expect(endpoints.filter(({ may, summary }) => may === 'nobody' || summary === '')).toEqual([]);
  });
});
