import { sql } from 'kysely';
import { among, type RoleScope, type Scope } from '#server/platform/database.ts';
import type { WorkspaceScope } from './members/members.queries.ts';

export interface NewIntroductionRow {
  id: string;
  kind: 'hello' | 'round' | 'request' | 'again';
  memberIds: readonly string[];
  guide: string;
  reasons: string;
  startsAt: Date | null;
}

/** Adds introductions with their members, all at once. */
export async function insertIntroductions(
  { db, workspaceId }: WorkspaceScope,
  rows: readonly NewIntroductionRow[],
  begun: { now: Date; programmeId: string | null; roundOn: string | null },
) {
  const [ids, places] = [rows.map(({ id }) => id), rows.flatMap(({ id, memberIds }) => memberIds.map(() => id))];
  await sql`
    insert into introduction (workspace_id, introduction_id, kind, member_ids, guide, reasons, started_at, programme_id, round_on,
      starts_at)
    select ${workspaceId}::uuid, n.id, n.kind, n.members::uuid[], n.guide::jsonb, n.reasons::jsonb, ${begun.now}::timestamptz,
      ${begun.programmeId}::uuid, ${begun.roundOn}::date, n.starts_at
    from unnest(${ids}::uuid[], ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ memberIds }) => `{${memberIds.join()}}`)}::text[],
      ${rows.map(({ guide }) => guide)}::text[], ${rows.map(({ reasons }) => reasons)}::text[],
      ${rows.map(({ startsAt }) => startsAt?.toISOString() ?? null)}::timestamptz[])
      as n (id, kind, members, guide, reasons, starts_at)`.execute(db);
  await sql`
    insert into introduction_member (workspace_id, introduction_id, person_id, programme_id, round_on)
    select ${workspaceId}::uuid, n.id, n.person, ${begun.programmeId}::uuid, ${begun.roundOn}::date
    from unnest(${places}::uuid[], ${rows.flatMap(({ memberIds }) => [...memberIds])}::uuid[]) as n (id, person)`.execute(
    db,
  );
}

/** The caller's introductions with their own answer, newest first. */
export async function selectIntroductions({ db, workspaceId, personId }: Scope, id?: string) {
  let query = db
    .selectFrom('introduction_member as m')
    .innerJoin('introduction as i', (join) =>
      join.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.introduction_id', '=', 'm.introduction_id'),
    )
    .leftJoin('programme as p', (join) =>
      join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.programme_id', '=', 'i.programme_id'),
    )
    .select(['i.introduction_id', 'i.kind', 'i.member_ids', 'i.left_ids', 'i.guide', 'i.reasons', 'i.started_at'])
    .select(['i.ended_at', 'i.programme_id', 'i.round_on', 'p.name as programme', 'p.kind as programme_kind'])
    .select(['i.starts_at', 'i.is_agreed', 'i.time_sequence', 'i.proposals'])
    .select(['m.answer', 'm.met_on', 'm.answered_at', 'm.again'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('introduction_member as s')
            .select('s.person_id')
            .whereRef('s.workspace_id', '=', 'm.workspace_id')
            .whereRef('s.person_id', '=', 'm.person_id')
            .whereRef('s.programme_id', '=', 'm.programme_id')
            .whereRef('s.round_on', '=', 'm.round_on')
            .where('s.swapped', '=', true),
        )
        .$castTo<boolean>()
        .as('has_swapped'),
    )
    .where('m.workspace_id', '=', workspaceId)
    .where('m.person_id', '=', personId);
  if (id) query = query.where('m.introduction_id', '=', id);
  return query.orderBy('i.started_at', 'desc').orderBy('i.introduction_id').limit(200).execute();
}

export type IntroductionRow = Awaited<ReturnType<typeof selectIntroductions>>[number];

/** Holds an introduction of the caller until the transaction ends. */
export async function lockIntroduction({ db, workspaceId }: Scope, id: string) {
  await db
    .selectFrom('introduction')
    .select('introduction_id')
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .forUpdate()
    .execute();
}

/** On which day the caller met somebody, by introduction. */
export async function selectMetDays(
  { db, workspaceId, personId }: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('moment')
    .select((eb) => ['moment_id', eb.fn.min('happened_on').as('day')])
    .where('workspace_id', '=', workspaceId)
    .where('moment_id', '=', among(ids))
    .where('person_id', '=', personId)
    .groupBy('moment_id')
    .execute();
  return new Map(rows.map((row) => [row.moment_id, row.day]));
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

/** Introductions of which everybody still in it said "again"; the background alone sees others' answers. */
export async function selectMutual({ db }: RoleScope, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.introduction_id as id from introduction i
    where i.workspace_id = ${workspaceId}::uuid and i.introduction_id = ${among(ids)}
      and (select count(*) from introduction_member m where m.workspace_id = i.workspace_id
        and m.introduction_id = i.introduction_id and m.again and not m.person_id = any (i.left_ids))
        = cardinality(i.member_ids) - cardinality(i.left_ids)`.execute(db);
  return rows.map(({ id }) => id);
}

interface Answered {
  answer: 'met' | 'not-yet' | 'cannot' | null;
  met_on: string | null;
  answered_at: Date;
}

/** Writes what the caller says of an introduction. */
export async function updateOwnAnswer(
  { db, workspaceId, personId }: Scope,
  id: string,
  change: Answered | { again: boolean },
) {
  await db
    .updateTable('introduction_member')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

/** Who greeted the caller since an instant and waits, or was told nothing. */
export async function selectUnanswered({ db, workspaceId, personId }: Scope, since: Date) {
  return db
    .selectFrom('hello')
    .select(['from_id', 'status'])
    .where('workspace_id', '=', workspaceId)
    .where('to_id', '=', personId)
    .where('status', 'in', ['waiting', 'not-now', 'resting'])
    .where('asked_at', '>=', since)
    .execute();
}

/** The hello that an introduction came of. */
export async function selectHelloOf({ db, workspaceId }: Scope, introductionId: string, pair: readonly string[]) {
  return db
    .selectFrom('hello')
    .select(['from_id', 'intention'])
    .where('workspace_id', '=', workspaceId)
    .where('from_id', 'in', [...pair])
    .where('introduction_id', '=', introductionId)
    .executeTakeFirst();
}

/** What the caller said to "again?", the latest conversation first. */
export async function selectOwnAgain({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('introduction_member as m')
    .innerJoin('introduction as i', (join) =>
      join.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.introduction_id', '=', 'm.introduction_id'),
    )
    .select(['i.introduction_id', 'i.member_ids', 'm.again'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.person_id', '=', personId)
    .where('m.again', 'is not', null)
    .orderBy('i.started_at', 'desc')
    .orderBy('i.introduction_id')
    .limit(1000)
    .execute();
}

/** The reminder that holds for an introduction. */
export async function selectRhythm({ db, workspaceId }: Scope, id: string) {
  return db
    .selectFrom('meeting_rhythm')
    .select(['every', 'next_on'])
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}
