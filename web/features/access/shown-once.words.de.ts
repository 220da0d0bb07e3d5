import type { en } from './shown-once.words.ts';

export const de: Record<keyof typeof en, string> = {
  'shown-once.copy': 'Kopieren',
  'shown-once.copied': 'Kopiert',
};
