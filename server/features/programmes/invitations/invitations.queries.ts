import { sql } from 'kysely';
import type { JobScope } from '#server/platform/database.ts';

/** How long a month of quiet lasts after an invitation. */
const MONTH = '30 days';

/** Whom a programme is for. */
export interface InvitedAudience {
  programmeId: string;
  /** Null: everyone. */
  unitId: string | null;
  /** Only those who joined the organisation since, where it is not null. */
  joinedSince: string | null;
}

/**
 * Invites those of a programme's audience who may be invited, and returns them: here, signed in once, not taking part, never said
 * "never invite me", not invited to it before, and to nothing else within a month.
 */
export async function insertInvitations(
  { db, workspaceId }: JobScope,
  { programmeId, unitId, joinedSince, now }: InvitedAudience & { now: Date },
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with recursive below as (
      select unit_id from unit where workspace_id = ${workspaceId} and unit_id = ${unitId}
      union all select u.unit_id from unit u join below b on u.parent_id = b.unit_id where u.workspace_id = ${workspaceId}
    )
    insert into invitation (workspace_id, programme_id, person_id, kind, sent_at)
    select p.workspace_id, ${programmeId}, p.person_id, 'join', ${now} from person p
      left join boundary b on b.workspace_id = p.workspace_id and b.person_id = p.person_id
    where p.workspace_id = ${workspaceId} and p.status = 'active'
      -- Being in the directory sends nobody anything.
      and p.entered_at is not null
      and (${unitId}::uuid is null or p.unit_id in (select unit_id from below))
      and (${joinedSince}::date is null or p.joined_on >= ${joinedSince})
      and not coalesce(b.never_invite, false)
      and not exists (select 1 from membership m where m.workspace_id = p.workspace_id
        and m.programme_id = ${programmeId} and m.person_id = p.person_id)
      and not exists (select 1 from invitation i where i.workspace_id = p.workspace_id and i.person_id = p.person_id
        and (i.programme_id = ${programmeId} or i.sent_at > ${now}::timestamptz - ${MONTH}::interval))
    on conflict do nothing
    returning person_id`.execute(db);
  return rows.map((row) => row.person_id);
}

/** Invites one colleague to host; false where the limits of invitations say no. */
export async function insertHostInvitation(
  { db, workspaceId }: JobScope,
  { programmeId, personId, now }: { programmeId: string; personId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ person_id: string }>`
    insert into invitation (workspace_id, programme_id, person_id, kind, sent_at)
    select p.workspace_id, ${programmeId}, p.person_id, 'host', ${now} from person p
      left join boundary b on b.workspace_id = p.workspace_id and b.person_id = p.person_id
    where p.workspace_id = ${workspaceId} and p.person_id = ${personId} and p.status = 'active' and p.entered_at is not null
      and not coalesce(b.never_invite, false)
      and not exists (select 1 from invitation i where i.workspace_id = p.workspace_id and i.person_id = p.person_id
        and i.sent_at > ${now}::timestamptz - ${MONTH}::interval)
    on conflict do nothing
    returning person_id`.execute(db);
  return rows.length > 0;
}
