import type { en } from './roles.words.ts';

export const de: Record<keyof typeof en, string> = {
  'roles.steward-subject': 'Verantwortliche: Eine Rolle hat sich geändert',
  'roles.works-council-subject': 'Betriebsrat: Eine Rolle hat sich geändert',
  'roles.open': 'Rollen ansehen',

  'roles.steward-given-me': '{by} hat dir Verantwortung für Loam gegeben.',
  'roles.steward-given': '{by} hat {name} Verantwortung für Loam gegeben.',
  'roles.steward-can': 'Verantwortliche können Leute importieren und einladen und andere Verantwortliche benennen.',
  'roles.steward-taken-me': '{by} hat deine Rolle als verantwortliche Person beendet.',
  'roles.steward-taken': '{by} hat die Rolle von {name} als verantwortliche Person beendet.',

  'roles.give-role-me': '{by} hat dich für den Betriebsrat benannt.',
  'roles.give-role': '{by} hat {name} für den Betriebsrat benannt.',
  'roles.give-role-confirming':
    'Das gilt, sobald eine zweite Person es bestätigt: jemand, der oder die sich schon vorher angemeldet hatte und von {by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.',
  'roles.confirm-role-me': '{by} hat dich für den Betriebsrat bestätigt.',
  'roles.confirm-role': '{by} hat {name} für den Betriebsrat bestätigt.',
  'roles.take-role-me': '{by} hat deine Benennung für den Betriebsrat zurückgezogen.',
  'roles.take-role': '{by} hat die Benennung von {name} für den Betriebsrat zurückgezogen.',

  'roles.propose-end-me': '{by} hat vorgeschlagen, dass deine Rolle im Betriebsrat endet.',
  'roles.propose-end': '{by} hat vorgeschlagen, dass die Rolle von {name} im Betriebsrat endet.',
  'roles.propose-end-confirming':
    'Sie bleibt, bis eine zweite Person das Ende bestätigt: jemand, der oder die sich schon vorher angemeldet hatte und von {by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.',
  'roles.confirm-end-me': '{by} hat bestätigt, dass deine Rolle im Betriebsrat endet. Sie ist beendet.',
  'roles.confirm-end': '{by} hat bestätigt, dass die Rolle von {name} im Betriebsrat endet. Sie ist beendet.',
  'roles.keep-role-me': '{by} hat den Vorschlag zurückgezogen, deine Rolle im Betriebsrat zu beenden. Du behältst sie.',
  'roles.keep-role':
    '{by} hat den Vorschlag zurückgezogen, die Rolle von {name} im Betriebsrat zu beenden. Sie bleibt.',
  'roles.lay-down-role': '{name} hat die Rolle im Betriebsrat niedergelegt.',
};
