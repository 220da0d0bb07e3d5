import { sql, type Updateable } from 'kysely';
import type { NameFrom, Tables } from '#server/migrations/tables.ts';
import type { Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';

export interface EntryRow {
  name: string;
  title: string;
  nameFrom: NameFrom;
  unitId: string | null;
  unit: string | null;
  unitSaid: boolean;
  siteId: string | null;
  site: string | null;
  siteSaid: boolean;
  stewards: string[];
  /** Whether a directory file was read here. */
  hasDirectory: boolean;
}

/** Who and where the caller is, and whose word that is. */
export async function selectEntry({ db, workspaceId, personId }: Scope): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`
    select p.name, p.title, p.name_from as "nameFrom", p.unit_id as "unitId", u.name as unit, p.unit_said as "unitSaid",
      p.site_id as "siteId", s.name as site, p.site_said as "siteSaid",
      array(select o.name from role_grant g join person o on o.workspace_id = g.workspace_id and o.person_id = g.person_id
        where g.workspace_id = p.workspace_id and g.role = 'steward' and o.status in ('active', 'away') order by o.search_text limit 5) as stewards,
      exists (select 1 from person o where o.workspace_id = p.workspace_id and o.source in ('import', 'scim')) as "hasDirectory"
    from person p
    left join unit u on u.workspace_id = p.workspace_id and u.unit_id = p.unit_id
    left join site s on s.workspace_id = p.workspace_id and s.site_id = p.site_id
    where p.workspace_id = ${workspaceId}::uuid and p.person_id = ${personId}::uuid`.execute(db);
  return rows[0];
}

export async function updateEntry({ db, workspaceId, personId }: Scope, values: Updateable<Tables['person']>) {
  if (changesNothing(values)) return;
  await db
    .updateTable('person')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
}

/** Adds interests that everyone may see to what the caller says of themselves. */
export async function selectInterests({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('profile')
    .select(['interests', 'shows'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function upsertInterests(
  { db, workspaceId, personId }: Scope,
  values: { interests: string[]; shows: string[] },
) {
  await db
    .insertInto('profile')
    .values({ workspace_id: workspaceId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(values))
    .execute();
}
