import type { StoredTable } from '#contract/records.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RecordsDeps } from './records.deps.ts';
import { countMine } from './records.queries.ts';
import { registerOf } from './records.rules.ts';

export async function listAboutMe(deps: RecordsDeps, who: Who): Promise<{ tables: StoredTable[] }> {
  const counts = await countRows(deps, who);
  const tables = Object.entries(registerOf(deps.stored)).map(
    ([table, { title, purpose, basis, retention, readers, columns }]) => ({
      table,
      title,
      purpose,
      basis,
      retention,
      readers,
      rows: counts.get(table) ?? null,
      columns: Object.entries(columns).map(([column, what]) => ({ column, what })),
    }),
  );
  return { tables };
}

/** Rows about the caller by table; a table that is about nobody, or would tell of others, is left out. */
async function countRows(deps: RecordsDeps, who: Who): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const me = await deps.db.asPerson(who, async (scope) => {
    for (const [table, { about, by }] of Object.entries(registerOf(deps.stored)))
      if (about === 'mine') counts.set(table, await countMine(scope, table, by ?? []));
    return deps.myself(scope);
  });
  for (const part of deps.stored)
    for (const [table, count] of Object.entries((await part.count?.(who, me?.email ?? null)) ?? {}))
      counts.set(table, count);
  return counts;
}
