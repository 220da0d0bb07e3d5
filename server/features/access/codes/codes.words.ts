export const en = {
  'codes.console-subject': 'A sign-in code for you was made at the server',
  'codes.console':
    'Whoever runs the server made a code there that can be used to sign in as you. It is valid for ten minutes.',
  'codes.console-ask':
    'If you asked for it, all is well. If not, ask them: it is in your log and in the works council’s. In your settings you can see where you are signed in, and end any session you do not recognise.',
} as const;
