import { sql } from 'kysely';
import { among, type Scope } from '#server/platform/database.ts';
import { holdName, type WorkspaceScope } from '../members/members.queries.ts';
import type { Slot } from './times.rules.ts';

/** Lets no other time be set in the workspace until this transaction ends; nothing else is locked after it. */
export const holdTimes = (scope: WorkspaceScope): Promise<void> => holdName(scope, 'introduction times');

/** When people have introductions, from an instant on; the background alone sees others'. */
export async function selectBusy(
  { db, workspaceId }: WorkspaceScope,
  ids: readonly string[],
  from: Date,
): Promise<Map<string, Set<number>>> {
  const rows = await db
    .selectFrom('introduction_slot')
    .select(['person_id', 'starts_at'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', among(ids))
    .where('starts_at', '>=', from)
    .execute();
  const busy = new Map<string, Set<number>>();
  for (const row of rows)
    busy.set(row.person_id, (busy.get(row.person_id) ?? new Set<number>()).add(row.starts_at.getTime()));
  return busy;
}

/** The caller's half hours of other introductions. */
export async function selectOtherSlotsOfMine(
  { db, workspaceId, personId }: Scope,
  exceptId: string,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('introduction_slot')
    .select('starts_at')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('introduction_id', '<>', exceptId)
    .execute();
  return new Set(rows.map((row) => row.starts_at.getTime()));
}

/** The half hours held for introductions, by introduction. */
export async function selectSlots(
  { db, workspaceId }: WorkspaceScope,
  ids: readonly string[],
): Promise<Map<string, Slot[]>> {
  const rows = await db
    .selectFrom('introduction_slot')
    .select(['introduction_id', 'person_id', 'starts_at', 'said_yes_at'])
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', among(ids))
    .execute();
  const slots = new Map<string, Slot[]>();
  for (const row of rows) {
    const slot = { personId: row.person_id, at: row.starts_at, saidYesAt: row.said_yes_at };
    slots.set(row.introduction_id, [...(slots.get(row.introduction_id) ?? []), slot]);
  }
  return slots;
}

export interface NewSlot {
  introductionId: string;
  personId: string;
  at: Date;
}

/** Holds half hours; the key of the table lets nobody have two introductions at once. */
export async function insertSlots({ db, workspaceId }: WorkspaceScope, slots: readonly NewSlot[]) {
  await sql`
    insert into introduction_slot (workspace_id, introduction_id, person_id, starts_at)
    select ${workspaceId}::uuid, n.id, n.person, n.at
    from unnest(${slots.map(({ introductionId }) => introductionId)}::uuid[], ${slots.map(({ personId }) => personId)}::uuid[],
      ${slots.map(({ at }) => at.toISOString())}::timestamptz[]) as n (id, person, at)`.execute(db);
}

/** Frees the half hours of an introduction but some; of one person or of everybody. */
export async function deleteSlots(
  { db, workspaceId }: WorkspaceScope,
  id: string,
  which: { but?: readonly Date[]; personId?: string },
) {
  let query = db
    .deleteFrom('introduction_slot')
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id);
  if (which.but?.length) query = query.where('starts_at', 'not in', [...which.but]);
  if (which.personId) query = query.where('person_id', '=', which.personId);
  await query.execute();
}

/** The caller says yes to one half hour of an introduction, and to no other. */
export async function sayYes({ db, workspaceId, personId }: Scope, id: string, yes: { at: Date; now: Date }) {
  await forgetYes({ db, workspaceId, personId }, id);
  await db
    .insertInto('introduction_slot')
    .values({
      workspace_id: workspaceId,
      person_id: personId,
      introduction_id: id,
      starts_at: yes.at,
      said_yes_at: yes.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'person_id', 'starts_at']).doUpdateSet({ said_yes_at: yes.now }),
    )
    .execute();
}

/** Takes the caller's yes back. */
export async function forgetYes({ db, workspaceId, personId }: Scope, id: string) {
  await db
    .updateTable('introduction_slot')
    .set({ said_yes_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

/** Sets the time of an introduction; its calendar entry changes. Returns how often it has. */
export async function setTime(
  { db, workspaceId }: WorkspaceScope,
  id: string,
  time: { at: Date | null; isAgreed: boolean },
): Promise<number> {
  const row = await db
    .updateTable('introduction')
    .set((eb) => ({ starts_at: time.at, is_agreed: time.isAgreed, time_sequence: eb('time_sequence', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .returning('time_sequence')
    .executeTakeFirstOrThrow();
  return row.time_sequence;
}

/** Counts one more proposal of another time. */
export async function countProposal({ db, workspaceId }: Scope, id: string) {
  await db
    .updateTable('introduction')
    .set((eb) => ({ proposals: eb('proposals', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .execute();
}

/** What a programme is for. */
export async function selectKind({ db, workspaceId }: WorkspaceScope, programmeId: string) {
  const row = await db
    .selectFrom('programme')
    .select('kind')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return row?.kind;
}

/** The time of an introduction as it stands, and who is in it. */
export async function selectTime({ db, workspaceId }: WorkspaceScope, id: string) {
  return db
    .selectFrom('introduction')
    .select(['starts_at', 'is_agreed', 'time_sequence', 'member_ids', 'left_ids', 'programme_id'])
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .executeTakeFirst();
}
