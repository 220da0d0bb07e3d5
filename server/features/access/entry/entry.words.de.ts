import type { en } from './entry.words.ts';

export const de: Record<keyof typeof en, string> = {
  'entry.invitation-subject': 'Einladung zu Loam bei {organisation}',
  'entry.invitation':
    '{inviter} lädt dich ein. Loam hilft Kolleginnen und Kollegen bei {organisation}, einander kennenzulernen: jede Woche ein paar Menschen, zu jedem ein kleiner erster Schritt, ohne Punkte und Noten.',
  'entry.invitation-free':
    'Nichts beginnt ohne dich: Solange du dich nicht anmeldest, nimmst du an nichts teil, und niemand kann dir Hallo sagen, bevor du es erlaubst.',
  'entry.invitation-by-name':
    'Die Verantwortlichen sehen, ob du diese Einladung angenommen hast. Wenn du nicht möchtest, musst du nichts tun.',
  'entry.invitation-by-link':
    'Niemandem wird gezeigt, wer sich angemeldet hat und wer nicht. Wenn du nicht möchtest, musst du nichts tun.',
  'entry.invitation-open': 'Ansehen',
};
