import type { en } from './codes.words.ts';

export const de: Record<keyof typeof en, string> = {
  'codes.console-subject': 'Am Server wurde ein Anmeldecode für dich erstellt',
  'codes.console':
    'Wer den Server betreibt, hat dort einen Code erstellt, mit dem man sich in deinem Namen anmelden kann. Er gilt zehn Minuten lang.',
  'codes.console-ask':
    'Hast du darum gebeten, ist alles gut. Wenn nicht, frag nach: Es steht in deinem Protokoll und in dem des Betriebsrats. In den Einstellungen siehst du, wo du angemeldet bist, und kannst jede Sitzung beenden, die du nicht kennst.',
};
