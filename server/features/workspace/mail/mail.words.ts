export const en = {
  'mail.own-settings': 'the server’s own settings',
  'mail.proposed-subject': 'Email is about to be sent another way',
  'mail.proposed':
    'A steward wants to change how Loam sends email. The change waits for a second steward, or for a code from the server’s console.',
  'mail.proposed-ways': 'Before: {before}. Proposed: {after}.',
  'mail.changed-subject': 'Email is now sent another way',
  'mail.changed': 'How Loam sends email has changed. This message still came the old way.',
  'mail.changed-ways': 'Before: {before}. Now: {after}.',
  'mail.codes-too':
    'Sign-in codes go out this way too. If this surprises you, look at the log and talk to the stewards.',
  'mail.open': 'Have a look',
} as const;
