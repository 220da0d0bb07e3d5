export const en = {
  'letter.title': 'Everything about me in Loam',
  'letter.made': '{name}, {organisation}. Made on {time} (UTC).',
  'letter.section': '{why}. Kept: {keptFor}.',
  'letter.left-out':
    'What only you can read lies on your own device and is exported there. Numbers and keys that only the program uses, and what would tell of others, are left out.',
  'letter.yes': 'yes',
  'letter.no': 'no',
} as const;
