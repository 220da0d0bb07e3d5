import type { Insertable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** Hellos from and to the caller since an instant, latest first. */
export async function selectHellos({ db, workspaceId, personId }: Scope, since: Date) {
  return db
    .selectFrom('hello')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('from_id', '=', personId), eb('to_id', '=', personId)]))
    .where('asked_at', '>=', since)
    .orderBy('asked_at', 'desc')
    .orderBy('hello_id')
    .execute();
}

export async function selectHello({ db, workspaceId }: Scope, id: string) {
  return db
    .selectFrom('hello')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('hello_id', '=', id)
    .executeTakeFirst();
}

export async function insertHello({ db, workspaceId }: Scope, row: Omit<Insertable<Tables['hello']>, 'workspace_id'>) {
  await db
    .insertInto('hello')
    .values({ ...row, workspace_id: workspaceId })
    .execute();
}

interface Settled {
  status: 'yes' | 'not-now' | 'withdrawn';
  answered_at: Date;
  introduction_id: string | null;
}

/** Settles a hello that still waits; false where it no longer did. */
export async function settleHello({ db, workspaceId }: Scope, id: string, change: Settled): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('hello')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('hello_id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets a hello wait again that the caller put off after an instant; false where it was not so. */
export async function reopenHello({ db, workspaceId, personId }: Scope, id: string, after: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('hello')
    .set({ status: 'waiting', answered_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('hello_id', '=', id)
    .where('to_id', '=', personId)
    .where('status', '=', 'not-now')
    .where('answered_at', '>=', after)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the caller's hello back, refused or not: to its sender both look the same. */
export async function markWithdrawn({ db, workspaceId, personId }: Scope, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('hello')
    .set({ status: 'withdrawn', answered_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('hello_id', '=', id)
    .where('from_id', '=', personId)
    .where('status', 'in', ['waiting', 'not-now', 'resting'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends what waits between the caller and another person: the own is taken back, the other's stays silent. */
export async function settleBetween({ db, workspaceId, personId }: Scope, otherId: string, now: Date) {
  for (const [from, to, status] of [
    [personId, otherId, 'withdrawn'],
    [otherId, personId, 'not-now'],
  ] as const) {
    await db
      .updateTable('hello')
      .set({ status, answered_at: now })
      .where('workspace_id', '=', workspaceId)
      .where('from_id', '=', from)
      .where('to_id', '=', to)
      .where('status', '=', 'waiting')
      .execute();
  }
}

/** How many hellos wait for somebody since an instant; the background alone can count what others sent. */
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
