import type { UnitRow } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { DirectoryDeps } from './directory.deps.ts';
import * as rows from './directory.queries.ts';
import { whyNotPlace } from './directory.rules.ts';

export interface NewPersonByHand {
  name: string;
  email: string;
  unitId?: string | undefined;
}

export interface PersonChange {
  name?: string | undefined;
  unitId?: string | null | undefined;
  site?: { id: string } | { name: string } | null | undefined;
  level?: string | null | undefined;
  email?: string | undefined;
}

export interface NewUnit {
  name: string;
  parentId: string | null;
  unitId?: string | undefined;
  origin?: string | null | undefined;
}

export interface UnitChange {
  name?: string | undefined;
  parentId?: string | null | undefined;
}

export async function addPersonByHand(
  deps: DirectoryDeps,
  who: Who,
  { name, email, unitId }: NewPersonByHand,
): Promise<{ personId: string }> {
  return deps.db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    await checkUnit(deps, scope, unitId);
    const personId = await deps.add(scope, { name, email, unitId: unitId ?? null });
    await deps.log.write(scope, { action: 'directory.add-person', about: { personId } });
    return { personId };
  });
}

async function checkUnit({ people }: DirectoryDeps, scope: Scope, unitId: string | null | undefined): Promise<void> {
  if (unitId && !(await people.unitTree(scope)).some((unit) => unit.unitId === unitId)) fail('not-found');
}

/** A site that is here by its id or, however it is written, its name; else a new one. */
async function siteOf(
  { people, log }: DirectoryDeps,
  scope: Scope,
  wanted: PersonChange['site'],
): Promise<string | null | undefined> {
  if (!wanted) return wanted;
  if ('id' in wanted) return (await people.isSite(scope, wanted.id)) ? wanted.id : fail('not-found');
  const { siteId, isNew } = await people.siteNamed(scope, wanted.name);
  if (isNew) await log.write(scope, { action: 'directory.add-site', about: { siteId, name: wanted.name } });
  return siteId;
}

export async function changePersonByHand(
  deps: DirectoryDeps,
  who: Who,
  personId: string,
  change: PersonChange,
): Promise<{ isAddressWaiting: boolean }> {
  const { db, log, people } = deps;
  const { name, unitId, level, email } = change;
  return db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const person = (await rows.selectMember(scope, personId)) ?? fail('not-found');
    await checkUnit(deps, scope, unitId);
    const siteId = await siteOf(deps, scope, change.site);
    await people.changePerson(scope, { ...person, personId }, { name, unitId, siteId, level });
    if (name !== undefined) await log.write(scope, { action: 'directory.name-person', about: { personId } });
    if (unitId !== undefined) await log.write(scope, { action: 'directory.move-person', about: { personId } });
    if (siteId !== undefined || level !== undefined)
      await log.write(scope, { action: 'directory.place-person', about: { personId } });
    return { isAddressWaiting: email !== undefined && (await readdress(deps, scope, { ...person, personId }, email)) };
  });
}

/** Another address: at once for whoever never signed in, else it waits for them. Whoever holds a role keeps theirs until they say so. */
async function readdress(
  { log, addresses, identities, people }: DirectoryDeps,
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
  if (!(await identities.change(scope, { personId, email }))) fail('addresses.taken');
  await people.changeAddress(scope, personId, email);
  await log.write(scope, { action: 'addresses.change', about: { personId } });
  return false;
}

async function checkPlace({ people }: DirectoryDeps, scope: Scope, unit: UnitRow, isNew: boolean): Promise<void> {
  const units = await people.unitTree(scope);
  if (isNew && units.some(({ unitId }) => unitId === unit.unitId)) fail('directory.unit-name-taken');
  const why = whyNotPlace(units, unit);
  if (why) fail(why);
}

async function findUnit({ people }: DirectoryDeps, scope: Scope, unitId: string): Promise<UnitRow> {
  return (await people.unitTree(scope)).find((unit) => unit.unitId === unitId) ?? fail('not-found');
}

export async function addUnitByHand(deps: DirectoryDeps, who: Who, unit: NewUnit): Promise<{ unitId: string }> {
  const { db, log, newId, people } = deps;
  return db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const unitId = unit.unitId ?? newId();
    await checkPlace(deps, scope, { ...unit, unitId }, true);
    await people.addUnit(scope, { ...unit, unitId });
    await log.write(scope, { action: 'directory.add-unit', about: { unitId, name: unit.name } });
    return { unitId };
  });
}

export async function changeUnitByHand(
  deps: DirectoryDeps,
  who: Who,
  unitId: string,
  { name, parentId }: UnitChange,
): Promise<void> {
  const { db, log, people } = deps;
  await db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const before = await findUnit(deps, scope, unitId);
    const after = { unitId, name: name ?? before.name, parentId: parentId === undefined ? before.parentId : parentId };
    await checkPlace(deps, scope, after, false);
    await people.changeUnit(scope, after);
    if (after.name !== before.name)
      await log.write(scope, {
        action: 'directory.rename-unit',
        about: { unitId, before: before.name, after: after.name },
      });
    if (after.parentId !== before.parentId)
      await log.write(scope, { action: 'directory.move-unit', about: { unitId, name: after.name } });
  });
}

export async function removeUnitByHand(deps: DirectoryDeps, who: Who, unitId: string): Promise<void> {
  const { db, log, people } = deps;
  await db.asPerson(who, async (scope) => {
    await rows.holdDirectory(scope);
    const unit = await findUnit(deps, scope, unitId);
    if (!(await people.removeUnit(scope, unitId))) fail('directory.unit-not-empty');
    await log.write(scope, { action: 'directory.remove-unit', about: { unitId, name: unit.name } });
  });
}
