import type { PersonCard } from '#contract/common.ts';
import type { PersonRow, Tie } from '#contract/people.ts';
import type { Scope } from '#server/platform/database.ts';
import type { PeopleDeps } from './people.deps.ts';
import * as rows from './people.queries.ts';
import { firstLine } from './people.rules.ts';

/** Whom somebody works with, by id alone. */
export interface TieTo {
  personId: string;
  tie: Tie;
  group: string | null;
}

/** The address of a photo; its version makes it one that never changes. */
export const photoUrl = ({ basePath }: PeopleDeps, personId: string, version: string | null): string | null =>
  version && `${basePath}/api/people/${personId}/photo?v=${version}`;

export const cardOf = (deps: PeopleDeps, row: rows.CardRow): PersonCard => ({
  id: row.person_id,
  name: row.name,
  title: row.title,
  unitName: row.unit,
  siteName: row.site,
  plantSeed: row.person_id,
  photoUrl: photoUrl(deps, row.person_id, row.version),
});

export async function findCards(
  deps: PeopleDeps,
  scope: Scope,
  personIds: readonly string[],
): Promise<Map<string, PersonCard>> {
  const found = await rows.selectCards(scope, personIds);
  return new Map(found.map((row) => [row.person_id, cardOf(deps, row)]));
}

/** Cards with the first line of what each says about themselves, in the order of the ids. */
export async function findRows(deps: PeopleDeps, scope: Scope, personIds: readonly string[]): Promise<PersonRow[]> {
  const [byId, lines] = [await findCards(deps, scope, personIds), await rows.selectLines(scope, personIds)];
  const lineOf = new Map(lines.map(({ person_id, about }) => [person_id, firstLine(about)]));
  return personIds.flatMap((id) => {
    const card = byId.get(id);
    return card ? [{ ...card, line: lineOf.get(id) ?? '' }] : [];
  });
}

export async function findTies(_: PeopleDeps, scope: Scope, most: number): Promise<TieTo[]> {
  const found = await rows.selectTies(scope, scope.personId, most);
  return found.map((row) => ({ personId: row.person_id, tie: row.tie, group: row.shared_group }));
}
