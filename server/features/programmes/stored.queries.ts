import type { Scope } from '#server/platform/database.ts';

/** What programmes are called, by their ids. */
export async function selectProgrammeNames({ db, workspaceId }: Scope): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('programme')
    .select(['programme_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map(({ programme_id, name }) => [programme_id, name]));
}
