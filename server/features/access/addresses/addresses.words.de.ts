import type { en } from './addresses.words.ts';

export const de: Record<keyof typeof en, string> = {
  'addresses.asked-subject': 'Deine Adresse soll sich ändern',
  'addresses.asked-again-subject': 'Noch einmal: Deine Adresse soll sich ändern',
  'addresses.asked': '{name} hat für dich bei {organisation} eine neue Adresse eingetragen: {address}',
  'addresses.asked-by-someone': 'Jemand hat für dich bei {organisation} eine neue Adresse eingetragen: {address}',
  'addresses.asked-check':
    'Noch gilt deine bisherige. Stimmt die neue? Dann bestätige sie. Kennst du sie nicht? Dann lehne sie ab, denn wer sie liest, könnte sich in deinem Namen anmelden.',
  'addresses.asked-release':
    'Antwortest du nicht, können zwei Personen die Änderung nach drei Tagen freigeben: eine verantwortliche Person und eine, die es nicht ist.',
  'addresses.asked-open': 'Ansehen und entscheiden',

  'addresses.done-subject': 'Deine Adresse ist geändert',
  'addresses.done-confirmed': 'Du meldest dich jetzt mit {new} an, nicht mehr mit {old}. Du hast es bestätigt.',
  'addresses.done-released':
    'Du meldest dich jetzt mit {new} an, nicht mehr mit {old}. Zwei Personen haben es freigegeben; das Protokoll nennt sie dem Betriebsrat.',
  'addresses.done-sessions': 'Alle anderen Sitzungen und Tokens für die Kommandozeile sind beendet.',
  'addresses.done-passkeys':
    'Diese Passkeys gelten weiter:\n{list}\nKennst du einen davon nicht, entferne ihn in den Einstellungen.',
  'addresses.done-no-passkeys': 'Es gibt keine Passkeys in deinem Namen.',
  'addresses.done-open': 'Zu den Einstellungen',
};
