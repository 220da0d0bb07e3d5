import type { en } from './addresses.words.ts';

export const de: Record<keyof typeof en, string> = {
  'addresses.title': 'Die Adresse, mit der du dich anmeldest',
  'addresses.mine': 'Codes und Nachrichten gehen an {email}.',
  'addresses.none-waits':
    'Trägt jemand eine andere für dich ein, wirst du zuerst gefragt: hier und per E-Mail an diese Adresse.',
  'addresses.waits': 'Eine neue Adresse wartet auf dich',
  'addresses.asked-by':
    '{name} hat am {day} {email} für dich eingetragen. Bis du sie bestätigst, gilt deine bisherige Adresse.',
  'addresses.asked':
    'Jemand hat am {day} {email} für dich eingetragen. Bis du sie bestätigst, gilt deine bisherige Adresse.',
  'addresses.why':
    'Stimmt sie? Dann bestätige sie: Ab dann meldest du dich mit ihr an, und alle anderen Anmeldungen enden. Kennst du sie nicht, lehne sie ab, denn wer sie liest, könnte sich als du anmelden.',
  'addresses.confirm': 'Bestätigen',
  'addresses.refuse': 'Ablehnen',
  'addresses.confirmed': 'Du meldest dich jetzt mit {email} an. Alle anderen Anmeldungen sind beendet.',
  'addresses.refused': 'Deine Adresse bleibt, wie sie ist.',
  'addresses.ask-confirm': 'Ab jetzt mit {email} anmelden?',
  'addresses.ask-confirm-text':
    'Codes gehen dann dorthin und nicht mehr an {old}. Alle anderen Anmeldungen und Tokens für die Kommandozeile enden. Prüf danach bitte deine Passkeys.',
  'addresses.cancel': 'Jetzt nicht',

  'addresses.agree-title': 'Für eine neue Adresse von {name} braucht es deine Zustimmung',
  'addresses.agree-text':
    'Eine verantwortliche Person bittet dich, für {name} eine neue Adresse freizugeben: {email} statt {old}. {name} wurde zweimal benachrichtigt und hat nicht geantwortet. Frag selbst nach, am Telefon oder persönlich, bevor du zustimmst: Wer diese Adresse liest, kann sich als {name} anmelden.',
  'addresses.agree': 'Ich habe gefragt und stimme zu',
  'addresses.agreed': 'Freigegeben. {name} meldet sich ab jetzt mit der neuen Adresse an; beide Adressen erfahren es.',

  'addresses.offer-title': 'Nächstes Mal ohne E-Mail anmelden',
  'addresses.offer-text':
    'Dein Fingerabdruck, dein Gesicht oder die Bildschirmsperre dieses Geräts genügt. Wer deine E-Mails liest, kann damit nichts anfangen.',
  'addresses.offer-add': 'Hinzufügen',
  'addresses.offer-later': 'Jetzt nicht',
  'addresses.offer-declined': 'Du kannst jederzeit in den Einstellungen einen Passkey hinzufügen.',
  'addresses.offer-added': 'Fertig. Wähl beim nächsten Mal „Einen Passkey verwenden“.',

  'addresses.offer-failed':
    'Es wurde kein Passkey hinzugefügt. Nichts hat sich geändert; in den Einstellungen geht es jederzeit.',

  'addresses.waiting-title': 'Adressen, die auf Bestätigung warten',
  'addresses.waiting-lead':
    'Diese Personen haben sich schon einmal angemeldet, deshalb wartet eine neue Adresse, bis sie sie bestätigen. Kann das jemand nicht, könnt ihr sie zu zweit freigeben: du und jemand, der oder die nicht verantwortlich ist, nach drei Tagen, in denen die bisherige Adresse zweimal benachrichtigt wurde.',
  'addresses.needs-mail':
    '{told, plural, =0 {Die erste E-Mail ist noch nicht verschickt} other {Einmal benachrichtigt; die zweite E-Mail folgt zwei Tage nach der ersten}}.',
  'addresses.needs-days': 'Zweimal benachrichtigt. Ab {day} kann sie freigegeben werden.',
  'addresses.needs-request': 'Zweimal benachrichtigt. Sie kann jetzt zu zweit freigegeben werden.',
  'addresses.needs-colleague': 'Wartet auf die Zustimmung von {name}.',
  'addresses.release': 'Zu zweit freigeben',
  'addresses.release-of': 'Die Adresse von {name} zu zweit freigeben',
  'addresses.colleague': 'Wer stimmt zu?',
  'addresses.colleague-hint':
    'Jemand, der oder die nicht verantwortlich ist und sich schon vor der Änderung angemeldet hatte.',
  'addresses.nobody': 'Niemand gefunden',
  'addresses.ask-colleague': 'Um Freigabe bitten',
  'addresses.asked-colleague': 'Gefragt. {name} sieht es unter „Heute“.',
  'addresses.more': '{count, plural, one {Eine weitere wartet} other {# weitere warten}}.',
};
