import { sql } from 'kysely';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import type { CallerRow } from '../access.queries.ts';

/** A token of the command line that still holds, and whose it is; notes to the hour that it was used. */
export async function selectToken({ db }: RoleScope, tokenHash: string, now: Date): Promise<CallerRow | undefined> {
  return (await sql<CallerRow>`select * from auth.who_has_token(${tokenHash}, ${now})`.execute(db)).rows[0];
}

export async function insertToken(
  { db, workspaceId, personId }: Scope,
  token: { id: string; hash: string; name: string; now: Date; until: Date },
) {
  await db
    .insertInto('auth.token')
    .values({
      token_id: token.id,
      token_hash: token.hash,
      name: token.name,
      workspace_id: workspaceId,
      person_id: personId,
      created_at: token.now,
      expires_at: token.until,
    })
    .execute();
}

/** The caller's tokens that hold, newest first. */
export async function selectTokens({ db, workspaceId, personId }: Scope, now: Date) {
  return db
    .selectFrom('auth.token')
    .select(['token_id as id', 'name', 'created_at as createdAt', 'used_at as usedAt', 'expires_at as expiresAt'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('token_id')
    .execute();
}

/** Ends the caller's tokens, or one of them; how many there were. */
export async function deleteTokens({ db, workspaceId, personId }: Scope, id?: string): Promise<number> {
  let tokens = db.deleteFrom('auth.token').where('workspace_id', '=', workspaceId).where('person_id', '=', personId);
  if (id) tokens = tokens.where('token_id', '=', id);
  return Number((await tokens.executeTakeFirst()).numDeletedRows);
}

export async function deleteEndedTokens({ db }: RoleScope, now: Date) {
  await db.deleteFrom('auth.token').where('expires_at', '<=', now).execute();
}
