import type { en } from './roles.words.ts';

export const de: Record<keyof typeof en, string> = {
  'roles.title': 'Wer Loam hier betreut',
  'roles.stewards': 'Verantwortliche',
  'roles.works-council': 'Betriebsrat',
  'roles.no-works-council': 'Noch niemand.',
  'roles.you': 'du',
  'roles.lead':
    'Verantwortliche richten ein. Der Betriebsrat liest das Protokoll und kann nichts ändern. Niemand kann beides sein. Es braucht zwei, um jemanden für den Betriebsrat zu benennen, und zwei, um das zu beenden: Eine verantwortliche Person schlägt es vor, und jemand bestätigt, der oder die sich schon vor dem Vorschlag angemeldet hatte und von ihr in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.',
  'roles.confirm-end': 'Ende bestätigen',
  'roles.confirm-end-of': 'Bestätigen, dass die Rolle von {name} im Betriebsrat endet',
  'roles.end-confirmed': '{name} ist nicht mehr im Betriebsrat.',
  'roles.waits-role': 'Am {day} von {by} benannt; gilt, sobald eine zweite Person bestätigt.',
  'roles.waits-end':
    '{by} hat am {day} vorgeschlagen, dass diese Rolle endet. Sie gilt, bis eine zweite Person das Ende bestätigt.',
  'roles.may-confirm': 'Du kannst die zweite Person sein.',
  'roles.why-access.two-people': 'Eine zweite Person muss bestätigen: weder wer vorschlägt noch um wen es geht.',
  'roles.why-access.signed-in-later':
    'Du kannst nicht bestätigen: Du hast dich erst nach dem Vorschlag zum ersten Mal angemeldet.',
  'roles.why-access.same-making':
    'Du kannst nicht bestätigen: In den letzten 30 Tagen hat von dir und {by} eine Person die andere hinzugefügt, eingeladen oder mit einer Rolle versehen, unmittelbar oder über andere.',
  'roles.nobody-second':
    'Zurzeit kann das hier niemand: Es braucht jemanden, der oder die sich schon vor dem Vorschlag angemeldet hatte und von {by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde. Warte, bis es so jemanden gibt, oder mach den Vorschlag neu, sobald sich jemand angemeldet hat.',
  'roles.kept': '{name} bleibt im Betriebsrat; der Vorschlag ist zurückgezogen.',
  'roles.taken': 'Die Rolle von {name} ist beendet.',
  'roles.end-proposed': 'Vorgeschlagen. {name} erfährt davon und behält die Rolle, bis eine zweite Person bestätigt.',
  'roles.laid-down': 'Du hast deine Rolle im Betriebsrat niedergelegt.',
  'roles.lay-down': 'Niederlegen',
  'roles.withdraw-end': 'Vorschlag zurückziehen',
  'roles.withdraw-end-of': 'Den Vorschlag zurückziehen, dass die Rolle von {name} endet',
  'roles.ask-steward': 'Diese Rolle beenden?',
  'roles.ask-works-council': 'Vorschlagen, dass diese Rolle endet?',
  'roles.ask-proposal': 'Diese Benennung zurückziehen?',
  'roles.ask-mine': 'Deine Rolle niederlegen?',
  'roles.do-steward': 'Rolle beenden',
  'roles.do-works-council': 'Ende vorschlagen',
  'roles.do-proposal': 'Zurückziehen',
  'roles.do-mine': 'Niederlegen',
  'roles.take-steward':
    '{name} betreut Loam dann nicht mehr, und die Tokens dieser Person für die Kommandozeile enden. Alles Eingerichtete bleibt.',
  'roles.take-works-council':
    '{name} erfährt es sofort und behält die Rolle, bis eine zweite Person das Ende bestätigt.',
  'roles.take-proposal': '{name} kommt dann nicht in den Betriebsrat. Du kannst jederzeit wieder jemanden benennen.',
  'roles.take-mine':
    'Du liest das Protokoll dann nicht mehr. Das gilt sofort, und Verantwortliche und Betriebsrat erfahren davon.',
  'roles.confirm-of': '{name} bestätigen',
  'roles.confirmed': '{name} ist jetzt im Betriebsrat.',
  'roles.take': 'Rolle beenden',
  'roles.take-of': 'Die Rolle von {name} beenden',
  'roles.name-someone': 'Jemanden benennen',
  'roles.person': 'Person',
  'roles.person-hint': 'Fang an, einen Namen zu tippen.',
  'roles.nobody-found': 'Hier heißt niemand so.',
  'roles.as': 'Als',
  'roles.as-steward': 'Verantwortlich',
  'roles.as-works-council': 'Betriebsrat',
  'roles.name-them': 'Benennen',
  'roles.named': '{name} ist jetzt verantwortlich.',
  'roles.named-works-council': '{name} gehört zum Betriebsrat, sobald eine zweite Person es bestätigt hat.',
  'roles.confirm': 'Bestätigen',
  'roles.keep': 'So lassen',
};
