export const en = {
  'imports.title': 'Bring in people',
} as const;
