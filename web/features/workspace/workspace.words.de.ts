import type { en } from './workspace.words.ts';

export const de: Record<keyof typeof en, string> = {
  'workspace.welcome': 'Willkommen bei Loam',
  'workspace.setup': 'Richte deine Organisation ein',
  'workspace.organisation': 'Organisation',
};
