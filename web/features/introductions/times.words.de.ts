import type { en } from './times.words.ts';

export const de: Record<keyof typeof en, string> = {
  'times.title': 'Ein Termin für euch beide',
  'times.title-all': 'Ein Termin für alle',
  'times.none': 'Wähl einen Termin, der dir passt. {name} erfährt davon und sagt ja oder schlägt einen anderen vor.',
  'times.no-overlap':
    'Eure Arbeitszeiten überschneiden sich nicht. Schreibt euch: Antworte auf die E-Mail zu eurem Kennenlernen.',
  'times.pencilled':
    'Vorgemerkt: {time}. Das gilt, solange niemand etwas anderes vorschlägt. Klick darauf, um zuzusagen.',
  'times.asked': '{asker} schlägt {time} vor. Klick darauf, um zuzusagen, oder wähl einen anderen Termin.',
  'times.waiting': 'Dein Vorschlag: {time}. Es fehlt noch die Antwort von {names}.',
  'times.waiting-too': 'Du hast für {time} zugesagt. Es fehlt noch die Antwort von {names}.',
  'times.agreed': 'Abgemacht: {time}.',
  'times.past': 'Geplant war {time}. Wenn es nicht geklappt hat, wähl einen neuen Termin.',
  'times.until-then': 'Bis alle zugesagt haben, bleibt {stands} in euren Kalendern.',
  'times.take-back': 'Rückgängig',
  'times.calendar': 'In meinen Kalender',
  'times.another': 'Anderer Termin',
  'times.note-asked': 'vorgeschlagen',
  'times.note-yes': 'deine Wahl',
  'times.note-agreed': 'abgemacht',
  'times.note-pencilled': 'vorgemerkt',
  'times.theirs': '{time} für {name}',
  'times.outside': 'außerhalb der üblichen Zeiten',
  'times.office': 'beide im Büro',
  'times.office-all': 'alle im Büro',
  'times.same': 'für beide dieselbe Uhrzeit',
  'times.same-all': 'für alle dieselbe Uhrzeit',
};
