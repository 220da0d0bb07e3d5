import type { en } from './answered.words.ts';

export const de: Record<keyof typeof en, string> = {
  'answered.loading': 'Wird geladen',
  'answered.again': 'Noch einmal versuchen',
  'answered.trying': 'Es wird noch einmal versucht',
  'answered.offline':
    'Du bist offline. Was du siehst, kann veraltet sein; was du schreibst, bleibt in diesem Tab erhalten.',
  'answered.offline-nothing':
    'Du bist offline, deshalb konnte das nicht geladen werden. Es erscheint, sobald du wieder verbunden bist.',
  'answered.old': 'Das ließ sich nicht aktualisieren und kann veraltet sein.',
};
