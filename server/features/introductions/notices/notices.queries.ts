import { sql } from 'kysely';
import type { RoleScope } from '#server/platform/database.ts';

export interface ForMail {
  memberIds: string[];
  leftIds: string[];
  endedAt: Date | null;
  timezone: string;
  /** What the receiver said. */
  answer: string | null;
  hasMet: boolean;
}

/** An introduction as one of its members would be told of it; undefined where they are not in it. */
export async function selectForMail(
  { db }: RoleScope,
  receiver: { workspaceId: string; id: string; personId: string },
): Promise<ForMail | undefined> {
  const { rows } = await sql<ForMail>`
    select i.member_ids as "memberIds", i.left_ids as "leftIds", i.ended_at as "endedAt", w.timezone, m.answer,
      exists (select 1 from moment o where o.workspace_id = m.workspace_id and o.moment_id = i.introduction_id
        and o.person_id = m.person_id) as "hasMet"
    from introduction i
    join workspace w on w.workspace_id = i.workspace_id
    join introduction_member m on m.workspace_id = i.workspace_id and m.introduction_id = i.introduction_id
      and m.person_id = ${receiver.personId}::uuid
    where i.workspace_id = ${receiver.workspaceId}::uuid and i.introduction_id = ${receiver.id}::uuid
      and not ${receiver.personId}::uuid = any (i.left_ids)`.execute(db);
  return rows[0];
}

/** Those of some people who are here on a day, and within reach of one of them: active, not paused, no block either way. */
export async function selectPresent(
  { db }: RoleScope,
  people: { workspaceId: string; ids: readonly string[]; viewerId: string; today: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.person_id as id from person p
    left join boundary b on b.workspace_id = p.workspace_id and b.person_id = p.person_id
    where p.workspace_id = ${people.workspaceId}::uuid and p.person_id = any (${[...people.ids]}::uuid[]) and p.status = 'active'
      and (b.paused_until is null or b.paused_until < ${people.today}::date)
      and not exists (select 1 from veil v where v.workspace_id = p.workspace_id
        and v.viewer_id = ${people.viewerId}::uuid and v.hidden_id = p.person_id)`.execute(db);
  return rows.map(({ id }) => id);
}

/** Whether a rhythm still runs. */
export async function isRhythmRunning({ db }: RoleScope, workspaceId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('meeting_rhythm')
    .select('introduction_id')
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What decides whether the mail about a hello still goes out. */
export async function selectHelloForMail({ db }: RoleScope, workspaceId: string, id: string) {
  return db
    .selectFrom('hello as h')
    .innerJoin('workspace as w', 'w.workspace_id', 'h.workspace_id')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'h.workspace_id').onRef('p.person_id', '=', 'h.from_id'),
    )
    .leftJoin('veil as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'h.workspace_id')
        .onRef('v.viewer_id', '=', 'h.to_id')
        .onRef('v.hidden_id', '=', 'h.from_id'),
    )
    .leftJoin('boundary as b', (join) =>
      join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.person_id', '=', 'h.to_id'),
    )
    .leftJoin('boundary as s', (join) =>
      join.onRef('s.workspace_id', '=', 'h.workspace_id').onRef('s.person_id', '=', 'h.from_id'),
    )
    .select(['h.status', 'v.hidden_id', 'b.hellos', 'b.paused_until', 's.paused_until as sender_paused_until'])
    .select(['p.status as sender', 'w.timezone'])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.hello_id', '=', id)
    .executeTakeFirst();
}
