import type { ExportPart, Myself } from '#server/features/records/records.ts';
import type { Scope } from '#server/platform/database.ts';
import type { PeopleDeps } from './people.deps.ts';
import * as rows from './stored.queries.ts';

/** Who asks for what is stored about them; undefined where they are not here. */
export async function findMyself(scope: Scope): Promise<Myself | undefined> {
  return rows.selectMyLine(scope);
}

/** Names of people, as everyone here may see them. */
export async function findNames(scope: Scope, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  return new Map((await rows.selectNamesOf(scope, personIds)).map(({ id, name }) => [id, name]));
}

/** What units and sites are called, by their ids. */
export async function findPlaceNames(scope: Scope): Promise<Map<string, string>> {
  return new Map((await rows.selectPlaceNames(scope)).map(({ id, name }) => [id, name]));
}

/** Who left on or before a day and was not deleted yet. */
export async function listLeftBefore({ db }: Pick<PeopleDeps, 'db'>, workspaceId: string, day: string) {
  const gone = await db.asJobs('retention', workspaceId, (scope) => rows.selectPastGrace(scope, day));
  return gone.map(({ person_id }) => person_id);
}

/** Whether somebody is still there to be deleted. */
export async function isStillHere(
  { db }: Pick<PeopleDeps, 'db'>,
  workspaceId: string,
  personId: string,
): Promise<boolean> {
  return Boolean(await db.asJobs('erasure', workspaceId, (scope) => rows.selectStillHere(scope, personId)));
}

const OMITTED = ['workspace_id', 'person_id', 'search_text', 'shown_words', 'unit_id', 'site_id', 'manager_id'];

/** A row without the numbers that say nothing outside the database. */
const plain = (row: object | undefined): Record<string, unknown> | null =>
  row ? Object.fromEntries(Object.entries(row).filter(([column]) => !OMITTED.includes(column))) : null;

/** The caller's line in the directory, profile and photo. */
export async function exportPeople(scope: Scope): Promise<ExportPart> {
  const line = plain(await rows.selectMyLine(scope));
  const profile = plain(await rows.selectWholeProfile(scope));
  const photo = await rows.selectPicture(scope);
  const base64 = photo?.bytes.toString('base64');
  return {
    json: { directory: line, profile, photo: photo ? { mediaType: photo.media_type, base64 } : null },
    lines: [
      ...Object.entries(line ?? {}).map(([field, value]) => ['directory', '', field, textOf(value)]),
      ...Object.entries(profile ?? {}).map(([field, value]) => ['profile', '', field, [value ?? ''].flat().join(', ')]),
    ],
    picture: photo ? `data:${photo.media_type};base64,${base64}` : null,
  };
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return [value ?? ''].flat().join(', ');
}
