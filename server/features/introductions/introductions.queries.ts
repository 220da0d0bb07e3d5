import type { Insertable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** Hellos from and to the caller since an instant. */
export async function selectHellos({ db, workspaceId, personId }: Scope, since: Date) {
  return db
    .selectFrom('hello')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('from_id', '=', personId), eb('to_id', '=', personId)]))
    .where('asked_at', '>=', since)
    .orderBy('asked_at', 'desc')
    .execute();
}

export async function selectHello({ db, workspaceId }: Scope, id: string) {
  return db.selectFrom('hello').selectAll().where('workspace_id', '=', workspaceId).where('hello_id', '=', id).executeTakeFirst();
}

export async function insertHello({ db, workspaceId }: Scope, row: Omit<Insertable<Tables['hello']>, 'workspace_id'>) {
  await db.insertInto('hello').values({ ...row, workspace_id: workspaceId }).execute();
}

/** Settles a hello that still waits; false where it no longer did. */
export async function settleHello(
  { db, workspaceId }: Scope,
  id: string,
  change: { status: 'yes' | 'not-now' | 'withdrawn'; answered_at: Date; introduction_id: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('hello')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('hello_id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many hellos wait for somebody since an instant; asked by the background, which sees no contents of others' choices. */
export async function countWaiting({ db }: RoleScope, workspaceId: string, toId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('hello')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('to_id', '=', toId)
    .where('status', '=', 'waiting')
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Serialises hellos between two people, whoever asks, until the transaction ends. */
export async function holdPair({ db, workspaceId }: Scope, pair: readonly string[]) {
  const key = [workspaceId, ...[...pair].sort()].join();
  await db.selectNoFrom((eb) => eb.fn('pg_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(key), eb.val(0)])]).as('held')).execute();
}

export async function insertIntroduction({ db, workspaceId }: Scope, row: { id: string; memberIds: string[]; guide: string; now: Date }) {
  await db
    .insertInto('introduction')
    .values({ workspace_id: workspaceId, introduction_id: row.id, kind: 'hello', member_ids: row.memberIds, guide: row.guide, started_at: row.now })
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
    .select(['i.introduction_id', 'i.member_ids', 'i.guide', 'i.started_at', 'i.ended_at', 'm.answer', 'm.met_on'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.person_id', '=', personId);
  if (id) query = query.where('m.introduction_id', '=', id);
  return query.orderBy('i.started_at', 'desc').limit(200).execute();
}

export async function updateAnswer({ db, workspaceId, personId }: Scope, id: string, row: { answer: 'met' | 'not-yet' | 'cannot'; met_on: string | null; answered_at: Date }) {
  await db
    .updateTable('introduction_member')
    .set(row)
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

export async function endIntroduction({ db, workspaceId }: Scope, id: string, now: Date | null) {
  await db.updateTable('introduction').set({ ended_at: now }).where('workspace_id', '=', workspaceId).where('introduction_id', '=', id).execute();
}

/** Remembers for both that they met; the same introduction counts once. */
export async function insertMoments({ db, workspaceId }: Scope, moment: { introductionId: string; pair: readonly [string, string]; day: string }) {
  const [first, second] = moment.pair;
  const row = { workspace_id: workspaceId, moment_id: moment.introductionId, kind: 'met' as const, introduction_id: moment.introductionId, happened_on: moment.day };
  // Without a conflict target: naming one would need sight of the other's row.
  await db
    .insertInto('moment')
    .values([
      { ...row, person_id: first, other_id: second },
      { ...row, person_id: second, other_id: first },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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

/** What an introduction and its mail need to know of two people. */
export async function selectPair({ db, workspaceId }: Scope, ids: readonly string[]) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('site as s', (join) => join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'))
    .leftJoin('unit as u', (join) => join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'))
    .leftJoin('profile as f', (join) => join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'))
    .select([
      'p.person_id', 'p.name', 'p.email', 'p.status', 'p.manager_id', 'p.level', 'p.language', 'p.timezone', 'p.site_id', 'p.unit_id',
      's.name as site', 's.timezone as site_timezone', 'u.name as unit', 'w.timezone as workspace_timezone', 'w.language as workspace_language',
      'f.hours_from', 'f.hours_to', 'f.office_days', 'f.about', 'f.ask_me_about', 'f.interests', 'f.talents', 'f.passions', 'f.languages', 'f.shows',
    ])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', 'in', [...ids])
    .execute();
}

/** Whether a waiting hello and its receiver's limits still allow the mail. */
export async function selectHelloForMail({ db }: RoleScope, workspaceId: string, id: string) {
  return db
    .selectFrom('hello as h')
    .leftJoin('veil as v', (join) => join.onRef('v.workspace_id', '=', 'h.workspace_id').onRef('v.viewer_id', '=', 'h.to_id').onRef('v.hidden_id', '=', 'h.from_id'))
    .leftJoin('boundary as b', (join) => join.onRef('b.workspace_id', '=', 'h.workspace_id').onRef('b.person_id', '=', 'h.to_id'))
    .innerJoin('person as p', (join) => join.onRef('p.workspace_id', '=', 'h.workspace_id').onRef('p.person_id', '=', 'h.from_id'))
    .select(['h.status', 'v.hidden_id', 'b.hellos', 'b.paused_until', 'p.status as sender'])
    .where('h.workspace_id', '=', workspaceId)
    .where('h.hello_id', '=', id)
    .executeTakeFirst();
}

/** Whether an introduction still holds and no block stands between its members. */
export async function selectIntroductionForMail({ db }: RoleScope, workspaceId: string, id: string) {
  const row = await db
    .selectFrom('introduction')
    .select(['member_ids', 'ended_at'])
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const veil = await db
    .selectFrom('veil')
    .select('viewer_id')
    .where('workspace_id', '=', workspaceId)
    .where('viewer_id', 'in', row.member_ids)
    .where('hidden_id', 'in', row.member_ids)
    .executeTakeFirst();
  return { endedAt: row.ended_at, isVeiled: veil !== undefined };
}
