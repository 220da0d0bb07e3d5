import type { PersonCard } from '#contract/common.ts';
import { PHOTO_LIMIT } from '#contract/limits.ts';
import type { MyProfile, PersonPage, PersonRow, Profile, Tie, Unit } from '#contract/people.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { type Entry, sayWhoIAm, whoIAm } from './entry/entry.ts';
import * as rows from './people.queries.ts';
import * as rules from './people.rules.ts';
import { cleanPhoto } from './photo/photo.rules.ts';

export { distinctWords, foldedText, languageCodeOf, searchTextOf, spokenName, timezoneOf } from './people.rules.ts';

// As many colleagues as fit on a page without becoming a list.
const TIES_SHOWN = 8;
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface SearchInput {
  q?: string | undefined;
  unitId?: string | undefined;
  siteId?: string | undefined;
  language?: string | undefined;
  interest?: string | undefined;
  level?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface ProfileChange extends Partial<{ [Field in keyof Profile]: Profile[Field] | undefined }> {
  title?: string | undefined;
  shows?: string[] | undefined;
}

type CardRow = Awaited<ReturnType<typeof rows.selectCards>>[number];
type ProfileRow = NonNullable<Awaited<ReturnType<typeof rows.selectProfile>>>;

const EMPTY: Profile = {
  about: '',
  talents: [],
  passions: [],
  askMeAbout: [],
  interests: [],
  languages: [],
  hours: null,
  officeDays: [],
};

function profileOf(row: ProfileRow | undefined): Profile {
  if (!row) return EMPTY;
  const hours = row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to };
  return {
    about: row.about,
    talents: row.talents,
    passions: row.passions,
    askMeAbout: row.ask_me_about,
    interests: row.interests,
    languages: row.languages,
    hours,
    officeDays: row.office_days,
  };
}

/** A profile change as columns; fields that are absent stay as they are. */
function columnsOf(change: ProfileChange) {
  const { about, talents, passions, askMeAbout, interests, languages, hours, officeDays, shows } = change;
  return {
    ...(about !== undefined && { about }),
    ...(talents && { talents: rules.distinctWords(talents) }),
    ...(passions && { passions: rules.distinctWords(passions) }),
    ...(askMeAbout && { ask_me_about: rules.distinctWords(askMeAbout) }),
    ...(interests && { interests: rules.distinctWords(interests) }),
    ...(languages && { languages: rules.distinctWords(languages.map(rules.languageCodeOf)) }),
    ...(hours !== undefined && { hours_from: hours?.from ?? null, hours_to: hours?.to ?? null }),
    ...(officeDays && { office_days: [...new Set(officeDays)].sort() }),
    ...(shows && { shows: [...new Set(shows)] }),
  };
}

function filtersOf(input: SearchInput): rows.Filters {
  const { unitId, siteId, language, interest, level } = input;
  return {
    ...(unitId && { unit: unitId }),
    ...(siteId && { site: siteId }),
    ...(language && { language: rules.languageCodeOf(language) }),
    ...(interest && { interest }),
    ...(level && { level }),
  };
}

