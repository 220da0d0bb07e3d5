export const en = {
  'mail.own-settings': 'the server’s own settings',
  'mail.subject-proposed': 'Email is about to be sent another way',
  'mail.news-proposed':
    'A steward wants to change how Loam sends email. The change waits for a second steward, or for a code from the server’s console.',
  'mail.ways-proposed': 'Before: {before}. Proposed: {after}.',
  'mail.subject-changed': 'Email is now sent another way',
  'mail.news-changed': 'How Loam sends email has changed. This message still came the old way.',
  'mail.ways-changed': 'Before: {before}. Now: {after}.',
  'mail.codes-too':
    'Sign-in codes go out this way too. If this surprises you, look at the log and talk to the stewards.',
  'mail.open': 'Have a look',
} as const;
