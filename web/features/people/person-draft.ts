import type { PersonPage as Person } from '#contract/people.ts';
import { type Choices, placeOf } from './entry-draft.ts';

/** What a steward may set of somebody, as it stands in the fields. */
export type PersonDraft = {
  name: string;
  unitId: string;
  site: string;
  level: string;
};

export const personDraftOf = ({ name, unitPath, siteName, level }: Person): PersonDraft => ({
  name,
  unitId: unitPath.at(-1)?.id ?? '',
  site: siteName ?? '',
  level: level ?? '',
});

/** What of it differs, as the server takes it. */
export function personChangeOf(from: PersonDraft, to: PersonDraft, sites: Choices['site']) {
  const differs = (field: keyof PersonDraft) => from[field].trim() !== to[field].trim();
  return {
    ...(differs('name') && { name: to.name.trim() }),
    ...(differs('unitId') && { unitId: to.unitId || null }),
    ...(differs('site') && { site: placeOf(to.site, sites) }),
    ...(differs('level') && { level: to.level.trim() || null }),
  };
}
