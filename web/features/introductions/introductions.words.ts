export const en = {
  'introductions.meet': 'Meet',
  'introductions.one': 'Introduction',
} as const;
