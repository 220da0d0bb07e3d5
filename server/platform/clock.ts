import { Temporal } from 'temporal-polyfill';

/** The one source of "now"; tests and benches pass their own. */
export interface Clock {
  now(): Date;
}

/** The machine's clock, `days` ahead. */
export const systemClock = (days = 0): Clock => ({ now: () => new Date(Date.now() + days * 86_400_000) });

/** The local calendar day 'YYYY-MM-DD' of an instant in an IANA zone. */
export function dayIn(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The day `days` after (or, negative, before) a day, both 'YYYY-MM-DD'. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whether a name is an IANA time zone that all who reckon with it here know. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime({ timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
