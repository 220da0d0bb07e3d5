export const en = {
  'boundaries.title': 'My boundaries',
  'boundaries.lead': 'Your boundaries hold everywhere, at once. Nobody is told.',
  'boundaries.hellos': 'Open to hellos',
  'boundaries.hellos-text': 'Colleagues may say hello with a chosen phrase. You answer yes, not now, or nothing.',
  'boundaries.pause': 'Pause until',
  'boundaries.pause-text':
    'Until the end of this day nobody is introduced to you, and nobody sees that you pause. Introductions under way end with one kind sentence.',
  'boundaries.pause-set': 'Pause',
  'boundaries.pause-end': 'End the pause',
  'boundaries.paused': 'You pause until {day}.',
  'boundaries.saved': 'Saved.',
  'boundaries.blocked': 'Blocked people',
  'boundaries.blocked-text':
    'Only you see this list. Each of you looks to the other like somebody who shares nothing and is open to nothing.',
  'boundaries.blocked-none': 'You have blocked nobody.',
  'boundaries.unblock': 'Lift the block',
  'boundaries.menu': 'More about {name}',
  'boundaries.block': 'Block {name}',
  'boundaries.block-title': 'Block {name}?',
  'boundaries.block-text':
    'From now on you two are never suggested or introduced to each other, in any list or round. {name} is not told and cannot see it. Name, unit and site stay visible to everybody. You can lift it in your settings.',
  'boundaries.block-yes': 'Block',
  'boundaries.cancel': 'Cancel',
  'boundaries.done': 'Done. You two will not be brought together.',
  'boundaries.question': 'May colleagues say hello to you?',
  'boundaries.question-text':
    'They choose a phrase, you choose whether to answer. You can change this at any time, and nobody sees your choice as a list.',
  'boundaries.yes': 'Yes, gladly',
  'boundaries.no': 'Not for now',
} as const;
