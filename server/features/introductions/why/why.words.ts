export const en = {
  'why.lead-wish': 'One of you hoped to talk about {text}.',
  'why.lead-ask-offer': 'One of you would like to know more about {text}, and one of you is glad to be asked.',
  'why.hope-both': 'You both hope {intention}.',
  'why.hope-some': 'Some of you hope {intention}.',
  'why.intention-learn': 'to learn',
  'why.intention-be-understood': 'to be understood',
  'why.intention-explore': 'to explore',
  'why.intention-help': 'to help',

  'why.share-and-place': 'You share {common}; {name} works in {place}.',
  'why.share-both': 'You share {common}.',
  'why.share-some': 'Some of you share {common}.',
  'why.place': '{name} works in {place}, you elsewhere: there is something to tell.',
  'why.unit-at-site': '{unit} in {site}',
  'why.units': 'You bring {one} and {other} to one table.',
  'why.met': 'You know each other a little already. There is more to tell.',
  'why.never-both': 'You two have never been introduced. That is reason enough.',
  'why.never-some': 'You have never been introduced. That is reason enough.',

  'why.first-meeting': 'a first meeting',
} as const;
