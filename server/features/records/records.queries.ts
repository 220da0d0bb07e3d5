import { sql } from 'kysely';
import type { JobScope, Scope } from '#server/platform/database.ts';
import type { StoredRow } from './register.rules.ts';

/** The condition that one of these columns holds me; `member_ids` holds several. */
const isMe = ({ personId }: Scope, by: readonly string[]) =>
  sql.join(
    by.map((column) =>
      column === 'member_ids'
        ? sql`${personId}::uuid = any (${sql.ref(column)})`
        : sql`${sql.ref(column)} = ${personId}::uuid`,
    ),
    sql` or `,
  );

/** How many rows of a table hold me in one of these columns, as far as I may see. */
export async function countMine(scope: Scope, table: string, by: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from ${sql.table(table)} where workspace_id = ${scope.workspaceId}::uuid and (${isMe(scope, by)})`.execute(
    scope.db,
  );
  return Number(rows[0]?.count ?? 0);
}

/** Rows of a table that hold me in one of these columns, with the columns that I may read. */
export async function selectMyRows(
  scope: Scope,
  table: string,
  { by, columns }: { by: readonly string[]; columns: readonly string[] },
): Promise<StoredRow[]> {
  const { db, workspaceId } = scope;
  const readable = await sql<{ column: string }>`select c as "column" from unnest(${columns as string[]}::text[]) c
    where has_column_privilege(${table}, c, 'select')`.execute(db);
  const chosen = readable.rows.map(({ column }) => sql.ref(column));
  if (chosen.length === 0) return [];
  const { rows } = await sql<StoredRow>`select ${sql.join(chosen)} from ${sql.table(table)}
    where workspace_id = ${workspaceId}::uuid and (${isMe(scope, by)})`.execute(db);
  return rows;
}

/** Deletes somebody and everything that names them. */
export async function erasePerson({ db, workspaceId }: JobScope, personId: string, at: Date): Promise<void> {
  await sql`select erase_person(${workspaceId}::uuid, ${personId}::uuid, ${at})`.execute(db);
}
