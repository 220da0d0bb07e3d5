import type { en } from './roles.words.ts';

export const de: Record<keyof typeof en, string> = {
  'roles.subject-steward': 'Verantwortliche: Eine Rolle hat sich geändert',
  'roles.subject-works-council': 'Betriebsrat: Eine Rolle hat sich geändert',
  'roles.open': 'Rollen ansehen',

  'roles.to-me-steward-given': '{by} hat dir Verantwortung für Loam gegeben.',
  'roles.to-others-steward-given': '{by} hat {name} Verantwortung für Loam gegeben.',
  'roles.stewards-can': 'Verantwortliche können Leute importieren und einladen und andere Verantwortliche benennen.',
  'roles.to-me-steward-taken': '{by} hat deine Rolle als verantwortliche Person beendet.',
  'roles.to-others-steward-taken': '{by} hat die Rolle von {name} als verantwortliche Person beendet.',

  'roles.to-me-give-role': '{by} hat dich für den Betriebsrat benannt.',
  'roles.to-others-give-role': '{by} hat {name} für den Betriebsrat benannt.',
  'roles.confirming-give-role':
    'Das gilt, sobald eine zweite Person es bestätigt: jemand, der oder die sich schon vorher angemeldet hatte und von {by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.',
  'roles.to-me-confirm-role': '{by} hat dich für den Betriebsrat bestätigt.',
  'roles.to-others-confirm-role': '{by} hat {name} für den Betriebsrat bestätigt.',
  'roles.to-me-take-role': '{by} hat deine Benennung für den Betriebsrat zurückgezogen.',
  'roles.to-others-take-role': '{by} hat die Benennung von {name} für den Betriebsrat zurückgezogen.',

  'roles.to-me-propose-end': '{by} hat vorgeschlagen, dass deine Rolle im Betriebsrat endet.',
  'roles.to-others-propose-end': '{by} hat vorgeschlagen, dass die Rolle von {name} im Betriebsrat endet.',
  'roles.confirming-propose-end':
    'Sie bleibt, bis eine zweite Person das Ende bestätigt: jemand, der oder die sich schon vorher angemeldet hatte und von {by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.',
  'roles.to-me-confirm-end': '{by} hat bestätigt, dass deine Rolle im Betriebsrat endet. Sie ist beendet.',
  'roles.to-others-confirm-end': '{by} hat bestätigt, dass die Rolle von {name} im Betriebsrat endet. Sie ist beendet.',
  'roles.to-me-keep-role':
    '{by} hat den Vorschlag zurückgezogen, deine Rolle im Betriebsrat zu beenden. Du behältst sie.',
  'roles.to-others-keep-role':
    '{by} hat den Vorschlag zurückgezogen, die Rolle von {name} im Betriebsrat zu beenden. Sie bleibt.',
  'roles.stepped-down': '{name} hat die Rolle im Betriebsrat niedergelegt.',
};
