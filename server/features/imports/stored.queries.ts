import { sql } from 'kysely';
import type { JobScope } from '#server/platform/database.ts';

/** How many kept imports mention somebody. */
export async function countRunsAbout(
  { db, workspaceId }: JobScope,
  needles: { personId: string; email: string },
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from import_run where workspace_id = ${workspaceId}::uuid
      and strpos(concat(plan::text, summary::text), ${needles.personId}) + strpos(concat(plan::text, summary::text), ${needles.email}) > 0`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}

export async function deleteRunsBefore({ db, workspaceId }: JobScope, before: Date): Promise<void> {
  await db.deleteFrom('import_run').where('workspace_id', '=', workspaceId).where('made_at', '<', before).execute();
}
