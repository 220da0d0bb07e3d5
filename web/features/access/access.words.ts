export const en = {
  'access.sign-in': 'Sign in',
  'access.join': 'Join',
} as const;
