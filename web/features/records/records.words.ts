export const en = {
  'records.take-title': 'Take it with you',
  'records.take-lead':
    'Everything of yours in one file, made at once: what the directory says of you, your profile, hellos, introductions and moments.',
  'records.take-json': 'Everything (JSON)',
  'records.take-csv': 'As a table (CSV)',
  'records.take-ics': 'Whom I met, as a calendar',
  'records.take-notebook': 'What only you can read lies on your own device.',
  'records.to-notebook': 'Take it from your notebook',
  'records.leaving':
    'You are leaving this organisation. For 30 days after your last day you can take with you what is yours; then it is deleted.',
  'records.stored-title': 'What is stored about you',
  'records.stored-lead':
    'Made from the register of every column in the database. {rows, plural, one {There is one line about you} other {There are # lines about you}}, {places, plural, one {in one place} other {in # places}}.',
  'records.rows': '{rows, plural, one {1 line} other {# lines}}',
  'records.why': 'What for',
  'records.readers': 'Who can read it',
  'records.retention': 'How long',
  'records.basis': 'On which ground',
  'records.columns': 'What exactly',
  'records.empty-title': 'Nothing about you in these places',
  'records.none-title': 'Places that are about nobody, or would tell of others',
  'records.delete-title': 'Delete me',
  'records.delete-lead':
    'Your line in the directory, your profile, hellos, introductions and moments are deleted at once and for good, from later backups too. You are signed out. Take your data with you first.',
  'records.delete-open': 'Delete me …',
  'records.delete-ask': 'This cannot be undone, not even by a steward. The log keeps a number that leads nowhere.',
  'records.delete-typed': 'Type your name: {name}',
  'records.delete-do': 'Delete me for good',
  'records.delete-not': 'Stay',
} as const;
