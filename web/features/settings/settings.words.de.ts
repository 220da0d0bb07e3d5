import type { en } from './settings.words.ts';

export const de: Record<keyof typeof en, string> = {
  'settings.title': 'Einstellungen',
  'settings.leaving': 'Nimm mit, was dir gehört',
  'settings.parts': 'Teile der Einstellungen',
  'settings.profile': 'Profil',
  'settings.boundaries': 'Grenzen',
  'settings.sign-in': 'Anmeldung',
  'settings.mail': 'E-Mail',
  'settings.data': 'Meine Daten',
};
