import { sql } from 'kysely';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** How many rows of a table hold me in one of these columns, as far as I may see. */
export async function countMine(
  { db, workspaceId, personId }: Scope,
  table: string,
  by: readonly string[],
): Promise<number> {
  const isMe = by.map((column) =>
    column === 'member_ids'
      ? sql`${personId}::uuid = any (${sql.ref(column)})`
      : sql`${sql.ref(column)} = ${personId}::uuid`,
  );
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid and (${sql.join(isMe, sql` or `)})`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}

export async function selectMyLog({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('log_entry')
    .select(['at', 'action', 'actor_id'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('actor_id', '=', personId), eb(sql<string>`about ->> 'personId'`, '=', personId)]))
    .orderBy('at')
    .execute();
}

/** How many kept imports mention somebody. */
export async function countImports(
  { db }: RoleScope,
  workspaceId: string,
  needles: { personId: string; email: string },
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from import_run where workspace_id = ${workspaceId}::uuid
      and strpos(concat(plan::text, summary::text), ${needles.personId}) + strpos(concat(plan::text, summary::text), ${needles.email}) > 0`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}

export interface SignInRows {
  users: { email: string; createdAt: Date }[];
  sessions: { createdAt: Date; expiresAt: Date; userAgent: string | null; how: string }[];
  passkeys: { name: string | null; createdAt: Date | null }[];
  accounts: { providerId: string }[];
}

/** What signing in keeps of somebody. */
export async function selectSignIn({ db }: RoleScope, workspaceId: string, personId: string): Promise<SignInRows> {
  const mine = sql`select i.subject from auth.identity i
    where i.workspace_id = ${workspaceId}::uuid and i.person_id = ${personId}::uuid and i.issuer = 'user'`;
  const users = await sql<
    SignInRows['users'][number]
  >`select email, "createdAt" from auth."user" where id in (${mine})`.execute(db);
  const sessions = await sql<SignInRows['sessions'][number]>`
    select "createdAt", "expiresAt", "userAgent", how from auth.session where "userId" in (${mine})`.execute(db);
  const passkeys = await sql<
    SignInRows['passkeys'][number]
  >`select name, "createdAt" from auth.passkey where "userId" in (${mine})`.execute(db);
  const accounts = await sql<
    SignInRows['accounts'][number]
  >`select "providerId" from auth.account where "userId" in (${mine})`.execute(db);
  return { users: users.rows, sessions: sessions.rows, passkeys: passkeys.rows, accounts: accounts.rows };
}

/** My line of the directory, with names instead of numbers. */
export async function selectMyLine({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('person as p')
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('person as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.person_id', '=', 'p.manager_id'),
    )
    .selectAll('p')
    .select(['w.name as organisation', 'u.name as unit', 's.name as site', 'm.name as manager'])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

/** Rows of the tables that hold at most a few lines a person. */
export async function selectMySettings({ db, workspaceId, personId }: Scope) {
  const mine = { workspace_id: workspaceId, person_id: personId };
  const profile = await db
    .selectFrom('profile')
    .selectAll()
    .where((eb) => eb.and(mine))
    .executeTakeFirst();
  const photo = await db
    .selectFrom('photo')
    .select(['media_type', 'bytes'])
    .where((eb) => eb.and(mine))
    .executeTakeFirst();
  const address = await db
    .selectFrom('private_address')
    .select('email')
    .where((eb) => eb.and(mine))
    .executeTakeFirst();
  const roles = await db
    .selectFrom('role_grant')
    .select(['role', 'given_at', 'confirmed_by'])
    .where((eb) => eb.and(mine))
    .execute();
  const boundary = await db
    .selectFrom('boundary')
    .select(['hellos', 'paused_until', 'rhythm', 'introductions', 'never_invite'])
    .where((eb) => eb.and(mine))
    .executeTakeFirst();
  const mail = await db
    .selectFrom('mail_choice')
    .select('off_since')
    .where((eb) => eb.and(mine))
    .executeTakeFirst();
  const identities = await db
    .selectFrom('auth.identity')
    .select(['issuer', 'subject'])
    .where((eb) => eb.and(mine))
    .execute();
  const tokens = await db
    .selectFrom('auth.token')
    .select(['created_at', 'expires_at'])
    .where((eb) => eb.and(mine))
    .execute();
  const addressChanges = await db
    .selectFrom('address_change')
    .select(['old_email', 'new_email', 'source', 'asked_at', 'told_first', 'told_again', 'state', 'ended_at'])
    .where((eb) => eb.and(mine))
    .orderBy('asked_at')
    .execute();
  return { profile, photo, address, roles, boundary, mail, identities, tokens, addressChanges };
}

export async function selectMyBlocks({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('block as b')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'b.workspace_id').onRef('p.person_id', '=', 'b.blocked_id'),
    )
    .select('p.name')
    .where('b.workspace_id', '=', workspaceId)
    .where('b.person_id', '=', personId)
    .orderBy('p.search_text')
    .execute();
}

/** Hellos from and to me, with the other's name. */
export async function selectMyHellos({ db, workspaceId, personId }: Scope) {
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

export async function selectMyMessages({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('outbox')
    .select(['kind', 'message', 'status', 'created_at', 'sent_at'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
}

/** Names of people, as everyone here may see them. */
export async function selectNames({ db, workspaceId }: Scope, personIds: string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', 'in', personIds)
    .execute();
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

/** Whether a steward other than this person is left. */
export async function hasOtherSteward({ db, workspaceId, personId }: Scope): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'g.workspace_id').onRef('p.person_id', '=', 'g.person_id'),
    )
    .select('g.person_id')
    .where('g.workspace_id', '=', workspaceId)
    .where('g.person_id', '<>', personId)
    .where('g.role', '=', 'steward')
    .where('p.status', 'in', ['active', 'away'])
    .executeTakeFirst();
  return Boolean(row);
}

/** Deletes somebody and everything that names them; the scope must be set to the workspace. */
export async function erase({ db }: RoleScope, workspaceId: string, personId: string, at: Date) {
  await sql`select erase_person(${workspaceId}::uuid, ${personId}::uuid, ${at})`.execute(db);
}

export async function isKnown({ db }: RoleScope, workspaceId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return Boolean(row);
}

/** Who left on or before a day and was not deleted yet. */
export async function selectPastGrace({ db }: RoleScope, workspaceId: string, day: string) {
  return db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'leaving')
    .where('left_on', '<=', day)
    .execute();
}

export async function deleteOldPlans({ db }: RoleScope, workspaceId: string, before: Date) {
  await db.deleteFrom('import_run').where('workspace_id', '=', workspaceId).where('made_at', '<', before).execute();
}
