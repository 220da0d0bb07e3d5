import { sql } from 'kysely';
import type { RoundCertificate } from '#contract/programmes.ts';
import type { JobScope } from '#server/platform/database.ts';

export type Subject = 'due' | 'placed';

/** What was told last, with the people it was made of. */
export async function selectRelease({ db, workspaceId }: JobScope, programmeId: string, subject: Subject) {
  const row = await db
    .selectFrom('programme_release')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const people = await db
    .selectFrom('programme_release_person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('subject', '=', subject)
    .execute();
  return { ...row, people: people.map((each) => each.person_id) };
}

/** Notes that a day's look was taken and nothing is told anew. */
export async function markChecked({ db, workspaceId }: JobScope, programmeId: string, subject: Subject, on: string) {
  await db
    .updateTable('programme_release')
    .set({ checked_on: on })
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('subject', '=', subject)
    .execute();
}

interface Release {
  programmeId: string;
  subject: Subject;
  on: string;
  threshold: number;
  figures: unknown;
  people: readonly string[];
}

/** Keeps what is told from now on. */
export async function upsertRelease({ db, workspaceId }: JobScope, release: Release) {
  const { programmeId, subject, on, threshold, people } = release;
  const figures = release.figures === null ? null : JSON.stringify(release.figures);
  const values = { as_of: on, checked_on: on, threshold, figures };
  await db
    .insertInto('programme_release')
    .values({ workspace_id: workspaceId, programme_id: programmeId, subject, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'programme_id', 'subject']).doUpdateSet(values))
    .execute();
  await db
    .deleteFrom('programme_release_person')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('subject', '=', subject)
    .execute();
  await sql`insert into programme_release_person (workspace_id, programme_id, subject, person_id)
    select ${workspaceId}::uuid, ${programmeId}::uuid, ${subject}, id from unnest(${[...people]}::uuid[]) as id`.execute(
    db,
  );
}

/** Who hosts a programme. */
export async function selectHostIds({ db, workspaceId }: JobScope, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_host')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Whether anybody read earlier pairs into a programme. */
export async function hasPastPairs({ db, workspaceId }: JobScope, programmeId: string): Promise<boolean> {
  const row = await db
    .selectFrom('past_pairing')
    .select('met_on')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Counts a look ahead; how many the caller took that day. */
export async function countLook(
  { db, workspaceId }: JobScope,
  { programmeId, personId, on }: { programmeId: string; personId: string; on: string },
): Promise<number> {
  const { rows } = await sql<{ looks: number }>`
    insert into programme_look (workspace_id, programme_id, person_id, on_day, looks)
    values (${workspaceId}, ${programmeId}, ${personId}, ${on}, 1)
    on conflict (workspace_id, programme_id, person_id) do update set on_day = excluded.on_day,
      looks = case when programme_look.on_day = excluded.on_day then programme_look.looks + 1 else 1 end
    returning looks`.execute(db);
  return rows[0]?.looks ?? 1;
}

/** What the host read of the last round. */
export async function selectToldLast(
  { db, workspaceId }: JobScope,
  programmeId: string,
): Promise<RoundCertificate | null> {
  const row = await db
    .selectFrom('round')
    .select('told')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .orderBy('planned_at', 'desc')
    .executeTakeFirst();
  // Written by publication alone, from this very type.
  return (row?.told ?? null) as RoundCertificate | null;
}

/** What hosts read of rounds, latest first. */
export async function selectRounds({ db, workspaceId }: JobScope, programmeId: string, most: number) {
  return db
    .selectFrom('round')
    .select(['round_on', 'told', 'met', 'settled_at'])
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .orderBy('round_on', 'desc')
    .limit(most)
    .execute();
}

/** Messages about a round's introductions that may or may not have arrived. */
export async function countDoubtful({ db, workspaceId }: JobScope, programmeId: string, on: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from outbox o join introduction i on i.workspace_id = o.workspace_id and i.introduction_id = o.about_id
    where o.workspace_id = ${workspaceId} and o.status = 'doubtful' and o.kind = 'round-introduction'
      and i.programme_id = ${programmeId} and i.round_on = ${on}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
