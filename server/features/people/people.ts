import type { PersonCard } from '#contract/common.ts';
import type { MyProfile, PersonPage, Unit, WhoIAm } from '#contract/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import { findCards, findTies, type TieTo } from './cards.ts';
import * as directory from './directory.verbs.ts';
import { type Entry, sayWhoIAm, whoIAm } from './entry/entry.ts';
import * as newcomers from './newcomers.verbs.ts';
import type { PeopleDeps } from './people.deps.ts';
import type { ProfileChange } from './profile.rules.ts';
import * as profile from './profile.verbs.ts';

export { isSite, siteNamed } from './entry/entry.ts';
export type { Newcomer } from './newcomers.verbs.ts';
export { distinctWords, foldedText, languageCodeOf, searchTextOf, spokenName, timezoneOf } from './people.rules.ts';

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
  filters(who: Who): ReturnType<typeof directory.listFilters>;
  /** The caller's own profile. */
  mine(who: Who): Promise<MyProfile>;
  /** Changes what the caller says of themselves and what of it is shown. */
  saveProfile(who: Who, change: ProfileChange): Promise<MyProfile>;
  /** Changes the caller's language or time zone. Fails with `workspace.unknown-time-zone`. */
  saveSettings(who: Who, change: profile.SettingsChange): Promise<MyProfile>;
  /** Who and where the caller is, and what of it is theirs to say. */
  whoIAm(who: Who): Promise<WhoIAm>;
  /** Says name, unit, site and interests. Fails with `people.not-mine-to-say` where a directory or a steward does. */
  sayWhoIAm(who: Who, entry: Entry): Promise<WhoIAm>;
  /** Keeps a photo of the caller: its pixels, and nothing that camera or program wrote beside them. Fails with `too-large`, `people.photo-type`. */
  savePhoto(who: Who, file: Blob): Promise<{ photoUrl: string }>;
  /** Takes the caller's photo away. */
  removePhoto(who: Who): Promise<void>;
  /** The photo of a person, unless it is veiled from the caller. Fails with `not-found`. */
  photo(who: Who, personId: string): Promise<File>;
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
    addNewcomer: newcomers.addNewcomer,
    noteEntered: newcomers.noteEntered,
    nameNewcomer: newcomers.nameNewcomer,
    removeNewcomer: newcomers.removeNewcomer,
  });
