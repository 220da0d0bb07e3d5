import { PHOTO_LIMIT } from '#contract/limits.ts';
import type { MyProfile } from '#contract/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { photoUrl } from './cards.verbs.ts';
import type { PeopleDeps } from './people.deps.ts';
import * as rows from './people.queries.ts';
import * as rules from './people.rules.ts';
import { cleanPhoto } from './photo/photo.rules.ts';
import { columnsOf, type ProfileChange, profileOf } from './profile.rules.ts';

/** null takes the usual one again. */
export interface SettingsChange {
  language?: 'en' | 'de' | null | undefined;
  timezone?: string | null | undefined;
}

export const getMyProfile = (deps: PeopleDeps, who: Who): Promise<MyProfile> =>
  deps.db.asPerson(who, (scope) => myProfile(deps, scope));

async function myProfile(deps: PeopleDeps, scope: Scope): Promise<MyProfile> {
  const person = (await rows.selectPerson(scope, scope.personId)) ?? fail('not-found');
  const row = await rows.selectProfile(scope, scope.personId);
  return {
    ...profileOf(row),
    title: person.title,
    shows: (row?.shows ?? []).filter(rules.isProfileField),
    photoUrl: photoUrl(deps, person.person_id, person.version),
    language: person.language,
    timezone: person.timezone,
    usualTimezone: rules.timezoneOf({ own: null, site: person.site_timezone, workspace: person.workspace_timezone }),
  };
}

export function saveProfile(deps: PeopleDeps, who: Who, change: ProfileChange): Promise<MyProfile> {
  return deps.db.asPerson(who, async (scope) => {
    if (change.title !== undefined) {
      const name = (await rows.selectCards(scope, [who.personId]))[0]?.name ?? '';
      await rows.updatePerson(scope, { title: change.title, search_text: rules.searchTextOf(name, change.title) });
    }
    await rows.upsertProfile(scope, columnsOf(change));
    return myProfile(deps, scope);
  });
}

export function saveSettings(deps: PeopleDeps, who: Who, change: SettingsChange): Promise<MyProfile> {
  return deps.db.asPerson(who, async (scope) => {
    const { language, timezone } = change;
    if (timezone !== undefined && timezone !== null && !isTimeZone(timezone)) fail('workspace.unknown-time-zone');
    const values = { ...(language !== undefined && { language }), ...(timezone !== undefined && { timezone }) };
    if (Object.keys(values).length > 0) await rows.updatePerson(scope, values);
    return myProfile(deps, scope);
  });
}

export async function savePhoto(deps: PeopleDeps, who: Who, file: Blob): Promise<{ photoUrl: string }> {
  if (file.size > PHOTO_LIMIT.bytes) fail('too-large');
  const photo = cleanPhoto(Buffer.from(await file.arrayBuffer()), PHOTO_LIMIT.side) ?? fail('people.photo-type');
  if (photo === 'too-large') return fail('too-large');
  const version = deps.newId();
  const { mediaType, bytes } = photo;
  await deps.db.asPerson(who, (scope) => rows.upsertPhoto(scope, { version, media_type: mediaType, bytes }));
  return { photoUrl: photoUrl(deps, who.personId, version) ?? '' };
}

export async function removePhoto({ db }: PeopleDeps, who: Who): Promise<void> {
  await db.asPerson(who, rows.deletePhoto);
}

export function getPhoto({ db }: PeopleDeps, who: Who, personId: string): Promise<File> {
  return db.asPerson(who, async (scope) => {
    const row = (await rows.selectPhoto(scope, personId)) ?? fail('not-found');
    return new File([new Uint8Array(row.bytes)], 'photo', { type: row.media_type });
  });
}
