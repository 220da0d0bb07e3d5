export const en = {
  'delivery.code-subject': 'Your code: {code}',
  'delivery.code': 'Type this code where you asked for it: {code}',
  'delivery.code-validity':
    'It is valid for ten minutes, and only in that browser. If you did not ask for a code, ignore this message: nobody gets in with it alone.',
  'delivery.long-code-subject': 'Your code for this hour: {code}',
  'delivery.long-code':
    'A great many codes were asked for with your address. So that your mailbox does not fill up, here is a longer one that is valid for an hour: {code}',
  'delivery.long-code-validity':
    'It works once, in any browser where you enter your address on the sign-in page. Until it ends, further codes come only for browsers in which you were signed in before. Do not pass it on to anyone.',
  'delivery.test-subject': 'Email from Loam works',
  'delivery.test': 'This is the test you asked for. Loam can send email from here.',
  'delivery.test-folder-subject': 'Test: written to the folder',
  'delivery.test-folder': 'This is the test you asked for. It was written to a folder, not sent.',
  'delivery.why-directory': 'Loam sends you this for {organisation}, because you are in its directory.',
  'delivery.why-invited': 'Loam sends you this for {organisation}, because a colleague there invited you.',
  'delivery.why-sign-in': 'Loam sends you this for {organisation}, because it is about how you sign in there.',
  'delivery.why-roles': 'Loam sends you this for {organisation}, because it is about who looks after Loam there.',
  'delivery.why-code': 'Loam sends you this for {organisation}, because this address was entered there to get a code.',
  'delivery.why-test': 'Loam sends you this for {organisation}, because you asked for a test there.',
  'delivery.stop': 'Turn off email from Loam with one click:',
} as const;
