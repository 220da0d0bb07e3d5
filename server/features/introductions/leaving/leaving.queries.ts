import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

export interface Left {
  memberIds: string[];
  leftIds: string[];
  kind: string;
  programmeId: string | null;
  roundOn: string | null;
  startsAt: Date | null;
  isAgreed: boolean;
  timeSequence: number;
}

/** The caller leaves a running introduction, which ends where fewer than two remain; undefined where it did not run for them. */
export async function leaveIntroduction(
  { db, workspaceId, personId }: Scope,
  id: string,
  now: Date,
): Promise<Left | undefined> {
  const { rows } = await sql<Left>`
    update introduction
    set left_ids = array_append(left_ids, ${personId}::uuid),
      ended_at = case when cardinality(member_ids) - cardinality(left_ids) < 3 then ${now}::timestamptz end
    where workspace_id = ${workspaceId}::uuid and introduction_id = ${id}::uuid and ended_at is null
      and ${personId}::uuid = any (member_ids) and not ${personId}::uuid = any (left_ids)
    returning member_ids as "memberIds", left_ids as "leftIds", kind, programme_id as "programmeId", round_on as "roundOn",
      starts_at as "startsAt", is_agreed as "isAgreed", time_sequence as "timeSequence"`.execute(db);
  return rows[0];
}

/** The caller's place in the round is free again. */
export async function leavePlace(
  { db, workspaceId, personId }: Scope,
  id: string,
  row: { left_at: Date; swapped?: boolean },
) {
  await db
    .updateTable('introduction_member')
    .set(row)
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}
