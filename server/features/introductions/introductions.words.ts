export const en = {
  'introductions.you': 'you',

  'introductions.hello-subject': 'Someone would like to say hello',
  'introductions.hello': 'A colleague would like to get to know you.',
  'introductions.hello-free': 'You decide: yes, or not now. A “not now” has no consequences.',
  'introductions.hello-open': 'Have a look',

  'introductions.opening-hello': 'You both said yes.',
  'introductions.opening-round': 'This round brings you together.',
  'introductions.opening-request': 'You are both open to meeting someone.',
  'introductions.opening-again': 'Another conversation, with a guide of its own.',
  'introductions.reply': 'Reply to this email and it goes to {names}.',
  'introductions.about': 'In their own words: {about}',
  'introductions.common': 'What you share: {list}.',
  'introductions.different': 'Where you differ: {list}.',
  'introductions.member-common': 'you share: {list}',
  'introductions.guide-opening': 'To begin: {question}',
  'introductions.guide-closing': 'To close: {question}',
  'introductions.guide-open': 'Times and guide',

  'introductions.ended-subject': 'Your introduction to {names} won’t happen this time',
  'introductions.ended': 'Meeting {names} won’t work out this time. It happens; it’s not about you.',
  'introductions.ended-round': 'We’ll look for someone else for you; if there is nobody, you go first next time.',
  'introductions.ended-other': 'If you like, say hello to someone else.',
  'introductions.ended-people': 'Your people this week',

  'introductions.fewer-subject': 'A smaller group this time: {names}',
  'introductions.fewer': 'Not everyone can be there this time. It happens; it’s not about you.',
  'introductions.fewer-others': 'You meet {names} as planned.',

  'introductions.did-you-meet-subject': 'Did you meet {names}?',
  'introductions.did-you-meet': 'A week ago we introduced you to {names}.',
  'introductions.did-you-meet-once':
    'One click is enough. If it has not happened yet, that is fine too: we ask only this once.',
  'introductions.did-you-meet-answer': 'Answer with one click',

  'introductions.again-subject': '{names}, once more?',
  'introductions.again': 'You said the same, each on your own: {names} and you would like to meet again.',
  'introductions.again-ways':
    'If you like: a second conversation with deeper questions, a third person with you, or a steady rhythm.',
  'introductions.again-arrange': 'Arrange something',

  'introductions.rhythm-subject': 'Time for {names} again?',
  'introductions.rhythm': 'You wanted to see each other now and then. Reply to this email and it goes to {names}.',
  'introductions.rhythm-free':
    'If this is not the moment, then next time. Any of you can end the rhythm whenever you like.',

  'introductions.lapsed-subject': 'Your request is resting now',
  'introductions.lapsed':
    'You wanted to be introduced to someone. In two weeks we found nobody who was free; that says nothing about you.',
  'introductions.lapsed-again': 'Ask once more whenever you like.',

  'introductions.open-meetings': 'Your meetings',
  'introductions.open-page': 'Open your page',
} as const;
