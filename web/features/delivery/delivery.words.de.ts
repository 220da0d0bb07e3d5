import type { en } from './delivery.words.ts';

export const de: Record<keyof typeof en, string> = {
  'delivery.title': 'E-Mail',
  'delivery.lead':
    'Hallo und Kennenlernen warten immer hier auf dich. Per E-Mail kommen sie zwischen sieben Uhr morgens und acht Uhr abends deiner Zeit, nie zweimal, und nichts darin meldet etwas zurück.',
  'delivery.switch': 'Schreibt mir auch per E-Mail',
  'delivery.uncertain':
    'Diese E-Mails sind unterwegs vielleicht verloren gegangen. Was darin steht, findest du unter Treffen.',
  'delivery.have-arrived': 'vielleicht angekommen',
  'delivery.not-have-arrived': 'nicht angekommen',
  'delivery.page-on': 'E-Mails von Loam',
  'delivery.page-on-lead':
    'Ein Klick, und Loam schickt dir keine E-Mails mehr außer Anmeldecodes und Sicherheitshinweisen. Alles andere wartet auf dich, wenn du dich anmeldest.',
  'delivery.stop': 'E-Mails abstellen',
  'delivery.page-off': 'E-Mails sind abgestellt',
  'delivery.page-off-lead': 'Loam schickt dir nur noch Anmeldecodes und Sicherheitshinweise. Niemand erfährt davon.',
  'delivery.undo': 'E-Mails wieder anstellen',
  'delivery.undo-lead': 'Sieben Tage lang geht das hier mit einem Klick; später in deinen Einstellungen.',
  'delivery.later': 'Wieder anstellen kannst du sie in deinen Einstellungen, nach dem Anmelden.',
  'delivery.unknown': 'Dieser Link ist nicht von uns',
  'delivery.unknown-lead':
    'Vielleicht wurde er unterwegs abgeschnitten. Öffne ihn noch einmal aus der E-Mail oder stelle E-Mails in deinen Einstellungen ab.',
  'delivery.home': 'Zu Loam',
  'delivery.state-title': 'Ausgehende E-Mails',
  'delivery.state':
    '{waiting, plural, =0 {Keine Nachricht wartet} one {Eine Nachricht wartet} other {# Nachrichten warten}} auf den Versand; {sent, plural, =0 {keine wurde} one {eine wurde} other {# wurden}} bisher verschickt.',
  'delivery.state-folder':
    '{waiting, plural, =0 {Keine Nachricht wartet} one {Eine Nachricht wartet} other {# Nachrichten warten}}; {sent, plural, =0 {keine wurde} one {eine wurde} other {# wurden}} bisher verschickt oder in den Ordner geschrieben.',
  'delivery.state-kept':
    '{count, plural, =0 {Bisher wurde nichts geschrieben.} one {Eine Nachricht wurde für die Leute in diesem Beispiel geschrieben; von hier geht nichts hinaus.} other {# Nachrichten wurden für die Leute in diesem Beispiel geschrieben; von hier geht nichts hinaus.}}',
  'delivery.state-doubtful':
    '{count, plural, one {Von einer Nachricht ist nicht bekannt, ob sie ankam. Sie wird nicht noch einmal verschickt; wer sie bekommen sollte, sieht sie in Loam.} other {Von # Nachrichten ist nicht bekannt, ob sie ankamen. Sie werden nicht noch einmal verschickt; wer sie bekommen sollte, sieht sie in Loam.}}',
  'delivery.state-failed':
    '{count, plural, one {Eine Nachricht konnte nicht zugestellt werden.} other {# Nachrichten konnten nicht zugestellt werden.}}',
  'delivery.state-bounced':
    '{count, plural, one {Eine Nachricht kam zurück: Der Mailserver des Empfängers kennt die Adresse nicht oder nimmt nichts für sie an.} other {# Nachrichten kamen zurück: Die Mailserver der Empfänger kennen die Adressen nicht oder nehmen nichts für sie an.}}',
  'delivery.state-held':
    '{count, plural, one {Eine Nachricht wartet} other {# Nachrichten warten}}, seit eine Sicherung eingespielt wurde, denn manche könnten schon verschickt sein. Sieh nach, was sich geändert hat, und gib sie dann frei.',
  'delivery.state-slow': 'Der Mailserver bittet um Geduld: E-Mails gehen eine Weile langsamer hinaus.',
  'delivery.state-trouble':
    'Alle E-Mails warten seit {since}. {why} Es wird von selbst wieder versucht; nichts geht verloren.',
  'delivery.again': 'Fehlgeschlagene E-Mails noch einmal senden',
  'delivery.try-now': 'Jetzt noch einmal versuchen',
  'delivery.again-done':
    '{count, plural, =0 {Der Mailserver wird noch einmal gefragt.} one {Eine Nachricht wird noch einmal gesendet.} other {# Nachrichten werden noch einmal gesendet.}}',
  'delivery.release': 'Freigeben',
  'delivery.folder':
    'E-Mail ist nicht eingerichtet: Nachrichten werden in einen Ordner auf dem Server geschrieben, nicht verschickt.',
  'delivery.folder-aside':
    'E-Mail ist nicht eingerichtet: Was dazu verschickt würde, wird in einen Ordner auf dem Server geschrieben, nicht verschickt.',
  'delivery.waiting': 'E-Mails gehen gerade nicht hinaus. {why}',
  'delivery.set-up': 'E-Mail-Versand',
  'delivery.why-no-such-name': 'Den Namen des Mailservers gibt es nicht. Sieh nach, ob er richtig geschrieben ist.',
  'delivery.why-not-reached': 'Der Mailserver ist nicht erreichbar: Unter diesem Namen und Port antwortet nichts.',
  'delivery.why-no-answer':
    'Der Mailserver hat nicht rechtzeitig geantwortet. Vielleicht steht eine Firewall im Weg, oder der Port ist ein anderer.',
  'delivery.why-no-mail-server': 'Unter diesem Namen und Port antwortet etwas, aber kein Mailserver.',
  'delivery.why-hung-up':
    'Der Mailserver hat die Verbindung wortlos beendet. Vielleicht ist der Port oder die Verschlüsselung eine andere.',
  'delivery.why-tls-first':
    'Der Mailserver hat sich nicht gemeldet. Vielleicht erwartet er Verschlüsselung vom ersten Byte an (meist Port 465).',
  'delivery.why-tls-later':
    'Der Mailserver spricht an diesem Port nicht vom ersten Byte an verschlüsselt. Schalte das aus oder nimm Port 465.',
  'delivery.why-tls-none': 'Der Mailserver bietet an diesem Port keine Verschlüsselung an.',
  'delivery.why-tls-failed': 'Es kam keine verschlüsselte Verbindung zum Mailserver zustande.',
  'delivery.why-certificate':
    'Dem Zertifikat des Mailservers wird nicht vertraut: Es ist abgelaufen, gilt für einen anderen Namen oder stammt von einer eigenen Zertifizierungsstelle. Deren Zertifikat kannst du angeben.',
  'delivery.why-sign-in': 'Der Mailserver hat den Namen oder das Passwort abgelehnt.',
  'delivery.why-sender': 'Der Mailserver hat die Adresse des Absenders abgelehnt.',
  'delivery.why-relay':
    'Der Mailserver nimmt von uns keine E-Mails für andere Orte an. Vielleicht braucht er einen Namen und ein Passwort.',
  'delivery.why-busy': 'Der Mailserver ist beschäftigt und bittet uns, später wiederzukommen.',
  'delivery.why-letters':
    'Diese Adresse hat vor dem @ Buchstaben, die der Mailserver nicht kennt. Er nimmt dort nur a–z, Ziffern und einige Zeichen.',
  'delivery.why-refused': 'Der Mailserver hat die Nachricht abgelehnt.',
};
