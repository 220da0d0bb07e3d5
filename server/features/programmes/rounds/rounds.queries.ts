import { type Insertable, type Selectable, sql } from 'kysely';
import type { Meeting } from '#engine/matching/matching.ts';
import type { Tables } from '#server/migrations/tables.ts';
import { among, type JobScope } from '#server/platform/database.ts';

/** Whether a programme's round of a date was drawn. */
export async function roundExists({ db, workspaceId }: JobScope, programmeId: string, on: string): Promise<boolean> {
  const row = await db
    .selectFrom('round')
    .select('round_on')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('round_on', '=', on)
    .executeTakeFirst();
  return row !== undefined;
}

/** Members of a programme with all that a round weighs; each shows only what they chose to show. */
export async function selectMemberships({ db, workspaceId }: JobScope, programmeId: string, only?: readonly string[]) {
  return (
    db
      .selectFrom('membership as m')
      .innerJoin('person as p', (join) =>
        join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.person_id', '=', 'm.person_id'),
      )
      .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
      .leftJoin('site as s', (join) =>
        join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
      )
      .leftJoin('profile as f', (join) =>
        join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
      )
      .leftJoin('boundary as b', (join) =>
        join.onRef('b.workspace_id', '=', 'p.workspace_id').onRef('b.person_id', '=', 'p.person_id'),
      )
      .select(['m.person_id', 'm.joined_at', 'm.rhythm', 'm.part', 'm.skip_on', 'm.in_on', 'm.wish', 'm.wish_text'])
      .select(['m.last_on', 'm.attended', 'm.odd', 'm.unplaced'])
      // Looked up only for those who keep a rhythm over all programmes.
      .select(
        sql<string | null>`case when b.rhythm is not null then (select max(o.last_on) from membership o
        where o.workspace_id = m.workspace_id and o.person_id = m.person_id) end`.as('last_anywhere'),
      )
      .select(['p.status', 'p.unit_id', 'p.manager_id', 'p.level', 'p.joined_on', 's.name as site'])
      .select(['f.languages', 'f.interests', 'f.talents', 'f.passions', 'f.ask_me_about', 'f.shows'])
      .select(['f.hours_from', 'f.hours_to', 'b.paused_until', 'b.rhythm as own_rhythm'])
      .select(sql<string>`coalesce(p.timezone, s.timezone, w.timezone)`.as('zone'))
      .where('m.workspace_id', '=', workspaceId)
      .where('m.programme_id', '=', programmeId)
      .$if(only !== undefined, (query) => query.where('m.person_id', '=', among(only ?? [])))
      .orderBy('m.person_id')
      .execute()
  );
}

export type MembershipRow = Awaited<ReturnType<typeof selectMemberships>>[number];

/** Pairs between whom a block stands, whoever set it. */
export async function selectVeiledPairs({ db, workspaceId }: JobScope): Promise<[string, string][]> {
  const rows = await db
    .selectFrom('veil')
    .select(['viewer_id', 'hidden_id'])
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .whereRef('viewer_id', '<', 'hidden_id')
    .execute();
  return rows.map((row) => [row.viewer_id, row.hidden_id]);
}

/** Every unit's path of names from the root. */
export async function selectUnitPaths({ db, workspaceId }: JobScope): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('unit')
    .select(['unit_id', 'parent_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const byId = new Map(rows.map((row) => [row.unit_id, row]));
  const pathOf = (id: string | null, depth = 0): string[] => {
    const unit = id === null || depth > 20 ? undefined : byId.get(id);
    return unit ? [...pathOf(unit.parent_id, depth + 1), unit.name] : [];
  };
  return new Map(rows.map((row) => [row.unit_id, pathOf(row.unit_id)]));
}

/** Who met in an earlier tool. */
export async function selectPastPairs({ db, workspaceId }: JobScope, programmeId: string): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('past_pairing')
    .select(['a_id', 'b_id', 'met_on'])
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .execute();
  return rows.map((row) => ({ a: row.a_id, b: row.b_id, date: row.met_on }));
}

export async function insertRound(
  { db, workspaceId }: JobScope,
  row: Omit<Insertable<Tables['round']>, 'workspace_id'>,
) {
  await db
    .insertInto('round')
    .values({ ...row, workspace_id: workspaceId })
    .execute();
  await db
    .updateTable('programme')
    .set((eb) => ({ last_on: eb.fn<string>('greatest', ['last_on', eb.val(row.round_on)]) }))
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', row.programme_id)
    .execute();
}

/** Counts a round for its members; what was asked for this one alone is done with. */
export async function countRound(
  { db, workspaceId }: JobScope,
  programmeId: string,
  { on, placed, odd, unplaced }: Record<'placed' | 'odd' | 'unplaced', readonly string[]> & { on: string },
) {
  await sql`update membership set last_on = ${on}, attended = attended + 1,
      odd = odd + (person_id = any(${[...odd]}::uuid[]))::int, wish = null, wish_text = null, in_on = null
    where workspace_id = ${workspaceId} and programme_id = ${programmeId} and person_id = any(${[...placed]}::uuid[])`.execute(
    db,
  );
  await sql`update membership set unplaced = unplaced + 1
    where workspace_id = ${workspaceId} and programme_id = ${programmeId} and person_id = any(${[...unplaced]}::uuid[])`.execute(
    db,
  );
  await db
    .updateTable('membership')
    .set({ skip_on: null })
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('skip_on', 'is not', null)
    .execute();
}

export async function insertWaits(
  { db, workspaceId }: Pick<JobScope, 'db' | 'workspaceId'>,
  rows: readonly Omit<Insertable<Tables['round_wait']>, 'workspace_id'>[],
) {
  if (rows.length === 0) return;
  await db
    .insertInto('round_wait')
    .values(rows.map((row) => ({ ...row, workspace_id: workspaceId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export type DueWait = Selectable<Tables['round_wait']>;

/** Those whose morning to be placed again has come, by round. */
export async function selectDueWaits({ db, workspaceId }: JobScope, now: Date): Promise<DueWait[]> {
  return db
    .selectFrom('round_wait')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('programme_id')
    .orderBy('round_on')
    .orderBy('person_id')
    .execute();
}

export async function settleWait(
  { db, workspaceId }: JobScope,
  wait: { programme_id: string; round_on: string; person_id: string },
  state: 'placed' | 'unplaced',
) {
  await db
    .updateTable('round_wait')
    .set({ state })
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', wait.programme_id)
    .where('round_on', '=', wait.round_on)
    .where('person_id', '=', wait.person_id)
    .execute();
}

/** Notes that the reminder for a date went out; false where it did before. */
export async function markReminded({ db, workspaceId }: JobScope, programmeId: string, on: string): Promise<boolean> {
  const row = await db
    .updateTable('programme')
    .set({ reminded_on: on })
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('reminded_on', 'is', null), eb('reminded_on', '<', on)]))
    .returning('programme_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Rounds of so long ago whose count of meetings is not fixed yet. */
export async function selectUnsettled({ db, workspaceId }: JobScope, until: string) {
  return db
    .selectFrom('round')
    .select(['programme_id', 'round_on'])
    .where('workspace_id', '=', workspaceId)
    .where('settled_at', 'is', null)
    .where('round_on', '<=', until)
    .limit(100)
    .execute();
}

/** Fixes how many met. */
export async function settleRound(
  { db, workspaceId }: JobScope,
  { programmeId, on, met, now }: { programmeId: string; on: string; met: number; now: Date },
) {
  await db
    .updateTable('round')
    .set({ met, settled_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .where('round_on', '=', on)
    .execute();
}
