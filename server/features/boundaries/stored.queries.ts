import type { Scope } from '#server/platform/database.ts';

export async function selectMyLimits({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('boundary')
    .select(['hellos', 'paused_until', 'rhythm', 'introductions', 'never_invite'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** Names of those whom I blocked. */
export async function selectBlockedNames({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('block as b')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'b.workspace_id').onRef('p.person_id', '=', 'b.blocked_id'),
    )
    .select('p.name')
    .where('b.workspace_id', '=', workspaceId)
    .where('b.person_id', '=', personId)
    .orderBy('p.search_text')
    .execute();
}
