export const en = {
  'reference.title': 'The API',
  'reference.lead': 'Everything the pages do, programs can do as well, with the same permissions.',
  'reference.document': 'OpenAPI document',
  'reference.find': 'Find an endpoint',
  'reference.none': 'No endpoint fits.',
  'reference.takes': 'Takes',
  'reference.gives': 'Gives',
  'reference.nothing': 'nothing',
  'reference.token': 'Sign in with the cookies of the browser, or send a steward’s token as “Authorization: Bearer …”.',
  'reference.loading': 'Reading the document …',
} as const;
