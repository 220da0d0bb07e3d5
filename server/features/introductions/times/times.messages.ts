import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { Address, Message } from '#server/ports/channel.ts';
import { listWords } from '../why/why.messages.ts';
import { LASTS } from './times.rules.ts';

/** The title of the calendar entry. */
const calendarTitle = (language: Language, names: readonly string[]): string =>
  `${language === 'de' ? 'Gespräch mit' : 'Conversation with'} ${listWords(language, names.map(spokenName))}`;

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
export function calendarFile(deps: Pick<Floor, 'clock' | 'baseUrl'>, language: Language, entry: CalendarEntry): string {
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
  deps: Pick<Floor, 'clock' | 'baseUrl'>,
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

const localeOf = (language: Language): string => (language === 'de' ? 'de' : 'en-GB');

const hourIn = (language: Language, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

const dayIn = (language: Language, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);

/** Cities of time zones that have a name of their own in German. */
const IN_GERMAN: Readonly<Record<string, string>> = {
  'Addis Ababa': 'Addis Abeba',
  Algiers: 'Algier',
  Athens: 'Athen',
  Baghdad: 'Bagdad',
  Belgrade: 'Belgrad',
  Brussels: 'Brüssel',
  Bucharest: 'Bukarest',
  Cairo: 'Kairo',
  Copenhagen: 'Kopenhagen',
  Damascus: 'Damaskus',
  Havana: 'Havanna',
  'Ho Chi Minh': 'Ho-Chi-Minh-Stadt',
  'Hong Kong': 'Hongkong',
  Lisbon: 'Lissabon',
  Luxembourg: 'Luxemburg',
  'Mexico City': 'Mexiko-Stadt',
  Moscow: 'Moskau',
  Nicosia: 'Nikosia',
  Prague: 'Prag',
  Riyadh: 'Riad',
  Rome: 'Rom',
  Singapore: 'Singapur',
  Tbilisi: 'Tiflis',
  Tehran: 'Teheran',
  Tokyo: 'Tokio',
  Vienna: 'Wien',
  Warsaw: 'Warschau',
  Yerevan: 'Eriwan',
  Zurich: 'Zürich',
};

function placeOf(language: Language, zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return (language === 'de' && IN_GERMAN[city]) || city;
}

/** 'Thursday 3 December, 10:30 (Lisbon), 14:30 for Omar (Dubai)': zones are named where people differ. */
export function timeWords(
  language: Language,
  at: Date,
  of: { zone: string; others: readonly { name: string; zone: string }[] },
): string {
  const mine = hourIn(language, at, of.zone);
  const day = dayIn(language, at, of.zone);
  const elsewhere = of.others.filter(
    ({ zone }) => hourIn(language, at, zone) !== mine || dayIn(language, at, zone) !== day,
  );
  const clock = (hour: string) => (language === 'de' ? `${hour} Uhr` : hour);
  if (elsewhere.length === 0) return `${day}, ${clock(mine)}`;
  const theirs = elsewhere.map(({ name, zone }) => {
    const isSameDay = dayIn(language, at, zone) === day;
    const hour = `${isSameDay ? '' : `${dayIn(language, at, zone)}, `}${clock(hourIn(language, at, zone))}`;
    return language === 'de'
      ? `${hour} für ${name} (${placeOf(language, zone)})`
      : `${hour} for ${name} (${placeOf(language, zone)})`;
  });
  return `${day}, ${clock(mine)} (${placeOf(language, of.zone)}), ${theirs.join(', ')}`;
}

/** What a mail says of the time that stands. */
export function timeLine(language: Language, time: { words: string; isAgreed: boolean } | null): string {
  if (language === 'de') {
    if (!time) return 'Einen Termin gibt es noch nicht: Schlag auf eurer Seite einen vor.';
    if (time.isAgreed) return `Euer Termin: ${time.words}.`;
    return `Vorgemerkt: ${time.words}. Das gilt, solange niemand von euch einen anderen Termin vorschlägt.`;
  }
  if (!time) return 'There is no time yet: suggest one on your page.';
  if (time.isAgreed) return `Your time: ${time.words}.`;
  return `Pencilled in: ${time.words}. It stands unless one of you suggests another.`;
}

/** A time is agreed, or had to change. */
export function timeMail(
  language: Language,
  of: { others: readonly Address[]; words: string; isAgreed: boolean; url: string; calendar: string },
): Message {
  const list = listWords(
    language,
    of.others.map(({ name }) => spokenName(name)),
  );
  const common = { replyTo: [...of.others], calendar: of.calendar };
  if (language === 'de') {
    return {
      ...common,
      subject: of.isAgreed ? `Euer Termin: ${of.words}` : `Neuer Termin mit ${list}`,
      lines: of.isAgreed
        ? [
            `Abgemacht: ${of.words}, mit ${list}.`,
            `Der Kalendereintrag liegt bei. Antworte auf diese E-Mail, und deine Antwort geht an ${list}.`,
          ]
        : [`Der Termin mit ${list} hat sich geändert. Vorgemerkt: ${of.words}.`, 'Der Kalendereintrag liegt bei.'],
      button: { label: 'Termin und Leitfaden', url: of.url },
    };
  }
  return {
    ...common,
    subject: of.isAgreed ? `Your time: ${of.words}` : `A new time with ${list}`,
    lines: of.isAgreed
      ? [
          `Agreed: ${of.words}, with ${list}.`,
          `The calendar entry is attached. Reply to this email and it goes to ${list}.`,
        ]
      : [`The time with ${list} has changed. Pencilled in: ${of.words}.`, 'The calendar entry is attached.'],
    button: { label: 'Time and guide', url: of.url },
  };
}

/** Somebody chose a time, and the receiver is asked whether it suits them. */
export function questionMail(
  language: Language,
  of: { name: string; words: string; others: readonly Address[]; url: string },
): Message {
  const { name } = of;
  const replyTo = [...of.others];
  return language === 'de'
    ? {
        subject: `${name} schlägt vor: ${of.words}`,
        lines: [
          `${name} schlägt für euer Gespräch vor: ${of.words}.`,
          'Passt es dir? Sag Ja oder schlag einen anderen Termin vor.',
        ],
        button: { label: 'Antworten', url: of.url },
        replyTo,
      }
    : {
        subject: `${name} suggests ${of.words}`,
        lines: [
          `${name} suggests this time for your conversation: ${of.words}.`,
          'Does it suit you? Say yes, or choose another time.',
        ],
        button: { label: 'Answer', url: of.url },
        replyTo,
      };
}
