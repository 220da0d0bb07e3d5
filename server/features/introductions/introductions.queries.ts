import { sql } from 'kysely';
import type { RoleScope, Scope } from '#server/platform/database.ts';

export async function insertIntroduction(
  { db, workspaceId }: Scope,
  row: { id: string; memberIds: string[]; guide: string; now: Date },
) {
  await db
    .insertInto('introduction')
    .values({
      workspace_id: workspaceId,
      introduction_id: row.id,
      kind: 'hello',
      member_ids: row.memberIds,
      guide: row.guide,
      started_at: row.now,
    })
    .execute();
  await db
    .insertInto('introduction_member')
    .values(row.memberIds.map((person_id) => ({ workspace_id: workspaceId, introduction_id: row.id, person_id })))
    .execute();
}

/** The caller's introductions with their own answer, newest first. */
export async function selectIntroductions({ db, workspaceId, personId }: Scope, id?: string) {
  let query = db
    .selectFrom('introduction_member as m')
    .innerJoin('introduction as i', (join) =>
      join.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.introduction_id', '=', 'm.introduction_id'),
    )
    .select([
      'i.introduction_id',
      'i.member_ids',
      'i.guide',
      'i.started_at',
      'i.ended_at',
      'm.answer',
      'm.met_on',
      'm.answered_at',
    ])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.person_id', '=', personId);
  if (id) query = query.where('m.introduction_id', '=', id);
  return query.orderBy('i.started_at', 'desc').limit(200).execute();
}

interface Answered {
  answer: 'met' | 'not-yet' | 'cannot';
  met_on: string | null;
  answered_at: Date;
}

export async function updateAnswer({ db, workspaceId, personId }: Scope, id: string, row: Answered) {
  await db
    .updateTable('introduction_member')
    .set(row)
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

export async function endIntroduction({ db, workspaceId }: Scope, id: string, now: Date) {
  await db
    .updateTable('introduction')
    .set({ ended_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .execute();
}

/** Remembers for both that they met; the same introduction counts once. */
export async function insertMoments(
  { db, workspaceId }: Scope,
  moment: { introductionId: string; pair: readonly [string, string]; day: string },
) {
  const [first, second] = moment.pair;
  const row = {
    workspace_id: workspaceId,
    moment_id: moment.introductionId,
    kind: 'met' as const,
    introduction_id: moment.introductionId,
    happened_on: moment.day,
  };
  await db
    .insertInto('moment')
    .values([
      { ...row, person_id: first, other_id: second },
      { ...row, person_id: second, other_id: first },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back, for both, that an introduction led to a meeting. */
export async function deleteMoments({ db, workspaceId }: Scope, introductionId: string) {
  await db
    .deleteFrom('moment')
    .where('workspace_id', '=', workspaceId)
    .where('moment_id', '=', introductionId)
    .where('introduction_id', '=', introductionId)
    .execute();
}

/** Whether another member said that they met; the background alone sees others' answers. */
export async function saidMet({ db }: RoleScope, workspaceId: string, id: string, by: string): Promise<boolean> {
  const row = await db
    .selectFrom('introduction_member')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('person_id', '=', by)
    .where('answer', '=', 'met')
    .executeTakeFirst();
  return row !== undefined;
}

/** With whom the caller met, latest first. */
export async function selectMoments({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('moment')
    .select(['other_id', 'happened_on', 'introduction_id'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .orderBy('happened_on', 'desc')
    .limit(1000)
    .execute();
}

/** Whom the caller greeted, or was introduced to, since an instant. */
export async function selectApproached({ db, workspaceId, personId }: Scope, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select to_id as id from hello where workspace_id = ${workspaceId} and from_id = ${personId} and asked_at >= ${since}
    union
    select unnest(i.member_ids) from introduction_member m
      join introduction i on i.workspace_id = m.workspace_id and i.introduction_id = m.introduction_id
      where m.workspace_id = ${workspaceId} and m.person_id = ${personId} and i.started_at >= ${since}`.execute(db);
  return rows.map(({ id }) => id).filter((id) => id !== personId);
}

/** What decides whether the mail about an introduction still goes out to one of its members. */
export async function selectIntroductionForMail({ db }: RoleScope, workspaceId: string, id: string) {
  const row = await db
    .selectFrom('introduction as i')
    .innerJoin('workspace as w', 'w.workspace_id', 'i.workspace_id')
    .select(['i.member_ids', 'i.ended_at', 'w.timezone'])
    .where('i.workspace_id', '=', workspaceId)
    .where('i.introduction_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const members = await db
    .selectFrom('person as p')
    .leftJoin('boundary as b', (join) =>
      join.onRef('b.workspace_id', '=', 'p.workspace_id').onRef('b.person_id', '=', 'p.person_id'),
    )
    .select(['p.status', 'b.paused_until'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', 'in', row.member_ids)
    .execute();
  const veil = await db
    .selectFrom('veil')
    .select('viewer_id')
    .where('workspace_id', '=', workspaceId)
    .where('viewer_id', 'in', row.member_ids)
    .where('hidden_id', 'in', row.member_ids)
    .executeTakeFirst();
  return { endedAt: row.ended_at, timezone: row.timezone, members, isVeiled: veil !== undefined };
}
