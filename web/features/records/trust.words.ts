export const en = {
  'trust.title': 'What Loam promises you',
  'trust.lead':
    'An organisation runs this server, and people write about colleagues in it. So these rules are built into the program and tested with it; where a promise has a limit, it is named.',
  'trust.home': 'Go to Loam',
  'trust.limit': 'The limit:',
  'trust.1-title': 'Your notebook is yours',
  'trust.1':
    'What you note for yourself, and whom you choose each week, stays on your device. No administrator and no backup has it, and no company sign-in opens it.',
  'trust.1-limit':
    'Whoever runs this server could serve an altered program. What stays on your device is lost with the device unless you make a copy.',
  'trust.2':
    'If Loam ever asks whom you turn to, only you can read your answer, and it is deleted once the figures are made.',
  'trust.2-title': 'Whom you name, only you know',
  'trust.2-limit': 'This version asks no such questions; the rule is here before the feature.',
  'trust.3-title': 'The organisation sees groups, never people',
  'trust.3':
    'There is no view of your relationships for a manager or an administrator: no score, no ranking, no list of who did not take part.',
  'trust.3-limit': 'Stewards see how many messages were sent or failed, as counts.',
  'trust.4-title': 'Nothing starts without you',
  'trust.4':
    'Being in the directory sends you nothing by itself. Everything else is off until you turn it on, and you can turn it off again in two clicks. Nobody can see who did not join.',
  'trust.4-limit':
    'A steward can invite you, with two reminders at the most; stewards see whether an invitation that they wrote to your address was accepted, and the invitation says so. Your name, title, unit and site are visible to colleagues, as in any directory of your organisation.',
  'trust.5-title': 'Your boundaries hold everywhere, at once',
  'trust.5':
    'Pause, or block someone, no reason needed. A block is silent and works both ways. It is checked again at the moment a message would be sent.',
  'trust.5-limit':
    'Name, unit and site stay visible to everyone. In a very small group, people can draw conclusions even from silence.',
  'trust.6-title': 'No free text reaches you before you say yes',
  'trust.6':
    'A hello is made of set phrases. You say yes, not now, or nothing. A “not now” is never shown and holds for 90 days.',
  'trust.6-limit': 'Once you have both said yes, you can write to each other as you like.',
  'trust.7-title': 'Nobody can act as you',
  'trust.7':
    'Nobody signs in as someone else. Changing your address, or how everyone’s email is sent, takes you or two people. You see every session in your name and can end it. Every privileged act is in a log that nobody can change and that the works council can read; you can read the entries about you.',
  'trust.7-limit':
    'Whoever runs the mail server can read sign-in codes in the emails that pass through it, and sign in as anyone who relies on them; a passkey works without email. Whoever controls the server itself can make a code, which is logged and reported to you. Two people who conspire can do what takes two. The sample organisation, where anyone may look around as one of its people, is in a database of its own and sends no email.',
  'trust.8-title': 'You can leave with everything',
  'trust.8':
    'Take your data with you within a minute, delete yourself with one confirmation, and see what is stored about you, column by column. A deletion survives a restored backup. Anyone who leaves has 30 days to fetch their data.',
  'trust.8-limit':
    'The log keeps a number of yours that leads nowhere. Earlier backups contain you until they are thrown away, but restoring one does not bring you back.',
  'trust.who-title': 'Who may do what',
  'trust.who-lead':
    'This list is made from the permission code itself: every address of the program, and who may call it. What a person then gets to see is decided again, row by row, in the database.',
  'trust.may-anyone': 'Anyone, signed in or not',
  'trust.may-leaving': 'Everyone signed in, also while leaving',
  'trust.may-person': 'Everyone here',
  'trust.may-steward': 'Stewards only',
  'trust.may-works-council': 'The works council only',
  'trust.may-nobody': 'Nobody',
  'trust.count': '{count, plural, one {1 thing} other {# things}}',
  'trust.what': 'What',
  'trust.where': 'Address',
} as const;
