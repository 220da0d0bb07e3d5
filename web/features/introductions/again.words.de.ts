import type { en } from './again.words.ts';

export const de: Record<keyof typeof en, string> = {
  'again.question': 'Würdest du dich gern wieder treffen?',
  'again.blind':
    '{count, plural, one {{name} erfährt deine Antwort nur, wenn ihr beide ja sagt.} other {Die anderen erfahren deine Antwort nur, wenn ihr alle ja sagt.}}',
  'again.yes': 'Ja, gern',
  'again.no': 'Vorerst nicht',
  'again.said-yes':
    'Du hast ja gesagt. {count, plural, one {Sagt {name} auch ja, erfahrt ihr es beide.} other {Sagen alle anderen auch ja, erfahrt ihr es alle.}}',
  'again.said-no': 'Du hast „vorerst nicht“ gesagt. Niemand erfährt davon.',
  'again.change': 'Antwort ändern',
  'again.mutual': '{count, plural, one {Ihr möchtet euch beide wiedersehen} other {Ihr möchtet euch alle wiedersehen}}',
  'again.mutual-text':
    '{count, plural, one {Such dir etwas aus, wenn du magst; {name} erfährt es per E-Mail.} other {Such dir etwas aus, wenn du magst; die anderen erfahren es per E-Mail.}}',
  'again.second': 'Ein zweites Gespräch',
  'again.second-text': 'Mit Fragen, die tiefer gehen.',
  'again.second-do': 'Wieder treffen',
  'again.third': 'Mit einer dritten Person',
  'again.third-text': 'Jemand, der offen dafür ist und den ihr beide treffen dürft.',
  'again.third-do': 'Jemanden finden',
  'again.third-none': 'Dafür ist gerade niemand frei. Versuch es in einer anderen Woche noch einmal.',
  'again.rhythm': 'Ab und zu',
  'again.rhythm-text':
    'Eine freundliche Erinnerung an {count, plural, one {euch beide} other {euch alle}}. Jede und jeder kann sie beenden.',
  'again.fortnightly': 'Alle zwei Wochen',
  'again.monthly': 'Jeden Monat',
  'again.quarterly': 'Alle drei Monate',
  'again.every': 'Wie oft',
  'again.set': 'Erinnere uns',
  'again.next-on': 'Die nächste Erinnerung kommt am {day}.',
  'again.end': 'Erinnerung beenden',
  'again.ended': 'Die Erinnerung ist beendet.',
};
