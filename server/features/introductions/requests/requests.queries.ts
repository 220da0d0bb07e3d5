import { type Insertable, sql } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import { among, type Scope } from '#server/platform/database.ts';
import type { WorkspaceScope } from '../members/members.queries.ts';
import type { RequestCandidate } from './requests.rules.ts';

/** The caller's latest request that was not taken back. */
export async function selectOwnRequest({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('introduction_request')
    .select(['request_id', 'asked_at', 'status', 'introduction_id'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('status', '<>', 'withdrawn')
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
}

export async function insertRequest(
  { db, workspaceId, personId }: Scope,
  row: Pick<Insertable<Tables['introduction_request']>, 'request_id' | 'asked_at'>,
) {
  await db
    .insertInto('introduction_request')
    .values({ ...row, workspace_id: workspaceId, person_id: personId, status: 'waiting', introduction_id: null })
    .execute();
}

export async function withdrawRequest({ db, workspaceId, personId }: Scope) {
  await db
    .updateTable('introduction_request')
    .set({ status: 'withdrawn' })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('status', '=', 'waiting')
    .execute();
}

/** Whether anybody waits at all. */
export async function doesAnybodyWait({ db, workspaceId }: WorkspaceScope): Promise<boolean> {
  const row = await db
    .selectFrom('introduction_request')
    .select('request_id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return row !== undefined;
}

export async function selectWorkspaceZone({ db, workspaceId }: WorkspaceScope): Promise<string> {
  const row = await db
    .selectFrom('workspace')
    .select('timezone')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row.timezone;
}

/** Who waits and is here on a day, longest first. */
export async function selectWaitingRequesters({ db, workspaceId }: WorkspaceScope, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('introduction_request as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.person_id', '=', 'r.person_id'),
    )
    .leftJoin('boundary as b', (join) =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.person_id', '=', 'r.person_id'),
    )
    .select('r.person_id')
    .where('r.workspace_id', '=', workspaceId)
    .where('r.status', '=', 'waiting')
    .where('p.status', '=', 'active')
    .where((eb) => eb.or([eb('b.paused_until', 'is', null), eb('b.paused_until', '<', today)]))
    .orderBy('r.asked_at')
    .orderBy('r.person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

interface Wanted {
  /** Who will sit with the one who is looked for. */
  forIds: readonly string[];
  today: string;
  /** Turns the order, so that not always the same are looked at. */
  seed: string;
  most: number;
}

/** Who is open to introductions or waits for one, here, not paused, no block with any of some people, nor introduced to them now. */
export async function selectRequestCandidates(
  { db, workspaceId }: WorkspaceScope,
  wanted: Wanted,
): Promise<RequestCandidate[]> {
  const them = among(wanted.forIds);
  const { rows } = await sql<RequestCandidate>`
    with pool as (
      select p.person_id, b.rhythm, r.request_id is not null as asking from person p
      left join boundary b on b.workspace_id = p.workspace_id and b.person_id = p.person_id
      left join introduction_request r on r.workspace_id = p.workspace_id and r.person_id = p.person_id and r.status = 'waiting'
      where p.workspace_id = ${workspaceId}::uuid and p.status = 'active' and not p.person_id = ${them}
        and (b.introductions or r.request_id is not null) and (b.paused_until is null or b.paused_until < ${wanted.today}::date)
        and not exists (select 1 from veil v where v.workspace_id = p.workspace_id and v.hidden_id = p.person_id and v.viewer_id = ${them})
        and not exists (select 1 from introduction_member m
          join introduction i on i.workspace_id = m.workspace_id and i.introduction_id = m.introduction_id and i.ended_at is null
          where m.workspace_id = p.workspace_id and m.person_id = p.person_id and i.member_ids && ${[...wanted.forIds]}::uuid[]
            and not p.person_id = any (i.left_ids)
            and not exists (select 1 from moment o where o.workspace_id = i.workspace_id and o.moment_id = i.introduction_id))
      order by r.request_id is null, md5(p.person_id::text || ${wanted.seed}) limit ${wanted.most}
    )
    select pool.person_id as "personId", pool.asking as "isAsking", pool.rhythm,
      max(i.started_at) filter (where i.kind <> 'hello') as "introducedAt",
      max(i.started_at) filter (where i.kind in ('request', 'again')) as "requestedAt"
    from pool
    left join introduction_member m on m.workspace_id = ${workspaceId}::uuid and m.person_id = pool.person_id
    left join introduction i on i.workspace_id = m.workspace_id and i.introduction_id = m.introduction_id
    group by pool.person_id, pool.asking, pool.rhythm order by pool.person_id`.execute(db);
  return rows;
}

/** Answers what some people wait for. */
export async function settleRequests(
  { db, workspaceId }: WorkspaceScope,
  personIds: readonly string[],
  introductionId: string,
) {
  await db
    .updateTable('introduction_request')
    .set({ status: 'answered', introduction_id: introductionId })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', among(personIds))
    .where('status', '=', 'waiting')
    .execute();
}

/** Lets requests rest that waited since before an instant. */
export async function lapseRequests({ db, workspaceId }: WorkspaceScope, before: Date) {
  return db
    .updateTable('introduction_request')
    .set({ status: 'lapsed' })
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'waiting')
    .where('asked_at', '<=', before)
    .returning(['request_id', 'person_id'])
    .execute();
}
