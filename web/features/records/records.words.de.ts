import type { en } from './records.words.ts';

export const de: Record<keyof typeof en, string> = {
  'records.take-title': 'Nimm es mit',
  'records.take-lead':
    'Alles, was dir gehört, in einer Datei und sofort: was das Verzeichnis von dir sagt, dein Profil, Grüße, Vorstellungen und Momente.',
  'records.take-json': 'Alles (JSON)',
  'records.take-csv': 'Als Tabelle (CSV)',
  'records.take-ics': 'Wen ich traf, als Kalender',
  'records.take-notebook': 'Was nur du lesen kannst, liegt auf deinem eigenen Gerät.',
  'records.to-notebook': 'Nimm es aus deinem Notizbuch mit',
  'records.leaving':
    'Du verlässt diese Organisation. Bis 30 Tage nach deinem letzten Tag kannst du mitnehmen, was dir gehört; dann wird es gelöscht.',
  'records.stored-title': 'Was über dich gespeichert ist',
  'records.stored-lead':
    'Erstellt aus dem Register aller Spalten der Datenbank. {rows, plural, one {Es gibt eine Zeile über dich} other {Es gibt # Zeilen über dich}}, {places, plural, one {an einem Ort} other {an # Orten}}.',
  'records.rows': '{rows, plural, one {1 Zeile} other {# Zeilen}}',
  'records.why': 'Wofür',
  'records.readers': 'Wer es lesen kann',
  'records.retention': 'Wie lange',
  'records.basis': 'Auf welcher Grundlage',
  'records.columns': 'Was genau',
  'records.empty-title': 'An diesen Orten steht nichts über dich',
  'records.none-title': 'Orte, die von niemandem handeln oder von anderen erzählen würden',
  'records.delete-title': 'Lösche mich',
  'records.delete-lead':
    'Deine Zeile im Verzeichnis, dein Profil, Grüße, Vorstellungen und Momente werden sofort und endgültig gelöscht, auch aus Sicherungen, die später zurückkommen. Du wirst abgemeldet. Nimm vorher deine Daten mit.',
  'records.delete-open': 'Mich löschen …',
  'records.delete-ask':
    'Das lässt sich nicht zurücknehmen, auch nicht von Verantwortlichen. Im Protokoll bleibt eine Nummer, die nirgendwohin führt.',
  'records.delete-typed': 'Gib deinen Namen ein: {name}',
  'records.delete-do': 'Endgültig löschen',
  'records.delete-not': 'Bleiben',
};
