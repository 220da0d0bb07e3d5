import { searchTextOf } from '#server/features/people/people.ts';
import type { Scope } from '#server/platform/database.ts';
import * as rows from '../imports.queries.ts';
import type { Directory } from '../members/members.rules.ts';
import type { Changes } from '../undo/undo.rules.ts';

/** Writes changes in an order in which no address, id or manager is ever in the way. */
export async function write(
  scope: Scope,
  { changes, directory, now }: { changes: Changes; directory: Directory; now: Date },
) {
  const people = new Map(directory.people.map((person) => [person.personId, person]));
  const patches = changes.changed.map(({ personId, after }): rows.Patch => {
    if (after.name === undefined && after.title === undefined) return { personId, after };
    const { name = '', title = '' } = { ...people.get(personId), ...after };
    return { personId, after: { ...after, searchText: searchTextOf(name, title) } };
  });
  const [leaving, staying] = [patches.filter(isLeaving), patches.filter((patch) => !isLeaving(patch))];
  const having = (key: 'email' | 'externalId') =>
    staying.filter(({ after }) => key in after).map(({ personId }) => personId);

  await rows.insertPlaces(scope, changes.units, changes.sites);
  await rows.endSignIn(scope, changes.leaving);
  await rows.deletePeople(scope, changes.removed);
  await rows.updatePeople(scope, leaving);
  await rows.freeKeys(scope, having('email'), having('externalId'), now);
  await rows.insertPeople(
    scope,
    changes.added.map((person) => ({ ...person, searchText: searchTextOf(person.name, person.title) })),
    now,
  );
  await rows.updatePeople(scope, staying);
  await rows.closeSignIn(scope, changes.closed);
  const closed = new Set(changes.closed);
  const moved = staying.filter(
    ({ personId, after }) => (after.email !== undefined || after.status !== undefined) && !closed.has(personId),
  );
  await rows.renewAddresses(
    scope,
    moved.map(({ personId }) => personId),
  );
  await rows.insertAddresses(scope, changes.added);
  await rows.deleteEmptyPlaces(scope, changes.closedUnits, changes.closedSites);
}

const isLeaving = ({ after }: rows.Patch): boolean => after.status === 'leaving';
