import type { Scope } from '#server/platform/database.ts';
import type { PeopleDeps } from '../people.deps.ts';
import { searchTextOf } from '../people.rules.ts';
import * as rows from './records.queries.ts';

/** What a steward writes of somebody; what is absent stays. */
export interface RecordChange {
  name?: string | undefined;
  unitId?: string | null | undefined;
  siteId?: string | null | undefined;
  level?: string | null | undefined;
}

export async function addPeople({ clock }: PeopleDeps, scope: Scope, people: readonly rows.NewRecord[]): Promise<void> {
  const searchable = people.map((person) => ({ ...person, searchText: searchTextOf(person.name, person.title) }));
  await rows.insertPeople(scope, searchable, clock.now());
  const profiles = people.filter(({ languages, interests }) => languages.length > 0 || interests.length > 0);
  await rows.insertProfiles(
    scope,
    profiles.map(({ personId, languages, interests }) => ({ personId, languages, interests })),
  );
}

export async function changePeople(_: PeopleDeps, scope: Scope, patches: readonly rows.RecordPatch[]): Promise<void> {
  await rows.updatePeople(scope, patches);
}

export async function freeKeys(
  { clock }: PeopleDeps,
  scope: Scope,
  { addressOf, externalIdOf }: { addressOf: readonly string[]; externalIdOf: readonly string[] },
): Promise<void> {
  await rows.clearAddresses(scope, addressOf, clock.now());
  await rows.clearExternalIds(scope, externalIdOf);
}

export async function removePeople(_: PeopleDeps, scope: Scope, personIds: readonly string[]): Promise<void> {
  await rows.deletePeople(scope, personIds);
}

export async function changePerson(
  _: PeopleDeps,
  scope: Scope,
  person: { personId: string; title: string },
  { name, unitId, siteId, level }: RecordChange,
): Promise<void> {
  await rows.updateRecord(scope, person.personId, {
    ...(name !== undefined && { name, search_text: searchTextOf(name, person.title), name_from: 'steward' }),
    ...(unitId !== undefined && { unit_id: unitId, unit_said: false }),
    ...(siteId !== undefined && { site_id: siteId, site_said: false }),
    ...(level !== undefined && { level }),
  });
}

export async function changeAddress(
  { clock }: PeopleDeps,
  scope: Scope,
  personId: string,
  email: string,
): Promise<void> {
  await rows.updateAddress(scope, personId, email, clock.now());
}
