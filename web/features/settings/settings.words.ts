export const en = {
  'settings.title': 'Settings',
  'settings.leaving': 'Take what is yours',
  'settings.parts': 'Parts of the settings',
  'settings.profile': 'Profile',
  'settings.boundaries': 'Boundaries',
  'settings.sign-in': 'Sign-in',
  'settings.mail': 'Email',
  'settings.data': 'My data',
} as const;
