import type { en } from './errors.words.ts';

export const de: Record<keyof typeof en, string> = {
  'error.unknown':
    'Bei uns ist etwas schiefgegangen. Deine Eingaben sind nicht verloren; versuch es bitte noch einmal.',
  'error.offline': 'Der Server ist nicht erreichbar. Was du siehst, bleibt; versuch es wieder, wenn du verbunden bist.',
  'error.bad-request': 'Das war nicht verständlich. Bitte prüf deine Eingaben.',
  'error.not-signed-in': 'Du bist abgemeldet. Melde dich an und versuch es noch einmal.',
  'error.not-allowed': 'Das kannst du nicht ändern.',
  'error.not-found': 'Das gibt es nicht, oder nicht für dich.',
  'error.too-many-requests': 'Das war etwas viel in kurzer Zeit. Warte ein paar Minuten und versuch es dann wieder.',
  'error.too-large': 'Das ist zu groß.',
  'error.workspace.already-set-up': 'Diese Organisation ist schon eingerichtet. Melde dich stattdessen an.',
  'error.workspace.wrong-code': 'Das ist nicht der Code, den der Server beim Start ausgegeben hat.',
  'error.workspace.unknown-time-zone': 'Diese Zeitzone ist unbekannt. Wähl eine aus der Liste, etwa Europe/Berlin.',
  'error.workspace.mail-failed': 'Der Mailserver hat die Nachricht nicht angenommen. Prüf Adresse, Name und Passwort.',
  'error.access.wrong-code': 'Der Code passt nicht oder ist älter als zehn Minuten. Fordere einen neuen an.',
  'error.access.link-ended': 'Dieser Link gilt nicht mehr. Bitte um einen neuen.',
  'error.access.wrong-domain': 'Dieser Link gilt für Adressen einer anderen Domain.',
  'error.access.needs-steward': 'Jemand muss Verantwortung behalten. Benenne zuerst eine andere Person.',
  'error.access.two-people': 'Eine zweite Person muss das bestätigen.',
  'error.access.not-both-roles': 'Niemand kann beides zugleich sein: verantwortlich und im Betriebsrat.',
  'error.people.unknown-field': 'Dieses Feld ist unbekannt.',
  'error.people.photo-type': 'Bitte wähl ein Bild als PNG, JPEG oder WebP.',
  'error.imports.unreadable':
    'Diese Datei ließ sich nicht als Tabelle lesen. Speichere sie als CSV und versuch es noch einmal.',
  'error.imports.needs-confirmation':
    'So viele würden auf einmal gehen. Bitte bestätige es, indem du die Zahl eintippst.',
  'error.imports.already-applied': 'Dieser Import ist schon übernommen. Nichts wurde doppelt getan.',
  'error.imports.outdated':
    'Das Verzeichnis hat sich seit der Vorschau geändert. Sieh dir zuerst eine neue Vorschau an.',
  'error.imports.not-last': 'Nur der letzte Import lässt sich zurücknehmen.',
  'error.introductions.not-open': 'Gerade nicht offen für ein Hallo.',
  'error.introductions.limit-reached': 'Du hast diese Woche oft Hallo gesagt. Lass dem erst etwas Zeit.',
  'error.introductions.already-asked': 'Du hast vor Kurzem Hallo gesagt. Lass es vorerst ruhen.',
  'error.introductions.ended': 'Dieses Kennenlernen ist beendet.',
  'error.introductions.swap-used': 'In dieser Runde hast du schon um jemand anderen gebeten.',
  'error.introductions.already-requested': 'Du hast vor Kurzem gefragt. Das braucht seine Zeit.',
  'error.programmes.ended': 'Dieses Programm ist zu Ende. Nichts wurde geändert.',
  'error.programmes.already-sent': 'Die Runde von heute ist schon draußen. Niemand bekommt sie zweimal.',
  'error.programmes.nobody-due':
    'Noch ist niemand an der Reihe, deshalb ging nichts hinaus. Es braucht mindestens zwei Leute.',
  'error.programmes.already-invited':
    'Alle, für die es da ist, sind schon eingeladen. Niemand bekommt eine zweite Einladung.',
  'error.programmes.unreadable-pairs':
    'Diese Zeilen ließen sich nicht als Paare lesen. Jede sollte a,b,Datum heißen; nichts wurde behalten.',
  'error.boundaries.yourself': 'Dich selbst kannst du nicht blockieren.',
  'error.records.confirm': 'Bitte tippe deinen Namen genau so, wie er dort steht.',
};
