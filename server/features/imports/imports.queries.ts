import { sql } from 'kysely';
import type { Scope } from '#server/platform/database.ts';
import type { Facts } from './imports.rules.ts';

/** Everybody who is here now, with what an import may change. */
export async function selectKnown({ db, workspaceId }: Scope) {
  return db
    .selectFrom('person as p')
    .leftJoin('site as s', (join) => join.onRef('s.workspace_id', '=', 'p.workspace_id').onRef('s.site_id', '=', 'p.site_id'))
    .leftJoin('role_grant as g', (join) => join.onRef('g.workspace_id', '=', 'p.workspace_id').onRef('g.person_id', '=', 'p.person_id').on('g.role', '=', 'steward'))
    .select([
      'p.person_id', 'p.external_id', 'p.email', 'p.name', 'p.title', 'p.unit_id', 'p.manager_id', 'p.level', 'p.joined_on', 'p.away_until',
      'p.timezone', 'p.groups', 'p.source', 's.name as site', 'g.role',
    ])
    .where('p.workspace_id', '=', workspaceId)
    .where('p.status', 'in', ['active', 'away'])
    .orderBy('p.person_id')
    .execute();
}

export async function selectUnits({ db, workspaceId }: Scope) {
  return db.selectFrom('unit').select(['unit_id', 'parent_id', 'name']).where('workspace_id', '=', workspaceId).execute();
}

export async function selectSites({ db, workspaceId }: Scope) {
  return db.selectFrom('site').select(['site_id', 'name']).where('workspace_id', '=', workspaceId).execute();
}

export async function insertUnit({ db, workspaceId }: Scope, unit: { unit_id: string; parent_id: string | null; name: string }) {
  await db.insertInto('unit').values({ ...unit, workspace_id: workspaceId, origin: null }).execute();
}

export async function insertSite({ db, workspaceId }: Scope, site: { site_id: string; name: string }) {
  await db.insertInto('site').values({ ...site, workspace_id: workspaceId, timezone: null }).execute();
}

/** One person's columns, as a file gives them; ids of unit and site are resolved. */
export interface PersonColumns extends Omit<Facts, 'unit' | 'site'> {
  id: string;
  searchText: string;
  unitId: string | null;
  siteId: string | null;
}

const columnsOf = (person: PersonColumns) => ({
  external_id: person.externalId,
  email: person.email,
  name: person.name,
  title: person.title,
  search_text: person.searchText,
  unit_id: person.unitId,
  site_id: person.siteId,
  level: person.level || null,
  joined_on: person.joinedOn || null,
  timezone: person.timezone || null,
  groups: person.groups,
  away_until: person.awayUntil || null,
});

/** Adds people in one statement; managers follow when everybody is there. */
export async function insertPeople({ db, workspaceId }: Scope, people: readonly PersonColumns[], now: Date) {
  if (people.length === 0) return;
  await db
    .insertInto('person')
    .values(people.map((person) => ({ ...columnsOf(person), workspace_id: workspaceId, person_id: person.id, source: 'import' as const, created_at: now })))
    .execute();
}

export async function updatePerson({ db, workspaceId }: Scope, person: PersonColumns) {
  await db.updateTable('person').set(columnsOf(person)).where('workspace_id', '=', workspaceId).where('person_id', '=', person.id).execute();
}

/** Sets managers of many people at once. */
export async function setManagers({ db, workspaceId }: Scope, pairs: readonly { id: string; managerId: string | null }[]) {
  if (pairs.length === 0) return;
  const ids = pairs.map(({ id }) => id);
  const managers = pairs.map(({ managerId }) => managerId);
  await sql`update person p set manager_id = m.manager_id
    from unnest(${ids}::uuid[], ${managers}::uuid[]) as m (person_id, manager_id)
    where p.workspace_id = ${workspaceId} and p.person_id = m.person_id`.execute(db);
}

