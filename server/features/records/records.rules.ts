import { isContractProcedure } from '@orpc/contract';
import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Access } from '#contract/base.ts';
import type { Endpoint } from '#contract/records.ts';
import { onOneLine } from '#server/platform/plain-text.ts';

const DAY = 24 * 3_600_000;
/** Somebody who left is deleted after so many days. */
export const GRACE_DAYS = 30;
export const KEEP_PLANS = 30 * DAY;
export const KEEP_COUNTERS = 2 * DAY;

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

/** What somebody who asked may know of the answer: a "not now", and one that never was shown, look like no answer yet. */
export function shownToSender(status: string): string {
  return status === 'not-now' || status === 'resting' ? 'waiting' : status;
}

/** Every endpoint of a contract with who may call it, by tag. */
export function endpointsOf(contract: object): { tag: string; endpoints: Endpoint[] }[] {
  const groups = new Map<string, Endpoint[]>();
  const walk = (node: unknown): void => {
    if (isContractProcedure(node)) {
      const { route, meta } = node['~orpc'];
      const { may }: Partial<Access> = meta;
      const entry = {
        method: route.method ?? 'POST',
        path: route.path ?? '',
        summary: route.summary ?? '',
        may: may ?? 'nobody',
      };
      const tag = route.tags?.[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), entry]);
    } else if (typeof node === 'object' && node !== null) {
      for (const child of Object.values(node)) walk(child);
    }
  };
  walk(contract);
  return [...groups].map(([tag, endpoints]) => ({ tag, endpoints })).sort((a, b) => a.tag.localeCompare(b.tag));
}
