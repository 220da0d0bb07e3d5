import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { JobScope, Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';

const programmes = ({ db, workspaceId, personId }: Scope) =>
  db
    .selectFrom('programme as p')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('membership as m', (join) =>
      join
        .onRef('m.workspace_id', '=', 'p.workspace_id')
        .onRef('m.programme_id', '=', 'p.programme_id')
        .on('m.person_id', '=', personId),
    )
    .where('p.workspace_id', '=', workspaceId)
    .selectAll('p')
    .select(['u.name as unit_name', 'm.joined_at', 'm.rhythm', 'm.part', 'm.skip_on', 'm.in_on'])
    .select(['m.wish', 'm.wish_text', 'm.last_on as member_last_on'])
    .select(
      sql<boolean>`exists (select 1 from programme_host h where h.workspace_id = p.workspace_id
        and h.programme_id = p.programme_id and h.person_id = ${personId})`.as('is_host'),
    )
    .select(
      sql<boolean>`exists (select 1 from invitation i where i.workspace_id = p.workspace_id
        and i.programme_id = p.programme_id and i.person_id = ${personId} and i.kind = 'join')`.as('is_invited'),
    )
    .select(
      sql<string | null>`(select max(w.round_on)::text from round_wait w where w.workspace_id = p.workspace_id
        and w.programme_id = p.programme_id and w.person_id = ${personId} and w.state = 'unplaced')`.as('unplaced_on'),
    );

/** Programmes of the workspace that have not ended, with the caller's own part in each. */
export async function selectProgrammes(scope: Scope) {
  return programmes(scope).where('p.status', '!=', 'ended').orderBy('p.created_at').limit(500).execute();
}

/** One programme, ended or not, with the caller's own part. */
export async function selectProgramme(scope: Scope, id: string) {
  return programmes(scope).where('p.programme_id', '=', id).executeTakeFirst();
}

export type ProgrammeRow = NonNullable<Awaited<ReturnType<typeof selectProgramme>>>;

/** The caller as programmes need them: units from the smallest up, status, limits. */
export async function selectCaller({ db, workspaceId, personId }: Scope) {
  const person = await db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('boundary as b', (join) =>
      join.onRef('b.workspace_id', '=', 'p.workspace_id').onRef('b.person_id', '=', 'p.person_id'),
    )
    .select(['p.unit_id', 'p.status', 'w.timezone', 'b.paused_until', 'b.rhythm'])
    .select(
      sql<string | null>`(select max(m.last_on)::text from membership m where m.workspace_id = p.workspace_id
        and m.person_id = p.person_id)`.as('last_anywhere'),
    )
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
  const units = person?.unit_id ? await selectUnitsAbove({ db, workspaceId }, person.unit_id) : [];
  return person && { ...person, units };
}

export type ProgrammeCaller = NonNullable<Awaited<ReturnType<typeof selectCaller>>>;

/** A unit and all above it. */
async function selectUnitsAbove({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>, unitId: string) {
  const { rows } = await sql<{ unit_id: string }>`
    with recursive up as (
      select unit_id, parent_id, 0 as height from unit where workspace_id = ${workspaceId} and unit_id = ${unitId}
      union all select u.unit_id, u.parent_id, up.height + 1 from unit u join up on u.unit_id = up.parent_id
        where u.workspace_id = ${workspaceId} and up.height < 20
    ) select unit_id from up`.execute(db);
  return rows.map((row) => row.unit_id);
}

/** Whether a unit is another, or stands below it. */
export async function isWithinUnit(scope: Scope, unitId: string, above: string): Promise<boolean> {
  return (await selectUnitsAbove(scope, unitId)).includes(above);
}

export async function insertProgramme(
  { db, workspaceId, personId }: Scope,
  row: Omit<Insertable<Tables['programme']>, 'workspace_id'>,
) {
  await db
    .insertInto('programme')
    .values({ ...row, workspace_id: workspaceId })
    .execute();
  await db
    .insertInto('programme_host')
    .values({
      workspace_id: workspaceId,
      programme_id: row.programme_id,
      person_id: personId,
      since: row.created_at,
    })
    .execute();
}

export async function updateProgramme({ db, workspaceId }: Scope, id: string, values: Updateable<Tables['programme']>) {
  if (changesNothing(values)) return;
  await db
    .updateTable('programme')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', id)
    .execute();
}

export async function selectHosts({ db, workspaceId }: Scope, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_host')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', id)
    .orderBy('since')
    .execute();
  return rows.map((row) => row.person_id);
}

/** People of the organisation, as far as they could meet at all. */
export async function countPeople({ db, workspaceId }: Scope): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['active', 'away'])
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export type RunningProgramme = Selectable<Tables['programme']>;

/** Programmes that run. */
export async function selectRunningProgrammes({ db, workspaceId }: JobScope): Promise<RunningProgramme[]> {
  return db
    .selectFrom('programme')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'running')
    .execute();
}

/** One programme, if it runs. */
export async function selectRunningProgramme({ db, workspaceId }: JobScope, id: string) {
  return db
    .selectFrom('programme')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('programme_id', '=', id)
    .where('status', '=', 'running')
    .executeTakeFirst();
}

/** Takes a name until the transaction ends; false where another process has it. */
export async function tryHold({ db, workspaceId }: JobScope, name: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${workspaceId} ${name}`}, 0)) as held`.execute(db);
  return rows[0]?.held === true;
}

/** A programme and its receiver's side of it, for a message at the moment it leaves. */
export async function selectToldProgramme({ db, workspaceId }: JobScope, programmeId: string, personId: string) {
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

export type ToldProgramme = NonNullable<Awaited<ReturnType<typeof selectToldProgramme>>>;

/** Hosts who are here, the longest first, and whether a block hides each from somebody. */
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
