export const en = {
  'organisation.title': 'Organisation',
  'organisation.steward':
    'You are a steward here: what you change applies to everyone, and every change is in the log.',
  'organisation.parts': 'Parts of the organisation',
  'organisation.part-overview': 'Overview',
  'organisation.part-people': 'People',
  'organisation.part-roles': 'Roles',
  'organisation.part-facts': 'About',
  'organisation.part-mail': 'Email',
  'organisation.part-tokens': 'Command line',
  'organisation.part-log': 'Log',
} as const;
