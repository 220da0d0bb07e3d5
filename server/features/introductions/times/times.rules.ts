import { Temporal } from 'temporal-polyfill';

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;
/** How long a conversation lasts. */
export const LASTS = HALF_HOUR;
/** How often somebody may propose another time for one introduction. */
export const PROPOSALS_AT_MOST = 20;
/** A proposal can be taken back for so long before anybody is told. */
export const TOLD_AFTER = 2 * 60_000;
/** The first and last day on which a time may fall, in days from today of everybody in it. */
const [FIRST_DAY, LAST_DAY] = [2, 15];
// Where nobody's hours overlap, so many hours before and after them are offered, never set.
const STRETCHED = 2;

export interface Hours {
  zone: string;
  /** Whole hours of the day; null where the person says nothing. */
  from: number | null;
  to: number | null;
  /** 1 is Monday. */
  officeDays: readonly number[];
  site: string | null;
}

/** A half hour of UTC that suits everybody's hours. */
export interface Possible {
  at: number;
  /** The day of the first of them, so that several times fall on several days. */
  day: number;
  isInOffice: boolean;
  /** Less is kinder: 0 in the middle of everybody's day. */
  strain: number;
}

interface Local {
  /** Days since 1970 on this person's wall calendar; 1970-01-01 was a Thursday. */
  day: number;
  hour: number;
}

const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Wall times of zones over the days ahead; a zone's changes are looked up once a day. */
function wallClocks(): (zone: string, at: number) => Local {
  const offsetAt = (zone: string, at: number): number =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const known = new Map<string, number>();
  const ofDay = (zone: string, day: number): number => {
    const key = `${zone} ${day}`;
    const offset = known.get(key) ?? offsetAt(zone, day * DAY);
    known.set(key, offset);
    return offset;
  };
  return (zone, at) => {
    const day = Math.floor(at / DAY);
    const [before, after] = [ofDay(zone, day), ofDay(zone, day + 1)];
    const local = at + (before === after ? before : offsetAt(zone, at));
    return { day: Math.floor(local / DAY), hour: (local - Math.floor(local / DAY) * DAY) / 3_600_000 };
  };
}

export interface TimesAhead {
  /** Whether lunch is what they meet for. */
  isLunch?: boolean;
  /** Hours before and after what people say of themselves. */
  stretch?: number;
}

/** Finds times in the two weeks after an instant; made once for many introductions. */
export function timesAhead(now: Date): (everybody: readonly Hours[], how?: TimesAhead) => Possible[] {
  const wall = wallClocks();
  const first = Math.ceil(now.getTime() / HALF_HOUR) * HALF_HOUR;
  // Most introductions of a round ask for the same hours.
  const known = new Map<string, Possible[]>();
  const find = (everybody: readonly Hours[], { isLunch = false, stretch = 0 }: TimesAhead): Possible[] => {
    const [one] = everybody;
    if (!one) return [];
    const kind = isLunch ? [12, 12.5] : [10, 10.5, 11, 14, 14.5, 15];
    const areNear = one.site !== null && everybody.every(({ site }) => site === one.site);
    const todays = everybody.map(({ zone }) => wall(zone, now.getTime()).day);
    const found: Possible[] = [];
    for (let at = first; at < first + (LAST_DAY + 2) * DAY; at += HALF_HOUR) {
      const locals = everybody.map(({ zone }) => wall(zone, at));
      const suits = locals.every(({ day, hour }, place) => {
        const ahead = day - (todays[place] ?? 0);
        const [from, to] = [everybody[place]?.from ?? 9, everybody[place]?.to ?? 17];
        const isIn = hour >= from - stretch && hour + LASTS / 3_600_000 <= to + stretch;
        return isIn && weekdayOf(day) <= 5 && ahead >= FIRST_DAY && ahead <= LAST_DAY;
      });
      const [local] = locals;
      if (!suits || !local) continue;
      const isInOffice = areNear && everybody.every(({ officeDays }) => officeDays.includes(weekdayOf(local.day)));
      const isKind = locals.every(({ hour }) => kind.some((each) => Math.abs(each - hour) < 0.5));
      const isSoon = local.day - (todays[0] ?? 0) <= 8;
      found.push({
        at,
        day: local.day,
        isInOffice,
        strain: (isKind ? 0 : 4) + (isInOffice ? 0 : 2) + (isSoon ? 0 : 1),
      });
    }
    return found;
  };
  return (everybody, how = {}) => {
    const key = JSON.stringify([everybody, how.isLunch, how.stretch]);
    const found = known.get(key) ?? find(everybody, how);
    known.set(key, found);
    return found;
  };
}

/** An introduction that needs a time. */
export interface Unset {
  id: string;
  memberIds: readonly string[];
  possible: readonly Possible[];
}

