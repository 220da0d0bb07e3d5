import { sql } from 'kysely';
import type { WorkspaceScope } from '../members/members.queries.ts';

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
