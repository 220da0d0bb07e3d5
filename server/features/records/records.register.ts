import { basis, ids, kept, type Register, read, say } from './register.rules.ts';

/** What is kept of records themselves. */
export const recordTables: Register = {
  erasure: {
    title: say('Deletions', 'Löschungen'),
    purpose: say(
      'Whoever was deleted stays deleted when a backup comes back',
      'Wer gelöscht wurde, bleibt gelöscht, wenn eine Sicherung zurückkommt',
    ),
    basis: basis.duty,
    retention: kept.always,
    readers: read.program,
    about: 'none',
    columns: {
      ...ids,
      erased_at: say('When', 'Wann'),
    },
  },
  migration: {
    title: say('Versions of the database', 'Stände der Datenbank'),
    purpose: say('The program knows which changes were made', 'Das Programm weiß, welche Änderungen gemacht sind'),
    basis: basis.none,
    retention: kept.always,
    readers: read.program,
    about: 'none',
    columns: {
      name: say('The change', 'Die Änderung'),
      applied_at: say('When it was made', 'Wann sie gemacht wurde'),
    },
  },
};
