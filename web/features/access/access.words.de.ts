import type { en } from './access.words.ts';

export const de: Record<keyof typeof en, string> = {
  'access.sign-in': 'Anmelden',
  'access.sign-in-lead': 'Wir schicken dir einen Code per E-Mail. Ein Passwort brauchst du dir nicht zu merken.',
  'access.sign-in-kept':
    'Du wurdest abgemeldet. Was du geschrieben hast, bleibt in diesem Tab und ist wieder da, sobald du dich anmeldest.',
  'access.email': 'Deine E-Mail-Adresse',
  'access.send-code': 'Schick mir einen Code',
  'access.or': 'oder',
  'access.use-passkey': 'Einen Passkey verwenden',
  'access.passkey-failed':
    'Mit einem Passkey hat es nicht geklappt. Versuch es noch einmal oder lass dir einen Code per E-Mail schicken.',
  'access.new-here': 'Hier ist noch nichts eingerichtet?',
  'access.set-up': 'Richte deine Organisation ein',
  'access.code-title': 'Schau in dein Postfach',
  'access.code-lead': 'Wenn {email} hier bekannt ist, ist ein Code unterwegs. Er gilt zehn Minuten lang.',
  'access.code-lead-folder':
    'Wenn {email} hier bekannt ist, wurde ein Code in einen Ordner auf dem Server geschrieben, nicht verschickt. Er gilt zehn Minuten lang.',
  'access.code': 'Der Code aus der E-Mail',
  'access.code-hint':
    'Neun Buchstaben und Ziffern, zum Beispiel 7KQ‑M2X‑RDP. Tipp sie ein oder füg sie ein; Groß- und Kleinschreibung und Bindestriche sind egal.',
  'access.enter': 'Weiter',
  'access.again': 'Neuen Code schicken',
  'access.sent-again':
    'Wenn die Adresse hier bekannt ist, nimm die neueste E-Mail. Nach vielen Anfragen steht darin ein längerer Code, der eine Stunde gilt; bis er abläuft, bekommen neue Browser keine weitere E-Mail.',
  'access.other-email': 'Andere Adresse verwenden',

  'access.join': 'Mach mit bei {workspace}',
  'access.join-lead': 'Für alle mit einer Adresse bei {domain}. Ein Code zeigt, dass deine wirklich dir gehört.',
  'access.join-name': 'Dein Name',
  'access.join-name-hint': 'So, wie man dich hier kennt.',
  'access.join-code-lead': 'Ein Code ist unterwegs zu {email}. Er gilt zehn Minuten lang.',
  'access.join-code-lead-folder':
    'Ein Code für {email} wurde in einen Ordner auf dem Server geschrieben, nicht verschickt. Er gilt zehn Minuten lang.',
  'access.other-domain': 'Dieser Link gilt für Adressen, die auf @{domain} enden.',
  'access.no-link': 'Dieser Link funktioniert nicht',
  'access.no-link-lead':
    'Er ist abgelaufen oder wurde beendet, oder ein Teil davon ging unterwegs verloren. Bitte die Person, die ihn geschickt hat, um einen neuen.',
  'access.home': 'Zu Loam',
  'access.loading': 'Einen Moment',

  'access.passkeys': 'Passkeys',
  'access.passkeys-lead':
    'Melde dich mit deinem Fingerabdruck, deinem Gesicht oder der Bildschirmsperre dieses Geräts an. Nichts davon verlässt das Gerät. Entferne, was du nicht kennst.',
  'access.no-passkeys': 'Du hast noch keine.',
  'access.passkey-unnamed': 'Ein Passkey',
  'access.passkey-since': 'seit {day}',
  'access.add-passkey': 'Passkey hinzufügen',
  'access.remove': 'Entfernen',
  'access.remove-of': 'Den Passkey {name} entfernen',
  'access.passkey-removed': 'Der Passkey ist entfernt.',
  'access.passkey-not-added': 'Es wurde kein Passkey hinzugefügt. Nichts hat sich geändert.',
  'access.passkey-stale':
    'Deine Anmeldung ist älter als ein Tag. Melde dich neu an, dann kannst du einen Passkey hinzufügen.',
  'access.passkey-unsupported': 'Dieser Browser unterstützt keine Passkeys.',
  'access.passkey-ask': 'Diesen Passkey entfernen?',
  'access.passkey-ask-text':
    'Mit ihm kannst du dich dann nicht mehr anmelden. Mit einem Code per E-Mail geht es weiterhin.',
  'access.keep': 'Behalten',
  'access.sessions': 'Wo du angemeldet bist',
  'access.sessions-lead':
    'Alle Anmeldungen in deinem Namen, gleich wie sie entstanden sind. Beende, was du nicht kennst.',
  'access.how-code': 'mit einem Code',
  'access.how-passkey': 'mit einem Passkey',
  'access.how-set-up': 'bei der Einrichtung',
  'access.how-console': 'mit einem Code von der Konsole des Servers',
  'access.how-sample': 'als jemand aus dem Beispiel',
  'access.how-token': 'Token für die Kommandozeile',
  'access.token': 'Token',
  'access.end-others': 'Überall sonst abmelden',
  'access.ended-others': 'Du bist überall sonst abgemeldet.',
  'access.this-one': 'diese hier',
  'access.unknown-device': 'Ein unbekanntes Gerät',
  'access.since': 'seit {time}',
  'access.end': 'Beenden',
  'access.end-of': 'Die Anmeldung auf {device} beenden',
  'access.ended': 'Diese Anmeldung ist beendet.',
};
