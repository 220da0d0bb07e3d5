import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';
import type { WorkspaceScope } from '../members/members.queries.ts';

export interface LeftIntroduction {
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
export async function markLeft(
  { db, workspaceId, personId }: Scope,
  id: string,
  now: Date,
): Promise<LeftIntroduction | undefined> {
  const { rows } = await sql<LeftIntroduction>`
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
export async function freePlace(
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

/** Who is away or gone while something still runs for them: neither ended nor led to a meeting. */
export async function selectDeparted({ db, workspaceId }: WorkspaceScope) {
  const { rows } = await sql<{ workspaceId: string; personId: string }>`
    select distinct p.workspace_id as "workspaceId", p.person_id as "personId"
    from person p
    join introduction_member m on m.workspace_id = p.workspace_id and m.person_id = p.person_id and m.left_at is null
    join introduction i on i.workspace_id = m.workspace_id and i.introduction_id = m.introduction_id and i.ended_at is null
    where p.status <> 'active' and p.workspace_id = ${workspaceId}::uuid
      and not exists (select 1 from moment o
        where o.workspace_id = m.workspace_id and o.person_id = m.person_id and o.introduction_id = m.introduction_id)`.execute(
    db,
  );
  return rows;
}
