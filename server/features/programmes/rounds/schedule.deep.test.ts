import { expect, it } from 'vitest';
import { createRandom } from '#engine/random.ts';
import { CADENCES, liveThrough } from '#test/helpers/schedule-years.ts';

const zones = Intl.supportedValuesOf('timeZone');

it.each(CADENCES)(
  'in every zone, ten years of %s rounds are neither missed nor doubled',
  (cadence) => {
    expect(zones.length).toBeGreaterThan(400);
    for (const [place, timezone] of zones.entries()) {
      const random = createRandom(place + 1);
      const schedule = {
        cadence,
        weekday: 1 + (place % 7),
        drawTime: place % 3 === 0 ? '02:30' : '09:00',
        timezone,
        startsOn: '2026-11-23',
      };
      const { missed, doubled } = liveThrough(schedule, 10, () => random.next(), zones);
      expect({ timezone, missed, doubled }).toEqual({ timezone, missed: [], doubled: [] });
    }
  },
  600_000,
);
