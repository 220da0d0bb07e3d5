import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import { createWords, isKeyOf, listWords, localeOf } from '#server/platform/words.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import { de as germanCities } from './cities.words.de.ts';
import { en as cities } from './cities.words.ts';
import { LASTS } from './times.rules.ts';
import { de } from './times.words.de.ts';
import { en } from './times.words.ts';

const words = createWords(en, de);
const cityWords = createWords(cities, germanCities);

/** The title of the calendar entry. */
const calendarTitle = (language: Language, names: readonly string[]): string =>
  words(language)('times.calendar-title', { names: listWords(language, names.map(spokenName)) });

export interface CalendarEntry {
  id: string;
  names: readonly string[];
  at: Date;
  isAgreed: boolean;
  /** How often the entry changed; a calendar keeps the highest. */
  sequence: number;
  isCancelled?: boolean;
}

/** One event in UTC under one name for ever; its UID holds no text of a person. */
export function calendarFile(
  deps: Pick<AppContext, 'clock' | 'baseUrl'>,
  language: Language,
  entry: CalendarEntry,
): string {
  const { id, at, isAgreed, isCancelled = false } = entry;
  const calendar = ical({
    prodId: { company: 'Loam', product: 'Loam' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@loam`,
    sequence: entry.sequence + (isCancelled ? 1 : 0),
    status: isCancelled ? ICalEventStatus.CANCELLED : isAgreed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    start: at,
    end: new Date(at.getTime() + LASTS),
    stamp: deps.clock.now(),
    // The standard asks for one; nobody reads what is answered to it.
    organizer: { name: 'Loam', email: `no-reply@${new URL(deps.baseUrl).hostname}` },
    summary: calendarTitle(language, entry.names),
    url: `${deps.baseUrl}/meet/${id}`,
  });
  return calendar.toString();
}

/** The file that takes an introduction out of a calendar again; undefined where it never had a time. */
export function cancelled(
  deps: Pick<AppContext, 'clock' | 'baseUrl'>,
  language: Language,
  of: { id: string; names: readonly string[]; startsAt: Date | null; isAgreed: boolean; timeSequence: number },
): string | undefined {
  const { id, names, startsAt, isAgreed, timeSequence } = of;
  if (!startsAt) return undefined;
  return calendarFile(deps, language, {
    id,
    names,
    at: startsAt,
    isAgreed,
    sequence: timeSequence,
    isCancelled: true,
  });
}

const hourIn = (language: Language, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

const dayIn = (language: Language, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);

function placeOf(language: Language, zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const key = `cities.${city}`;
  return isKeyOf(cities, key) ? cityWords(language)(key) : city;
}

/** 'Thursday 3 December, 10:30 (Lisbon), 14:30 for Omar (Dubai)': zones are named where people differ. */
export function timeWords(
  language: Language,
  at: Date,
  of: { zone: string; others: readonly { name: string; zone: string }[] },
): string {
  const t = words(language);
  const mine = hourIn(language, at, of.zone);
  const day = dayIn(language, at, of.zone);
  const elsewhere = of.others.filter(
    ({ zone }) => hourIn(language, at, zone) !== mine || dayIn(language, at, zone) !== day,
  );
  const time = `${day}, ${t('times.clock', { hour: mine })}`;
  if (elsewhere.length === 0) return time;
  const theirs = elsewhere.map(({ name, zone }) => {
    const isSameDay = dayIn(language, at, zone) === day;
    const clock = t('times.clock', { hour: hourIn(language, at, zone) });
    const then = `${isSameDay ? '' : `${dayIn(language, at, zone)}, `}${clock}`;
    return t('times.elsewhere', { time: then, name, place: placeOf(language, zone) });
  });
  return t('times.here', { time, place: placeOf(language, of.zone), elsewhere: theirs.join(', ') });
}

/** What a mail says of the time that stands. */
export function timeLine(language: Language, time: { words: string; isAgreed: boolean } | null): string {
  const t = words(language);
  if (!time) return t('times.none');
  return t(time.isAgreed ? 'times.agreed-line' : 'times.pencilled', { time: time.words });
}

interface Timed {
  others: readonly Address[];
  words: string;
  isAgreed: boolean;
  url: string;
  calendar: string;
}

/** A time is agreed, or had to change. */
export function timeMail(language: Language, { others, words: time, isAgreed, url, calendar }: Timed): Message {
  const t = words(language);
  const names = listWords(
    language,
    others.map(({ name }) => spokenName(name)),
  );
  return {
    replyTo: [...others],
    calendar,
    subject: isAgreed ? t('times.agreed-subject', { time }) : t('times.changed-subject', { names }),
    lines: isAgreed
      ? [t('times.agreed', { time, names }), t('times.agreed-attached', { names })]
      : [t('times.changed', { names, time }), t('times.changed-attached')],
    button: { label: t('times.open-page'), url },
  };
}

/** Somebody chose a time, and the receiver is asked whether it suits them. */
export function questionMail(
  language: Language,
  of: { name: string; words: string; others: readonly Address[]; url: string },
): Message {
  const t = words(language);
  const { name, words: time } = of;
  return {
    subject: t('times.question-subject', { name, time }),
    lines: [t('times.question', { name, time }), t('times.question-answers')],
    button: { label: t('times.question-open'), url: of.url },
    replyTo: [...of.others],
  };
}
