import { type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import type { Tie } from '#contract/people.ts';
import type { Tables } from '#server/migrations/tables.ts';
import { among, type Scope } from '#server/platform/database.ts';
import { changesNothing } from '#server/platform/patch.ts';
import type { PeopleAtSite } from './people.rules.ts';

/** Filters by the names that the search functions of the schema know. */
export interface Filters {
  unit?: string;
  site?: string;
  language?: string;
  interest?: string;
  level?: string;
}

interface Hit {
  person_id: string;
  search_text: string;
  found: string;
}

/** A page of the directory by name, after a name and id. */
export async function browse(
  { db }: Scope,
  filters: Filters,
  page: { after: string; id: string; most: number },
): Promise<Hit[]> {
  const { rows } =
    await sql<Hit>`select * from browse_people(${JSON.stringify(filters)}::jsonb, ${page.after}, ${page.id}, ${page.most})`.execute(
      db,
    );
  return rows;
}

/** A page of ranked hits for folded text. */
export async function ranked(
  { db }: Scope,
  wanted: string,
  filters: Filters,
  page: { skip: number; most: number },
): Promise<Hit[]> {
  const { rows } =
    await sql<Hit>`select * from search_people(${wanted}, ${JSON.stringify(filters)}::jsonb, ${page.skip}, ${page.most})`.execute(
      db,
    );
  return rows;
}

/** Whom somebody works with, closest first. */
export async function selectTies({ db }: Scope, personId: string, most: number) {
  const { rows } = await sql<{
    person_id: string;
    tie: Tie;
    shared_group: string | null;
  }>`select * from works_with(${personId}, ${most})`.execute(db);
  return rows;
}

const cards = ({ db, workspaceId }: Scope) =>
  db
    .selectFrom('person as p')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'p.workspace_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .leftJoin('site as s', (join) =>
      join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'),
    )
    .leftJoin('photo as f', (join) =>
      join.onRef('f.workspace_id', '=', 'p.workspace_id').onRef('f.person_id', '=', 'p.person_id'),
    )
    .where('p.workspace_id', '=', workspaceId)
    .select(['p.person_id', 'p.name', 'p.title', 'u.name as unit', 's.name as site', 'f.version']);

export interface CardRow {
  person_id: string;
  name: string;
  title: string;
  unit: string | null;
  site: string | null;
  version: string | null;
}

/** Cards of people, in no order; a photo that is veiled from me is absent. */
export async function selectCards(scope: Scope, personIds: readonly string[]): Promise<CardRow[]> {
  if (personIds.length === 0) return [];
  return cards(scope).where('p.person_id', '=', among(personIds)).execute();
}

/** What people say of themselves where they show it, by id. */
export async function selectLines({ db, workspaceId }: Scope, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('profile')
    .select(['person_id', 'about'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', among(personIds))
    .where(sql<boolean>`'about' = any (shows)`)
    .execute();
}

/** One person as the directory knows them, with all time zones that could count. */
export async function selectPerson(scope: Scope, personId: string) {
  return cards(scope)
    .innerJoin('workspace as w', 'w.workspace_id', 'p.workspace_id')
    .select(['p.status', 'p.level', 'p.joined_on', 'p.manager_id', 'p.unit_id', 'p.language', 'p.timezone'])
    .select(['s.timezone as site_timezone', 'w.timezone as workspace_timezone'])
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

export type ProfileRow = Omit<
  Selectable<Tables['profile']>,
  'workspace_id' | 'person_id' | 'shown_words' | 'shown_text'
>;

/** A profile, unless it is veiled from me. */
export async function selectProfile({ db, workspaceId }: Scope, personId: string): Promise<ProfileRow | undefined> {
  return db
    .selectFrom('profile')
    .select([
      'about',
      'talents',
      'passions',
      'ask_me_about',
      'interests',
      'languages',
      'hours_from',
      'hours_to',
      'office_days',
      'shows',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** A unit and those above it, the root first. */
export async function selectUnitPath({ db, workspaceId }: Scope, unitId: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive up as (
      select unit_id, parent_id, name, 0 as height from unit where workspace_id = ${workspaceId} and unit_id = ${unitId}
      union all select u.unit_id, u.parent_id, u.name, up.height + 1 from unit u join up on u.unit_id = up.parent_id
        where u.workspace_id = ${workspaceId} and up.height < 20
    ) select unit_id as id, name from up order by height desc`.execute(db);
  return rows;
}

export async function selectUnits({ db, workspaceId }: Scope) {
  return db
    .selectFrom('unit')
    .select(['unit_id as id', 'parent_id as parentId', 'name', 'origin'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .execute();
}

/** How many people each unit holds directly, site by site. */
export async function selectUnitCounts({ db, workspaceId }: Scope): Promise<Map<string, PeopleAtSite[]>> {
  const { rows } = await sql<PeopleAtSite & { unitId: string }>`
    select p.unit_id as "unitId", s.name as site, count(*)::int as people from person p
    left join site s on s.workspace_id = p.workspace_id and s.site_id = p.site_id
    where p.workspace_id = ${workspaceId}::uuid and p.status in ('active', 'away') and p.unit_id is not null
    group by p.unit_id, s.name`.execute(db);
  return Map.groupBy(rows, ({ unitId }) => unitId);
}

export async function selectSites({ db, workspaceId }: Scope) {
  return db
    .selectFrom('site')
    .select(['site_id as id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .execute();
}

/** The levels that occur, from one to the next along the index: there are few, and many people. */
export async function selectLevels({ db, workspaceId }: Scope): Promise<string[]> {
  const next = (after: RawBuilder<unknown>) => sql`
    select p.level from person p
    where p.workspace_id = ${workspaceId} and p.level ${after} and p.status in ('active', 'away')
    order by p.level limit 1`;
  const { rows } = await sql<{ level: string }>`
    with recursive found as (
      (${next(sql`is not null`)})
      union all
      select (${next(sql`> found.level`)}) from found where found.level is not null
    )
    select level from found where level is not null limit 100`.execute(db);
  return rows.map(({ level }) => level);
}

export async function updatePerson({ db, workspaceId, personId }: Scope, values: Updateable<Tables['person']>) {
  if (changesNothing(values)) return;
  await db
    .updateTable('person')
    .set(values)
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
}

export async function upsertProfile(
  { db, workspaceId, personId }: Scope,
  values: Omit<Updateable<Tables['profile']>, 'workspace_id' | 'person_id'>,
) {
  await db
    .insertInto('profile')
    .values({ workspace_id: workspaceId, person_id: personId, ...values })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'person_id']).doUpdateSet({ person_id: personId, ...values }),
    )
    .execute();
}

export async function upsertPhoto(
  { db, workspaceId, personId }: Scope,
  photo: { version: string; media_type: string; bytes: Buffer },
) {
  await db
    .insertInto('photo')
    .values({ workspace_id: workspaceId, person_id: personId, ...photo })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(photo))
    .execute();
}

export async function deletePhoto({ db, workspaceId, personId }: Scope) {
  await db.deleteFrom('photo').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).execute();
}

/** A photo of somebody who has not left, unless it is veiled from me. */
export async function selectPhoto({ db, workspaceId }: Scope, personId: string) {
  return db
    .selectFrom('photo as f')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'f.workspace_id').onRef('p.person_id', '=', 'f.person_id'),
    )
    .select(['f.media_type', 'f.bytes'])
    .where('f.workspace_id', '=', workspaceId)
    .where('f.person_id', '=', personId)
    .where('p.status', '!=', 'leaving')
    .executeTakeFirst();
}
