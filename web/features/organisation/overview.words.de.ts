import type { en } from './overview.words.ts';

export const de: Record<keyof typeof en, string> = {
  'overview.lead':
    '{count, plural, one {Eine Person} other {# Personen}}, {programmes, plural, =0 {noch kein Programm} one {ein Programm} other {# Programme}}. {mail} {backup}',
  'overview.mail-works': 'E-Mails kommen an.',
  'overview.mail-untested': 'E-Mail ist eingerichtet, aber noch nicht getestet.',
  'overview.mail-failing': 'E-Mails warten: Der Mailserver ist gestört.',
  'overview.mail-folder': 'E-Mail ist noch nicht eingerichtet.',
  'overview.mail-kept': 'E-Mails bleiben in diesem Beispiel.',
  'overview.backup-made':
    '{day, select, today {Die letzte Sicherung ist von heute.} yesterday {Die letzte Sicherung ist von gestern.} other {Die letzte Sicherung ist vom {date}.}}',
  'overview.backup-elsewhere': 'Gesichert wird anderswo.',
  'overview.backup-none': 'Es gibt noch keine Sicherung.',

  'overview.to-do':
    '{count, plural, one {Noch ein Schritt, dann steht {name} auf eigenen Füßen} other {Noch # Schritte, dann steht {name} auf eigenen Füßen}}',
  'overview.done': 'erledigt',
  'overview.people': 'Es sind Leute da',
  'overview.people-done':
    '{count, plural, =0 {{here, plural, one {Eine Person} other {# Personen}} im Verzeichnis.} one {Eine Person kam mit einer Verzeichnisdatei.} other {# Personen kamen mit einer Verzeichnisdatei.}}',
  'overview.people-more': 'Mehr einladen',
  'overview.people-hint':
    '{count, plural, =0 {Noch ist niemand eingeladen.} one {Eine Person ist eingeladen und war noch nicht da.} other {# Personen sind eingeladen; noch war niemand da.}}',
  'overview.people-text':
    'Füge ein paar Adressen ein, teile einen Link oder importiere eine Verzeichnisdatei. Für niemanden beginnt etwas ohne eigenes Ja.',
  'overview.people-do': 'Leute einladen',
  'overview.mail': 'E-Mails kommen an',
  'overview.mail-done': 'Am {date} mit den jetzigen Einstellungen getestet.',
  'overview.mail-done-kept': 'Im Beispiel wird nichts verschickt.',
  'overview.mail-again': 'Noch einmal testen',
  'overview.mail-hint-folder': 'Bisher landen sie in einem Ordner auf dem Server.',
  'overview.mail-hint-untested': 'Die jetzigen Einstellungen hat noch niemand getestet.',
  'overview.mail-hint-failing': 'Der Mailserver nimmt gerade nichts an.',
  'overview.mail-text-folder':
    'Anmeldecodes und Einladungen liegen in einem Ordner auf dem Server, in den niemand schaut. Trag euren Mailserver ein und schick dir einen Test.',
  'overview.mail-text-untested':
    'Ein Mailserver ist eingetragen. Schick dir einen Test: Er gilt, bis jemand eine der Einstellungen ändert.',
  'overview.mail-text-failing':
    'Alles wartet und wird von selbst noch einmal versucht. Der Grund steht auf der Seite zu E-Mail.',
  'overview.mail-do-folder': 'E-Mail einrichten',
  'overview.mail-do-untested': 'E-Mail testen',
  'overview.mail-do-failing': 'Grund ansehen',
  'overview.second-steward': 'Es gibt eine zweite verantwortliche Person',
  'overview.second-steward-done': 'Fehlt die eine Person, hilft die andere.',
  'overview.second-steward-change': 'Zu den Rollen',
  'overview.second-steward-hint': 'Bisher ist es nur eine Person.',
  'overview.second-steward-text':
    'Wenn du verhindert bist oder dich nicht anmelden kannst, hilft jemand anderes. Und was zwei braucht, etwa eine Änderung der E-Mail-Einstellungen, lässt sich dann bestätigen.',
  'overview.second-steward-do': 'Jemanden auswählen',
  'overview.works-council': 'Jemand hat die Verantwortlichen im Blick',
  'overview.works-council-done': 'Der Betriebsrat liest das Protokoll.',
  'overview.works-council-elsewhere': 'Es gibt keinen, oder es ist anderswo geregelt; gesagt am {date}.',
  'overview.works-council-change': 'Zu den Rollen',
  'overview.works-council-hint-nobody': 'Noch liest niemand das Protokoll.',
  'overview.works-council-hint-nominated': 'Jemand ist vorgeschlagen; eine zweite Person muss es noch bestätigen.',
  'overview.works-council-text-nobody':
    'Gib die Rolle des Betriebsrats einer Person, die hier nicht verantwortlich ist. Sie kann im Protokoll lesen, was die Verantwortlichen tun, und nichts ändern. Eine zweite Person bestätigt das.',
  'overview.works-council-text-nominated':
    'Es gilt, sobald eine zweite Person es bestätigt: weder du noch jemand, den du in den letzten 30 Tagen hinzugefügt oder eingeladen hast.',
  'overview.works-council-do-nobody': 'Jemanden auswählen',
  'overview.works-council-do-nominated': 'Zu den Rollen',
  'overview.works-council-say': 'Gibt es bei uns nicht oder ist anderswo geregelt',
  'overview.works-council-said': 'Notiert: Es gibt keinen, oder es ist anderswo geregelt.',
  'overview.backup': 'Es gibt eine frische Sicherung',
  'overview.backup-elsewhere-said': 'Wird anderswo gemacht; gesagt am {date}.',
  'overview.backup-hint-none': 'Bisher wurde keine gemacht.',
  'overview.backup-hint-old': 'Die letzte ist vom {date}, älter als ein Monat.',
  'overview.backup-text':
    'Wer den Server betreibt, macht sie mit diesem Befehl, am besten jede Nacht, und hebt eine Kopie an einem anderen Ort auf. Hier wird sie von selbst vermerkt.',
  'overview.backup-copy': 'Befehl kopieren',
  'overview.backup-copied': 'Kopiert',
  'overview.backup-say': 'Gesichert wird anderswo',
  'overview.backup-said': 'Notiert: Gesichert wird anderswo.',
  'overview.take-back': 'Zurücknehmen',
  'overview.take-back-of': 'Zurücknehmen: {step}',
  'overview.taken-back': 'Zurückgenommen.',
  'overview.undo': 'Rückgängig',

  'overview.stands': 'Wie es steht',
  'overview.stands-people':
    '{count, plural, one {Eine Person} other {# Personen}}{units, plural, =0 {} one { in einem Bereich} other { in # Bereichen}}{sites, plural, =0 {} one {, an einem Standort} other {, an # Standorten}}.',
  'overview.stands-people-more':
    '{files, plural, =0 {} one {Eine kam mit einer Verzeichnisdatei.} other {# kamen mit einer Verzeichnisdatei.}} {invited, plural, =0 {} one {Eine ist eingeladen und war noch nicht da.} other {# sind eingeladen und waren noch nicht da.}}',
  'overview.stands-programmes':
    '{count, plural, =0 {Gerade läuft kein Programm.} one {Ein Programm läuft.} other {# Programme laufen.}}',
  'overview.stands-next': 'Als Nächstes: {name} am {date}.',
  'overview.stands-formats': 'Ein Format aussuchen',
  'overview.stands-tested': 'Am {date} getestet.',
  'overview.stands-email': 'E-Mail-Einstellungen',
  'overview.stands-backup-before': 'Vor jedem Update, das die Datenbank ändert, entsteht von selbst eine.',
  'overview.stands-backup-old': 'Das ist mehr als einen Monat her.',
  'overview.unseen': 'Was du hier nicht sehen kannst',
  'overview.unseen-text':
    'Wer mitmacht und wer nicht, wer wen trifft und was jemand nur für sich oder einen anderen Menschen schreibt.',
  'overview.unseen-link': 'Wie das gesichert ist',
};
