import type { en } from './week.words.ts';

export const de: Record<keyof typeof en, string> = {
  'week.title': 'Heute',
};
