import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';

/** Ids of people by address or external id, folded. */
export async function selectPeopleByKey(
  { db, workspaceId }: Scope,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'email', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      eb.or([
        eb(eb.fn<string>('lower', ['email']), '=', sql<string>`any(${[...keys]}::text[])`),
        eb(eb.fn<string>('lower', ['external_id']), '=', sql<string>`any(${[...keys]}::text[])`),
      ]),
    )
    .execute();
  return new Map(
    rows.flatMap((row): [string, string][] => [
      ...(row.external_id ? [[row.external_id.toLowerCase(), row.person_id] as [string, string]] : []),
      [row.email.toLowerCase(), row.person_id],
    ]),
  );
}

export async function insertPastPairs(
  { db, workspaceId }: Scope,
  programmeId: string,
  pairs: readonly { a: string; b: string; on: string }[],
) {
  for (let start = 0; start < pairs.length; start += 5000) {
    await db
      .insertInto('past_pairing')
      .values(
        pairs.slice(start, start + 5000).map(({ a, b, on }) => ({
          workspace_id: workspaceId,
          programme_id: programmeId,
          a_id: a,
          b_id: b,
          met_on: on,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
