import { languageName } from '#web/platform/dates.ts';
import { currentLanguage } from '#web/platform/words.ts';

const CODES =
  'ar bg bn cs da de el en es et fa fi fr gl he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** Languages to choose from, by name. */
export const languageChoices = (): { value: string; label: string }[] =>
  CODES.map((value) => ({ value, label: languageName(value) })).sort((a, b) =>
    a.label.localeCompare(b.label, currentLanguage()),
  );

/** 'Monday' for 1, in the reader's language. */
export const weekdayName = (day: number, style: 'long' | 'short' = 'long'): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(currentLanguage(), { weekday: style, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );

/** '9:30' for 9.5, as a person's country writes it. */
export const hourName = (hour: number): string =>
  new Intl.DateTimeFormat(currentLanguage() === 'de' ? 'de' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2024, 0, 1, Math.floor(hour))));

/** 'March 2021' of a day. */
export const monthName = (day: string): string =>
  new Intl.DateTimeFormat(currentLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));