/** The directory: who is here, and what each person chooses to show. */
export function createPeople(floor: Floor, log: LogDoor) {
  const photoUrl = (personId: string, version: string | null): string | null =>
    version && `${floor.basePath}/api/people/${personId}/photo?v=${version}`;

  const cardOf = (row: CardRow): PersonCard => ({
    id: row.person_id,
    name: row.name,
    title: row.title,
    unitName: row.unit,
    siteName: row.site,
    plantSeed: row.person_id,
    photoUrl: photoUrl(row.person_id, row.version),
  });

  /** Cards of people by id, as the scope's person may see them; unknown ids are absent. */
  async function cards(scope: Scope, personIds: readonly string[]): Promise<Map<string, PersonCard>> {
    const found = await rows.selectCards(scope, personIds);
    return new Map(found.map((row) => [row.person_id, cardOf(row)]));
  }

  async function rowsOf(scope: Scope, personIds: readonly string[]): Promise<PersonRow[]> {
    const [byId, lines] = [await cards(scope, personIds), await rows.selectLines(scope, personIds)];
    const lineOf = new Map(lines.map(({ person_id, about }) => [person_id, rules.firstLine(about)]));
    return personIds.flatMap((id) => {
      const card = byId.get(id);
      return card ? [{ ...card, line: lineOf.get(id) ?? '' }] : [];
    });
  }

  /** Whom a person works with, closest first: reporting line, groups of the directory, the smallest unit. */
  async function worksWith(
    scope: Scope,
    personId: string,
  ): Promise<{ person: PersonCard; tie: Tie; group: string | null }[]> {
    const ties = await rows.selectTies(scope, personId, TIES_SHOWN);
    const byId = await cards(
      scope,
      ties.map((each) => each.person_id),
    );
    return ties.flatMap((each) => {
      const person = byId.get(each.person_id);
      return person ? [{ person, tie: each.tie, group: each.shared_group }] : [];
    });
  }

  async function mine(scope: Scope): Promise<MyProfile> {
    const person = (await rows.selectPerson(scope, scope.personId)) ?? fail('not-found');
    const row = await rows.selectProfile(scope, scope.personId);
    return {
      ...profileOf(row),
      title: person.title,
      shows: (row?.shows ?? []).filter(rules.isProfileField),
      photoUrl: photoUrl(person.person_id, person.version),
      language: person.language,
      timezone: person.timezone,
      usualTimezone: rules.timezoneOf({ own: null, site: person.site_timezone, workspace: person.workspace_timezone }),
    };
  }

  return {
    cards,

    /** Whom the caller works with, closest first, by id alone. */
    tiesOf: async (scope: Scope, most: number) =>
      (await rows.selectTies(scope, scope.personId, most)).map((row) => ({
        personId: row.person_id,
        tie: row.tie,
        group: row.shared_group,
      })),

    /** One page of the directory, by name or by closeness to what was typed. */
    search: (who: Who, input: SearchInput) =>
      floor.db.asPerson(who, async (scope) => {
        const [filters, wanted] = [filtersOf(input), rules.foldedText(input.q ?? '')];
        const cursor = input.cursor === undefined ? undefined : (rules.readCursor(input.cursor) ?? fail('bad-request'));
        const skip = cursor && 'skip' in cursor ? cursor.skip : 0;
        const from = cursor && 'after' in cursor ? cursor : { after: '', id: NOBODY };
        const most = input.limit + 1;
        const isNonsense = Boolean(input.q?.trim()) && !wanted;
        const hits = isNonsense
          ? []
          : wanted
            ? await rows.ranked(scope, wanted, filters, { skip, most })
            : await rows.browse(scope, filters, { ...from, most });
        const page = hits.slice(0, input.limit);
        const [found, last] = [Number(hits[0]?.found ?? 0), page.at(-1)];
        const next = wanted
          ? { skip: skip + page.length }
          : { after: last?.search_text ?? '', id: last?.person_id ?? NOBODY };
        return {
          people: await rowsOf(
            scope,
            page.map((hit) => hit.person_id),
          ),
          total: Math.min(found, 1000),
          more: found > 1000,
          nextCursor:
            hits.length > page.length && !(wanted && skip + page.length >= 1000) ? rules.writeCursor(next) : null,
        };
      }),

    /** One person as the caller may see them; somebody veiled looks like one who shows nothing. */
    get: (who: Who, personId: string): Promise<PersonPage> =>
      floor.db.asPerson(who, async (scope) => {
        const person = await rows.selectPerson(scope, personId);
        if (!person || person.status === 'leaving') return fail('not-found');
        const profile = await rows.selectProfile(scope, personId);
        const [manager, path, colleagues] = [
          person.manager_id ? (await cards(scope, [person.manager_id])).get(person.manager_id) : undefined,
          person.unit_id ? await rows.selectUnitPath(scope, person.unit_id) : [],
          await worksWith(scope, personId),
        ];
        return {
          ...cardOf(person),
          level: person.level,
          siteTimezone: person.site_timezone,
          joinedOn: person.joined_on,
          alumni: person.status === 'alumni',
          unitPath: path,
          manager: manager ?? null,
          worksWith: colleagues,
          shown: rules.shownOf(profileOf(profile), profile?.shows ?? []),
        };
      }),

    /** The tree of units with the people of each subtree. */
    units: (who: Who): Promise<{ units: Unit[]; myUnitId: string | null }> =>
      floor.db.asPerson(who, async (scope) => {
        const units = rules.withTotals(await rows.selectUnits(scope), await rows.selectOwn(scope));
        const me = await rows.selectPerson(scope, scope.personId);
        return { units, myUnitId: me?.unit_id ?? null };
      }),

    /** What the directory can be narrowed to, beside units. */
    filters: (who: Who) =>
      floor.db.asPerson(who, async (scope) => ({
        sites: await rows.selectSites(scope),
        levels: await rows.selectLevels(scope),
      })),

    /** The caller's own profile. */
    mine: (who: Who): Promise<MyProfile> => floor.db.asPerson(who, mine),

    /** Changes what the caller says of themselves and what of it is shown. */
    saveProfile: (who: Who, change: ProfileChange): Promise<MyProfile> =>
      floor.db.asPerson(who, async (scope) => {
        if (change.title !== undefined) {
          const name = (await rows.selectCards(scope, [who.personId]))[0]?.name ?? '';
          await rows.updatePerson(scope, { title: change.title, search_text: rules.searchTextOf(name, change.title) });
        }
        await rows.upsertProfile(scope, columnsOf(change));
        return mine(scope);
      }),

    /** Who and where the caller is, and what of it is theirs to say. */
    whoIAm: (who: Who) => whoIAm({ floor, log }, who),

    /** Says name, unit, site and interests; 'people.not-mine-to-say' where a directory or a steward does. */
    sayWhoIAm: (who: Who, entry: Entry) => sayWhoIAm({ floor, log }, who, entry),

    /** Changes the caller's language or time zone; null takes the usual one again. */
    saveSettings: (
      who: Who,
      change: { language?: 'en' | 'de' | null | undefined; timezone?: string | null | undefined },
    ): Promise<MyProfile> =>
      floor.db.asPerson(who, async (scope) => {
        const { language, timezone } = change;
        if (timezone && !isTimeZone(timezone)) fail('workspace.unknown-time-zone');
        const values = { ...(language !== undefined && { language }), ...(timezone !== undefined && { timezone }) };
        if (Object.keys(values).length > 0) await rows.updatePerson(scope, values);
        return mine(scope);
      }),

    /** Keeps a photo of the caller: its pixels, and nothing that camera or program wrote beside them. */
    async savePhoto(who: Who, file: Blob): Promise<{ photoUrl: string }> {
      if (file.size > PHOTO_LIMIT.bytes) fail('too-large');
      const photo = cleanPhoto(Buffer.from(await file.arrayBuffer()), PHOTO_LIMIT.side) ?? fail('people.photo-type');
      if (photo === 'too-large') return fail('too-large');
      const version = floor.newId();
      const { mediaType, bytes } = photo;
      await floor.db.asPerson(who, (scope) => rows.upsertPhoto(scope, { version, media_type: mediaType, bytes }));
      return { photoUrl: photoUrl(who.personId, version) ?? '' };
    },

    removePhoto: (who: Who): Promise<void> => floor.db.asPerson(who, rows.deletePhoto),

    /** The photo of a person, unless it is veiled from the caller. */
    photo: (who: Who, personId: string): Promise<File> =>
      floor.db.asPerson(who, async (scope) => {
        const row = (await rows.selectPhoto(scope, personId)) ?? fail('not-found');
        return new File([new Uint8Array(row.bytes)], 'photo', { type: row.media_type });
      }),
  };
}

export type People = ReturnType<typeof createPeople>;
