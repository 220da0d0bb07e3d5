export const en = {
  'programmes.reminder-subject': '{from}: “{name}” on {day}',
  'programmes.reminder': 'On {day} you’ll meet someone through “{name}”, hosted by {from}.',
  'programmes.reminder-wish': 'If you like, make a wish for it: {url}',
  'programmes.reminder-free': 'Not this time? One click is enough, and nobody will know.',
  'programmes.reminder-skip': 'Sit this one out',

  'programmes.unplaced-subject': '{from}: “{name}”, no place this time',
  'programmes.unplaced':
    '{from}: “{name}”. The numbers did not work out this time, and there was no place left for you. It’s not about you.',
  'programmes.unplaced-next': 'Next time you go first. If you would rather not wait, ask to be introduced to someone.',
  'programmes.unplaced-request': 'Introduce me to someone',

  'programmes.invitation-subject': '{from}: “{name}”. Would you like to take part?',
  'programmes.invitation': '{from} invites you: “{name}”. You are welcome to join; nobody sees who does not.',
  'programmes.invitation-on':
    '{from} invites you: “{name}”, next on {day}. You are welcome to join; nobody sees who does not.',
  'programmes.invitation-open': 'Have a look',

  'programmes.host-subject': 'Would you like to host the next one?',
  'programmes.host':
    '{from}: “{name}”. A colleague there thinks you would make a good host. The formats are ready to run; it takes two minutes.',
  'programmes.host-open': 'See the formats',

  'programmes.never-invite': 'No more invitations like this: {url}',
} as const;
