export const en = {
  'private-address.title': 'For the day you leave',
  'private-address.lead':
    'With a private address you can still fetch what is yours for 30 days after your work address has ended. It is used for nothing else.',
  'private-address.who': 'Only you see it',
  'private-address.email': 'A private address',
  'private-address.send-code': 'Send a code there',
  'private-address.sent':
    'A code is on its way to {email}. Type it here, so that a typing mistake opens nothing to anyone.',
  'private-address.sent-folder':
    'A code for {email} was written to a folder on the server, not sent. Type it here, so that a typing mistake opens nothing to anyone.',
  'private-address.code': 'The code from that email',
  'private-address.keep': 'Keep this address',
  'private-address.other': 'Use another address',
  'private-address.kept': '{email} is kept for that day.',
  'private-address.forget': 'Forget it',
  'private-address.forgotten': 'The private address is forgotten.',
} as const;
