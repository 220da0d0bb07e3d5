import type { en } from './meet.words.ts';

export const de: Record<keyof typeof en, string> = {
  'meet.meet-someone': 'Jemanden treffen',
  'meet.or-hello': 'Oder such dir selbst jemanden aus und sag Hallo.',
  'meet.further': 'Mehr',
  'meet.lead-none': 'Ein Gespräch beginnt mit einem Hallo oder mit einem Programm.',
  'meet.lead-waiting': '{count, plural, one {Ein Hallo wartet.} other {# Hallos warten.}}',
  'meet.lead-next': 'Am {day} triffst du {name}.',
  'meet.also': 'Demnächst',
  'meet.find-time': 'Termin finden',
  'meet.no-day': 'Noch kein Termin',
  'meet.open-guide': 'Leitfaden öffnen',
  'meet.pencilled': 'vorgemerkt',
  'meet.since': 'Vorgestellt am {day}',
  'meet.waiting': 'Wartet auf dich',
  'meet.answer-time': 'Antworten',
  'meet.answer-to': '{name} antworten',
  'meet.suggests': '{name} schlägt {time} vor.',
  'meet.request': 'Stell mir jemanden vor',
  'meet.request-text':
    'Jemanden, den du noch nicht kennst und der offen dafür ist. Niemand sieht, wer offen ist, und niemand sieht, dass du gefragt hast.',
  'meet.request-ask': 'Stell mir jemanden vor',
  'meet.request-again': 'Noch einmal fragen',
  'meet.request-waits':
    'Wir suchen. Sobald jemand frei ist, erfahrt ihr es beide; sonst ruht deine Bitte ab dem {day}.',
  'meet.request-back': 'Bitte zurücknehmen',
  'meet.request-rests':
    'In zwei Wochen war niemand frei. Das sagt nichts über dich: Frag noch einmal, wann immer du magst.',
  'meet.request-later': 'Du hast vor Kurzem gefragt. Ab dem {day} kannst du wieder fragen.',
  'meet.title': 'Treffen',
  'meet.to-people': 'Leute ansehen',
  'meet.sent': 'Wem du Hallo gesagt hast',
  'meet.past': 'Alle, denen du vorgestellt wurdest',
  'meet.paused': 'Du machst Pause bis {day}. Bis dahin wird dir niemand vorgestellt.',
  'meet.how': 'Wie war es?',
};
