import { type Insertable, sql, type Updateable } from 'kysely';
import type { Language } from '#contract/common.ts';
import type { Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';

/** Whether this server already holds an organisation. */
export async function hasWorkspace({ db }: RoleScope): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select auth.is_set_up() as yes`.execute(db);
  return rows[0]?.yes === true;
}

/** Keeps two set-ups from running at once, until the transaction ends. */
export async function holdSetUp({ db }: RoleScope) {
  await db.selectNoFrom((eb) => eb.fn('pg_advisory_xact_lock', [eb.val(420_421)]).as('held')).execute();
}

export async function insertWorkspace({ db }: RoleScope, row: Insertable<Tables['workspace']>) {
  await db.insertInto('workspace').values(row).execute();
}

export async function selectWorkspace({ db }: RoleScope, workspaceId: string) {
  return db
    .selectFrom('workspace')
    .select(['name', 'purpose', 'timezone', 'language'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

export async function updateWorkspace({ db, workspaceId }: Scope, change: Updateable<Tables['workspace']>) {
  if (changesNothing(change)) return;
  await db.updateTable('workspace').set(change).where('workspace_id', '=', workspaceId).execute();
}

export interface OwnAddress {
  name: string;
  email: string;
  language: Language | null;
}

export async function selectOwnAddress({ db, workspaceId, personId }: Scope): Promise<OwnAddress | undefined> {
  return db
    .selectFrom('person')
    .select(['name', 'email', 'language'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}
