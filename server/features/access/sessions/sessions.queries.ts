import { sql } from 'kysely';
import type { RoleScope } from '#server/platform/database.ts';

export interface PersonIds {
  workspaceId: string;
  personId: string;
}

/** The users bound to a person. */
const usersOf = ({ workspaceId, personId }: PersonIds) => sql`select i.subject from auth.identity i
  where i.workspace_id = ${workspaceId}::uuid and i.person_id = ${personId}::uuid and i.issuer = 'user'`;

export interface SessionRow {
  id: string;
  userAgent: string | null;
  how: 'code' | 'passkey' | 'set-up' | 'console' | 'sample';
  createdAt: Date;
}

/** Every session in somebody's name that holds, newest first. */
export async function selectSessions({ db }: RoleScope, ids: PersonIds, now: Date): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`select id, "userAgent", how, "createdAt" from auth.session
    where "userId" in (${usersOf(ids)}) and "expiresAt" > ${now} order by "createdAt" desc, id`.execute(db);
  return rows;
}

/** Ends one session in somebody's name; how many there were. */
export async function deleteSession({ db }: RoleScope, ids: PersonIds, id: string): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from auth.session where id = ${id} and "userId" in (${usersOf(ids)})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Ends every session in somebody's name but one. */
export async function deleteOtherSessions({ db }: RoleScope, ids: PersonIds, kept: string | null): Promise<number> {
  const { numAffectedRows } = await sql`delete from auth.session
    where "userId" in (${usersOf(ids)}) and id is distinct from ${kept}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export interface PasskeyRow {
  id: string;
  name: string;
  createdAt: Date | null;
}

/** The name and the day of each passkey of somebody. */
export async function selectPasskeys({ db }: RoleScope, ids: PersonIds): Promise<PasskeyRow[]> {
  const { rows } = await sql<PasskeyRow>`
    select k.id, coalesce(k.name, '') as name, k."createdAt" from auth.passkey k
    join auth.identity i on i.issuer = 'user' and i.subject = k."userId"
    where i.workspace_id = ${ids.workspaceId}::uuid and i.person_id = ${ids.personId}::uuid
    order by k."createdAt", k.id`.execute(db);
  return rows;
}

export async function deletePasskey({ db }: RoleScope, ids: PersonIds, id: string): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from auth.passkey where id = ${id} and "userId" in (${usersOf(ids)})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Remembers that the caller wants no passkey. */
export async function updatePasskeyDeclined({ db }: RoleScope, { workspaceId, personId }: PersonIds, now: Date) {
  await db
    .updateTable('auth.identity')
    .set({ passkey_declined: now })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('issuer', '=', 'user')
    .execute();
}
