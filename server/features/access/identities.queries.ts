import { sql } from 'kysely';
import type { JobScope } from '#server/platform/database.ts';

/** A person and the address they sign in with. */
export interface PersonAddress {
  personId: string;
  email: string;
}

/** Adds addresses, many in one statement; one that is somebody's already is left out. */
export async function insertIdentities({ db, workspaceId }: JobScope, addresses: readonly PersonAddress[]) {
  // Without a look at the table: the planner still believes that nobody is in it.
  await sql`insert into auth.identity (issuer, subject, workspace_id, person_id)
    select 'email', a.email, ${workspaceId}::uuid, a."personId"
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) a ("personId" uuid, email text) on conflict do nothing`.execute(
    db,
  );
}

/** Takes away the addresses of people here that are no longer the one the directory has. */
export async function deleteOldIdentities({ db, workspaceId }: JobScope, personIds: readonly string[]) {
  await sql`delete from auth.identity i using person p where i.workspace_id = ${workspaceId}::uuid and i.issuer in ('email', 'private-email')
    and i.person_id = any (${personIds}::uuid[]) and p.workspace_id = i.workspace_id and p.person_id = i.person_id
    and p.status in ('active', 'away') and (i.subject <> p.email or i.issuer = 'private-email')`.execute(db);
}

/** Adds the addresses that the directory has for people here. */
export async function insertCurrentIdentities({ db, workspaceId }: JobScope, personIds: readonly string[]) {
  await sql`insert into auth.identity (issuer, subject, workspace_id, person_id)
    select 'email', p.email, p.workspace_id, p.person_id from person p
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = any (${personIds}::uuid[]) and p.status in ('active', 'away')
    on conflict do nothing`.execute(db);
}

/** Adds one address; false where it is somebody's. */
export async function insertIdentity(
  { db, workspaceId }: JobScope,
  { personId, email }: PersonAddress,
): Promise<boolean> {
  const added = await db
    .insertInto('auth.identity')
    .values({ issuer: 'email', subject: email, workspace_id: workspaceId, person_id: personId })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  return Boolean(added.numInsertedOrUpdatedRows);
}

/** Takes every address but one from a person. */
export async function deleteOtherIdentities({ db, workspaceId }: JobScope, { personId, email }: PersonAddress) {
  await db
    .deleteFrom('auth.identity')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('issuer', '=', 'email')
    .where('subject', '<>', email)
    .execute();
}

export async function callEndSignIn({ db }: JobScope, personIds: readonly string[]) {
  await sql`select auth.end_sign_in(whom) from unnest(${personIds}::uuid[]) whom`.execute(db);
}

export async function callCloseSignIn({ db }: JobScope, personIds: readonly string[]) {
  await sql`select auth.close_sign_in(whom) from unnest(${personIds}::uuid[]) whom`.execute(db);
}

export async function callForgetSignIn({ db }: JobScope, personIds: readonly string[]) {
  await sql`select auth.forget_sign_in(${personIds}::uuid[])`.execute(db);
}

/** Whether any of these people has signed in, as it stands at this instant. */
export async function selectAnySignedIn({ db, workspaceId }: JobScope, personIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from auth.identity where workspace_id = ${workspaceId}::uuid
    and person_id = any (${personIds}::uuid[]) and issuer = 'user' limit 1`.execute(db);
  return rows.length > 0;
}
