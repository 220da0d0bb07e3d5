import type { en } from './invitations.words.ts';

export const de: Record<keyof typeof en, string> = {
  'invitations.title': 'Über die Adresse eingeladen',
  'invitations.lead': 'Verantwortliche sehen, ob eine Einladung angenommen wurde; das steht auch in der Einladung.',
  'invitations.list': 'Über die Adresse Eingeladene',
  'invitations.added': 'Hinzugefügt, noch nicht eingeladen',
  'invitations.waiting': 'E-Mail ist unterwegs',
  'invitations.invited': 'Eingeladen am {day}',
  'invitations.written': 'Am {day} in einen Ordner geschrieben, nicht verschickt',
  'invitations.bounced': 'E-Mail kam zurück: Bitte prüf die Adresse',
  'invitations.not-sent': 'Nicht verschickt',
  'invitations.joined': 'Angemeldet',
  'invitations.again': 'Noch einmal senden',
  'invitations.again-of': 'Die Einladung an {name} noch einmal senden',
  'invitations.first': 'Einladen',
  'invitations.first-of': '{name} einladen',
  'invitations.withdraw': 'Zurückziehen',
  'invitations.withdraw-of': 'Die Einladung an {name} zurückziehen',
  'invitations.sent': 'Die Einladung an {name} ist unterwegs.',
  'invitations.sent-folder':
    'Die Einladung an {name} wird in einen Ordner auf dem Server geschrieben, nicht verschickt.',
  'invitations.ask': 'Diese Einladung zurückziehen?',
  'invitations.ask-text':
    '{name} kann sich dann nicht mehr anmelden und steht nicht mehr im Verzeichnis. Du kannst die Person wieder einladen.',
  'invitations.keep': 'Behalten',
  'invitations.withdrawn': 'Die Einladung an {name} ist zurückgezogen.',
  'invitations.add': 'Jemanden hinzufügen, ohne einzuladen',
  'invitations.add-lead': 'Die Person ist im Verzeichnis zu finden und bekommt nichts zugeschickt.',
  'invitations.name': 'Name',
  'invitations.email': 'E-Mail-Adresse',
  'invitations.do-add': 'Hinzufügen',
  'invitations.done-add': '{name} ist hinzugefügt. Niemand wurde benachrichtigt.',
  'invitations.directory': 'Leute aus dem Verzeichnis',
  'invitations.directory-lead':
    '{count, plural, one {Eine Person kam} other {# Leute kamen}} mit einer Verzeichnisdatei. Darin zu stehen verschickt nichts; ob du einlädst, entscheidest du. Niemandem wird gezeigt, wer sich angemeldet hat.',
  'invitations.directory-state': 'Wer bis dahin nicht angemeldet war, wurde so eingeladen.',
  'invitations.directory-invite': 'Alle aus dem Verzeichnis einladen',
  'invitations.directory-remind': 'Noch nicht Angemeldete erinnern',
  'invitations.directory-ask': 'Jetzt einladen?',
  'invitations.directory-ask-text':
    'Alle aus dem Verzeichnis, die nie angemeldet waren und noch nicht eingeladen wurden, bekommen eine E-Mail. Zurückholen lässt sie sich nicht.',
  'invitations.remind-ask-text':
    'Alle, die vor mehr als einer Woche so eingeladen wurden und sich nicht angemeldet haben, bekommen noch eine E-Mail. Niemand bekommt mehr als drei.',
  'invitations.directory-go': 'Senden',
  'invitations.directory-cancel': 'Jetzt nicht',
  'invitations.directory-sent': 'Die Einladungen sind unterwegs.',
  'invitations.directory-sent-folder':
    'Die Einladungen werden in einen Ordner auf dem Server geschrieben, nicht verschickt.',
  'invitations.directory-bounced': 'Diese Adressen haben keine E-Mail angenommen:',
};
