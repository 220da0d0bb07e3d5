import type { en } from './mail.words.ts';

export const de: Record<keyof typeof en, string> = {
  'mail.own-settings': 'die Einstellungen des Servers selbst',
  'mail.subject-proposed': 'E-Mails sollen anders verschickt werden',
  'mail.news-proposed':
    'Jemand aus dem Kreis der Verantwortlichen möchte ändern, wie Loam E-Mails verschickt. Die Änderung wartet auf eine zweite verantwortliche Person oder auf einen Code von der Konsole des Servers.',
  'mail.ways-proposed': 'Bisher: {before}. Vorgeschlagen: {after}.',
  'mail.subject-changed': 'E-Mails werden jetzt anders verschickt',
  'mail.news-changed': 'Loam verschickt E-Mails jetzt anders. Diese Nachricht kommt noch auf dem bisherigen Weg.',
  'mail.ways-changed': 'Bisher: {before}. Jetzt: {after}.',
  'mail.codes-too':
    'Auf diesem Weg gehen auch die Codes zum Anmelden hinaus. Wenn dich das überrascht, sieh im Protokoll nach und sprich mit den Verantwortlichen.',
  'mail.open': 'Ansehen',
};
