import { type Insertable, sql } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** Adds a line; there is no way to change one. */
export async function insertEntry({ db }: RoleScope, row: Insertable<Tables['log_entry']>) {
  await db.insertInto('log_entry').values(row).execute();
}

// Rows of one statement; PostgreSQL takes 65,535 values.
const AT_ONCE = 5000;

/** Adds lines, some thousand in a statement. */
export async function insertEntries({ db }: RoleScope, rows: readonly Insertable<Tables['log_entry']>[]) {
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto('log_entry')
      .values(rows.slice(start, start + AT_ONCE))
      .execute();
}

/** Lines before an instant, newest first, with the actor's name. */
export async function selectEntries({ db, workspaceId }: Scope, before: Date, most: number) {
  return db
    .selectFrom('log_entry as l')
    .leftJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'l.workspace_id').onRef('p.person_id', '=', 'l.actor_id'),
    )
    .select(['l.log_entry_id as id', 'l.at', 'l.action', 'l.about', 'p.name as who'])
    .where('l.workspace_id', '=', workspaceId)
    .where('l.at', '<', before)
    .orderBy('l.at', 'desc')
    .orderBy('l.log_entry_id')
    .limit(most)
    .execute();
}

/** Lines by me or about me, oldest first. */
export async function selectAboutMe({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('log_entry')
    .select(['at', 'action', 'actor_id'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('actor_id', '=', personId), eb(sql<string>`about ->> 'personId'`, '=', personId)]))
    .orderBy('at')
    .execute();
}
