import { sql } from 'kysely';
import type { MeetingEvery } from '#contract/introductions.ts';
import { among, type RoleScope, type Scope } from '#server/platform/database.ts';
import type { WorkspaceScope } from '../members/members.queries.ts';

/** Who said "again"; the background alone sees others' answers. */
export async function selectSaidAgain({ db }: RoleScope, workspaceId: string, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('introduction_member')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('again', '=', true)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** Between which of some people a block stands, in both directions. */
export async function selectVeilsAmong({ db }: RoleScope, workspaceId: string, ids: readonly string[]) {
  return db
    .selectFrom('veil')
    .select(['viewer_id as a', 'hidden_id as b'])
    .where('workspace_id', '=', workspaceId)
    .where('viewer_id', '=', among(ids))
    .where('hidden_id', '=', among(ids))
    .execute();
}

/** A further conversation of these people that runs and did not lead to a meeting yet. */
export async function selectFurther(
  { db, workspaceId }: Scope,
  memberIds: readonly string[],
  size: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select i.introduction_id as id from introduction i
    where i.workspace_id = ${workspaceId}::uuid and i.kind = 'again' and i.ended_at is null
      and i.member_ids @> ${[...memberIds]}::uuid[] and cardinality(i.member_ids) = ${size} and cardinality(i.left_ids) = 0
      and not exists (select 1 from moment o where o.workspace_id = i.workspace_id and o.moment_id = i.introduction_id)
    order by i.started_at desc limit 1`.execute(db);
  return rows[0]?.id;
}

export async function upsertRhythm(
  { db, workspaceId }: Scope,
  row: { introduction_id: string; member_ids: string[]; every: MeetingEvery; next_on: string },
) {
  const change = { ...row, ended_at: null };
  await db
    .insertInto('meeting_rhythm')
    .values({ ...change, workspace_id: workspaceId })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'introduction_id']).doUpdateSet(change))
    .execute();
}

/** Ends reminders of the caller: of one introduction, or with one person. */
export async function endRhythms(
  { db, workspaceId, personId }: Scope,
  which: { id: string } | { otherId: string },
  now: Date,
) {
  const isMeant =
    'id' in which
      ? sql<boolean>`introduction_id = ${which.id}::uuid`
      : sql<boolean>`${which.otherId}::uuid = any (member_ids)`;
  await db
    .updateTable('meeting_rhythm')
    .set({ ended_at: now })
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`${personId}::uuid = any (member_ids)`)
    .where(isMeant)
    .where('ended_at', 'is', null)
    .execute();
}

/** Reminders that come on or before a day. */
export async function selectDueRhythms({ db, workspaceId }: WorkspaceScope, until: string) {
  return db
    .selectFrom('meeting_rhythm as r')
    .select(['r.introduction_id', 'r.member_ids', 'r.every', 'r.next_on'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.ended_at', 'is', null)
    .where('r.next_on', '<=', until)
    .orderBy('r.next_on')
    .orderBy('r.introduction_id')
    .limit(1000)
    .execute();
}

/** Moves a reminder on; false where another process was first. */
export async function moveRhythm(
  { db, workspaceId }: WorkspaceScope,
  id: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('meeting_rhythm')
    .set({ next_on: to })
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('next_on', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
