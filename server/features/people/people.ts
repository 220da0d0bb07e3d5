import type { PersonCard } from '#contract/common.ts';
import type { MyProfile, PersonPage, Unit, WhoIAm } from '#contract/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import { findCards, findTies, type TieTo } from './cards.verbs.ts';
import * as directory from './directory.verbs.ts';
import { sayWhoIAm, type WhoIAmChange, whoIAm } from './entry/entry.verbs.ts';
import * as newcomers from './newcomers.verbs.ts';
import type { PeopleDeps } from './people.deps.ts';
import type { NewUnitRow, SiteRow, UnitRow } from './places/places.queries.ts';
import * as places from './places/places.verbs.ts';
import type { ProfileChange } from './profile.rules.ts';
import * as profile from './profile.verbs.ts';
import type { NewRecord, RecordPatch } from './records/records.queries.ts';
import * as records from './records/records.verbs.ts';

export type { Newcomer } from './newcomers.verbs.ts';
export { distinctWords, foldedText, languageCodeOf, searchTextOf, spokenName, timezoneOf } from './people.rules.ts';
export type { SiteRow, UnitRow } from './places/places.queries.ts';
export type { DirectoryFacts, NewRecord, RecordPatch } from './records/records.queries.ts';

/** The directory: who is here, and what each person chooses to show. */
export interface People {
  /** Cards of people by id, as the scope's person may see them; unknown ids are absent. */
  cards(scope: Scope, personIds: readonly string[]): Promise<Map<string, PersonCard>>;
  /** Whom the caller works with, closest first, by id alone. */
  tiesOf(scope: Scope, most: number): Promise<TieTo[]>;
  /** One page of the directory, by name or by closeness to what was typed. Fails with `bad-request`. */
  search(who: Who, input: directory.SearchInput): Promise<directory.SearchPage>;
  /** One person as the caller may see them; somebody veiled looks like one who shows nothing. Fails with `not-found`. */
  get(who: Who, personId: string): Promise<PersonPage>;
  /** The tree of units with the people of each subtree, and where the caller is in it. */
  units(who: Who): Promise<{ units: Unit[]; myUnitId: string | null }>;
  /** What the directory can be narrowed to, beside units. */
  filters(who: Who): Promise<directory.FilterChoices>;
  /** The caller's own profile. */
  mine(who: Who): Promise<MyProfile>;
  /** Changes what the caller says of themselves and what of it is shown. */
  saveProfile(who: Who, change: ProfileChange): Promise<MyProfile>;
  /** Changes the caller's language or time zone. Fails with `workspace.unknown-time-zone`. */
  saveSettings(who: Who, change: profile.SettingsChange): Promise<MyProfile>;
  /** Who and where the caller is, and what of it is theirs to say. */
  whoIAm(who: Who): Promise<WhoIAm>;
  /** Says name, unit, site and interests. Fails with `people.not-mine-to-say` where a directory or a steward does. */
  sayWhoIAm(who: Who, change: WhoIAmChange): Promise<WhoIAm>;
  /** Keeps a photo of the caller: its pixels, and nothing that camera or program wrote beside them. Fails with `too-large`, `people.photo-type`. */
  savePhoto(who: Who, file: Blob): Promise<{ photoUrl: string }>;
  /** Takes the caller's photo away. */
  removePhoto(who: Who): Promise<void>;
  /** The photo of a person, unless it is veiled from the caller. Fails with `not-found`. */
  photo(who: Who, personId: string): Promise<File>;

  // What follows is a step of a change that another feature makes, in its transaction; it checks no rights and writes no log.

