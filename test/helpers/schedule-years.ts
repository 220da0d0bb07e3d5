import { Temporal } from 'temporal-polyfill';
import type { Cadence } from '#contract/programmes.ts';
import {
  drawAt,
  isDrawDay,
  nextDay,
  roundToDraw,
  type Schedule,
} from '../../server/features/programmes/rounds/schedule.rules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What went wrong in one life of a programme; empty where every promised date was drawn once. */
export interface Life {
  drawn: string[];
  missed: string[];
  doubled: string[];
}

const after = (at: Date, by: number): Date => new Date(at.getTime() + by);

/** Days on which a schedule draws within some years, by the calendar alone. */
export function daysOf(schedule: Schedule, years: number): string[] {
  const end = Temporal.PlainDate.from(schedule.startsOn).add({ years });
  const days: string[] = [];
  for (
    let day = Temporal.PlainDate.from(schedule.startsOn);
    Temporal.PlainDate.compare(day, end) < 0;
    day = day.add({ days: 1 })
  )
    if (isDrawDay(schedule, day)) days.push(day.toString());
  return days;
}

/**
 * Lives through some years minute by minute where it matters: just before each draw, at it, after it, with the clock
 * jumping an hour either way, with outages, and with a changed zone.
 */
export function liveThrough(schedule: Schedule, years: number, random: () => number, zones: readonly string[]): Life {
  const life: Life = { drawn: [], missed: [], doubled: [] };
  const state = { schedule, openSince: after(drawAt(schedule, schedule.startsOn), -40 * HOUR) };
  const tick = (now: Date): string | null => {
    const known = { lastOn: life.drawn.at(-1) ?? null, openSince: state.openSince };
    const on = roundToDraw(state.schedule, now, known);
    if (on !== null && life.drawn.includes(on)) life.doubled.push(on);
    if (on !== null) life.drawn.push(on);
    return on;
  };
  const end = after(drawAt(schedule, schedule.startsOn), years * 365.25 * 24 * HOUR);
  let now = state.openSince;
  for (
    let on = nextDay(state.schedule, now);
    on !== null && now < end;
    on = nextDay(state.schedule, now, life.drawn.at(-1) ?? null)
  ) {
    const due = drawAt(state.schedule, on);
    if (random() < 0.04) {
      // Down until some dates later: the latest of them is caught up, and it alone.
      const back = after(due, Math.floor(random() * 40 * 24) * HOUR);
      const [first, second] = [tick(back), tick(after(back, MINUTE))];
      if (first === null) life.missed.push(on);
      if (second !== null) life.doubled.push(second);
      now = after(back, MINUTE);
      continue;
    }
    if (tick(after(due, -MINUTE)) !== null) life.doubled.push(on);
    if (tick(due) !== on) life.missed.push(on);
    for (const jump of [MINUTE, -HOUR, HOUR]) if (tick(after(due, jump)) !== null) life.doubled.push(on);
    now = after(due, HOUR);
    if (random() < 0.01) {
      const timezone = zones[Math.floor(random() * zones.length)] ?? 'UTC';
      state.schedule = { ...state.schedule, timezone };
      state.openSince = now;
    }
  }
  return life;
}

export const CADENCES: readonly Cadence[] = ['weekly', 'fortnightly', 'monthly-first', 'monthly-last'];
