import { expect, it } from 'vitest';
import { dayOf } from './overview-state.ts';

it('tells today, yesterday and earlier by the days of this device', () => {
  const now = new Date(2026, 10, 30, 9, 15);
  expect(dayOf(new Date(2026, 10, 30, 0, 0).toISOString(), now)).toBe('today');
  expect(dayOf(new Date(2026, 10, 29, 23, 59).toISOString(), now)).toBe('yesterday');
  expect(dayOf(new Date(2026, 10, 29, 0, 0).toISOString(), now)).toBe('yesterday');
  expect(dayOf(new Date(2026, 10, 28, 23, 59).toISOString(), now)).toBe('other');
});
