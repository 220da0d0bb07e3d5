export const en = {
  'times.calendar-title': 'Conversation with {names}',
  'times.clock': '{hour}',
  'times.here': '{time} ({place}), {elsewhere}',
  'times.elsewhere': '{time} for {name} ({place})',

  'times.none': 'There is no time yet: suggest one on your page.',
  'times.agreed-line': 'Your time: {time}.',
  'times.pencilled': 'Pencilled in: {time}. It stands unless one of you suggests another.',

  'times.agreed-subject': 'Your time: {time}',
  'times.agreed': 'Agreed: {time}, with {names}.',
  'times.agreed-attached': 'The calendar entry is attached. Reply to this email and it goes to {names}.',
  'times.changed-subject': 'A new time with {names}',
  'times.changed': 'The time with {names} has changed. Pencilled in: {time}.',
  'times.changed-attached': 'The calendar entry is attached.',
  'times.open-page': 'Time and guide',

  'times.question-subject': '{name} suggests {time}',
  'times.question': '{name} suggests this time for your conversation: {time}.',
  'times.question-answers': 'Does it suit you? Say yes, or choose another time.',
  'times.question-open': 'Answer',
} as const;
