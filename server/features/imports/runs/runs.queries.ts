import { type SqlBool, sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

export interface RunRow {
  import_id: string;
  made_by: string;
  made_at: Date;
  status: 'preview' | 'applied' | 'undone';
  complete: boolean;
  summary: unknown;
  applied_at: Date | null;
  maker: string | null;
}

const runs = ({ db, workspaceId }: Scope) =>
  db
    .selectFrom('import_run as r')
    .leftJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.person_id', '=', 'r.made_by'),
    )
    .select([
      'r.import_id',
      'r.made_by',
      'r.made_at',
      'r.status',
      'r.complete',
      'r.summary',
      'r.applied_at',
      'p.name as maker',
    ])
    .where('r.workspace_id', '=', workspaceId);

export async function selectRun(scope: Scope, importId: string): Promise<RunRow | undefined> {
  return runs(scope).where('r.import_id', '=', importId).executeTakeFirst();
}

/** What was applied or undone, newest first. */
export async function selectRuns(scope: Scope, most: number): Promise<RunRow[]> {
  return runs(scope)
    .where('r.status', '<>', 'preview')
    .orderBy('r.applied_at', 'desc')
    .orderBy('r.import_id')
    .limit(most)
    .execute();
}

/** The one that can be undone. */
export async function selectLastApplied({ db, workspaceId }: Scope): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_run')
    .select('import_id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'applied')
    .orderBy('applied_at', 'desc')
    .orderBy('import_id')
    .limit(1)
    .executeTakeFirst();
  return row?.import_id;
}

/** How many an import sent away since an instant. */
export async function sumGoneSince({ db, workspaceId }: Scope, since: Date): Promise<number> {
  const row = await db
    .selectFrom('import_run')
    .select(sql<string>`coalesce(sum((summary -> 'counts' ->> 'gone')::int), 0)`.as('gone'))
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'applied')
    .where('applied_at', '>', since)
    .executeTakeFirst();
  return Number(row?.gone ?? 0);
}

export async function selectPlan({ db, workspaceId }: Scope, importId: string): Promise<unknown> {
  const row = await db
    .selectFrom('import_run')
    .select('plan')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return row?.plan;
}

/** A stretch of one list of the plan, cut by the database: a plan may be large. */
export async function selectPlanPart(
  { db, workspaceId }: Scope,
  importId: string,
  part: { list: string; from: number; most: number },
): Promise<unknown> {
  const path = `$.${part.list}[${part.from} to ${part.from + part.most - 1}]`;
  const row = await db
    .selectFrom('import_run')
    .select(sql<unknown>`jsonb_path_query_array(plan, ${path}::jsonpath)`.as('items'))
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return row?.items ?? [];
}

export interface NewRun {
  importId: string;
  complete: boolean;
  plan: string;
  summary: string;
}

export async function insertRun({ db, workspaceId, personId }: Scope, run: NewRun, now: Date) {
  const { importId, complete, plan, summary } = run;
  await db
    .insertInto('import_run')
    .values({
      workspace_id: workspaceId,
      import_id: importId,
      made_by: personId,
      made_at: now,
      status: 'preview',
      complete,
      plan,
      summary,
      applied_at: null,
    })
    .execute();
}

/** My previews that I left lying: each holds a whole directory. */
export async function deletePreviews({ db, workspaceId, personId }: Scope, before: Date) {
  await db
    .deleteFrom('import_run')
    .where('workspace_id', '=', workspaceId)
    .where('made_by', '=', personId)
    .where('status', '=', 'preview')
    .where(sql<SqlBool>`made_at < ${before}`)
    .execute();
}

export async function updateRun(
  { db, workspaceId }: Scope,
  importId: string,
  change: { status: 'applied' | 'undone'; summary: string; applied_at?: Date },
) {
  await db
    .updateTable('import_run')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', importId)
    .execute();
}
