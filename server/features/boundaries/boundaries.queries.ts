import { type Insertable, sql } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import { among, type Scope } from '#server/platform/database.ts';

export async function selectLimits({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('boundary')
    .select(['hellos', 'paused_until', 'introductions', 'rhythm', 'never_invite'])
    .select(['never_invite_since', 'never_invite_link'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function upsertOwn(
  { db, workspaceId, personId }: Scope,
  row: Omit<Insertable<Tables['boundary']>, 'workspace_id' | 'person_id'>,
) {
  await db
    .insertInto('boundary')
    .values({ workspace_id: workspaceId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(row))
    .execute();
}

export async function selectBlocks({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('block as b')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'b.workspace_id').onRef('p.person_id', '=', 'b.blocked_id'),
    )
    .select(['p.person_id as id', 'p.name'])
    .where('b.workspace_id', '=', workspaceId)
    .where('b.person_id', '=', personId)
    .orderBy('p.name')
    .execute();
}

export async function personExists({ db, workspaceId }: Scope, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Blocks once; both directions of the veil carry the block's key and no author. */
export async function insertBlock({ db, workspaceId, personId }: Scope, blockedId: string, key: string) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('block')
    .values({ workspace_id: workspaceId, person_id: personId, blocked_id: blockedId, block_key: key })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id', 'blocked_id']).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  await db
    .insertInto('veil')
    .values([
      { workspace_id: workspaceId, viewer_id: personId, hidden_id: blockedId, block_key: key },
      { workspace_id: workspaceId, viewer_id: blockedId, hidden_id: personId, block_key: key },
    ])
    .execute();
}

export async function deleteBlock({ db, workspaceId, personId }: Scope, blockedId: string) {
  const row = await db
    .deleteFrom('block')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('blocked_id', '=', blockedId)
    .returning('block_key')
    .executeTakeFirst();
  if (!row) return;
  await db.deleteFrom('veil').where('workspace_id', '=', workspaceId).where('block_key', '=', row.block_key).execute();
}

/** Those of `ids` whom the caller may greet on a day; a veiled person's boundary does not exist for the caller. */
export async function selectOpenPeople({ db, workspaceId, personId }: Scope, ids: readonly string[], today: string) {
  return db
    .selectFrom('boundary as b')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'b.workspace_id').onRef('p.person_id', '=', 'b.person_id'),
    )
    .select('b.person_id')
    .where('b.workspace_id', '=', workspaceId)
    .where('b.person_id', '=', among(ids))
    .where('b.person_id', '!=', personId)
    .where('b.hellos', '=', true)
    .where((eb) => eb.or([eb('b.paused_until', 'is', null), eb('b.paused_until', '<', today)]))
    .where('p.status', '=', 'active')
    .execute();
}

/** Those of `ids` who are here for the caller on a day: active, not paused, no block between the two. */
export async function selectReachable({ db, workspaceId, personId }: Scope, ids: readonly string[], today: string) {
  return db
    .selectFrom('person as p')
    .leftJoin('boundary as b', (join) =>
      join.onRef('b.workspace_id', '=', 'p.workspace_id').onRef('b.person_id', '=', 'p.person_id'),
    )
    .leftJoin('veil as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'p.workspace_id')
        .onRef('v.hidden_id', '=', 'p.person_id')
        .on('v.viewer_id', '=', personId),
    )
    .select('p.person_id')
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(ids))
    .where('p.status', '=', 'active')
    .where('v.hidden_id', 'is', null)
    .where((eb) => eb.or([eb('b.paused_until', 'is', null), eb('b.paused_until', '<', today)]))
    .execute();
}

export async function selectTimezone({ db, workspaceId }: Scope): Promise<string> {
  const row = await db
    .selectFrom('workspace')
    .select('timezone')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return row.timezone;
}

/** Either many change limits, or one publishes a round that rests on them; held until the transaction ends. */
export async function holdLimits(
  { db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>,
  how: 'to-change' | 'still',
): Promise<void> {
  const lock = how === 'still' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`;
  await sql`select ${lock}(hashtextextended(${`${workspaceId} limits`}, 0))`.execute(db);
}
