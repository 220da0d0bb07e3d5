export const en = {
  'sample.title': 'Look around as …',
  'sample.lead':
    'Meridian makes clean water affordable: 240 people, four sites, three time zones, every one of them invented. Through whose eyes would you like to look?',
  'sample.filling': 'The organisation is growing. One moment.',
  'sample.newcomer': 'Has been here for three weeks. Knows her own team by now, and hardly anyone else.',
  'sample.team-lead': 'Leads six people in Hamburg and would like them to know more people than each other.',
  'sample.steward': 'Runs Loam for everyone here: sees groups and settings, and never who knows whom.',
  'sample.acquired':
    'Came with a company that Meridian bought two years ago and that still keeps to itself. Is on the works council.',
  'sample.executive': 'Is responsible for all that is bought, built and moved. Few people say hello to him first.',
  'sample.remote': 'Works from Amman, a screen away from everyone.',
  'sample.is-me': 'You are here as {name}',
  'sample.anew': 'Start over',
  'sample.anew-title': 'Start the sample over?',
  'sample.anew-text': 'Everything done in it is deleted, and everyone in it has to enter again.',
  'sample.anew-no': 'Leave it as it is',
  'sample.anew-done': 'The sample is back to its first day.',
} as const;
