import type { en } from './notebook.words.ts';

export const de: Record<keyof typeof en, string> = {
  'notebook.title': 'Notizbuch',
  'notebook.lead': 'Was du beim nächsten Mal fragen willst und was du versprochen hast.',
  'notebook.here': 'Nur du, und nur auf diesem Gerät: Nichts von dieser Seite geht an den Server.',
  'notebook.label': 'Etwas, das du dir merken willst',
  'notebook.placeholder': 'Ana fragen, wie der Umzug nach Porto war',
  'notebook.keep': 'Speichern',
  'notebook.open': 'Für dich gespeichert',
  'notebook.done': 'Erledigt',
  'notebook.forget': 'Löschen',
  'notebook.forgotten': 'Gelöscht.',
  'notebook.undo': 'Rückgängig',
  'notebook.empty': 'Noch nichts hier',
  'notebook.empty-text': 'Schreib nach einem Gespräch eine Zeile: was dir erzählt wurde oder was du zugesagt hast.',
  'notebook.save': 'Als Datei speichern',
  'notebook.gentle': 'Schreib es so, dass du es der Person zeigen könntest.',
};
