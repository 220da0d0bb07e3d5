import type { DirectoryPerson } from '#server/features/imports/matching/known-directory.rules.ts';

/** Somebody from a file who never signed in and of whom little else is known. */
export const member = (personId: string, facts: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  personId,
  externalId: null,
  email: `${personId}@x.test`,
  name: personId,
  title: '',
  unitId: null,
  siteId: null,
  managerId: null,
  level: null,
  joinedOn: null,
  timezone: null,
  groups: [],
  status: 'active',
  awayUntil: null,
  leftOn: null,
  isImported: true,
  holdsRole: false,
  hasSignedIn: false,
  waitsFor: null,
  refused: [],
  ...facts,
});
