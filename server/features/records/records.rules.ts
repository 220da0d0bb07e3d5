import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { onOneLine } from '#server/platform/plain-text.ts';
import type { Register } from './register.rules.ts';

/** Somebody who left is deleted after so many days. */
export const GRACE_DAYS = 30;

/** Whether what was typed is the person's name, give or take blanks and case. */
export function confirms(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  return plain(typed) !== '' && plain(typed) === plain(name);
}

export interface CalendarDay {
  /** Never text that somebody wrote. */
  uid: string;
  /** 'YYYY-MM-DD'. */
  day: string;
  title: string;
}

/** Whole days as a calendar file. */
export function icsOf(days: readonly CalendarDay[], stamp: Date): string {
  const calendar = ical({ name: 'Loam', prodId: { company: 'Loam', product: 'Loam' } });
  for (const { uid, day, title } of days) {
    const start = Temporal.PlainDate.from(day);
    const dateOf = (date: Temporal.PlainDate) => new Date(`${date.toString()}T00:00:00Z`);
    calendar.createEvent({
      id: uid,
      start: dateOf(start),
      end: dateOf(start.add({ days: 1 })),
      allDay: true,
      summary: onOneLine(title),
      stamp,
    });
  }
  return calendar.toString();
}

/** Every table and column of the database, with its purpose, basis, retention and readers. */
export const registerOf = (parts: readonly { tables?: Register }[]): Register =>
  Object.assign({}, ...parts.map(({ tables }) => tables));
