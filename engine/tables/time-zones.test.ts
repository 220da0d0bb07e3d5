import { expect, it } from 'vitest';
import { zoneNamed } from './time-zones.ts';

it.each([
  ['Europe/Lisbon', 'Europe/Lisbon'],
  ['America/New York', 'America/New_York'],
  ['UTC', 'UTC'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe daylight time', 'Europe/Berlin'],
  ['India Standard Time', 'Asia/Kolkata'],
  ['Central Asia Standard Time', 'Asia/Bishkek'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['Russia Time Zone 11', 'Asia/Kamchatka'],
  ['(UTC-06:00) Central Time (US & Canada)', 'America/Chicago'],
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
  ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
  ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
  ['(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Sydney'],
  ['GMT United Kingdom Time (London)', 'Europe/London'],
  ['(GMT-08:00) Pacific Time (Los Angeles)', 'America/Los_Angeles'],
  ['(GMT+01:00) Central European Standard Time (Europe/Berlin)', 'Europe/Berlin'],
  ['Berlin', 'Europe/Berlin'],
  ['(UTC+03:00) Moscow, St. Petersburg', 'Europe/Moscow'],
  ['New York', 'America/New_York'],
  ['Manila', 'Asia/Manila'],
  ['Accra', 'Africa/Accra'],
  ['Melbourne', 'Australia/Melbourne'],
  ['Tahiti', 'Pacific/Tahiti'],
  ['Bermuda', 'Atlantic/Bermuda'],
  ['Maldives', 'Indian/Maldives'],
  ['Arizona', 'America/Phoenix'],
  [' Lisbon ', 'Europe/Lisbon'],
  [' Japan ', 'Japan'],
  ['Nowhere; Madrid', 'Europe/Madrid'],
  ['Nowhere - Madrid', 'Europe/Madrid'],
  ['Nowhere and Madrid', 'Europe/Madrid'],
  ['Madrid (Europe/Rome)', 'Europe/Rome'],
  ['Madrid (Nowhere/Rome)', 'Europe/Madrid'],
  ['Madrid [Tokyo]', 'Asia/Tokyo'],
  ['(+01:00) Paris', 'Europe/Paris'],
  ['[GMT+1] Paris', 'Europe/Paris'],
  ['Time (Mountain Standard Time)', 'America/Denver'],
  ['Mars/North', undefined],
  ['+01:00', undefined],
  ['UTC+1', undefined],
  ['soon', undefined],
  ['', undefined],
])('%j is %j', (text, zone) => {
  expect(zoneNamed(text)).toBe(zone);
});

it('every zone that Windows names is one that this runtime knows', async () => {
  const { readFileSync } = await import('node:fs');
  const source = readFileSync(new URL('./time-zones.ts', import.meta.url), 'utf8');
  const zones = [...source.matchAll(/=([A-Z]\w+(?:\/[\w+-]+)+)/g)].map(([, zone = '']) => zone);
  expect(zones.length).toBeGreaterThan(150);
  for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
});
