export const en = {
  'reference.title': 'The API',
  'reference.lead': 'Everything the pages do, programs can do too, with the same permissions.',
  'reference.document': 'OpenAPI document',
  'reference.find': 'Find an endpoint',
  'reference.none': 'No endpoint matches.',
  'reference.takes': 'Input',
  'reference.gives': 'Output',
  'reference.nothing': 'nothing',
  'reference.token':
    'Sign in with the browser’s cookies, or send a steward’s token as “Authorization: Bearer …”; a token works for imports alone.',
} as const;
