import { type Selectable, sql } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';

export interface StoredHello
  extends Omit<Selectable<Tables['hello']>, 'workspace_id' | 'hello_id' | 'to_id' | 'introduction_id'> {
  from: string;
  to: string;
}

/** Hellos from and to me, with the other's name. */
export async function selectMyHellos({ db, workspaceId, personId }: Scope): Promise<StoredHello[]> {
  return db
    .selectFrom('hello as h')
    .innerJoin('person as f', (join) =>
      join.onRef('f.workspace_id', '=', 'h.workspace_id').onRef('f.person_id', '=', 'h.from_id'),
    )
    .innerJoin('person as t', (join) =>
      join.onRef('t.workspace_id', '=', 'h.workspace_id').onRef('t.person_id', '=', 'h.to_id'),
    )
    .select([
      'h.from_id',
      'f.name as from',
      't.name as to',
      'h.phrase',
      'h.intention',
      'h.status',
      'h.asked_at',
      'h.answered_at',
    ])
    .where('h.workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('h.from_id', '=', personId), eb('h.to_id', '=', personId)]))
    .orderBy('h.asked_at')
    .execute();
}

/** My introductions with my own answer; the others' answers are theirs. */
export async function selectMyIntroductions({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('introduction as i')
    .innerJoin('introduction_member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.introduction_id', '=', 'i.introduction_id'),
    )
    .select([
      'i.introduction_id',
      'i.kind',
      'i.member_ids',
      'i.guide',
      'i.started_at',
      'i.ended_at',
      'm.answer',
      'm.met_on',
      'm.answered_at',
      'i.round_on',
      'm.swapped',
      'm.again',
      'i.starts_at',
      'i.is_agreed',
    ])
    .where('i.workspace_id', '=', workspaceId)
    .where('m.person_id', '=', personId)
    .orderBy('i.started_at')
    .execute();
}

/** My requests to be introduced to someone. */
export async function selectMyRequests({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('introduction_request')
    .select(['asked_at', 'status'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute();
}

/** Reminders to meet again that I am in. */
export async function selectMyRhythms({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('meeting_rhythm')
    .select(['member_ids', 'every', 'next_on', 'ended_at'])
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`${personId}::uuid = any (member_ids)`)
    .orderBy('next_on')
    .execute();
}

export async function selectMyMoments({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('moment as m')
    .innerJoin('person as o', (join) =>
      join.onRef('o.workspace_id', '=', 'm.workspace_id').onRef('o.person_id', '=', 'm.other_id'),
    )
    .select(['m.moment_id', 'm.kind', 'm.happened_on', 'o.name as with'])
    .where('m.workspace_id', '=', workspaceId)
    .where('m.person_id', '=', personId)
    .orderBy('m.happened_on')
    .execute();
}
