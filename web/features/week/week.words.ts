export const en = {
  'week.title': 'Today',
} as const;
