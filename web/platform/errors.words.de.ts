import type { en } from './errors.words.ts';

export const de: Record<keyof typeof en, string> = {
  'error.unknown':
    'Bei uns ist etwas schiefgegangen. Deine Eingaben sind nicht verloren; versuch es bitte noch einmal.',
  'error.offline': 'Der Server ist nicht erreichbar. Was du siehst, bleibt; versuch es wieder, wenn du verbunden bist.',
  'error.bad-request': 'Etwas an deinen Eingaben war nicht verständlich. Bitte prüf sie.',
  'error.not-signed-in': 'Du bist abgemeldet. Melde dich an und versuch es noch einmal.',
  'error.not-allowed': 'Das kannst du nicht ändern.',
  'error.not-found': 'Das gibt es nicht, oder es ist nicht für dich freigegeben.',
  'error.too-many-requests': 'Das war etwas viel in kurzer Zeit. Warte ein paar Minuten und versuch es dann wieder.',
  'error.too-large': 'Das ist zu groß.',
  'error.database-unreachable':
    'Die Datenbank antwortet gerade nicht. Was gespeichert war, ist sicher; versuch es in einer Minute noch einmal.',
  'error.workspace.already-set-up': 'Diese Organisation ist schon eingerichtet. Melde dich stattdessen an.',
  'error.workspace.wrong-code': 'Das ist nicht der Code, den der Server beim Start ausgegeben hat.',
  'error.workspace.unknown-time-zone': 'Diese Zeitzone ist unbekannt. Wähl eine aus der Liste, etwa Europe/Berlin.',
  'error.workspace.mail-changed': 'Diesen Vorschlag gibt es nicht mehr. Schau nach, was jetzt hier steht.',
  'error.workspace.mail-two-people':
    'Dazu braucht es eine zweite verantwortliche Person, die sich schon vorher angemeldet hatte und die Rolle nicht in den letzten 30 Tagen von derselben Person bekommen hat.',
  'error.workspace.wrong-mail-code':
    'Das ist nicht der Code, oder er ist zu alt. Lass auf dem Server einen neuen ausgeben: loam mail-code.',
  'error.workspace.mail-failed': 'Der Mailserver hat die Nachricht nicht angenommen. Prüf Adresse, Name und Passwort.',
  'error.access.wrong-code': 'Der Code stimmt nicht oder ist älter als zehn Minuten. Fordere einen neuen an.',
  'error.access.link-ended': 'Dieser Link gilt nicht mehr. Bitte um einen neuen.',
  'error.access.wrong-domain': 'Dieser Link gilt für Adressen einer anderen Domain.',
  'error.access.needs-steward': 'Mindestens eine Person muss verantwortlich bleiben. Benenne zuerst eine andere.',
  'error.access.two-people': 'Eine zweite Person muss das bestätigen.',
  'error.not-same-site':
    'Das kam nicht von der Adresse, unter der Loam läuft, deshalb wurde nichts geändert. Öffne Loam unter seiner eigenen Adresse und versuch es noch einmal.',
  'error.unsupported-media-type': 'In dieser Form nimmt der Server nichts entgegen.',
  'error.access.signed-in-later': 'Wer bestätigt, muss sich angemeldet haben, bevor der Vorschlag gemacht wurde.',
  'error.access.same-making':
    'Wer bestätigt, darf in den letzten 30 Tagen nicht von der vorschlagenden Person hinzugefügt, eingeladen oder mit einer Rolle versehen worden sein, auch nicht umgekehrt.',
  'error.access.already-proposed': 'Das Ende dieser Rolle wurde schon vorgeschlagen.',
  'error.imports.works-council':
    'Damit würde jemand aus dem Betriebsrat ausscheiden. Vorher muss die Rolle enden: Die Person legt sie selbst nieder, oder zwei Personen beenden sie auf der Seite der Organisation.',
  'error.access.token-imports-only': 'Ein Token darf Personen importieren, sonst nichts.',
  'error.access.not-both-roles': 'Niemand kann beides zugleich sein: verantwortlich und im Betriebsrat.',
  'error.addresses.taken': 'Diese Adresse hat hier schon jemand anderes.',
  'error.addresses.too-early':
    'Das geht noch nicht: Erst müssen drei Tage vergehen, in denen die bisherige Adresse zweimal benachrichtigt wird.',
  'error.addresses.not-these-two':
    'Diese beiden können das nicht freigeben. Es braucht eine verantwortliche Person und eine, die es nicht ist, und beide müssen sich vor der Änderung schon angemeldet haben.',
  'error.people.unknown-field': 'Dieses Feld ist unbekannt.',
  'error.access.has-joined':
    'Diese Person ist schon angemeldet; es gibt keine Einladung mehr zu schicken oder zurückzuziehen.',
  'error.access.invited-lately':
    'Diese Person wurde in den letzten 24 Stunden schon eingeladen, oder schon oft genug. Es wurde nichts geschickt.',
  'error.access.holds-role': 'Diese Person hat hier eine Rolle. Beende zuerst die Rolle.',
  'error.directory.unit-not-empty':
    'In diesem Bereich sind noch Leute oder andere Bereiche, oder ein Programm ist für ihn gedacht. Verschiebe sie zuerst.',
  'error.directory.unit-below-itself': 'Ein Bereich kann nicht unter sich selbst stehen. Wähl einen anderen.',
  'error.directory.unit-name-taken': 'An dieser Stelle gibt es schon einen Bereich dieses Namens.',
  'error.people.not-mine-to-say':
    'Das kommt aus dem Verzeichnis deiner Organisation oder von Verantwortlichen; nur sie können es ändern.',
  'error.people.photo-type': 'Bitte wähl ein Bild als PNG, JPEG oder WebP.',
  'error.imports.unreadable':
    'Diese Datei ließ sich nicht als Tabelle lesen. Speichere sie als CSV und versuch es noch einmal.',
  'error.imports.needs-confirmation':
    'So viele würden auf einmal gehen. Bitte bestätige es, indem du die Zahl eintippst.',
  'error.imports.already-applied': 'Dieser Import ist schon übernommen. Nichts ist doppelt passiert.',
  'error.imports.outdated':
    'Das Verzeichnis hat sich seit der Vorschau geändert. Sieh dir zuerst eine neue Vorschau an.',
  'error.imports.not-last': 'Nur der letzte Import lässt sich zurücknehmen.',
  'error.introductions.not-open': 'Du machst gerade Pause. Beende sie, um Hallo zu sagen.',
  'error.introductions.limit-reached': 'Du hast diese Woche vielen Hallo gesagt. Lass ihnen erst etwas Zeit.',
  'error.introductions.already-asked': 'Du hast vor Kurzem Hallo gesagt. Lass es vorerst ruhen.',
  'error.introductions.ended': 'Dieses Kennenlernen ist beendet.',
  'error.introductions.swap-used': 'In dieser Runde hast du schon um jemand anderen gebeten.',
  'error.introductions.time-gone': 'Dieser Termin lässt sich nicht mehr wählen. Nimm einen der anderen.',
  'error.introductions.time-taken': 'Zu dieser Zeit triffst du schon jemand anderen. Wähle eine andere.',
  'error.introductions.already-requested': 'Du hast vor Kurzem gefragt. Das braucht seine Zeit.',
  'error.programmes.ended': 'Dieses Programm ist zu Ende. Nichts wurde geändert.',
  'error.programmes.already-sent': 'Die Runde von heute ist schon verschickt. Niemand bekommt sie zweimal.',
  'error.programmes.already-invited':
    'Alle, für die das Programm ist, sind schon eingeladen. Niemand bekommt eine zweite Einladung.',
  'error.programmes.too-many-looks':
    'Du hast heute schon dreißig Vorschauen angesehen. Die Zahlen ändern sich am selben Tag nicht; schau morgen wieder.',
  'error.programmes.name-leads-away': 'Ein Name kann keine Web- oder E-Mail-Adresse sein. Bitte nimm Wörter.',
  'error.programmes.unreadable-pairs':
    'Diese Zeilen ließen sich nicht als Paare lesen. Jede sollte a,b,Datum heißen; nichts wurde gespeichert.',
  'error.boundaries.yourself': 'Dich selbst kannst du nicht blockieren.',
  'error.records.confirm': 'Bitte tippe deinen Namen genau so, wie er dort steht.',
};
