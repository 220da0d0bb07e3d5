import type { Scope } from '#server/platform/database.ts';
import type { ImportsDeps } from '../imports.deps.ts';
import type { KnownDirectory } from '../matching/known-directory.rules.ts';
import { type Changes, patchesOf } from './changes.rules.ts';

/** Writes changes in an order in which no address, id or manager is ever in the way. */
export async function writeChanges(
  { people, identities }: ImportsDeps,
  scope: Scope,
  changes: Changes,
  directory: KnownDirectory,
): Promise<void> {
  const { leaving, staying, readdressed, renumbered, renewed } = patchesOf(changes, directory);
  await people.addPlaces(scope, changes);
  await identities.endSignIn(scope, changes.leaving);
  await identities.forgetSignIn(scope, changes.removed);
  await people.removePeople(scope, changes.removed);
  await people.changePeople(scope, leaving);
  await people.freeKeys(scope, { addressOf: readdressed, externalIdOf: renumbered });
  await people.addPeople(scope, changes.added);
  await people.changePeople(scope, staying);
  await identities.closeSignIn(scope, changes.closed);
  await identities.renew(scope, renewed);
  await identities.add(scope, changes.added);
  await people.removeEmptyPlaces(scope, { units: changes.closedUnits, sites: changes.closedSites });
}
