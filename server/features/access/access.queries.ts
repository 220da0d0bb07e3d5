import { sql } from 'kysely';
import type { Language, Role } from '#contract/common.ts';
import type { PersonStatus } from '#server/migrations/tables.ts';
import type { RoleScope } from '#server/platform/database.ts';

/** Somebody who calls, with the roles that count. */
export interface CallerRow {
  workspace_id: string;
  person_id: string;
  status: PersonStatus;
  roles: Role[];
}

/** The person behind a signed-in user, with roles that count; undefined when nobody is. */
export async function selectWho({ db }: RoleScope, userId: string): Promise<CallerRow | undefined> {
  return (await sql<CallerRow>`select * from auth.who_is(${userId})`.execute(db)).rows[0];
}

interface AddressOwner {
  workspace_id: string;
  person_id: string;
  issuer: 'email' | 'private-email';
  language: Language | null;
}

/** Who may sign in with an address, if anybody; a private one counts only while leaving. */
export async function selectAddress({ db }: RoleScope, email: string) {
  const { rows } = await sql<AddressOwner>`select * from auth.who_has_address(${email})`.execute(db);
  return rows[0];
}

/** The language of a workspace. */
export async function selectWorkspaceLanguage({ db }: RoleScope, workspaceId: string): Promise<Language | undefined> {
  const row = await db
    .selectFrom('workspace')
    .select('language')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.language;
}

/** Counts hits in a window and returns how many there were. */
export async function upsertHits({ db }: RoleScope, key: string, window: Date, hits: number): Promise<number> {
  const row = await db
    .insertInto('auth.limit_count')
    .values({ key, window_start: window, hits })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((eb) => ({ hits: eb('auth.limit_count.hits', '+', hits) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return row.hits;
}

/** How many hits a window has. */
export async function selectHits({ db }: RoleScope, key: string, window: Date): Promise<number> {
  const row = await db
    .selectFrom('auth.limit_count')
    .select('hits')
    .where('key', '=', key)
    .where('window_start', '=', window)
    .executeTakeFirst();
  return row?.hits ?? 0;
}

/** Forgets windows that ended before an instant. */
export async function deleteOldHits({ db }: RoleScope, before: Date) {
  await db.deleteFrom('auth.limit_count').where('window_start', '<', before).execute();
}

/** Clears what sign-in needs for minutes only. */
export async function deletePassed({ db }: RoleScope, now: Date, countersBefore: Date) {
  await sql`delete from auth.verification where "expiresAt" < ${now}`.execute(db);
  await sql`delete from auth.session where "expiresAt" < ${now}`.execute(db);
  await deleteOldHits({ db }, countersBefore);
}
