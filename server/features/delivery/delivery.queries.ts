import { type Insertable, type Selectable, sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import type { OutboxStatus, PersonStatus, Tables } from '#server/migrations/tables.ts';
import type { JobScope, RoleScope, Scope } from '#server/platform/database.ts';

/** Adds rows; the same key again changes nothing. */
export async function insertOutbox(
  { db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>,
  rows: readonly Omit<Insertable<Tables['outbox']>, 'workspace_id'>[],
) {
  // No conflict target: naming one would need the right to read rows of others.
  await db
    .insertInto('outbox')
    .values(rows.map((row) => ({ ...row, workspace_id: workspaceId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The workspace in which somebody signs in with an address, or the only one. */
export async function selectWorkspaceOf({ db }: RoleScope, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select coalesce((select workspace_id from auth.who_has_address(${email})),
      (select workspace_id from auth.only_workspace())) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

/** The workspace where there is no other. */
export async function selectOnlyWorkspaceId({ db }: RoleScope): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select workspace_id as id from auth.only_workspace()`.execute(db);
  return rows[0]?.id ?? undefined;
}

/** What a workspace is called. */
export async function selectWorkspaceName({ db, workspaceId }: JobScope): Promise<string | undefined> {
  const row = await db
    .selectFrom('workspace')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.name;
}

/** The language of a workspace. */
export async function selectCommonLanguage({ db, workspaceId }: JobScope) {
  const row = await db
    .selectFrom('workspace')
    .select('language')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.language;
}

export type OutboxRow = Selectable<Tables['outbox']>;

export interface DueRow {
  outbox_id: string;
  kind: string;
  /** Where its receiver is. */
  zone: string;
}

/** Rows that are due, oldest first, with the zone of their receiver. */
export async function selectDueRows({ db }: RoleScope, workspaceId: string, now: Date): Promise<DueRow[]> {
  return db
    .selectFrom('outbox as o')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'o.workspace_id').onRef('p.person_id', '=', 'o.person_id'),
    )
    .innerJoin('workspace as w', 'w.workspace_id', 'o.workspace_id')
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .select(['o.outbox_id', 'o.kind', sql<string>`coalesce(p.timezone, s.timezone, w.timezone)`.as('zone')])
    .where('o.workspace_id', '=', workspaceId)
    .where('o.status', '=', 'queued')
    .where('o.not_before', '<=', now)
    .orderBy('o.not_before')
    .orderBy('o.outbox_id')
    .limit(200)
    .execute();
}

/** Makes a row mine; undefined where another process was first. */
export async function claim(
  { db }: RoleScope,
  workspaceId: string,
  outboxId: string,
  now: Date,
): Promise<OutboxRow | undefined> {
  return db
    .updateTable('outbox')
    .set((eb) => ({ status: 'claimed', claimed_at: now, attempts: eb('attempts', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('outbox_id', '=', outboxId)
    .where('status', '=', 'queued')
    .returningAll()
    .executeTakeFirst();
}

/** Which row, and which claim on it: a number of tries is used once. */
export interface Claim {
  workspaceId: string;
  outboxId: string;
  attempts: number;
}

export interface OutboxChange {
  status: OutboxStatus;
  attempts?: number;
  /** Words that were found only now; null to find them again. */
  message?: string | null;
  channel?: string;
  trouble?: string | null;
  sent_at?: Date;
  not_before?: Date;
}

/** Changes a claimed row while the claim still holds; false where it does not. */
export async function settle(
  { db }: RoleScope,
  held: Claim,
  from: OutboxStatus[],
  change: OutboxChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set(change)
    .where('workspace_id', '=', held.workspaceId)
    .where('outbox_id', '=', held.outboxId)
    .where('attempts', '=', held.attempts)
    .where('status', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts a row off to a later time; no try is counted. */
export async function postpone({ db }: RoleScope, workspaceId: string, outboxId: string, until: Date) {
  await db
    .updateTable('outbox')
    .set({ not_before: until })
    .where('workspace_id', '=', workspaceId)
    .where('outbox_id', '=', outboxId)
    .where('status', '=', 'queued')
    .execute();
}

/** Rows left by a process that ended: claimed ones go back, handed-over ones are doubtful. */
export async function releaseStale({ db }: RoleScope, workspaceId: string, before: Date) {
  const move = (from: OutboxStatus, to: OutboxStatus) =>
    db
      .updateTable('outbox')
      .set({ status: to })
      .where('workspace_id', '=', workspaceId)
      .where('status', '=', from)
      .where('claimed_at', '<', before)
      .execute();
  await move('claimed', 'queued');
  await move('handed-over', 'doubtful');
}

/** Who a message goes to, as they are now. */
export interface ReceiverRow {
  name: string;
  email: string;
  status: PersonStatus;
  language: Language | null;
  workspace: string;
  /** The language of the workspace. */
  common: Language;
  /** Since when they want no mail. */
  off_since: Date | null;
}

export async function selectReceiver(
  { db }: RoleScope,
  workspaceId: string,
  personId: string,
): Promise<ReceiverRow | undefined> {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('mail_choice as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.person_id', '=', 'p.person_id'),
    )
    .select([
      'p.name',
      'p.email',
      'p.status',
      'p.language',
      'w.name as workspace',
      'w.language as common',
      'm.off_since',
    ])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

/** Since when somebody wants no mail; undefined where they want it or are unknown. */
export async function selectOffSince({ db }: RoleScope, workspaceId: string, personId: string) {
  return db
    .selectFrom('person as p')
    .leftJoin('mail_choice as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.person_id', '=', 'p.person_id'),
    )
    .select(['m.off_since', 'm.off_link'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

/** Turns mail off; chosen signed in it is no link's any more, by a second link it stays the first one's. */
export async function insertMailOff(
  { db }: RoleScope,
  choice: { workspaceId: string; personId: string; since: Date; link: string | null },
) {
  await db
    .insertInto('mail_choice')
    .values({
      workspace_id: choice.workspaceId,
      person_id: choice.personId,
      off_since: choice.since,
      off_link: choice.link,
    })
    .onConflict((conflict) =>
      choice.link === null
        ? conflict.columns(['workspace_id', 'person_id']).doUpdateSet({ off_link: null })
        : conflict.doNothing(),
    )
    .execute();
}

export async function deleteMailOff({ db }: RoleScope, workspaceId: string, personId: string) {
  await db
    .deleteFrom('mail_choice')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
}

/** Messages to me that may not have arrived. */
export async function selectUncertain({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('outbox')
    .select(['outbox_id', 'message', 'created_at', 'status'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('status', 'in', ['doubtful', 'failed', 'bounced'])
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
}

/** How many rows there are of each status. */
export async function countByStatus({ db }: RoleScope, workspaceId: string) {
  return db
    .selectFrom('outbox')
    .select(['status', (eb) => eb.fn.countAll<string>().as('count')])
    .where('workspace_id', '=', workspaceId)
    .groupBy('status')
    .execute();
}

/** Queues once more what could not be delivered and is not forgotten yet; the number of rows. */
export async function requeueFailed({ db }: RoleScope, workspaceId: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ status: 'queued', attempts: 0, not_before: now, trouble: null })
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['failed', 'bounced'])
    .where(sql<boolean>`message is distinct from '{}'::jsonb`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Lets mail go that waited after a restore; the number of rows. */
export async function releaseHeld({ db }: RoleScope, workspaceId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ status: 'queued' })
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'held')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Empties what settled rows said, once they are old. */
export async function forgetMessages({ db }: RoleScope, workspaceId: string, before: Date) {
  await db
    .updateTable('outbox')
    .set({ message: '{}' })
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['sent', 'doubtful', 'failed', 'bounced', 'cancelled'])
    .where('created_at', '<', before)
    .where(sql<boolean>`message <> '{}'::jsonb`)
    .execute();
}

/** The status of messages by their keys, and the channel that took them. */
export async function selectFates({ db }: RoleScope, workspaceId: string, keys: readonly string[]) {
  return db
    .selectFrom('outbox')
    .select(['key', 'status', 'channel'])
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute();
}

/** All that was told to me. */
export async function selectMyMessages({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('outbox')
    .select(['kind', 'message', 'status', 'created_at', 'sent_at'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
}
