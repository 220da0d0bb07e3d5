import type { en } from './times.words.ts';

export const de: Record<keyof typeof en, string> = {
  'times.calendar-title': 'Gespräch mit {names}',
  'times.clock': '{hour} Uhr',
  'times.here': '{time} ({place}), {elsewhere}',
  'times.elsewhere': '{time} für {name} ({place})',

  'times.none': 'Einen Termin gibt es noch nicht: Schlag auf eurer Seite einen vor.',
  'times.agreed-line': 'Euer Termin: {time}.',
  'times.pencilled': 'Vorgemerkt: {time}. Das gilt, solange niemand von euch einen anderen Termin vorschlägt.',

  'times.agreed-subject': 'Euer Termin: {time}',
  'times.agreed': 'Abgemacht: {time}, mit {names}.',
  'times.agreed-attached':
    'Der Kalendereintrag liegt bei. Antworte auf diese E-Mail, und deine Antwort geht an {names}.',
  'times.changed-subject': 'Neuer Termin mit {names}',
  'times.changed': 'Der Termin mit {names} hat sich geändert. Vorgemerkt: {time}.',
  'times.changed-attached': 'Der Kalendereintrag liegt bei.',
  'times.open-page': 'Termin und Leitfaden',

  'times.question-subject': '{name} schlägt vor: {time}',
  'times.question': '{name} schlägt für euer Gespräch vor: {time}.',
  'times.question-answers': 'Passt es dir? Sag Ja oder schlag einen anderen Termin vor.',
  'times.question-open': 'Antworten',
};
