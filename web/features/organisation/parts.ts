import type { Role } from '#contract/common.ts';

/** A part of the organisation's page, as its address names it. */
export type OrganisationPart = 'overview' | 'people' | 'roles' | 'facts' | 'mail' | 'tokens' | 'log';

/** Stewards set things up, the works council reads the log, everybody sees who looks after this. */
export function partsFor(roles: readonly Role[]): readonly [OrganisationPart, ...OrganisationPart[]] {
  if (roles.includes('steward')) return ['overview', 'people', 'roles', 'facts', 'mail', 'tokens'];
  return roles.includes('works-council') ? ['log', 'roles'] : ['roles'];
}
