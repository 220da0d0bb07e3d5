import { sql } from 'kysely';
import type { OverviewNote } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';

export interface CountsRow {
  here: number;
  byFile: number;
  invited: number;
  hasPeople: boolean;
  units: number;
  sites: number;
  stewards: number;
  council: number;
  nominated: number;
}

/** How many there are of what. Whether somebody has signed in counts only of those who are listed by name. */
export async function selectCounts({ db, workspaceId }: Scope): Promise<CountsRow | undefined> {
  const { rows } = await sql<CountsRow>`
    select p.*, r.*,
      (select count(*)::int from unit where workspace_id = ${workspaceId}::uuid) as units,
      (select count(*)::int from site where workspace_id = ${workspaceId}::uuid) as sites
    from (select count(*)::int as here,
        count(*) filter (where source in ('import', 'scim'))::int as "byFile",
        count(*) filter (where source in ('invite', 'steward') and entered_at is null)::int as invited,
        coalesce(bool_or(source in ('import', 'scim')
          or (source in ('invite', 'steward', 'join') and entered_at is not null)), false) as "hasPeople"
      from person where workspace_id = ${workspaceId}::uuid and status in ('active', 'away')) p,
    (select count(*) filter (where g.role = 'steward')::int as stewards,
        count(*) filter (where g.role = 'works-council' and g.confirmed_by is not null)::int as council,
        count(*) filter (where g.role = 'works-council' and g.confirmed_by is null)::int as nominated
      from role_grant g join person o on o.workspace_id = g.workspace_id and o.person_id = g.person_id
      where g.workspace_id = ${workspaceId}::uuid and o.status in ('active', 'away')) r`.execute(db);
  return rows[0];
}

export async function selectNotes({ db, workspaceId }: Scope) {
  return db
    .selectFrom('overview_note')
    .select(['kind', 'noted_at', 'mark'])
    .where('workspace_id', '=', workspaceId)
    .execute();
}

export async function upsertNote(
  { db, workspaceId }: Scope,
  kind: OverviewNote,
  { notedAt, mark }: { notedAt: Date; mark: string | null },
) {
  await db
    .insertInto('overview_note')
    .values({ workspace_id: workspaceId, kind, noted_at: notedAt, mark })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind']).doUpdateSet({ noted_at: notedAt, mark }))
    .execute();
}

/** Whether there was such a note. */
export async function deleteNote({ db, workspaceId }: Scope, kind: OverviewNote): Promise<boolean> {
  const done = await db
    .deleteFrom('overview_note')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
