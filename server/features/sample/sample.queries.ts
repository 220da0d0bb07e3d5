import { sql } from 'kysely';
import type { Language } from '#contract/common.ts';
import { asMaintenance } from '#server/platform/backup.ts';
import type { Connection } from '#server/platform/connections.ts';
import type { RoleScope } from '#server/platform/database.ts';
import { reworded, textsOf, wordings } from './organisation/german.rules.ts';
import type { Organisation } from './organisation/organisation.ts';

// Filling twice at once would fail half-way; whoever comes second waits.
const LOCK = 4_020_240;

/** One table's rows in one statement; `json` keeps lists and dates as they are. */
async function fillTable(client: Connection, name: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (!columns) return;
  await client.query(
    `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Never empties a database in which another organisation lives; forced row-level security would hide it from the owner. */
async function assertOwn(client: Connection, workspaceId: string): Promise<void> {
  await client.query('set local role app_maintenance');
  const others = await client.query('select 1 from workspace where workspace_id <> $1 limit 1', [workspaceId]);
  if (others.rowCount) throw new Error("This database is not the sample organisation's own.");
  await client.query('reset role');
}

/** Takes everything away but counters of limits, so that beginning anew is no way round them. */
async function emptyTables(client: Connection): Promise<void> {
  const { rows } = await client.query<{ names: string }>(`
    select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
    where schemaname in ('public', 'auth') and tablename not in ('migration', 'limit_count')`);
  await client.query(`truncate ${rows[0]?.names ?? ''}`);
}

/** Fills the sample's own database where it is empty, or anew; true where it did. Its owner alone may. */
export async function fillTables(ownerUrl: string, made: Organisation, isAnew: boolean): Promise<boolean> {
  return asMaintenance(ownerUrl, '', async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await assertOwn(client, made.workspaceId);
    if (isAnew) await emptyTables(client);
    await client.query('set local role app_maintenance');
    const known = await client.query('select 1 from workspace limit 1');
    if (known.rowCount) return false;
    for (const { name, rows } of made.tables) await fillTable(client, name, rows);
    return true;
  });
}

// What was drawn or counted earlier repeats interests and units by their names.
const REPEATING = [
  ['introduction', 'reasons'],
  ['round', 'bridges'],
  ['round', 'told'],
  ['programme_release', 'figures'],
] as const;

/** Says in the sample's own database what was said before, as long as nobody has changed it. Its owner alone may. */
export async function rewordTables(ownerUrl: string, before: Organisation, after: Organisation): Promise<void> {
  await asMaintenance(ownerUrl, '', async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query('set local role app_maintenance');
    const changes = wordings(before, after);
    for (const { table, key, column, before: was, after: is } of changes) {
      await client.query(
        `update ${table} t set ${column} = n.${column}
         from jsonb_populate_recordset(null::${table}, $1::jsonb) n, jsonb_populate_recordset(null::${table}, $2::jsonb) o
         where n.${key} = t.${key} and o.${key} = t.${key} and t.${column} = o.${column} and t.${column} <> n.${column}`,
        [JSON.stringify(is), JSON.stringify(was)],
      );
    }
    await rewordRepeated(client, textsOf(changes.filter(({ table }) => table !== 'person')));
  });
}

async function rewordRepeated(client: Connection, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [table, column] of REPEATING) {
    const { rows } = await client.query<{ at: string; value: unknown }>(
      `select ctid::text as at, ${column} as value from ${table} where ${column} is not null`,
    );
    for (const { at, value } of rows) {
      const now = JSON.stringify(reworded(value, texts));
      if (now !== JSON.stringify(value))
        await client.query(`update ${table} set ${column} = $1::jsonb where ctid = $2::tid`, [now, at]);
    }
  }
}

/** What the people of the sample speak. */
export async function selectSpoken({ db }: RoleScope): Promise<Language | undefined> {
  const row = await db.selectFrom('workspace').select('language').executeTakeFirst();
  return row?.language;
}

/** Whether the sample stands, and under which id. */
export async function selectWorkspaceId({ db }: RoleScope): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select workspace_id as id from auth.only_workspace()`.execute(db);
  return rows[0]?.id;
}

/** The address somebody signs in with. */
export async function selectAddressOf({ db }: RoleScope, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.identity')
    .select('subject')
    .where('issuer', '=', 'email')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.subject;
}
