import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

/** Rows of a table that hold me in one of these columns, with the columns that I may read. */
export async function selectMine(
  { db, workspaceId, personId }: Scope,
  table: string,
  { by, columns }: { by: readonly string[]; columns: readonly string[] },
): Promise<Record<string, unknown>[]> {
  const readable = await sql<{ column: string }>`select c as "column" from unnest(${columns as string[]}::text[]) c
    where has_column_privilege(${table}, c, 'select')`.execute(db);
  const isMe = by.map((column) =>
    ['member_ids'].includes(column)
      ? sql`${personId}::uuid = any (${sql.ref(column)})`
      : sql`${sql.ref(column)} = ${personId}::uuid`,
  );
  const chosen = readable.rows.map(({ column }) => sql.ref(column));
  if (chosen.length === 0) return [];
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(chosen)} from ${sql.table(table)}
    where workspace_id = ${workspaceId}::uuid and (${sql.join(isMe, sql` or `)})`.execute(db);
  return rows;
}

/** What ids of programmes, units and sites are called. */
export async function selectCalled({ db, workspaceId }: Scope): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select programme_id as id, name from programme where workspace_id = ${workspaceId}::uuid
    union all select unit_id, name from unit where workspace_id = ${workspaceId}::uuid
    union all select site_id, name from site where workspace_id = ${workspaceId}::uuid`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
