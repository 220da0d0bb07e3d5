import type { en } from './records.words.ts';

export const de: Record<keyof typeof en, string> = {
  'records.take-title': 'Nimm es mit',
  'records.take-lead':
    'Alles, was Loam über dich speichert, sofort erstellt: als Seite zum Lesen oder als Dateien für andere Programme.',
  'records.take-json': 'Alles, für Programme (JSON)',
  'records.take-csv': 'Als Tabelle (CSV)',
  'records.take-ics': 'Wen ich traf, als Kalender',
  'records.take-notebook': 'Was nur du lesen kannst, liegt auf deinem eigenen Gerät.',
  'records.to-notebook': 'Nimm es aus deinem Notizbuch mit',
  'records.leaving':
    'Du verlässt diese Organisation. Bis 30 Tage nach deinem letzten Tag kannst du mitnehmen, was dir gehört; dann wird es gelöscht.',
  'records.stored-title': 'Was über dich gespeichert ist',
  'records.stored-lead':
    'Erstellt aus dem Register aller Spalten der Datenbank. {rows, plural, one {Es gibt einen Eintrag über dich} other {Es gibt # Einträge über dich}}, {places, plural, one {an einem Ort} other {an # Orten}}.',
  'records.rows': '{rows, plural, one {1 Eintrag} other {# Einträge}}',
  'records.why': 'Wofür',
  'records.readers': 'Wer es lesen kann',
  'records.retention': 'Wie lange',
  'records.basis': 'Auf welcher Grundlage',
  'records.columns': 'Was genau',
  'records.empty-title': 'An diesen Orten steht nichts über dich',
  'records.none-title': 'Orte, die von niemandem handeln oder von anderen erzählen würden',
  'records.delete-title': 'Lösche mich',
  'records.delete-lead':
    'Dein Eintrag im Verzeichnis, dein Profil, deine Hallos, Kennenlernen und Begegnungen werden sofort und endgültig gelöscht und bleiben es, auch wenn eine Sicherung zurückgespielt wird. Nimm deine Daten vorher mit.',
  'records.delete-open': 'Mich löschen …',
  'records.delete-ask':
    'Das lässt sich nicht zurücknehmen, auch nicht von Verantwortlichen. Im Protokoll bleibt eine Nummer, die nirgendwohin führt.',
  'records.delete-typed': 'Gib deinen Namen ein: {name}',
  'records.delete-do': 'Endgültig löschen',
  'records.delete-not': 'Bleiben',
  'records.take-html': 'Alles, zum Lesen',
  'records.delete-import':
    'Wenn dich das Verzeichnis deiner Organisation weiterhin führt, fügt dich der nächste Import wieder hinzu: als neuen, leeren Eintrag mit Name, Titel, Bereich und Standort. Nichts Gelöschtes kommt zurück. Bitte die Stelle, die das Verzeichnis pflegt, dich auszulassen.',
  'records.farewell': 'Auf Wiedersehen, und danke',
  'records.farewell-lead':
    'Deine Daten sind gelöscht, und du bist abgemeldet. Niemand hier kann zurückholen, was dir gehörte.',
  'records.farewell-device':
    'Was nur du lesen konntest, bleibt in diesem Browser, bis du seine Daten für diese Adresse löschst.',
  'records.farewell-import':
    'Führt dich das Verzeichnis deiner Organisation weiterhin, kann ein Import einen neuen, leeren Eintrag mit deinem Namen anlegen. Er weiß nichts von diesem.',
  'records.farewell-trust': 'Was Loam verspricht',
};
