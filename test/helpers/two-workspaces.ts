import { randomUUID } from 'node:crypto';
import type { World } from './world.ts';

/** One of two workspaces that hold a row in every table; each of its words contains `mark`. */
export interface Filled {
  workspaceId: string;
  personId: string;
  mark: string;
}

interface Column {
  column: string;
  type: string;
}

const SPECIAL: Record<string, string> = { role: 'steward', status: 'active', timezone: 'Europe/Lisbon' };

function wordFor({ column, type }: Column, { workspaceId, personId, mark }: Filled): unknown {
  if (column === 'workspace_id') return workspaceId;
  if (type === 'uuid') return personId;
  if (type === 'uuid[]') return [personId];
  if (type.endsWith('[]')) return type === 'text[]' ? [mark] : [1];
  if (type === 'jsonb') return JSON.stringify({ mark, personId });
  if (type === 'boolean') return true;
  if (type === 'date') return '2026-11-23';
  if (type.startsWith('timestamp')) return new Date('2027-11-23T09:00:00Z');
  if (type === 'bytea') return Buffer.from(mark);
  return type === 'text' ? (SPECIAL[column] ?? mark) : 1;
}

/** Every table of a schema with its columns, as the catalogue has them. */
export async function tablesOf({ owner }: World): Promise<Map<string, Column[]>> {
  const { rows } = await owner.query<Column & { at: string }>(`
    select c.oid::regclass::text as at, a.attname as column, format_type(a.atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and c.relname <> 'migration'
    order by 1, a.attnum`);
  return Map.groupBy(rows, ({ at }) => at);
}

/** Puts one row into every table for each of two workspaces, whatever a later version adds. */
export async function fillTwo(world: World): Promise<[Filled, Filled]> {
  const { owner } = world;
  const filled = ['first', 'other'].map((name): Filled => {
    const id = randomUUID();
    return { workspaceId: randomUUID(), personId: id, mark: `mark-of-${name}-${id.slice(0, 8)}` };
  }) as [Filled, Filled];
  const { rows } = await owner.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
    where contype = 'c' and connamespace in ('public'::regnamespace, 'auth'::regnamespace)`);
  for (const { drop } of rows) await owner.query(drop);
  await owner.query('truncate workspace cascade; set session_replication_role = replica');
  for (const [table, columns] of await tablesOf(world)) {
    const names = columns.map(({ column }) => `"${column}"`).join(', ');
    const places = columns.map((_, place) => `$${place + 1}`).join(', ');
    for (const of of filled)
      await owner.query(
        `insert into ${table} (${names}) values (${places})`,
        columns.map((column) => wordFor(column, of)),
      );
  }
  await owner.query('set session_replication_role = origin; analyze');
  return filled;
}

/** All rows of one workspace, as one text: equal where nobody changed them. */
export async function contentOf(world: World, { workspaceId }: Filled): Promise<string> {
  const parts: string[] = [];
  for (const [table, columns] of await tablesOf(world)) {
    if (!columns.some(({ column }) => column === 'workspace_id')) continue;
    const { rows } = await world.owner.query<{ text: string | null }>(
      `select string_agg(t::text, ' ' order by t::text) as text from ${table} t where workspace_id = $1`,
      [workspaceId],
    );
    parts.push(`${table} ${rows[0]?.text ?? ''}`);
  }
  return parts.join('\n');
}
