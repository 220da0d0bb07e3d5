import { Temporal } from 'temporal-polyfill';
import type { MeetingEvery } from '#contract/introductions.ts';

const STEPS = { fortnightly: { days: 14 }, monthly: { months: 1 }, quarterly: { months: 3 } } as const;

/** The working day on which people are reminded next, after a day ('YYYY-MM-DD'). */
export function nextReminder(every: MeetingEvery, after: string): string {
  const day = Temporal.PlainDate.from(after).add(STEPS[every]);
  return day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 }).toString();
}
