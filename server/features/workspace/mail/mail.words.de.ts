import type { en } from './mail.words.ts';

export const de: Record<keyof typeof en, string> = {
  'mail.own-settings': 'die Einstellungen des Servers selbst',
  'mail.proposed-subject': 'E-Mails sollen anders verschickt werden',
  'mail.proposed':
    'Jemand aus dem Kreis der Verantwortlichen möchte ändern, wie Loam E-Mails verschickt. Die Änderung wartet auf eine zweite verantwortliche Person oder auf einen Code von der Konsole des Servers.',
  'mail.proposed-ways': 'Bisher: {before}. Vorgeschlagen: {after}.',
  'mail.changed-subject': 'E-Mails werden jetzt anders verschickt',
  'mail.changed': 'Loam verschickt E-Mails jetzt anders. Diese Nachricht kommt noch auf dem bisherigen Weg.',
  'mail.changed-ways': 'Bisher: {before}. Jetzt: {after}.',
  'mail.codes-too':
    'Auf diesem Weg gehen auch die Codes zum Anmelden hinaus. Wenn dich das überrascht, sieh im Protokoll nach und sprich mit den Verantwortlichen.',
  'mail.open': 'Ansehen',
};
