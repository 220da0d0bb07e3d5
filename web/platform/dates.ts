import { currentLanguage } from './words.ts';

const locale = (): string => (currentLanguage() === 'de' ? 'de' : 'en-GB');

/** '23 November' (or with the year where it is another one) from 'YYYY-MM-DD' or an instant. */
export function dayWords(value: string | Date): string {
  const date = typeof value === 'string' && value.length === 10 ? new Date(`${value}T12:00:00`) : new Date(value);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

/** 'July' (or with the year where it is another one) from 'YYYY-MM-DD'. */
export function monthWords(day: string): string {
  const date = new Date(`${day}T12:00:00`);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(locale(), { month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(date);
}

/** 'Monday' (or 'M') of a day of the week; 1 is Monday. */
export const weekdayWords = (day: number, how: 'long' | 'narrow'): string =>
  // The first of June 2026 was a Monday.
  new Intl.DateTimeFormat(locale(), { weekday: how }).format(new Date(2026, 5, day));

/** 'Thu 3 Dec, 10:30' of an instant, in the zone of this device or the one named. */
export function timeWords(instant: string | Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  });
  return format.format(new Date(instant));
}

/** 'Anna, Ben and Cleo'. */
export const listWords = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

/** The name of a language code in the reader's language; other words stay as they are. */
export function languageName(code: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames([currentLanguage()], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
