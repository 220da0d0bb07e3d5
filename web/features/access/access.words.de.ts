import type { en } from './access.words.ts';

export const de: Record<keyof typeof en, string> = {
  'access.sign-in': 'Anmelden',
  'access.join': 'Dazukommen',
};
