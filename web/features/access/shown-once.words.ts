export const en = {
  'shown-once.copy': 'Copy',
  'shown-once.copied': 'Copied',
} as const;
