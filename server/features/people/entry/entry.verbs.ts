import type { WhoIAm } from '#contract/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { PeopleDeps } from '../people.deps.ts';
import { distinctWords, searchTextOf } from '../people.rules.ts';
import { addPlace, findPlace, listPlaces } from '../places/places.verbs.ts';
import * as rows from './entry.queries.ts';
import { maySay, type OwnField } from './entry.rules.ts';

type SaidPlace = { id: string } | { name: string } | null;

/** What somebody says of themselves; what is absent stays. */
export interface WhoIAmChange {
  name?: string | undefined;
  unit?: SaidPlace | undefined;
  site?: SaidPlace | undefined;
  interests?: string[] | undefined;
  isWelcomed?: true | undefined;
}

// More than a small organisation has; whoever has more brings a file.
const MOST_PLACES = 200;

async function entryOf(scope: Scope): Promise<WhoIAm> {
  const row = (await rows.selectEntry(scope)) ?? fail('not-found');
  const place = (id: string | null, name: string | null) => (id && name !== null ? { id, name } : null);
  return {
    name: row.name,
    nameFrom: row.nameFrom,
    unit: place(row.unitId, row.unit),
    site: place(row.siteId, row.site),
    maySay: maySay(row),
    mayNamePlaces: !row.hasDirectory,
    stewards: row.stewards,
  };
}

/** The id of a place that somebody said; a new one is made where no directory file was read. */
async function placeOf(deps: PeopleDeps, scope: Scope, kind: 'unit' | 'site', said: SaidPlace): Promise<string | null> {
  if (said === null) return null;
  const places = await listPlaces(deps, scope, kind);
  if ('id' in said) return places.some(({ id }) => id === said.id) ? said.id : fail('not-found');
  const known = await findPlace(deps, scope, kind, said.name);
  if (known) return known;
  const { mayNamePlaces } = await entryOf(scope);
  if (!mayNamePlaces || places.length >= MOST_PLACES) fail('people.not-mine-to-say');
  const id = await addPlace(deps, scope, kind, said.name);
  await deps.log.write(scope, { action: 'people.name-place', about: { kind, name: said.name } });
  return id;
}

/** Who and where the caller is, and what of it is theirs to say. */
export const whoIAm = ({ db }: PeopleDeps, who: Who): Promise<WhoIAm> => db.asPerson(who, entryOf);

/** Says name, unit, site and interests, and ends the welcome; 'people.not-mine-to-say' for what a directory or a steward says. */
export async function sayWhoIAm(deps: PeopleDeps, who: Who, entry: WhoIAmChange): Promise<WhoIAm> {
  return deps.db.asPerson(who, async (scope) => {
    const row = (await rows.selectEntry(scope)) ?? fail('not-found');
    const mine = maySay(row);
    const check = (field: OwnField) => mine.includes(field) || fail('people.not-mine-to-say');
    if (entry.name !== undefined && entry.name !== row.name) check('name');
    if (entry.unit !== undefined) check('unit');
    if (entry.site !== undefined) check('site');
    const unit = entry.unit === undefined ? undefined : await placeOf(deps, scope, 'unit', entry.unit);
    const site = entry.site === undefined ? undefined : await placeOf(deps, scope, 'site', entry.site);
    const saysName = entry.name !== undefined && mine.includes('name');
    await rows.updateEntry(scope, {
      ...(saysName && { name: entry.name, search_text: searchTextOf(entry.name ?? '', row.title), name_from: 'self' }),
      ...(unit !== undefined && { unit_id: unit, unit_said: unit !== null }),
      ...(site !== undefined && { site_id: site, site_said: site !== null }),
      ...(entry.isWelcomed && { welcomed_at: deps.clock.now() }),
    });
    if (entry.interests) await addInterests(scope, entry.interests);
    return entryOf(scope);
  });
}

async function addInterests(scope: Scope, interests: readonly string[]): Promise<void> {
  if (interests.length === 0) return;
  const before = await rows.selectInterests(scope);
  await rows.upsertInterests(scope, {
    interests: distinctWords([...(before?.interests ?? []), ...interests]).slice(0, 20),
    shows: [...new Set([...(before?.shows ?? []), 'interests'])],
  });
}
