import { Temporal } from 'temporal-polyfill';
import type { Cadence } from '#contract/programmes.ts';

/** When a programme's rounds are drawn: wall time in a zone. */
export interface Schedule {
  cadence: Cadence;
  /** 1 is Monday. Without meaning for the month's last day. */
  weekday: number;
  /** 'HH:MM' */
  drawTime: string;
  timezone: string;
  /** The first day that counts, 'YYYY-MM-DD'; every second week is counted from it. */
  startsOn: string;
}

/** The schedule in a programme's row. */
export const scheduleOf = (row: {
  cadence: Cadence;
  weekday: number;
  draw_time: string;
  timezone: string;
  starts_on: string;
}): Schedule => ({
  cadence: row.cadence,
  weekday: row.weekday,
  drawTime: row.draw_time,
  timezone: row.timezone,
  startsOn: row.starts_on,
});

// The longest wait between two dates of any cadence, with a month to spare.
const HORIZON = 95;

/** Whether a round is drawn on a local day. */
export function isDrawDay(schedule: Schedule, day: Temporal.PlainDate): boolean {
  const start = Temporal.PlainDate.from(schedule.startsOn);
  if (Temporal.PlainDate.compare(day, start) < 0) return false;
  if (schedule.cadence === 'monthly-last') return day.day === day.daysInMonth;
  if (day.dayOfWeek !== schedule.weekday) return false;
  if (schedule.cadence === 'monthly-first') return day.day <= 7;
  const first = start.add({ days: (schedule.weekday - start.dayOfWeek + 7) % 7 });
  return schedule.cadence === 'weekly' || first.until(day).days % 14 === 0;
}

/** The instant of a day's draw; where clocks skip or repeat that time, as Temporal's "compatible". */
export function drawAt(schedule: Schedule, day: string): Date {
  const plainTime = Temporal.PlainTime.from(schedule.drawTime);
  const local = Temporal.PlainDate.from(day).toPlainDateTime(plainTime);
  return new Date(local.toZonedDateTime(schedule.timezone, { disambiguation: 'compatible' }).epochMilliseconds);
}

const localDay = (schedule: Schedule, now: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(schedule.timezone).toPlainDate();

/** The next day whose draw is still ahead and after the last round, or null where none comes. */
export function nextDay(schedule: Schedule, now: Date, lastOn: string | null = null): string | null {
  const today = localDay(schedule, now);
  const start = Temporal.PlainDate.from(schedule.startsOn);
  const from = Temporal.PlainDate.compare(start, today) > 0 ? start : today;
  for (let ahead = 0; ahead <= HORIZON; ahead += 1) {
    const day = from.add({ days: ahead });
    if (lastOn !== null && day.toString() <= lastOn) continue;
    if (isDrawDay(schedule, day) && drawAt(schedule, day.toString()) > now) return day.toString();
  }
  return null;
}

/** The latest day whose draw has come, or null. */
function latestDay(schedule: Schedule, now: Date): string | null {
  const today = localDay(schedule, now);
  for (let back = 0; back <= HORIZON; back += 1) {
    const day = today.subtract({ days: back });
    if (isDrawDay(schedule, day) && drawAt(schedule, day.toString()) <= now) return day.toString();
  }
  return null;
}

/**
 * The round to draw now, by its local date, or null. After an outage it is the latest missed date alone; dates before
 * `openSince` were never promised.
 */
export function roundToDraw(
  schedule: Schedule,
  now: Date,
  known: { lastOn: string | null; openSince: Date },
): string | null {
  const day = latestDay(schedule, now);
  if (day === null || (known.lastOn !== null && known.lastOn >= day)) return null;
  return drawAt(schedule, day) > known.openSince ? day : null;
}
