import type { Insertable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';

export async function insertNewcomer({ db }: RoleScope, row: Insertable<Tables['person']>) {
  await db.insertInto('person').values(row).execute();
}

/** Keeps when a person first came in. */
export async function updateEntered({ db }: RoleScope, personId: string, now: Date) {
  await db
    .updateTable('person')
    .set({ entered_at: now })
    .where('person_id', '=', personId)
    .where('entered_at', 'is', null)
    .execute();
}

/** The title of a person, and whose word their name is. */
export async function selectNaming({ db }: RoleScope, personId: string) {
  return db.selectFrom('person').select(['title', 'name_from']).where('person_id', '=', personId).executeTakeFirst();
}

export async function updateOwnName({ db }: RoleScope, personId: string, row: { name: string; search_text: string }) {
  await db
    .updateTable('person')
    .set({ ...row, name_from: 'self' })
    .where('person_id', '=', personId)
    .execute();
}

/** Removes a person; whoever they were the manager of has none. */
export async function deleteNewcomer({ db, workspaceId }: Scope, personId: string) {
  await db
    .updateTable('person')
    .set({ manager_id: null })
    .where('workspace_id', '=', workspaceId)
    .where('manager_id', '=', personId)
    .execute();
  await db.deleteFrom('person').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).execute();
}