  /** Adds people of a directory file with what it says of them, however many; they cannot sign in by that. */
  addPeople(scope: Scope, people: readonly NewRecord[]): Promise<void>;
  /** Writes the facts that each patch names, and no others; a name is the directory's word then. */
  changePeople(scope: Scope, patches: readonly RecordPatch[]): Promise<void>;
  /** Lets go of addresses and ids that are about to change hands, so that two people may swap them. */
  freeKeys(scope: Scope, keys: { addressOf: readonly string[]; externalIdOf: readonly string[] }): Promise<void>;
  /** Removes people who were never here themselves; nobody has them as manager any more. */
  removePeople(scope: Scope, personIds: readonly string[]): Promise<void>;
  /** Writes what a steward says of somebody; their own word on it ends. */
  changePerson(scope: Scope, person: { personId: string; title: string }, change: records.RecordChange): Promise<void>;
  /** Gives somebody another address, and keeps who gave it. */
  changeAddress(scope: Scope, personId: string, email: string): Promise<void>;
  /** Every unit with the one above it, in a steady order. */
  unitTree(scope: Scope): Promise<UnitRow[]>;
  /** Every site, in a steady order. */
  sites(scope: Scope): Promise<SiteRow[]>;
  /** Adds units, those above before those below, and sites. */
  addPlaces(scope: Scope, places: { units: readonly UnitRow[]; sites: readonly SiteRow[] }): Promise<void>;
  /** Removes those of these units and sites where nobody is, and below which nothing is. */
  removeEmptyPlaces(scope: Scope, places: { units: readonly string[]; sites: readonly string[] }): Promise<void>;
  /** Adds one unit. */
  addUnit(scope: Scope, unit: NewUnitRow): Promise<void>;
  /** Renames and moves a unit. */
  changeUnit(scope: Scope, unit: UnitRow): Promise<void>;
  /** Removes a unit; false, and it stays, while somebody or something is in it. */
  removeUnit(scope: Scope, unitId: string): Promise<boolean>;
  /** The site of a name, however it is written; a new one is made where there is none. */
  siteNamed(scope: Scope, name: string): Promise<{ siteId: string; isNew: boolean }>;
  /** Whether there is such a site. */
  isSite(scope: Scope, siteId: string): Promise<boolean>;
  /** Adds somebody who comes one by one, in the transaction that lets them in. */
  addNewcomer(scope: RoleScope, newcomer: newcomers.Newcomer): Promise<void>;
  /** Keeps when a person first came in; later times change nothing. */
  noteEntered(scope: RoleScope, personId: string, now: Date): Promise<void>;
  /** Takes the name that somebody said of themselves, unless a directory names them. */
  nameNewcomer(scope: RoleScope, personId: string, name: string): Promise<void>;
  /** Removes somebody who was never here, in the transaction that takes their invitation back. */
  removeNewcomer(scope: Scope, personId: string): Promise<void>;
}

export const createPeople = (deps: PeopleDeps): People =>
  bindVerbs(deps, {
    cards: findCards,
    tiesOf: findTies,
    search: directory.searchPeople,
    get: directory.getPerson,
    units: directory.listUnits,
    filters: directory.listFilters,
    mine: profile.getMyProfile,
    saveProfile: profile.saveProfile,
    saveSettings: profile.saveSettings,
    whoIAm,
    sayWhoIAm,
    savePhoto: profile.savePhoto,
    removePhoto: profile.removePhoto,
    photo: profile.getPhoto,
    addPeople: records.addPeople,
    changePeople: records.changePeople,
    freeKeys: records.freeKeys,
    removePeople: records.removePeople,
    changePerson: records.changePerson,
    changeAddress: records.changeAddress,
    unitTree: places.listUnitTree,
    sites: places.listSites,
    addPlaces: places.addPlaces,
    removeEmptyPlaces: places.removeEmptyPlaces,
    addUnit: places.addUnit,
    changeUnit: places.changeUnit,
    removeUnit: places.removeUnit,
    siteNamed: places.siteNamed,
    isSite: places.isSite,
    addNewcomer: newcomers.addNewcomer,
    noteEntered: newcomers.noteEntered,
    nameNewcomer: newcomers.nameNewcomer,
    removeNewcomer: newcomers.removeNewcomer,
  });
