export const en = {
  'tokens.title': 'For the command line',
  'tokens.lead':
    'A token can import people and nothing else, for 30 days or until you are no longer a steward. Only you get to see it, and only once.',
  'tokens.token-name': 'What the token is for',
  'tokens.token-name-hint': 'For example, the machine or script that uses it.',
  'tokens.make-token': 'Create a token',
  'tokens.token-unnamed': 'Without a name',
  'tokens.token-used': 'Created {made}, last used {used}, valid until {day}',
  'tokens.token-unused': 'Created {made}, not used yet, valid until {day}',
  'tokens.end-token': 'End',
  'tokens.end-token-of': 'End the token “{name}”',
  'tokens.token-ended': 'The token has ended.',
  'tokens.no-tokens': 'No active tokens.',
  'tokens.token-once': 'Here it is, valid until {day}. It is shown only once; copy it now.',
  'tokens.end-tokens': 'End all my tokens',
  'tokens.tokens-ended': 'All your tokens have ended.',
} as const;
