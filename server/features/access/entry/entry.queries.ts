import type { RoleScope, Scope } from '#server/platform/database.ts';

export interface NewPerson {
  workspaceId: string;
  personId: string;
  email: string;
  name: string;
  searchText: string;
  source: 'setup' | 'invite' | 'join';
  now: Date;
}

/** Adds a person who may sign in with an address; false where the address is already somebody's. */
export async function insertPerson({ db }: RoleScope, person: NewPerson): Promise<boolean> {
  const known = await db
    .insertInto('auth.identity')
    .values({ issuer: 'email', subject: person.email, workspace_id: person.workspaceId, person_id: person.personId })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  if (!known.numInsertedOrUpdatedRows) return false;
  await db
    .insertInto('person')
    .values({
      workspace_id: person.workspaceId,
      person_id: person.personId,
      email: person.email,
      name: person.name,
      title: '',
      search_text: person.searchText,
      source: person.source,
      created_at: person.now,
    })
    .execute();
  return true;
}

/** The organisation's name and language, for an invitation. */
export async function selectWorkspaceFacts({ db }: RoleScope, workspaceId: string) {
  return db
    .selectFrom('workspace')
    .select(['name', 'language'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

/** A join link that still holds. */
export async function selectLink({ db }: RoleScope, workspaceId: string, tokenHash: string, now: Date) {
  return db
    .selectFrom('join_link as l')
    .innerJoin('workspace as w', 'w.workspace_id', 'l.workspace_id')
    .select(['l.domain', 'w.name', 'w.language'])
    .where('l.workspace_id', '=', workspaceId)
    .where('l.token_hash', '=', tokenHash)
    .where('l.ended_at', 'is', null)
    .where('l.expires_at', '>', now)
    .executeTakeFirst();
}

export async function selectLinks({ db, workspaceId }: Scope, now: Date) {
  return db
    .selectFrom('join_link')
    .select(['join_link_id as id', 'domain', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('workspace_id', '=', workspaceId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
}

export async function insertLink(
  { db, workspaceId, personId }: Scope,
  link: { id: string; tokenHash: string; domain: string; now: Date; until: Date },
) {
  await db
    .insertInto('join_link')
    .values({
      workspace_id: workspaceId,
      join_link_id: link.id,
      token_hash: link.tokenHash,
      domain: link.domain,
      created_by: personId,
      created_at: link.now,
      expires_at: link.until,
    })
    .execute();
}

/** Ends a link; false where there is none that holds. */
export async function endLink({ db, workspaceId }: Scope, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('join_link')
    .set({ ended_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('join_link_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
