export const en = {
  'links.title': 'A link to join',
  'links.lead': 'Anyone with an address at the domain can join. A link is valid for 90 days.',
  'links.domain': 'Domain of the addresses',
  'links.domain-hint': 'What stands behind the @, such as meridian.example.',
  'links.make-link': 'Create a link',
  'links.link-once': 'Here it is. It is shown this once; copy it now.',
  'links.link-row': 'For addresses at {domain}, until {day}',
  'links.link-row-unit': 'For addresses at {domain}, into {unit}, until {day}',
  'links.end-link': 'End',
  'links.end-link-of': 'End the link for {domain}',
  'links.link-ended': 'The link has ended. Whoever joined stays.',
  'links.no-links': 'No active links.',
} as const;
