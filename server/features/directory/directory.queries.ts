import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

/** Keeps the directory still for one change by hand, until the transaction ends. */
export async function holdDirectory({ db, workspaceId }: Scope) {
  await db
    .selectFrom('workspace')
    .select('workspace_id')
    .where('workspace_id', '=', workspaceId)
    .forNoKeyUpdate()
    .execute();
}

/** Somebody who is here, with what decides how their address may change. */
export async function selectMember({ db, workspaceId }: Scope, personId: string) {
  const { rows } = await sql<{ name: string; title: string; email: string; hasEntered: boolean; holdsRole: boolean }>`
    select p.name, p.title, p.email,
      p.entered_at is not null or exists (select 1 from auth.identity i where i.workspace_id = p.workspace_id
        and i.person_id = p.person_id and i.issuer = 'user') as "hasEntered",
      exists (select 1 from role_grant g where g.workspace_id = p.workspace_id and g.person_id = p.person_id) as "holdsRole"
    from person p where p.workspace_id = ${workspaceId}::uuid and p.person_id = ${personId}::uuid
      and p.status in ('active', 'away') for no key update of p`.execute(db);
  return rows[0];
}
