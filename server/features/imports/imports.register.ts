import { basis, ids, kept, type Register, read, say } from '#server/features/records/records.ts';

/** What is kept of directory files. */
export const importTables: Register = {
  import_run: {
    title: say('Imports of the directory in which you appear', 'Importe des Verzeichnisses, in denen du vorkommst'),
    purpose: say(
      'A steward sees what an import would change, and can undo the last',
      'Verantwortliche sehen, was ein Import ändern würde, und können den letzten zurücknehmen',
    ),
    basis: basis.interest,
    retention: kept.thirtyDays,
    readers: read.stewards,
    about: 'imports',
    columns: {
      workspace_id: ids.workspace_id,
      import_id: say('Its number', 'Seine Nummer'),
      made_by: say('Which steward read the file', 'Wer die Datei eingelesen hat'),
      made_at: say('When', 'Wann'),
      status: say('Looked at, applied or undone', 'Angesehen, angewendet oder zurückgenommen'),
      complete: say('Whether it was the complete directory', 'Ob es das ganze Verzeichnis war'),
      plan: say(
        'What the file said and what stood there before, line by line',
        'Was in der Datei stand und was vorher dastand, Zeile für Zeile',
      ),
      summary: say('Its columns and counts, and the first lines', 'Spalten und Zahlen, dazu die ersten Zeilen'),
      applied_at: say('When it was applied', 'Wann er angewendet wurde'),
    },
  },
};
