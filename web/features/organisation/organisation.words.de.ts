import type { en } from './organisation.words.ts';

export const de: Record<keyof typeof en, string> = {
  'organisation.title': 'Organisation',
  'organisation.steward':
    'Du bist hier verantwortlich: Was du änderst, gilt für alle, und jede Änderung steht im Protokoll.',
  'organisation.parts': 'Teile der Organisation',
  'organisation.part-overview': 'Übersicht',
  'organisation.part-people': 'Leute',
  'organisation.part-roles': 'Rollen',
  'organisation.part-facts': 'Über uns',
  'organisation.part-mail': 'E-Mail',
  'organisation.part-tokens': 'Kommandozeile',
  'organisation.part-log': 'Protokoll',
};
