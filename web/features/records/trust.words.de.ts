import type { en } from './trust.words.ts';

export const de: Record<keyof typeof en, string> = {
  'trust.title': 'Was Loam dir verspricht',
  'trust.lead':
    'Eine Organisation betreibt diesen Server, und Menschen schreiben darin über Kolleginnen und Kollegen. Darum sind diese Regeln ins Programm gebaut und werden mit ihm geprüft; wo ein Versprechen eine Grenze hat, steht sie dabei.',
  'trust.home': 'Zu Loam',
  'trust.limit': 'Die Grenze:',
  'trust.1-title': 'Dein Notizbuch gehört dir',
  'trust.1':
    'Was du für dich notierst und wen du jede Woche wählst, bleibt auf deinem Gerät. Keine Administration und keine Sicherung hat es, und keine Firmenanmeldung öffnet es.',
  'trust.1-limit':
    'Wer diesen Server betreibt, könnte ein verändertes Programm ausliefern. Was auf deinem Gerät bleibt, geht mit dem Gerät verloren, wenn du keine Kopie machst.',
  'trust.2-title': 'Wen du nennst, weißt nur du',
  'trust.2':
    'Falls Loam je fragt, an wen du dich wendest, kannst nur du deine Antwort lesen, und sie wird gelöscht, sobald die Zahlen gebildet sind.',
  'trust.2-limit': 'Diese Version stellt keine solchen Fragen; die Regel gilt schon vor der Funktion.',
  'trust.3-title': 'Die Organisation sieht Gruppen, nie Menschen',
  'trust.3':
    'Es gibt keine Sicht auf deine Beziehungen für Vorgesetzte oder Administration: keine Punkte, keine Rangfolge, keine Liste derer, die nicht mitmachen.',
  'trust.3-limit': 'Verantwortliche sehen, wie viele Nachrichten verschickt wurden oder scheiterten, als Anzahl.',
  'trust.4-title': 'Nichts beginnt ohne dich',
  'trust.4':
    'Nur weil du im Verzeichnis stehst, bekommst du von allein nichts geschickt. Alles andere ist aus, bis du es einschaltest, und mit zwei Klicks wieder aus. Niemand sieht, wer nicht dabei ist.',
  'trust.4-limit':
    'Verantwortliche können dich einladen und höchstens zweimal daran erinnern; sie sehen, ob eine an deine Adresse gerichtete Einladung angenommen wurde, und das steht in der Einladung. Name, Stellenbezeichnung, Bereich und Standort sind für alle hier sichtbar, wie in jedem Verzeichnis deiner Organisation.',
  'trust.5-title': 'Deine Grenzen gelten überall und sofort',
  'trust.5':
    'Mach Pause oder blockiere jemanden, ohne Begründung. Eine Blockierung ist still und gilt in beide Richtungen. Sie wird noch einmal geprüft, wenn eine Nachricht verschickt werden soll.',
  'trust.5-limit':
    'Name, Bereich und Standort bleiben für alle sichtbar. In einer sehr kleinen Gruppe lässt sich auch Stille deuten.',
  'trust.6-title': 'Kein freier Text erreicht dich vor deinem Ja',
  'trust.6':
    'Ein Hallo besteht aus vorgegebenen Sätzen. Du sagst „ja“, „jetzt nicht“ oder nichts. Ein „jetzt nicht“ wird nie gezeigt und gilt 90 Tage.',
  'trust.6-limit': 'Wenn ihr beide Ja gesagt habt, könnt ihr euch schreiben, wie ihr mögt.',
  'trust.7-title': 'Niemand kann in deinem Namen handeln',
  'trust.7':
    'Niemand meldet sich als jemand anderes an. Deine Adresse ändern oder den Weg, auf dem alle E-Mails verschickt werden: Das braucht dich oder zwei Personen. Du siehst jede Sitzung in deinem Namen und kannst sie beenden. Jede Handlung mit besonderen Rechten steht in einem Protokoll, das niemand ändern und der Betriebsrat lesen kann; die Einträge über dich kannst du lesen.',
  'trust.7-limit':
    'Wer den Mailserver betreibt, kann Anmeldecodes in den durchlaufenden E-Mails lesen und sich als alle anmelden, die darauf angewiesen sind; ein Passkey funktioniert ohne E-Mail. Wer den Server selbst in der Hand hat, kann einen Code erzeugen; das steht im Protokoll und wird dir mitgeteilt. Zwei, die sich absprechen, können alles, wofür es zwei braucht. Die Beispielorganisation, in der sich alle als eine der Personen dort umsehen können, liegt in einer eigenen Datenbank und verschickt keine E-Mails.',
  'trust.8-title': 'Du kannst mit allem gehen',
  'trust.8':
    'Nimm deine Daten in einer Minute mit, lösche dich mit einer Bestätigung und sieh Spalte für Spalte, was über dich gespeichert ist. Eine Löschung übersteht auch eine zurückgespielte Sicherung. Wer geht, hat 30 Tage, um die eigenen Daten zu holen.',
  'trust.8-limit':
    'Im Protokoll bleibt eine Nummer von dir, die nirgendwohin führt. Ältere Sicherungen enthalten dich, bis sie weggeworfen werden, bringen aber niemanden zurück.',
  'trust.who-title': 'Wer was darf',
  'trust.who-lead':
    'Diese Liste entsteht aus dem Code der Berechtigungen selbst: jede Adresse des Programms und wer sie aufrufen darf. Was jemand dann zu sehen bekommt, wird in der Datenbank noch einmal Zeile für Zeile entschieden. Die Beschreibungen stammen aus dem Programm und sind englisch.',
  'trust.may-anyone': 'Alle, angemeldet oder nicht',
  'trust.may-leaving': 'Alle Angemeldeten, auch während sie gehen',
  'trust.may-person': 'Alle hier',
  'trust.may-steward': 'Nur Verantwortliche',
  'trust.may-works-council': 'Nur der Betriebsrat',
  'trust.may-nobody': 'Niemand',
  'trust.count': '{count, plural, one {1 Sache} other {# Dinge}}',
  'trust.what': 'Was',
  'trust.where': 'Adresse',
};
