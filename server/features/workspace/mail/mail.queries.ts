import { type Insertable, sql } from 'kysely';
import type { Tables } from '#server/migrations/tables.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';

/** How mail leaves, and why that did not serve last. */
export async function selectMail({ db }: RoleScope, workspaceId: string) {
  return db
    .selectFrom('workspace')
    .select(['mail', 'mail_trouble'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

/** The same, while changes of it and of roles wait for this transaction. */
export async function holdMail({ db, workspaceId }: Scope) {
  return db
    .selectFrom('workspace')
    .select(['mail'])
    .where('workspace_id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateMail({ db, workspaceId }: Scope, mail: string | null) {
  await db.updateTable('workspace').set({ mail, mail_trouble: null }).where('workspace_id', '=', workspaceId).execute();
}

export async function updateTrouble({ db }: RoleScope, workspaceId: string, trouble: string | null) {
  await db.updateTable('workspace').set({ mail_trouble: trouble }).where('workspace_id', '=', workspaceId).execute();
}

/** Stewards and the confirmed works council who are here. */
export async function selectTrusted({ db, workspaceId }: Scope) {
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'g.workspace_id').onRef('p.person_id', '=', 'g.person_id'),
    )
    .select(['g.person_id', 'g.role', 'g.given_by', 'g.given_at', 'p.name'])
    .where('g.workspace_id', '=', workspaceId)
    .where('p.status', 'in', ['active', 'away'])
    .where((eb) => eb.or([eb('g.role', '=', 'steward'), eb('g.confirmed_by', 'is not', null)]))
    .orderBy('p.name')
    .execute();
}

/**
 * Stewards who may confirm a proposal: stewards and signed in before it, and not of the proposer's making of the last month;
 * whoever made one of them a steward in that time is one still.
 */
export async function selectConfirmers(
  { db, workspaceId }: Scope,
  { by, at }: { by: string; at: Date },
  now: Date,
): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select p.person_id as "personId", p.name from role_grant g
      join person p on p.workspace_id = g.workspace_id and p.person_id = g.person_id
    where g.workspace_id = ${workspaceId}::uuid and g.role = 'steward' and g.given_at <= ${at}
      and (g.given_by = g.person_id or g.given_at <= ${now}::timestamptz - interval '30 days' or exists (
        select 1 from role_grant m where m.workspace_id = g.workspace_id and m.person_id = g.given_by and m.role = 'steward'))
      and is_second_person(g.person_id, ${by}::uuid, ${at}, ${by}::uuid, ${now})
    order by p.name`.execute(db);
  return rows;
}

/** Who here has ever signed in. */
export async function selectSignedIn({ db, workspaceId }: Scope): Promise<Set<string>> {
  const rows = await db
    .selectFrom('auth.identity')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('issuer', '=', 'user')
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

/** Whoever set the organisation up, if they are still here. */
export async function selectFounder({ db, workspaceId }: Scope) {
  const row = await db
    .selectFrom('person')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', 'setup')
    .executeTakeFirst();
  return row?.person_id;
}

/** Whether anybody was ever deleted here: they may have signed in before. */
export async function hasErasures({ db, workspaceId }: Scope): Promise<boolean> {
  const row = await db
    .selectFrom('erasure')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ProposalRow {
  proposal_id: string;
  proposed_by: string;
  proposed_at: Date;
  settings: unknown;
  failures: number;
  /** Of who proposed it. */
  name: string;
}

export async function selectProposal({ db, workspaceId }: Scope): Promise<ProposalRow | undefined> {
  return db
    .selectFrom('mail_proposal as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 'm.workspace_id').onRef('p.person_id', '=', 'm.proposed_by'),
    )
    .selectAll('m')
    .select('p.name')
    .where('m.workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

/** A proposal in the place of any other. */
export async function replaceProposal(scope: Scope, row: Omit<Insertable<Tables['mail_proposal']>, 'workspace_id'>) {
  await deleteProposal(scope);
  await scope.db
    .insertInto('mail_proposal')
    .values({ ...row, workspace_id: scope.workspaceId })
    .execute();
}

export async function deleteProposal({ db, workspaceId }: Scope) {
  await db.deleteFrom('mail_proposal').where('workspace_id', '=', workspaceId).execute();
}

export async function countFailure({ db, workspaceId }: Scope) {
  await db
    .updateTable('mail_proposal')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .execute();
}

/** Forgets a proposal that nobody confirmed in time. */
export async function deleteLapsed({ db }: RoleScope, workspaceId: string, before: Date) {
  await db
    .deleteFrom('mail_proposal')
    .where('workspace_id', '=', workspaceId)
    .where('proposed_at', '<', before)
    .execute();
}
