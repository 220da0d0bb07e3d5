export const en = {
  'again.question': 'Would you like to meet again?',
  'again.blind':
    '{count, plural, one {{name} sees your answer only if you both say yes.} other {The others see your answer only if all of you say yes.}}',
  'again.yes': 'Yes, gladly',
  'again.no': 'Not for now',
  'again.said-yes':
    'You said yes. {count, plural, one {If {name} does too, you’ll both be told.} other {If all the others do too, you’ll all be told.}}',
  'again.said-no': 'You said not for now. Nobody is told.',
  'again.change': 'Change my answer',
  'again.mutual':
    '{count, plural, one {You both would like to meet again} other {All of you would like to meet again}}',
  'again.mutual-text':
    '{count, plural, one {Choose one if you like; {name} is told by email.} other {Choose one if you like; the others are told by email.}}',
  'again.second': 'A second conversation',
  'again.second-text': 'With questions that go deeper.',
  'again.second-do': 'Meet again',
  'again.third': 'With a third person',
  'again.third-text': 'Someone who is open to it and whom both of you may meet.',
  'again.third-do': 'Find someone',
  'again.third-none': 'Nobody is free for that at the moment. Try again another week.',
  'again.rhythm': 'Now and then',
  'again.rhythm-text': 'A gentle reminder to {count, plural, one {you both} other {all of you}}. Anyone can end it.',
  'again.fortnightly': 'Every two weeks',
  'again.monthly': 'Every month',
  'again.quarterly': 'Every three months',
  'again.every': 'How often',
  'again.set': 'Remind us',
  'again.next-on': 'The next reminder comes on {day}.',
  'again.end': 'End the reminder',
  'again.ended': 'The reminder has ended.',
} as const;
