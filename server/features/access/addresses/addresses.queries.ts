import { sql } from 'kysely';
import type { AddressChangeState } from '#server/migrations/tables.ts';
import { among, type RoleScope, type Scope } from '#server/platform/database.ts';

/** Keeps changes of addresses in a workspace one after another, until the transaction ends. */
export async function holdAddresses({ db, workspaceId }: Scope) {
  await db
    .selectFrom('workspace')
    .select('workspace_id')
    .where('workspace_id', '=', workspaceId)
    .forNoKeyUpdate()
    .execute();
}

/** People with their address, and what they are told in. */
export async function selectAddressed({ db, workspaceId }: Scope, personIds: readonly string[]) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .select(['p.person_id', 'p.email', 'p.name', sql<'en' | 'de'>`coalesce(p.language, w.language)`.as('language')])
    .select(['p.status', 'w.name as workspace'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', among(personIds))
    .execute();
}

const open = ({ db, workspaceId }: Scope) =>
  db
    .selectFrom('address_change as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .leftJoin('person as a', (join) =>
      join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.person_id', '=', 'c.asked_by'),
    )
    .leftJoin('person as r', (join) =>
      join.onRef('r.workspace_id', '=', 'c.workspace_id').onRef('r.person_id', '=', 'c.release_with'),
    )
    .select(['c.change_id', 'c.person_id', 'c.old_email', 'c.new_email', 'c.source', 'c.asked_at', 'c.import_id'])
    .select(['c.told_first', 'c.told_again', 'c.release_by', 'c.release_with', 'p.name', 'a.name as asked_by'])
    .select('r.name as colleague')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.state', '=', 'pending')
    .where('p.status', 'in', ['active', 'away']);

export interface OpenChange {
  change_id: string;
  person_id: string;
  name: string;
  old_email: string;
  new_email: string;
  source: ChangeSource;
  import_id: string | null;
  asked_at: Date;
  asked_by: string | null;
  told_first: Date | null;
  told_again: Date | null;
  release_by: string | null;
  release_with: string | null;
  colleague: string | null;
}

export type ChangeSource = 'import' | 'steward' | 'directory';

/** Open changes, oldest first. */
export async function selectOpenChanges(scope: Scope, most: number): Promise<OpenChange[]> {
  return open(scope).orderBy('c.asked_at').orderBy('c.change_id').limit(most).execute();
}

export async function countOpenChanges({ db, workspaceId }: Scope): Promise<number> {
  const row = await db
    .selectFrom('address_change as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('c.workspace_id', '=', workspaceId)
    .where('c.state', '=', 'pending')
    .where('p.status', 'in', ['active', 'away'])
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function selectOpenOf(scope: Scope, personIds: readonly string[]): Promise<OpenChange[]> {
  return open(scope).where('c.person_id', '=', among(personIds)).execute();
}

/** Open changes that wait for the caller to agree. */
export async function selectToAgree(scope: Scope): Promise<OpenChange[]> {
  return open(scope).where('c.release_with', '=', scope.personId).orderBy('c.asked_at').execute();
}

/** An open change that nobody else ends until the transaction does. */
export async function holdChange(scope: Scope, changeId: string): Promise<OpenChange | undefined> {
  await holdAddresses(scope);
  return open(scope).where('c.change_id', '=', changeId).executeTakeFirst();
}

/** What was refused lately, by person. */
export async function selectRefused({ db, workspaceId }: Scope, since: Date) {
  return db
    .selectFrom('address_change')
    .select(['person_id', 'new_email'])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'refused')
    .where('ended_at', '>', since)
    .execute();
}

export interface NewChange {
  changeId: string;
  personId: string;
  oldEmail: string;
  newEmail: string;
}

export async function insertChanges(
  { db, workspaceId, personId }: Scope,
  changes: readonly NewChange[],
  origin: { source: ChangeSource; importId: string | null; now: Date },
) {
  await sql`insert into address_change (workspace_id, change_id, person_id, old_email, new_email, source, import_id, asked_by, asked_at)
    select ${workspaceId}::uuid, c."changeId", c."personId", c."oldEmail", c."newEmail", ${origin.source}, ${origin.importId}::uuid,
      ${personId}::uuid, ${origin.now}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      c ("changeId" uuid, "personId" uuid, "oldEmail" text, "newEmail" text)`.execute(db);
}

/** Ends open changes. */
export async function endChanges(
  { db, workspaceId, personId }: Scope,
  changeIds: readonly string[],
  state: Exclude<AddressChangeState, 'pending'>,
  now: Date,
) {
  await db
    .updateTable('address_change')
    .set({ state, ended_at: now, ended_by: personId })
    .where('workspace_id', '=', workspaceId)
    .where('change_id', '=', among(changeIds))
    .where('state', '=', 'pending')
    .execute();
}

/** Open changes that an import asked for. */
export async function selectOpenOfImport(scope: Scope, importId: string): Promise<OpenChange[]> {
  return open(scope).where('c.import_id', '=', importId).execute();
}

export async function nameColleague({ db, workspaceId, personId }: Scope, changeId: string, colleagueId: string) {
  await db
    .updateTable('address_change')
    .set({ release_by: personId, release_with: colleagueId })
    .where('workspace_id', '=', workspaceId)
    .where('change_id', '=', changeId)
    .where('state', '=', 'pending')
    .execute();
}

/** People who are here, with what a release asks of them. */
export async function selectReleasers({ db, workspaceId }: Scope, personIds: readonly string[]) {
  const { rows } = await sql<{ personId: string; isSteward: boolean; knownSince: Date | null }>`
    select p.person_id as "personId", min(i.first_at) as "knownSince",
      exists (select 1 from role_grant g where g.workspace_id = p.workspace_id and g.person_id = p.person_id and g.role = 'steward') as "isSteward"
    from person p
    left join auth.identity i on i.workspace_id = p.workspace_id and i.person_id = p.person_id and i.issuer = 'user'
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = any (${personIds}::uuid[]) and p.status in ('active', 'away')
    group by p.workspace_id, p.person_id`.execute(db);
  return rows;
}

/** Whether a colleague is a second person beside the caller and each who had a hand in a change: not of their making of the last month. */
export async function isSecondPerson(
  { db, workspaceId }: Scope,
  change: { id: string; stewardId: string; colleagueId: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`
    select coalesce(bool_and(is_second_person(${change.colleagueId}::uuid, other, c.asked_at, c.person_id, ${now})), false) as fits
    from address_change c cross join unnest(array[${change.stewardId}::uuid, c.asked_by]) other
    where c.workspace_id = ${workspaceId}::uuid and c.change_id = ${change.id}::uuid and other is not null`.execute(db);
  return rows[0]?.fits ?? false;
}

/** Makes the new address the one that signs in; false where it is somebody else's. */
export async function moveAddress({ db }: Scope, changeId: string, keptSession: string | null): Promise<boolean> {
  const { rows } = await sql<{
    moved: boolean;
  }>`select auth.move_address(${changeId}::uuid, ${keptSession}) as moved`.execute(db);
  return rows[0]?.moved ?? false;
}

/** Whether somebody else here has an address. */
export async function isTaken({ db, workspaceId }: Scope, email: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('person_id', '<>', personId)
    .where('status', 'in', ['active', 'away'])
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes which mails to old addresses have left. */
export async function noteTold({ db }: RoleScope, workspaceId: string) {
  for (const [column, suffix] of [
    ['told_first', '1'],
    ['told_again', '2'],
  ] as const)
    await sql`update address_change c set ${sql.ref(column)} = o.sent_at from outbox o
      where c.workspace_id = ${workspaceId}::uuid and c.state = 'pending' and c.${sql.ref(column)} is null
        and o.workspace_id = c.workspace_id and o.status = 'sent'
        and o.key = 'address-change:' || c.change_id || ${`:${suffix}`}`.execute(db);
}

/** Whom to tell a second time: the first mail left before an instant. */
export async function selectToTellAgain({ db }: RoleScope, workspaceId: string, before: Date) {
  return db
    .selectFrom('address_change as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'c.workspace_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .innerJoin('workspace as w', 'w.workspace_id', 'c.workspace_id')
    .leftJoin('outbox as o', (join) =>
      join
        .onRef('o.workspace_id', '=', 'c.workspace_id')
        .on('o.key', '=', sql<string>`'address-change:' || c.change_id || ':2'`),
    )
    .leftJoin('person as a', (join) =>
      join.onRef('a.workspace_id', '=', 'c.workspace_id').onRef('a.person_id', '=', 'c.asked_by'),
    )
    .select(['c.change_id', 'c.person_id', 'c.old_email', 'c.new_email', 'a.name as asked_by', 'w.name as workspace'])
    .select(sql<'en' | 'de'>`coalesce(p.language, w.language)`.as('language'))
    .where('c.workspace_id', '=', workspaceId)
    .where('c.state', '=', 'pending')
    .where('c.told_first', '<=', before)
    .where('c.told_again', 'is', null)
    .where('o.outbox_id', 'is', null)
    .execute();
}
