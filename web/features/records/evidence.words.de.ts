import type { en } from './evidence.words.ts';

export const de: Record<keyof typeof en, string> = {
  'evidence.title': 'Wie jedes Versprechen geprüft wird',
  'evidence.lead':
    'Bevor eine Version erscheint, spielt ein Programm den Angriff durch: als Kollegin, als Person, die ein Programm ausrichtet, als verantwortliche Person, als jemand mit dem Passwort einer Datenbankrolle. Jede Zeile ist ein Angriff. Er darf kein einziges Mal gelingen.',
  'evidence.yourself':
    'Du musst uns das nicht glauben. Wer den Quelltext hat, kann alle selbst ausführen und das Ergebnis in einer Tabelle lesen:',
  'evidence.count': '{count, plural, one {1 Angriff} other {# Angriffe}}',
  'evidence.tried': 'Was versucht wird',
  'evidence.test': 'Test',
  'evidence.acts-as-me': 'Niemand handelt in deinem Namen',
  'evidence.nothing-inferred': 'Nichts lässt sich über dich erschließen',
  'evidence.always-sign-in': 'Niemand kann dir die Anmeldung abschalten',
  'evidence.nothing-lost': 'Nichts bleibt stehen, nichts geht verloren',
  'evidence.least-power': 'Jeder Teil des Programms sieht nur, was er braucht',
  'evidence.empty-scope': 'Eine Tabelle der Datenbank lesen, ohne zu sagen, für wen',
  'evidence.undo-as-taking': 'Ein Konto übernehmen, indem der Import mit der richtigen Adresse rückgängig gemacht wird',
  'evidence.release-by-second-self':
    'Eine neue Adresse mit einem eigenen Zweitkonto freigeben oder samt einer Rolle übernehmen',
  'evidence.code-guessing': 'Anmeldecodes erraten, über alle Konten und tagelang',
  'evidence.code-of-others':
    'Einen Code in einem anderen Browser, für eine andere Adresse, zweimal oder zu spät benutzen',
  'evidence.mail-by-one-steward':
    'Als eine verantwortliche Person mit weiteren Konten alle E-Mails über einen eigenen Server leiten',
  'evidence.address-by-file': 'Mit einer Verzeichnisdatei eine andere Adresse unter dem Namen einer Kollegin eintragen',
  'evidence.address-then-undo':
    'Sich über eine importierte Adresse anmelden und nach dem Rückgängigmachen angemeldet bleiben',
  'evidence.address-at-first-sign-in': 'Eine Adresse genau in dem Moment ändern, in dem sich ihre Besitzerin anmeldet',
  'evidence.address-recycled': 'Sitzung, Passkey oder Code mit einer Adresse mitnehmen, die jemand anderes bekommt',
  'evidence.address-release':
    'Eine neue Adresse allein, zu zweit als Verantwortliche, zu früh oder ohne Nachricht freigeben',
  'evidence.address-confirmed':
    'Eine neue Adresse als jemand anderes bestätigen und nach dem Wechsel eine alte Sitzung behalten',
  'evidence.sessions-in-my-name': 'Eine Sitzung im Namen einer Person halten, die sie weder sehen noch beenden kann',
  'evidence.works-council-alone':
    'Als eine verantwortliche Person mit erfundenen Kollegen den Betriebsrat ein- oder absetzen',
  'evidence.token-elsewhere': 'Einen Token für die Kommandozeile für etwas anderes als Importe benutzen',
  'evidence.other-site': 'Von der Seite einer fremden Website aus etwas ändern',
  'evidence.reading-changes': 'Durch bloßes Aufrufen einer Adresse etwas ändern',
  'evidence.photo-metadata': 'Aus einem Foto erfahren, wo, wann oder womit es aufgenommen wurde',
  'evidence.sign-in-answers': 'An einer Antwort erkennen, ob eine Adresse bekannt ist',
  'evidence.public-timing': 'An der Dauer einer Antwort erkennen, ob eine Adresse bekannt ist',
  'evidence.preview-oracle':
    'Beim Ausrichten aus Vorschau und Zahlen lesen, ob eine Person mitmacht, pausiert, sich getroffen oder jemanden blockiert hat',
  'evidence.preview-of-few': 'Programme, bei denen niemand ist, von solchen mit bis zu fünf Personen unterscheiden',
  'evidence.first-figures': 'Aus den ersten Zahlen eines Programms raten, ob eine Person mehr dabei ist',
  'evidence.words-in-mail':
    'Über den Namen eines Programms einer bestimmten Person ohne Absender eigene Worte schicken',
  'evidence.blocked-host-writes': 'Jemandem schreiben, der mich blockiert hat, indem ich ein Programm ausrichte',
  'evidence.old-links': 'Mit dem Link einer älteren E-Mail einen späteren, stärkeren Wunsch aufheben',
  'evidence.forged-forwarded-for': 'Vor einem Proxy einen anderen Absender vortäuschen',
  'evidence.office-of-thirty': 'Dreißig Leute in einem Büro daran hindern, sich binnen einer Minute anzumelden',
  'evidence.two-thousand-asks': 'Andere aussperren, indem zweitausendmal Codes angefordert werden',
  'evidence.flooded-victim': 'Eine Person aussperren, indem in ihrem Namen Codes angefordert werden',
  'evidence.set-up-lock': 'Die erste verantwortliche Person vom Einrichten aussperren',
  'evidence.mail-that-fails': 'Mit kaputten E-Mail-Einstellungen verhindern, dass Codes ankommen',
  'evidence.few-connections': 'Mit fünfhundert Anfragen zugleich die Verbindungen der Datenbank aufbrauchen',
  'evidence.frozen-database': 'Leute warten lassen, während die Datenbank eingefroren ist',
  'evidence.dead-database': 'Loam lahmlegen, indem die Datenbank beendet wird',
  'evidence.backup-edited': 'Eine Sicherung einspielen, die jemand verändert hat',
  'evidence.restore-under-a-server': 'Eine Sicherung unter einem laufenden Server zurückspielen',
  'evidence.killed-first-start': 'Den Datenordner verlieren, indem der erste Start irgendwann abgebrochen wird',
  'evidence.killed-later':
    'Import, Rückgängigmachen, Sicherung, Zurückspielen oder Migration durch Abbruch halb fertig hinterlassen',
  'evidence.two-starts': 'Den Daten schaden, indem zweimal zugleich gestartet wird',
  'evidence.port-taken': 'Etwas zurücklassen, wenn beim Start der Port belegt ist',
  'evidence.nameless-user': 'Unter einem Betriebssystem-Konto ohne Namen starten',
  'evidence.undo-takes-long':
    'Das Verzeichnis blockieren, indem ein Import von zwanzigtausend Personen rückgängig gemacht wird',
  'evidence.bodies-and-sockets':
    'Speicher oder Verbindungen des Servers mit riesigen Uploads und Tausenden Verbindungen füllen',
  'evidence.other-workspace-read': 'Mit dem Passwort einer Datenbankrolle Zeilen einer anderen Organisation lesen',
  'evidence.other-workspace-functions': 'Zeilen einer anderen Organisation über eine Funktion lesen',
  'evidence.other-workspace-write': 'Zeilen einer anderen Organisation ändern',
  'evidence.more-power': 'Einer Datenbankrolle mehr Rechte verschaffen, als sie bekommen hat',
  'evidence.who-never-came':
    'Am Profil, an einem Hallo oder an den Vorschlägen der Woche erkennen, wer keine Hallos möchte oder nie gekommen ist',
  'evidence.times-of-others': 'Aus angebotenen Terminen oder aus Vorschlägen erfahren, wann jemand andere trifft',
  'evidence.side-channels':
    'Aus Fehlern, Statistiken oder laufenden Anweisungen etwas über eine andere Organisation erfahren',
  'evidence.scope-by-trick': 'Mit einem Trick den Bereich einer anderen Organisation benennen',
};
