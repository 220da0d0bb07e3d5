export const en = {
  'trust.title': 'What Loam promises you',
  'trust.lead':
    'An organisation runs this server, and people write about colleagues in it. So these rules are built into the program and tested with it; where a promise has a limit, it is named.',
  'trust.home': 'Back to Loam',
  'trust.limit': 'The limit:',
  'trust.1-title': 'Your notebook is yours',
  'trust.1':
    'What you note for yourself, and whom you choose each week, stays on your device. No administrator and no backup holds it, and no company sign-in opens it.',
  'trust.1-limit':
    'Whoever runs this server could serve an altered program. What stays on your device is lost with the device unless you take a copy.',
  'trust.2':
    'If Loam ever asks whom you turn to, only you can read your answer, and it is deleted once the figures are made.',
  'trust.2-title': 'Whom you name, only you know',
  'trust.2-limit': 'This version asks no such questions; the rule stands before the feature.',
  'trust.3-title': 'The organisation sees groups, never people',
  'trust.3':
    'There is no view of your relationships for a manager or an administrator: no score, no ranking, no list of who did not take part.',
  'trust.3-limit': 'Stewards see how many messages left or failed, as counts.',
  'trust.4-title': 'Nothing starts without you',
  'trust.4':
    'Being in the directory sends you nothing. Everything else is off until you turn it on, and off again in two clicks. Nobody can see who did not join.',
  'trust.4-limit':
    'Your name, title, unit and site are visible to colleagues, as in any directory of your organisation.',
  'trust.5-title': 'Your boundaries hold everywhere, at once',
  'trust.5':
    'Pause, or block somebody, without a reason. A block is silent and works both ways. It is checked again at the moment a message would leave.',
  'trust.5-limit':
    'Name, unit and site stay visible to everybody. In a very small group, silence itself can be guessed at.',
  'trust.6-title': 'No free words reach you before you said yes',
  'trust.6':
    'A hello is made of chosen phrases. You say yes, not now, or nothing. A “not now” is never shown and holds for 90 days.',
  'trust.6-limit': 'Once you both said yes, you can write to each other as you like.',
  'trust.7-title': 'Nobody can act as you',
  'trust.7':
    'There is no signing in as somebody else. Each privileged act is in a log that cannot be changed and that the works council can read; you can read the lines about you.',
  'trust.7-limit':
    'The sample organisation, where one may look around as described people, lies in a database of its own and sends no mail.',
  'trust.8-title': 'You can leave with everything',
  'trust.8':
    'Take your data with you within a minute, delete yourself with one confirmation, and see what is stored about you, column by column. A deletion survives a restored backup. Whoever leaves has 30 days to fetch what is theirs.',
  'trust.8-limit':
    'The log keeps a number of yours that leads nowhere. Backups made earlier hold you until they are thrown away, but bring nobody back.',
  'trust.who-title': 'Who may do what',
  'trust.who-lead':
    'This list is made from the permission code itself: every address of the program, and who may call it. What a person then gets to see is decided again, line by line, in the database.',
  'trust.may-anyone': 'Anybody, signed in or not',
  'trust.may-leaving': 'Everybody signed in, also while leaving',
  'trust.may-person': 'Everybody here',
  'trust.may-steward': 'Stewards alone',
  'trust.may-works-council': 'The works council alone',
  'trust.may-nobody': 'Nobody',
  'trust.count': '{count, plural, one {1 thing} other {# things}}',
  'trust.what': 'What',
  'trust.where': 'Address',
} as const;
