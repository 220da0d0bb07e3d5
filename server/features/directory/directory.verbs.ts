import type { AddressDoor } from '#server/features/access/access.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { isSite, searchTextOf, siteNamed } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rows from './directory.queries.ts';
import { type UnitRow, whyNotPlace } from './directory.rules.ts';

export interface DirectoryDeps {
  floor: Floor;
  log: LogDoor;
  /** Adds a person who may sign in; 'addresses.taken' where the address is somebody's. */
  add(scope: Scope, person: { name: string; email: string; unitId: string | null }): Promise<string>;
  addresses: Pick<AddressDoor, 'askAsSteward'>;
}

export interface NewUnit {
  name: string;
  parentId: string | null;
  unitId?: string | undefined;
  origin?: string | null | undefined;
}

export interface PersonChange {
  name?: string | undefined;
  unitId?: string | null | undefined;
  site?: { id: string } | { name: string } | null | undefined;
  level?: string | null | undefined;
  email?: string | undefined;
}

/** What stewards write into the directory by hand. Nobody is sent anything by it, except about their own address. */
export function createDirectory(deps: DirectoryDeps) {
  return {
    /** Adds a person, told nothing; 'addresses.taken', or 'not-found' for an unknown unit. */
    addPerson: (who: Who, person: { name: string; email: string; unitId?: string | undefined }) =>
      addPerson(deps, who, person),

    /** Names, moves or readdresses a person, to a new site too; whether a new address waits for them. */
    changePerson: (who: Who, personId: string, change: PersonChange) => changePerson(deps, who, personId, change),

    /** Adds a unit, or brings one back by its id; 'directory.unit-name-taken' beside one of that name. */
    addUnit: (who: Who, unit: NewUnit) => addUnit(deps, who, unit),

    /** Renames or moves a unit; 'directory.unit-below-itself' for a circle. */
    changeUnit: (
      who: Who,
      unitId: string,
      change: { name?: string | undefined; parentId?: string | null | undefined },
    ) => changeUnit(deps, who, unitId, change),

    /** Removes a unit; 'directory.unit-not-empty' while somebody or something is in it. */
    removeUnit: (who: Who, unitId: string) => removeUnit(deps, who, unitId),
  };
}

async function addPerson(
  { floor, log, add }: DirectoryDeps,
  who: Who,
  { name, email, unitId }: { name: string; email: string; unitId?: string | undefined },
): Promise<{ personId: string }> {
  return floor.db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    await checkUnit(scope, unitId);
    const personId = await add(scope, { name, email, unitId: unitId ?? null });
    await log.write(scope, { action: 'directory.add-person', about: { personId } });
    return { personId };
  });
}

async function checkUnit(scope: Scope, unitId: string | null | undefined): Promise<void> {
  if (unitId && !(await rows.selectUnits(scope)).some((unit) => unit.unitId === unitId)) fail('not-found');
}

/** A site that is here by its id or, however it is written, its name; else a new one. */
async function siteOf(
  { floor, log }: DirectoryDeps,
  scope: Scope,
  wanted: PersonChange['site'],
): Promise<string | null | undefined> {
  if (!wanted) return wanted;
  if ('id' in wanted) return (await isSite(scope, wanted.id)) ? wanted.id : fail('not-found');
  const { id: siteId, isNew } = await siteNamed(floor, scope, wanted.name);
  if (isNew) await log.write(scope, { action: 'directory.add-site', about: { siteId, name: wanted.name } });
  return siteId;
}

