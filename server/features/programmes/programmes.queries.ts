import { type Insertable, sql, type Updateable } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';
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
