import { currentLanguage } from './words.ts';

const locale = (): string => (currentLanguage() === 'de' ? 'de' : 'en-GB');

const write = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), options).format(at);

/** The instant of 'YYYY-MM-DD', which is noon on this device, or of an instant as text. */
const instantOf = (value: string | Date): Date =>
  typeof value === 'string' && value.length === 10 ? new Date(`${value}T12:00:00`) : new Date(value);

const yearUnlessThis = (at: Date): Intl.DateTimeFormatOptions =>
  at.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' };

/** 'YYYY-MM-DD' of an instant, as this device counts days. */
export const localDay = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** The zone of this device, such as 'Europe/Berlin'. */
export const deviceTimezone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** '23 November' (or with the year where it is another one) from 'YYYY-MM-DD' or an instant. */
export function formatDay(value: string | Date): string {
  const at = instantOf(value);
  return write(at, { day: 'numeric', month: 'long', ...yearUnlessThis(at) });
}

/** 'Tuesday 1 December' (or with the year where it is another one) from 'YYYY-MM-DD'. */
export function formatLongDay(day: string): string {
  const at = instantOf(day);
  return write(at, { weekday: 'long', day: 'numeric', month: 'long', ...yearUnlessThis(at) });
}

/** 'Tuesday 1 December' of an instant that is near. */
export const formatNearDay = (at: Date): string => write(at, { weekday: 'long', day: 'numeric', month: 'long' });

/** 'Tue 1 Dec' of an instant that is near. */
export const formatShortDay = (at: Date): string => write(at, { weekday: 'short', day: 'numeric', month: 'short' });

/** A day as a leaf of a calendar: 'Tue', '1', 'Dec'. */
export const dayParts = (at: Date): { weekday: string; day: string; month: string } => ({
  weekday: write(at, { weekday: 'short' }),
  day: write(at, { day: 'numeric' }),
  month: write(at, { month: 'short' }),
});

/** 'July' (or with the year where it is another one) from 'YYYY-MM-DD'. */
export function formatMonth(day: string): string {
  const at = instantOf(day);
  return write(at, { month: 'long', ...yearUnlessThis(at) });
}

/** 'March 2021' from 'YYYY-MM-DD'. */
export const formatMonthAndYear = (day: string): string => write(instantOf(day), { month: 'long', year: 'numeric' });

/** 'Monday' ('Mon', 'M') of a day of the week; 1 is Monday. */
export const formatWeekday = (day: number, how: 'long' | 'short' | 'narrow' = 'long'): string =>
  // The first of June 2026 was a Monday.
  write(new Date(2026, 5, day), { weekday: how });

/** 'Thu 3 Dec, 10:30' of an instant, in the zone of this device or the one named. */
export const formatTime = (instant: string | Date, timeZone?: string): string =>
  write(new Date(instant), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    ...(timeZone ? { timeZone } : {}),
  });

/** '10:30' of an instant, in the zone of this device or the one named. */
export const formatClock = (at: Date, timeZone?: string): string =>
  write(at, { hour: '2-digit', minute: '2-digit', ...(timeZone ? { timeZone } : {}) });

/** '09:00' of a full hour of the day. */
export const formatHour = (hour: number): string => formatClock(new Date(Date.UTC(2026, 5, 1, hour)), 'UTC');

/** 'Anna, Ben and Cleo'. */
export const formatList = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

/** The name of a language code in the reader's language; other words stay as they are. */
export function languageName(code: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames([currentLanguage()], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
