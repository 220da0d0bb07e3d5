export const en = {
  'delivery.title': 'Mail',
  'delivery.lead':
    'Hellos and introductions always wait for you here. By mail they come between seven in the morning and eight in the evening where you are, never twice, and nothing in them reports back.',
  'delivery.switch': 'Write to me by mail too',
  'delivery.uncertain': 'These may have got lost on their way by mail. You find what they say in Meet.',
  'delivery.have-arrived': 'may have arrived',
  'delivery.not-have-arrived': 'did not arrive',
  'delivery.page-on': 'Mail from Loam',
  'delivery.page-on-lead':
    'Press once, and no more mail comes to you from Loam. Whatever would have been written still waits for you when you sign in.',
  'delivery.stop': 'Turn mail off',
  'delivery.page-off': 'Mail is off',
  'delivery.page-off-lead': 'No more mail comes to you from Loam. Nobody is told.',
  'delivery.undo': 'Bring mail back',
  'delivery.undo-lead': 'For seven days you can bring it back here with one press; later in your settings.',
  'delivery.later': 'You can bring it back in your settings, after signing in.',
  'delivery.unknown': 'This link is not ours',
  'delivery.unknown-lead':
    'It may have been cut off on its way. Open it from the mail once more, or turn mail off in your settings.',
  'delivery.home': 'Go to Loam',
  'delivery.state-title': 'Outgoing mail',
  'delivery.state':
    '{waiting, plural, =0 {Nothing waits} one {One message waits} other {# messages wait}} to leave; {sent, plural, =0 {none has} one {one has} other {# have}} left so far.',
  'delivery.state-doubtful':
    '{count, plural, one {For one message it is not known whether it arrived. It is not sent again; its receiver sees it in Loam.} other {For # messages it is not known whether they arrived. They are not sent again; their receivers see them in Loam.}}',
  'delivery.state-failed':
    '{count, plural, one {One message could not be delivered.} other {# messages could not be delivered.}} Check the mail settings.',
  'delivery.state-held':
    '{count, plural, one {One message has} other {# messages have}} waited since a backup came back, because some may have left before. Look at what changed, then let them go.',
  'delivery.release': 'Let them go',
} as const;
