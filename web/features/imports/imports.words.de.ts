import type { en } from './imports.words.ts';

export const de: Record<keyof typeof en, string> = {
  'imports.title': 'Leute hereinholen',
};
