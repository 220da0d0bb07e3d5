import type { Who } from '#server/platform/access-guard.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { DirectoryDeps } from './directory.deps.ts';
import * as verbs from './directory.verbs.ts';

/** What stewards write into the directory by hand. Nobody is sent anything by it, except about their own address. */
export interface Directory {
  /** Adds a person, told nothing. Fails with `addresses.taken`, or `not-found` for an unknown unit. */
  addPerson(who: Who, person: verbs.NewPersonByHand): Promise<{ personId: string }>;
  /**
   * Names, moves or readdresses a person, to a new site too; whether a new address waits for them.
   * Fails with `not-found`, `addresses.taken`, `access.holds-role`.
   */
  changePerson(who: Who, personId: string, change: verbs.PersonChange): Promise<{ isAddressWaiting: boolean }>;
  /** Adds a unit, or brings one back by its id. Fails with `directory.unit-name-taken` beside one of that name, `not-found`. */
  addUnit(who: Who, unit: verbs.NewUnit): Promise<{ unitId: string }>;
  /** Renames or moves a unit. Fails with `directory.unit-below-itself` for a circle, `directory.unit-name-taken`, `not-found`. */
  changeUnit(who: Who, unitId: string, change: verbs.UnitChange): Promise<void>;
  /** Removes a unit. Fails with `directory.unit-not-empty` while somebody or something is in it, `not-found`. */
  removeUnit(who: Who, unitId: string): Promise<void>;
}

export const createDirectory = (deps: DirectoryDeps): Directory =>
  bindVerbs(deps, {
    addPerson: verbs.addPersonByHand,
    changePerson: verbs.changePersonByHand,
    addUnit: verbs.addUnitByHand,
    changeUnit: verbs.changeUnitByHand,
    removeUnit: verbs.removeUnitByHand,
  });