/** What a file said of languages and interests; nothing of it is shown until the person chooses so. */
export async function insertProfiles({ db, workspaceId }: Scope, rows: readonly { id: string; languages: string[]; interests: string[] }[]) {
  if (rows.length === 0) return;
  await db
    .insertInto('profile')
    .values(rows.map(({ id, languages, interests }) => ({ workspace_id: workspaceId, person_id: id, languages, interests })))
    .execute();
}

/** Lets people sign in by their addresses; returns those whose address is somebody else's already. */
export async function insertIdentities({ db, workspaceId }: Scope, people: readonly { id: string; email: string }[]): Promise<string[]> {
  if (people.length === 0) return [];
  const added = await db
    .insertInto('auth.identity')
    .values(people.map(({ id, email }) => ({ issuer: 'email' as const, subject: email, workspace_id: workspaceId, person_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('subject')
    .execute();
  const taken = new Set(added.map(({ subject }) => subject));
  return people.filter(({ email }) => !taken.has(email)).map(({ email }) => email);
}

export async function deleteEmailIdentity({ db, workspaceId }: Scope, personId: string) {
  await db.deleteFrom('auth.identity').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('issuer', '=', 'email').execute();
}

/** Ends sign-in and marks people as leaving, in this transaction. */
export async function markLeaving({ db, workspaceId }: Scope, ids: readonly string[], day: string) {
  if (ids.length === 0) return;
  await db.updateTable('person').set({ status: 'leaving', left_on: day }).where('workspace_id', '=', workspaceId).where('person_id', 'in', [...ids]).execute();
  await sql`select auth.end_sign_in(id) from unnest(${[...ids]}::uuid[]) as id`.execute(db);
}

export async function markActive({ db, workspaceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return;
  await db.updateTable('person').set({ status: 'active', left_on: null }).where('workspace_id', '=', workspaceId).where('person_id', 'in', [...ids]).execute();
}

/** Those of `ids` who have signed in by now. */
export async function selectSignedIn({ db, workspaceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db.selectFrom('auth.identity').select('person_id').where('workspace_id', '=', workspaceId).where('issuer', '=', 'user').where('person_id', 'in', [...ids]).execute();
}

/** Takes people out again whom an import had added. */
export async function deletePeople({ db, workspaceId }: Scope, ids: readonly string[]) {
  if (ids.length === 0) return;
  await db.deleteFrom('auth.identity').where('workspace_id', '=', workspaceId).where('person_id', 'in', [...ids]).execute();
  await db.updateTable('person').set({ manager_id: null }).where('workspace_id', '=', workspaceId).where('manager_id', 'in', [...ids]).execute();
  await db.deleteFrom('person').where('workspace_id', '=', workspaceId).where('person_id', 'in', [...ids]).execute();
}

export async function insertRun({ db, workspaceId, personId }: Scope, run: { id: string; at: Date; isComplete: boolean; plan: string }) {
  await db
    .insertInto('import_run')
    .values({ workspace_id: workspaceId, import_id: run.id, made_by: personId, made_at: run.at, status: 'preview', complete: run.isComplete, plan: run.plan })
    .execute();
}

/** A run, held until the transaction ends. */
export async function selectRun({ db, workspaceId }: Scope, id: string) {
  return db.selectFrom('import_run').selectAll().where('workspace_id', '=', workspaceId).where('import_id', '=', id).forUpdate().executeTakeFirst();
}

export async function selectRuns({ db, workspaceId }: Scope) {
  return db
    .selectFrom('import_run')
    .select(['import_id', 'status', 'applied_at', 'undo'])
    .where('workspace_id', '=', workspaceId)
    .where('status', '!=', 'preview')
    .orderBy('applied_at', 'desc')
    .limit(50)
    .execute();
}

export async function updateRun({ db, workspaceId }: Scope, id: string, change: { status: 'applied' | 'undone'; undo?: string; applied_at?: Date }) {
  await db.updateTable('import_run').set(change).where('workspace_id', '=', workspaceId).where('import_id', '=', id).execute();
}

/** One import at a time in a workspace, until the transaction ends. */
export async function holdImports({ db, workspaceId }: Scope) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${workspaceId}`}, 0))`.execute(db);
}
