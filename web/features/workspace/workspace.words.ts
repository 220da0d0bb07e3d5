export const en = {
  'workspace.welcome': 'Welcome to Loam',
  'workspace.setup': 'Set up your organisation',
  'workspace.organisation': 'Organisation',
} as const;
