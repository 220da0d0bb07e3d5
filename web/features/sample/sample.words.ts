export const en = {
  'sample.title': 'Look around as…',
  'sample.lead':
    'Meridian makes clean water affordable: 240 people, four sites, three time zones, every one of them invented. Through whose eyes would you like to look?',
  'sample.filling': 'The organisation is growing. A moment.',
  'sample.newcomer': 'Here for three weeks. Knows the own team by now, and hardly anybody else.',
  'sample.team-lead': 'Leads six people in Hamburg, and would like them to know more than each other.',
  'sample.steward': 'Runs Loam for everyone here: sees groups and settings, and never who knows whom.',
  'sample.acquired':
    'Came with a company that Meridian bought two years ago and that still keeps to itself. Sits on the works council.',
  'sample.executive': 'Answers for all that is bought, built and moved. Few people say hello first.',
  'sample.remote': 'Works from Amman, a screen away from everybody.',
  'sample.is-me': 'You are in as {name}',
  'sample.anew': 'Begin anew',
  'sample.anew-title': 'Begin the sample anew?',
  'sample.anew-text': 'Everything done in it is forgotten, and whoever is in it has to enter again.',
  'sample.anew-no': 'Leave it as it is',
  'sample.anew-done': 'The sample is as it was on its first day.',
} as const;
