import type { Scope } from '#server/platform/database.ts';
import type { PeopleDeps } from '../people.deps.ts';
import * as rows from './places.queries.ts';
import { placeNamed } from './places.rules.ts';

export function listUnitTree(_: PeopleDeps, scope: Scope): Promise<rows.UnitRow[]> {
  return rows.selectUnitTree(scope);
}

export function listSites(_: PeopleDeps, scope: Scope): Promise<rows.SiteRow[]> {
  return rows.selectSiteList(scope);
}

export async function addPlaces(
  _: PeopleDeps,
  scope: Scope,
  { units, sites }: { units: readonly rows.UnitRow[]; sites: readonly rows.SiteRow[] },
): Promise<void> {
  await rows.insertPlaces(scope, units, sites);
}

export async function removeEmptyPlaces(
  _: PeopleDeps,
  scope: Scope,
  { units, sites }: { units: readonly string[]; sites: readonly string[] },
): Promise<void> {
  await rows.deleteEmptyPlaces(scope, units, sites);
}

export async function addUnit(_: PeopleDeps, scope: Scope, unit: rows.NewUnitRow): Promise<void> {
  await rows.insertUnit(scope, unit);
}

export async function changeUnit(_: PeopleDeps, scope: Scope, unit: rows.UnitRow): Promise<void> {
  await rows.updateUnit(scope, unit);
}

export async function removeUnit(_: PeopleDeps, scope: Scope, unitId: string): Promise<boolean> {
  await rows.holdUnit(scope, unitId);
  if (!(await rows.isUnitEmpty(scope, unitId))) return false;
  await rows.deleteUnit(scope, unitId);
  return true;
}

export function listPlaces(_: PeopleDeps, scope: Scope, kind: rows.PlaceKind): Promise<rows.PlaceRow[]> {
  return rows.selectPlacesOfKind(scope, kind);
}

/** The id of a place by its name, and nobody else names one until the transaction ends. */
export async function findPlace(
  deps: PeopleDeps,
  scope: Scope,
  kind: rows.PlaceKind,
  name: string,
): Promise<string | undefined> {
  await rows.holdPlaces(scope);
  return placeNamed(await listPlaces(deps, scope, kind), name)?.id;
}

export async function addPlace(
  { newId }: PeopleDeps,
  scope: Scope,
  kind: rows.PlaceKind,
  name: string,
): Promise<string> {
  const id = newId();
  await rows.insertPlace(scope, kind, { id, name });
  return id;
}

export async function siteNamed(
  deps: PeopleDeps,
  scope: Scope,
  name: string,
): Promise<{ siteId: string; isNew: boolean }> {
  const known = await findPlace(deps, scope, 'site', name);
  return known ? { siteId: known, isNew: false } : { siteId: await addPlace(deps, scope, 'site', name), isNew: true };
}

export async function isSite(deps: PeopleDeps, scope: Scope, siteId: string): Promise<boolean> {
  return (await listPlaces(deps, scope, 'site')).some(({ id }) => id === siteId);
}
