import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';
import type { JobScope } from '../rounds/rounds.queries.ts';

/** How long a month of quiet lasts after an invitation. */
const MONTH = '30 days';

/**
 * Invites those of a programme's audience who may be invited, and returns them: here, signed in once, not taking part, never said
 * "never invite me", not invited to it before, and to nothing else within a month.
 */
export async function inviteAudience(
  { db, workspaceId }: JobScope,
  of: { programmeId: string; unitId: string | null; joinedSince: string | null; now: Date },
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with recursive below as (
      select unit_id from unit where workspace_id = ${workspaceId} and unit_id = ${of.unitId}
      union all select u.unit_id from unit u join below b on u.parent_id = b.unit_id where u.workspace_id = ${workspaceId}
    )
    insert into invitation (workspace_id, programme_id, person_id, kind, sent_at)
    select p.workspace_id, ${of.programmeId}, p.person_id, 'join', ${of.now} from person p
      left join boundary b on b.workspace_id = p.workspace_id and b.person_id = p.person_id
    where p.workspace_id = ${workspaceId} and p.status = 'active'
      -- Being in the directory sends nobody anything.
      and p.entered_at is not null
      and (${of.unitId}::uuid is null or p.unit_id in (select unit_id from below))
      and (${of.joinedSince}::date is null or p.joined_on >= ${of.joinedSince})
      and not coalesce(b.never_invite, false)
      and not exists (select 1 from membership m where m.workspace_id = p.workspace_id
        and m.programme_id = ${of.programmeId} and m.person_id = p.person_id)
      and not exists (select 1 from invitation i where i.workspace_id = p.workspace_id and i.person_id = p.person_id
        and (i.programme_id = ${of.programmeId} or i.sent_at > ${of.now}::timestamptz - ${MONTH}::interval))
    on conflict do nothing
    returning person_id`.execute(db);
  return rows.map((row) => row.person_id);
}

/** Invites one colleague to host; false where the limits of invitations say no. */
export async function inviteHost(
  { db, workspaceId }: JobScope,
  of: { programmeId: string; personId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ person_id: string }>`
    insert into invitation (workspace_id, programme_id, person_id, kind, sent_at)
    select p.workspace_id, ${of.programmeId}, p.person_id, 'host', ${of.now} from person p
      left join boundary b on b.workspace_id = p.workspace_id and b.person_id = p.person_id
    where p.workspace_id = ${workspaceId} and p.person_id = ${of.personId} and p.status = 'active' and p.entered_at is not null
      and not coalesce(b.never_invite, false)
      and not exists (select 1 from invitation i where i.workspace_id = p.workspace_id and i.person_id = p.person_id
        and i.sent_at > ${of.now}::timestamptz - ${MONTH}::interval)
    on conflict do nothing
    returning person_id`.execute(db);
  return rows.length > 0;
}

/** Ids of people by address or external id, folded. */
export async function selectKeys({ db, workspaceId }: Scope, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'email', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      eb.or([
        eb(eb.fn<string>('lower', ['email']), '=', sql<string>`any(${[...keys]}::text[])`),
        eb(eb.fn<string>('lower', ['external_id']), '=', sql<string>`any(${[...keys]}::text[])`),
      ]),
    )
    .execute();
  return new Map(
    rows.flatMap((row): [string, string][] => [
      ...(row.external_id ? [[row.external_id.toLowerCase(), row.person_id] as [string, string]] : []),
      [row.email.toLowerCase(), row.person_id],
    ]),
  );
}

export async function insertPastPairs(
  { db, workspaceId }: Scope,
  programmeId: string,
  pairs: readonly { a: string; b: string; on: string }[],
) {
  for (let start = 0; start < pairs.length; start += 5000) {
    await db
      .insertInto('past_pairing')
      .values(
        pairs.slice(start, start + 5000).map(({ a, b, on }) => ({
          workspace_id: workspaceId,
          programme_id: programmeId,
          a_id: a,
          b_id: b,
          met_on: on,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
