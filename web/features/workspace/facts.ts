import type { Language } from '#contract/common.ts';

export interface OrganisationFacts {
  name: string;
  purpose: string;
  timezone: string;
  language: Language;
}

/** Only what differs is sent, so that the log says what was changed. */
export const differingFacts = (saved: OrganisationFacts, facts: OrganisationFacts): Partial<OrganisationFacts> => ({
  ...(facts.name === saved.name ? {} : { name: facts.name }),
  ...(facts.purpose === saved.purpose ? {} : { purpose: facts.purpose }),
  ...(facts.timezone === saved.timezone ? {} : { timezone: facts.timezone }),
  ...(facts.language === saved.language ? {} : { language: facts.language }),
});
