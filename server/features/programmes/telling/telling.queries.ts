import { sql } from 'kysely';
import type { JobScope } from '../rounds/rounds.queries.ts';

/** A programme and its receiver's side of it, for a message at the moment it leaves. */
export async function selectTold({ db, workspaceId }: JobScope, programmeId: string, personId: string) {
  return db
    .selectFrom('programme as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .innerJoin('person as r', (join) =>
      join.onRef('r.workspace_id', '=', 'p.workspace_id').on('r.person_id', '=', personId),
    )
    .leftJoin('boundary as b', (join) =>
      join.onRef('b.workspace_id', '=', 'r.workspace_id').onRef('b.person_id', '=', 'r.person_id'),
    )
    .leftJoin('membership as m', (join) =>
      join
        .onRef('m.workspace_id', '=', 'p.workspace_id')
        .onRef('m.programme_id', '=', 'p.programme_id')
        .onRef('m.person_id', '=', 'r.person_id'),
    )
    .select([
      'p.name',
      'w.name as organisation',
      'p.status as programme_status',
      'p.cadence',
      'p.weekday',
      'p.draw_time',
      'p.timezone',
    ])
    .select(['p.starts_on', 'p.last_on', 'r.status', 'b.never_invite', 'b.paused_until', 'm.joined_at'])
    .select(sql<'en' | 'de'>`coalesce(r.language, w.language)`.as('language'))
    .where('p.workspace_id', '=', workspaceId)
    .where('p.programme_id', '=', programmeId)
    .executeTakeFirst();
}

/** Hosts of a programme who are here, the longest first, and whether a block stands between each and somebody. */
export async function selectSigners({ db, workspaceId }: JobScope, programmeId: string, personId: string) {
  return db
    .selectFrom('programme_host as h')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'h.workspace_id').onRef('p.person_id', '=', 'h.person_id'),
    )
    .select('p.name')
    .select(
      sql<boolean>`exists (select 1 from veil v where v.workspace_id = h.workspace_id
        and v.viewer_id = ${personId} and v.hidden_id = h.person_id)`.as('is_veiled'),
    )
    .where('h.workspace_id', '=', workspaceId)
    .where('h.programme_id', '=', programmeId)
    .where('p.status', 'in', ['active', 'away'])
    .orderBy('h.since')
    .execute();
}
