import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

export interface InvitedRow {
  personId: string;
  name: string;
  email: string;
  unit: string | null;
  enteredAt: Date | null;
  sentAt: Date | null;
  times: number;
  by: string | null;
}

const byName = (workspaceId: string) => sql`
  from person p
  left join entry_invitation i on i.workspace_id = p.workspace_id and i.person_id = p.person_id
  left join person b on b.workspace_id = p.workspace_id and b.person_id = coalesce(i.invited_by, p.made_by)
  left join unit u on u.workspace_id = p.workspace_id and u.unit_id = p.unit_id
  where p.workspace_id = ${workspaceId}::uuid and p.status in ('active', 'away') and p.source in ('invite', 'steward')
    and coalesce(i.is_by_name, true)`;

const columns = sql`p.person_id as "personId", p.name, p.email, u.name as unit, p.entered_at as "enteredAt",
  i.sent_at as "sentAt", coalesce(i.times, 0)::int as times, b.name as by`;

/** Those whose address a steward wrote, the newest first. */
export async function selectByName({ db, workspaceId }: Scope, most: number): Promise<InvitedRow[]> {
  const { rows } = await sql<InvitedRow>`select ${columns} ${byName(workspaceId)}
    order by p.entered_at is not null, coalesce(i.sent_at, p.created_at) desc, p.person_id limit ${most}`.execute(db);
  return rows;
}

/** One of them, whom nobody else changes until the transaction ends. */
export async function holdByName({ db, workspaceId }: Scope, personId: string): Promise<InvitedRow | undefined> {
  const { rows } = await sql<InvitedRow>`select ${columns} ${byName(workspaceId)}
    and p.person_id = ${personId}::uuid for no key update of p`.execute(db);
  return rows[0];
}

/** Notes an invitation, the first or another. */
export async function noteInvited(
  { db, workspaceId, personId }: Scope,
  whom: string,
  invitation: { isByName: boolean; now: Date },
): Promise<void> {
  await db
    .insertInto('entry_invitation')
    .values({
      workspace_id: workspaceId,
      person_id: whom,
      invited_by: personId,
      is_by_name: invitation.isByName,
      sent_at: invitation.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'person_id']).doUpdateSet((eb) => ({
        invited_by: personId,
        times: eb('entry_invitation.times', '+', 1),
        sent_at: invitation.now,
      })),
    )
    .execute();
}

/**
 * Notes an invitation of everybody from the directory who was not invited, and returns those who never came: whoever
 * did is noted alike, so that nothing that can be seen of it tells who it was.
 */
export async function insertDirectoryInvitations({ db, workspaceId, personId }: Scope, now: Date) {
  const { rows } = await sql<{ personId: string; times: number }>`
    with noted as (
      insert into entry_invitation (workspace_id, person_id, invited_by, is_by_name, sent_at)
      select p.workspace_id, p.person_id, ${personId}::uuid, false, ${now} from person p
      where p.workspace_id = ${workspaceId}::uuid and p.status in ('active', 'away') and p.source in ('import', 'scim')
      on conflict do nothing returning person_id, times
    )
    select n.person_id as "personId", n.times::int from noted n
    join person p on p.workspace_id = ${workspaceId}::uuid and p.person_id = n.person_id where p.entered_at is null`.execute(
    db,
  );
  return rows;
}

/** Notes a reminder, of whoever came since too, and returns those who did not. */
export async function updateDirectoryInvitations(
  { db, workspaceId }: Scope,
  reminder: { before: Date; times: number; now: Date },
) {
  const { rows } = await sql<{ personId: string; times: number }>`
    with noted as (
      update entry_invitation i set times = i.times + 1, sent_at = ${reminder.now} from person p
      where i.workspace_id = ${workspaceId}::uuid and not i.is_by_name and i.times < ${reminder.times} and i.sent_at <= ${reminder.before}
        and p.workspace_id = i.workspace_id and p.person_id = i.person_id and p.status in ('active', 'away')
      returning i.person_id, i.times, p.entered_at
    )
    select person_id as "personId", times::int from noted where entered_at is null`.execute(db);
  return rows;
}

/** The directory's invitations as a whole; nothing in it depends on who came. */
export async function selectDirectory({ db, workspaceId }: Scope, reminder: { before: Date; times: number }) {
  const { rows } = await sql<{
    people: number;
    hasInvited: boolean;
    canInvite: boolean;
    canRemind: boolean;
  }>`
    select count(*)::int as people,
      coalesce(bool_or(i.person_id is not null), false) as "hasInvited",
      coalesce(bool_or(i.person_id is null), false) as "canInvite",
      coalesce(bool_or(i.times < ${reminder.times} and i.sent_at <= ${reminder.before}), false) as "canRemind"
    from person p left join entry_invitation i on i.workspace_id = p.workspace_id and i.person_id = p.person_id
    where p.workspace_id = ${workspaceId}::uuid and p.status in ('active', 'away') and p.source in ('import', 'scim')`.execute(
    db,
  );
  return rows[0];
}

/** Those of the directory who never came, by their latest mail. */
export async function selectDirectoryMail({ db, workspaceId }: Scope) {
  const { rows } = await sql<{ personId: string; name: string; email: string; times: number }>`
    select i.person_id as "personId", p.name, p.email, i.times::int from entry_invitation i
    join person p on p.workspace_id = i.workspace_id and p.person_id = i.person_id
    where i.workspace_id = ${workspaceId}::uuid and not i.is_by_name and p.entered_at is null
    order by p.search_text`.execute(db);
  return rows;
}
