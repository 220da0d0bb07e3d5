import { sql } from 'kysely';
import { among } from '#server/platform/database.ts';
import type { WorkspaceScope } from '../members/members.queries.ts';
import type { MemberFeedback } from './rounds.rules.ts';

/** Zone and manager of people, for many at once. */
export async function selectZonesAndManagers({ db, workspaceId }: WorkspaceScope, ids: readonly string[]) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .select(['p.person_id', 'p.manager_id', sql<string>`coalesce(p.timezone, s.timezone, w.timezone)`.as('zone')])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .execute();
}

/** Frees the places of people whose introduction of a round has ended, so that they can be placed again. */
export async function releasePlaces(
  { db, workspaceId }: WorkspaceScope,
  round: { personIds: readonly string[]; programmeId: string; roundOn: string; now: Date },
) {
  await sql`
    update introduction_member m set left_at = ${round.now}::timestamptz from introduction i
    where m.workspace_id = ${workspaceId}::uuid and m.programme_id = ${round.programmeId}::uuid and m.round_on = ${round.roundOn}::date
      and m.left_at is null and m.person_id = ${among(round.personIds)}
      and i.workspace_id = m.workspace_id and i.introduction_id = m.introduction_id and i.ended_at is not null`.execute(
    db,
  );
}

/** Adds somebody to a running introduction of a round; undefined where it does not run any more. */
export async function addMember({ db, workspaceId }: WorkspaceScope, id: string, personId: string) {
  const { rows } = await sql<{ programmeId: string; roundOn: string }>`
    update introduction set member_ids = array_append(array_remove(member_ids, ${personId}::uuid), ${personId}::uuid),
      left_ids = array_remove(left_ids, ${personId}::uuid)
    where workspace_id = ${workspaceId}::uuid and introduction_id = ${id}::uuid and ended_at is null
      and programme_id is not null and round_on is not null
    returning programme_id as "programmeId", round_on as "roundOn"`.execute(db);
  return rows[0];
}

export async function insertMember(
  { db, workspaceId }: WorkspaceScope,
  row: { introductionId: string; personId: string; programmeId: string; roundOn: string },
) {
  await db
    .insertInto('introduction_member')
    .values({
      workspace_id: workspaceId,
      introduction_id: row.introductionId,
      person_id: row.personId,
      programme_id: row.programmeId,
      round_on: row.roundOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'introduction_id', 'person_id']).doUpdateSet({ left_at: null, answer: null }),
    )
    .execute();
}

const isIn = (personId: string | undefined) =>
  personId
    ? sql`i.introduction_id in (select p.introduction_id from introduction_member p
        where p.workspace_id = i.workspace_id and p.person_id = ${personId}::uuid)`
    : sql`true`;

/** Every introduction of the workspace, or of one person, with its date. */
export async function selectPast({ db, workspaceId }: WorkspaceScope, personId?: string) {
  const { rows } = await sql<{ id: string; memberIds: string[]; leftIds: string[]; date: string }>`
    select i.introduction_id as id, i.member_ids as "memberIds", i.left_ids as "leftIds",
      coalesce(i.round_on, (i.started_at at time zone w.timezone)::date) as date
    from introduction i join workspace w on w.workspace_id = i.workspace_id
    where i.workspace_id = ${workspaceId}::uuid and cardinality(i.member_ids) > 1 and ${isIn(personId)}
    order by i.introduction_id`.execute(db);
  return rows;
}

/** What people said, where they said anything that counts. */
export async function selectFeedback({ db, workspaceId }: WorkspaceScope, personId?: string) {
  const { rows } = await sql<MemberFeedback & { id: string; personId: string }>`
    select i.introduction_id as id, i.person_id as "personId", i.answer, i.again, i.swapped from introduction_member i
    where i.workspace_id = ${workspaceId}::uuid and (i.answer is not null or i.again is not null or i.swapped) and ${isIn(personId)}`.execute(
    db,
  );
  return rows;
}

/** Meetings that came of no introduction. */
export async function selectOtherMoments({ db, workspaceId }: WorkspaceScope, personId?: string) {
  const query = db
    .selectFrom('moment')
    .select(['person_id as a', 'other_id as b', 'happened_on as date'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'met')
    .where('introduction_id', 'is', null)
    .orderBy('moment_id');
  return personId
    ? query.where('person_id', '=', personId).execute()
    : query.whereRef('person_id', '<', 'other_id').execute();
}

/** Introductions of a round that run: neither ended nor said to have led to a meeting. */
export async function selectRunningOfRound({ db, workspaceId }: WorkspaceScope, programmeId: string, roundOn: string) {
  const { rows } = await sql<{ id: string; memberIds: string[]; leftIds: string[] }>`
    select i.introduction_id as id, i.member_ids as "memberIds", i.left_ids as "leftIds" from introduction i
    where i.workspace_id = ${workspaceId}::uuid and i.programme_id = ${programmeId}::uuid and i.round_on = ${roundOn}::date
      and i.ended_at is null and not exists (select 1 from introduction_member m where m.workspace_id = i.workspace_id
        and m.introduction_id = i.introduction_id and m.answer = 'met')
    order by i.introduction_id`.execute(db);
  return rows;
}

/** How many introductions each round of a programme kept, and of how many somebody said that they met. */
export async function countAnswers({ db, workspaceId }: WorkspaceScope, programmeId: string) {
  const { rows } = await sql<{ roundOn: string; introductions: number; met: number }>`
    select i.round_on as "roundOn", count(*)::int as introductions,
      count(*) filter (where exists (select 1 from introduction_member m where m.workspace_id = i.workspace_id
        and m.introduction_id = i.introduction_id and m.answer = 'met'))::int as met
    from introduction i
    where i.workspace_id = ${workspaceId}::uuid and i.programme_id = ${programmeId}::uuid and i.ended_at is null
    group by i.round_on`.execute(db);
  return rows;
}
