import pg from 'pg';
import type { RoleScope } from '#server/platform/database.ts';
import type { Organisation } from './organisation/organisation.ts';

// Filling twice at once would fail half-way; whoever comes second waits.
const LOCK = 4_020_240;

/** One table's rows in one statement; `json` keeps lists and dates as they are. */
async function fillTable(client: pg.Client, name: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (!columns) return;
  await client.query(
    `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Never empties a database in which another organisation lives; forced row-level security would hide it from the owner. */
async function assertOwn(client: pg.Client, workspaceId: string): Promise<void> {
  await client.query('set local role app_maintenance');
  const others = await client.query('select 1 from workspace where workspace_id <> $1 limit 1', [workspaceId]);
  if (others.rowCount) throw new Error("This database is not the sample organisation's own.");
  await client.query('reset role');
}

/** Takes everything away but counters of limits, so that beginning anew is no way round them. */
async function empty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ names: string }>(`
    select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
    where schemaname in ('public', 'auth') and tablename not in ('migration', 'limit_count')`);
  await client.query(`truncate ${rows[0]?.names ?? ''}`);
}

/** Fills the sample's own database where it is empty, or anew; true where it did. Its owner alone may. */
export async function fill(ownerUrl: string, make: () => Organisation, isAnew: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const made = make();
    await assertOwn(client, made.workspaceId);
    if (isAnew) await empty(client);
    await client.query('set local role app_maintenance');
    const known = await client.query('select 1 from workspace limit 1');
    if (known.rowCount) return false;
    for (const { name, rows } of made.tables) await fillTable(client, name, rows);
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}

/** Whether the sample stands, and under which id. */
export async function selectWorkspaceId({ db }: RoleScope): Promise<string | undefined> {
  return (await db.selectFrom('workspace').select('workspace_id').executeTakeFirst())?.workspace_id;
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
