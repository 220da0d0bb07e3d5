import { sql } from 'kysely';
import type { RoleScope } from '#server/platform/database.ts';
import type { Sent } from './codes.rules.ts';

/** Keeps asks for one address one after another, known or not, until the transaction ends. */
export async function holdCodesOf({ db }: RoleScope, addressHash: string) {
  const key = BigInt.asIntN(64, BigInt(`0x${addressHash.slice(0, 16)}`)).toString();
  await sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(db);
}

/** How many codes were sent to an address: to one known browser, or to all others. */
export async function selectSent(
  { db }: RoleScope,
  asked: { addressHash: string; knownBrowser: string | null; now: Date },
): Promise<Sent> {
  const before = (hours: number) => new Date(asked.now.getTime() - hours * 3_600_000);
  const { rows } = await sql<{ lastHour: number; lastDay: number; longUntil: Date | null }>`
    select count(*) filter (where reach = 'browser' and created_at > ${before(1)})::int as "lastHour",
      count(*) filter (where reach = 'browser')::int as "lastDay",
      max(expires_at) filter (where reach = 'any') as "longUntil"
    from auth.sign_in_code
    where address_hash = ${asked.addressHash} and created_at > ${before(24)} and reach <> 'none'
      and (reach = 'any' or known_browser is not distinct from ${asked.knownBrowser}::uuid)`.execute(db);
  return rows[0] ?? { lastHour: 0, lastDay: 0, longUntil: null };
}

export interface NewCode {
  id: string;
  reach: 'browser' | 'any' | 'none';
  addressHash: string;
  codeHash: string;
  person: { workspace_id: string; person_id: string } | undefined;
  knownBrowser: string | null;
  tries: number;
  now: Date;
  until: Date;
}

/** Keeps a code; a row of the same id, one of those where nothing was sent, is written over. */
export async function putCode({ db }: RoleScope, code: NewCode) {
  const row = {
    reach: code.reach,
    address_hash: code.addressHash,
    code_hash: code.codeHash,
    workspace_id: code.person?.workspace_id ?? null,
    person_id: code.person?.person_id ?? null,
    known_browser: code.knownBrowser,
    tries_left: code.tries,
    created_at: code.now,
    expires_at: code.until,
  };
  await db
    .insertInto('auth.sign_in_code')
    .values({ sign_in_code_id: code.id, ...row })
    .onConflict((conflict) => conflict.column('sign_in_code_id').doUpdateSet(row))
    .execute();
}

export interface HeldCode {
  id: string;
  reach: 'browser' | 'any' | 'none';
  codeHash: string;
  workspaceId: string | null;
  personId: string | null;
}

/** Codes that may fit in a browser: its own, for one try less, and the long one of the address. Always writes one row. */
export async function useTry(
  { db }: RoleScope,
  tried: { id: string; idleId: string; addressHash: string; now: Date },
): Promise<HeldCode[]> {
  const { rows } = await sql<HeldCode>`
    with own as (
      select sign_in_code_id from auth.sign_in_code where sign_in_code_id = ${tried.id}::uuid and reach = 'browser'
        and address_hash = ${tried.addressHash} and tries_left > 0 and expires_at > ${tried.now}
    ), tried as (
      update auth.sign_in_code c set tries_left = c.tries_left - 1
      where c.sign_in_code_id = coalesce((select sign_in_code_id from own), ${tried.idleId}::uuid)
        and (c.reach = 'none' or c.tries_left > 0)
      returning c.sign_in_code_id as id, c.reach, c.code_hash as "codeHash",
        c.workspace_id as "workspaceId", c.person_id as "personId"
    )
    select * from tried where reach = 'browser'
    union all
    select c.sign_in_code_id, c.reach, c.code_hash, c.workspace_id, c.person_id from auth.sign_in_code c
    where c.address_hash = ${tried.addressHash} and c.reach = 'any' and c.expires_at > ${tried.now}`.execute(db);
  return rows;
}

/** Takes a code away; false where another was faster. */
export async function spendCode({ db }: RoleScope, id: string, now: Date): Promise<boolean> {
  // The row stays, ended: it counts among the mails of the day.
  const { numUpdatedRows } = await db
    .updateTable('auth.sign_in_code')
    .set({ expires_at: now })
    .where('sign_in_code_id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Forgets what was sent before an instant. */
export async function deleteOldCodes({ db }: RoleScope, before: Date) {
  await db.deleteFrom('auth.sign_in_code').where('created_at', '<', before).execute();
}