async function changePerson(
  deps: DirectoryDeps,
  who: Who,
  personId: string,
  change: PersonChange,
): Promise<{ isAddressWaiting: boolean }> {
  const { floor, log } = deps;
  const { name, unitId, level, email } = change;
  return floor.db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const person = (await rows.selectMember(scope, personId)) ?? fail('not-found');
    await checkUnit(scope, unitId);
    const siteId = await siteOf(deps, scope, change.site);
    await rows.updatePerson(scope, personId, {
      ...(name !== undefined && { name, search_text: searchTextOf(name, person.title), name_from: 'steward' }),
      ...(unitId !== undefined && { unit_id: unitId, unit_said: false }),
      ...(siteId !== undefined && { site_id: siteId, site_said: false }),
      ...(level !== undefined && { level }),
    });
    if (name !== undefined) await log.write(scope, { action: 'directory.name-person', about: { personId } });
    if (unitId !== undefined) await log.write(scope, { action: 'directory.move-person', about: { personId } });
    if (siteId !== undefined || level !== undefined)
      await log.write(scope, { action: 'directory.place-person', about: { personId } });
    return { isAddressWaiting: email !== undefined && (await readdress(deps, scope, { ...person, personId }, email)) };
  });
}

/** Another address: at once for whoever never signed in, else it waits for them. Whoever holds a role keeps theirs until they say so. */
async function readdress(
  { floor, log, addresses }: DirectoryDeps,
  scope: Scope,
  person: { personId: string; email: string; hasEntered: boolean; holdsRole: boolean },
  typed: string,
): Promise<boolean> {
  const { personId } = person;
  const email = typed.trim().toLowerCase();
  if (email === person.email) return false;
  if (person.hasEntered) {
    await addresses.askAsSteward(scope, { personId, email });
    return true;
  }
  if (person.holdsRole) fail('access.holds-role');
  if (!(await rows.readdress(scope, personId, email, floor.clock.now()))) fail('addresses.taken');
  await log.write(scope, { action: 'addresses.change', about: { personId } });
  return false;
}

async function checkPlace(scope: Scope, unit: UnitRow, isNew: boolean): Promise<void> {
  const units = await rows.selectUnits(scope);
  if (isNew && units.some(({ unitId }) => unitId === unit.unitId)) fail('directory.unit-name-taken');
  const why = whyNotPlace(units, unit);
  if (why) fail(why);
}

async function addUnit({ floor, log }: DirectoryDeps, who: Who, unit: NewUnit): Promise<{ unitId: string }> {
  return floor.db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const unitId = unit.unitId ?? floor.newId();
    await checkPlace(scope, { ...unit, unitId }, true);
    await rows.insertUnit(scope, { ...unit, unitId });
    await log.write(scope, { action: 'directory.add-unit', about: { unitId, name: unit.name } });
    return { unitId };
  });
}

async function changeUnit(
  { floor, log }: DirectoryDeps,
  who: Who,
  unitId: string,
  { name, parentId }: { name?: string | undefined; parentId?: string | null | undefined },
): Promise<void> {
  await floor.db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const before = (await rows.selectUnits(scope)).find((unit) => unit.unitId === unitId) ?? fail('not-found');
    const after = { unitId, name: name ?? before.name, parentId: parentId === undefined ? before.parentId : parentId };
    await checkPlace(scope, after, false);
    await rows.updateUnit(scope, after);
    if (after.name !== before.name)
      await log.write(scope, {
        action: 'directory.rename-unit',
        about: { unitId, before: before.name, after: after.name },
      });
    if (after.parentId !== before.parentId)
      await log.write(scope, { action: 'directory.move-unit', about: { unitId, name: after.name } });
  });
}

async function removeUnit({ floor, log }: DirectoryDeps, who: Who, unitId: string): Promise<void> {
  await floor.db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const unit = (await rows.selectUnits(scope)).find((row) => row.unitId === unitId) ?? fail('not-found');
    await rows.holdUnit(scope, unitId);
    if (!(await rows.isEmpty(scope, unitId))) fail('directory.unit-not-empty');
    await rows.deleteUnit(scope, unitId);
    await log.write(scope, { action: 'directory.remove-unit', about: { unitId, name: unit.name } });
  });
}

export type DirectoryDoor = ReturnType<typeof createDirectory>;
