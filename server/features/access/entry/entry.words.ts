export const en = {
  'entry.invitation-subject': 'An invitation to Loam at {organisation}',
  'entry.invitation':
    '{inviter} invites you. Loam helps colleagues at {organisation} get to know each other: a few people a week, one small first step towards each, and no scores.',
  'entry.invitation-free':
    'Nothing starts without you: until you sign in you take part in nothing, and nobody can say hello to you before you allow it.',
  'entry.invitation-by-name':
    'Stewards can see whether you accepted this invitation. If you would rather not, there is nothing you need to do.',
  'entry.invitation-by-link':
    'Nobody is shown who has signed in and who has not. If you would rather not, there is nothing you need to do.',
  'entry.invitation-open': 'Have a look',
} as const;
