import type { en } from './introductions.words.ts';

export const de: Record<keyof typeof en, string> = {
  'introductions.meet': 'Treffen',
  'introductions.one': 'Kennenlernen',
};
