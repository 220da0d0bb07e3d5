export const en = {
  'answered.loading': 'Loading',
  'answered.again': 'Try again',
  'answered.trying': 'Trying again',
  'answered.offline': 'You are offline. What you see may be out of date; what you type stays in this tab.',
  'answered.offline-nothing': 'You are offline, so this could not be loaded. It appears once you are connected.',
  'answered.old': 'This could not be refreshed and may be out of date.',
} as const;
