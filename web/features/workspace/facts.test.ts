import { expect, it } from 'vitest';
import { differingFacts, type OrganisationFacts } from './facts.ts';

const saved: OrganisationFacts = {
  name: 'Meridian',
  purpose: 'Clean water',
  timezone: 'Europe/Lisbon',
  language: 'en',
};

it('only the facts that differ are sent', () => {
  expect(differingFacts(saved, { ...saved })).toEqual({});
  expect(differingFacts(saved, { ...saved, purpose: '', language: 'de' })).toEqual({ purpose: '', language: 'de' });
});
