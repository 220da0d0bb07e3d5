export const en = {
  'records.take-title': 'Take it with you',
  'records.take-lead':
    'Everything that Loam stores about you, made at once: as a page to read, or as files for other programs.',
  'records.take-json': 'Everything, for programs (JSON)',
  'records.take-csv': 'As a table (CSV)',
  'records.take-ics': 'Whom I met, as a calendar',
  'records.take-notebook': 'What only you can read lies on your own device.',
  'records.to-notebook': 'Take it from your notebook',
  'records.leaving':
    'You are leaving this organisation. For 30 days after your last day you can take with you what is yours; then it is deleted.',
  'records.stored-title': 'What is stored about you',
  'records.stored-lead':
    'Made from the register of every column in the database. {rows, plural, one {There is one record about you} other {There are # records about you}}, {places, plural, one {in one place} other {in # places}}.',
  'records.rows': '{rows, plural, one {1 record} other {# records}}',
  'records.why': 'What for',
  'records.readers': 'Who can read it',
  'records.retention': 'How long',
  'records.basis': 'On what basis',
  'records.columns': 'What exactly',
  'records.empty-title': 'Nothing about you in these places',
  'records.none-title': 'Places that are about nobody, or would tell of others',
  'records.delete-title': 'Delete me',
  'records.delete-lead':
    'Your entry in the directory, your profile, hellos, introductions and moments are deleted at once and for good, and stay deleted if a backup is restored. Take your data with you first.',
  'records.delete-open': 'Delete me …',
  'records.delete-ask': 'This cannot be undone, not even by a steward. The log keeps a number that leads nowhere.',
  'records.delete-typed': 'Type your name: {name}',
  'records.delete-do': 'Delete me for good',
  'records.delete-not': 'Stay',
  'records.take-html': 'Everything, to read',
  'records.delete-import':
    'If your organisation’s own directory still lists you, its next import adds you again: a new, empty entry with your name, title, unit and site. Nothing that was deleted comes back. Ask those who keep the directory to leave you out.',
  'records.farewell': 'Goodbye, and thank you',
  'records.farewell-lead': 'Your data is deleted, and you are signed out. Nobody here can bring back what was yours.',
  'records.farewell-device':
    'What only you could read stays in this browser until you clear its data for this address.',
  'records.farewell-import':
    'If your organisation’s directory still lists you, an import may add a new, empty entry with your name. It knows nothing of this one.',
  'records.farewell-trust': 'What Loam promises',
} as const;