/**
 * A half hour for each of several introductions, or null where there is none: free for everybody in it, and kept free of
 * the others. Chance, which nobody can reckon again, chooses among equals, so that no choice tells whose time was taken.
 */
export function pencilIn(
  wanted: readonly Unset[],
  busy: ReadonlyMap<string, ReadonlySet<number>>,
  chance: () => number,
): Map<string, number | null> {
  const taken = new Map([...busy].map(([personId, times]) => [personId, new Set(times)]));
  const chosen = new Map<string, number | null>();
  for (const { id, memberIds, possible } of wanted) {
    const free = possible.filter(({ at }) => !memberIds.some((each) => taken.get(each)?.has(at)));
    const least = Math.min(...free.map(({ strain }) => strain));
    const best = free.filter(({ strain }) => strain === least);
    const at = best[Math.floor(chance() * best.length)]?.at ?? null;
    chosen.set(id, at);
    if (at === null) continue;
    for (const each of memberIds) taken.set(each, (taken.get(each) ?? new Set()).add(at));
  }
  return chosen;
}

/** Up to three times on different days, from what everybody shows and the caller's own introductions alone. */
export function offered(
  everybody: readonly Hours[],
  now: Date,
  { mine, isLunch = false }: { mine: ReadonlySet<number>; isLunch?: boolean },
): { at: Date; isInOffice: boolean; isOutside: boolean }[] {
  const ahead = timesAhead(now);
  const how = { isLunch };
  const usual = ahead(everybody, how);
  const isOutside = usual.length === 0;
  const possible = (isOutside ? ahead(everybody, { ...how, stretch: STRETCHED }) : usual).filter(
    ({ at }) => !mine.has(at),
  );
  const days = [...new Set(possible.map(({ day }) => day))];
  const best = days.flatMap((day) => {
    const there = possible.filter((each) => each.day === day);
    const least = Math.min(...there.map(({ strain }) => strain));
    const kindest = there.filter(({ strain }) => strain === least);
    // Mornings and afternoons by turns.
    return (day % 2 ? kindest.at(0) : kindest.at(-1)) ?? [];
  });
  const inOrder = [...best.filter(({ isInOffice }) => isInOffice), ...best.filter(({ isInOffice }) => !isInOffice)];
  return inOrder
    .slice(0, 3)
    .sort((a, b) => a.at - b.at)
    .map(({ at, isInOffice }) => ({ at: new Date(at), isInOffice, isOutside }));
}

/** A half hour that somebody in an introduction holds for it. */
export interface Slot {
  personId: string;
  at: Date;
  saidYesAt: Date | null;
}

/** What stands, and what is asked: the same for everybody in it. */
export interface TimeState {
  /** The time that mails and calendars name; null while there is none. */
  at: Date | null;
  isAgreed: boolean;
  /** Another time that somebody proposed, or the standing one as soon as somebody said yes to it. */
  asked: { at: Date; byId: string; since: Date; yesIds: string[] } | null;
}

/** Reads the state from the half hours held for an introduction. */
export function timeState(
  standing: { startsAt: Date | null; isAgreed: boolean },
  slots: readonly Slot[],
  remainingIds: readonly string[],
): TimeState {
  const { startsAt, isAgreed } = standing;
  const yes = slots
    .flatMap(({ personId, at, saidYesAt }) =>
      saidYesAt && remainingIds.includes(personId) ? [{ personId, at, saidYesAt }] : [],
    )
    .sort(
      (a, b) =>
        a.saidYesAt.getTime() - b.saidYesAt.getTime() ||
        a.at.getTime() - b.at.getTime() ||
        (a.personId < b.personId ? -1 : 1),
    );
  const isOpen = (each: Slot) => !isAgreed || each.at.getTime() !== startsAt?.getTime();
  const other = yes.findLast((each) => each.at.getTime() !== startsAt?.getTime());
  const last = other ?? yes.findLast(isOpen);
  const same = yes.filter((each) => last && each.at.getTime() === last.at.getTime());
  const [asker] = same;
  return {
    at: startsAt,
    isAgreed,
    asked:
      last && asker
        ? { at: last.at, byId: asker.personId, since: asker.saidYesAt, yesIds: same.map((each) => each.personId) }
        : null,
  };
}

/** The time that everybody said yes to, where it is not agreed already. */
export function agreedOn(state: TimeState, remainingIds: readonly string[]): Date | null {
  const { asked } = state;
  return asked && remainingIds.every((id) => asked.yesIds.includes(id)) ? asked.at : null;
}

/** How it looks to one of them: nothing set, pencilled in, asked of them, waiting for others, or agreed. */
export function standFor(state: TimeState, personId: string): 'none' | 'pencilled' | 'asked' | 'waiting' | 'agreed' {
  if (state.asked) return state.asked.yesIds.includes(personId) ? 'waiting' : 'asked';
  if (state.at === null) return 'none';
  return state.isAgreed ? 'agreed' : 'pencilled';
}
