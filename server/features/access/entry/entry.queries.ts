import type { RoleScope, Scope } from '#server/platform/database.ts';

/** Who invites to which organisation, and the language they would write in. */
export async function selectInviting({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('workspace as w')
    .innerJoin('person as p', 'p.workspace_id', 'w.workspace_id')
    .select([
      'p.name as inviter',
      'w.name as workspace',
      (eb) => eb.fn.coalesce('p.language', 'w.language').as('language'),
    ])
    .where('w.workspace_id', '=', workspaceId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst();
}

/** Whether a unit is one of this workspace. */
export async function isUnit({ db }: RoleScope, workspaceId: string, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('unit')
    .select('unit_id')
    .where('workspace_id', '=', workspaceId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A join link that still holds, with its unit where that still stands. */
export async function selectLink({ db }: RoleScope, workspaceId: string, tokenHash: string, now: Date) {
  return db
    .selectFrom('join_link as l')
    .innerJoin('workspace as w', 'w.workspace_id', 'l.workspace_id')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'l.workspace_id').onRef('u.unit_id', '=', 'l.unit_id'),
    )
    .select(['l.domain', 'l.created_by as madeBy', 'w.name', 'w.language', 'u.unit_id as unitId'])
    .where('l.workspace_id', '=', workspaceId)
    .where('l.token_hash', '=', tokenHash)
    .where('l.ended_at', 'is', null)
    .where('l.expires_at', '>', now)
    .executeTakeFirst();
}

export interface JoinLinkRow {
  id: string;
  domain: string;
  unitName: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export async function selectLinks({ db, workspaceId }: Scope, now: Date): Promise<JoinLinkRow[]> {
  return db
    .selectFrom('join_link as l')
    .leftJoin('unit as u', (join) =>
      join.onRef('u.workspace_id', '=', 'l.workspace_id').onRef('u.unit_id', '=', 'l.unit_id'),
    )
    .select(['l.join_link_id as id', 'l.domain', 'u.name as unitName'])
    .select(['l.created_at as createdAt', 'l.expires_at as expiresAt'])
    .where('l.workspace_id', '=', workspaceId)
    .where('l.ended_at', 'is', null)
    .where('l.expires_at', '>', now)
    .orderBy('l.created_at', 'desc')
    .execute();
}

export async function insertLink(
  { db, workspaceId, personId }: Scope,
  link: { id: string; tokenHash: string; domain: string; unitId: string | null; now: Date; until: Date },
) {
  await db
    .insertInto('join_link')
    .values({
      workspace_id: workspaceId,
      join_link_id: link.id,
      token_hash: link.tokenHash,
      domain: link.domain,
      unit_id: link.unitId,
      created_by: personId,
      created_at: link.now,
      expires_at: link.until,
    })
    .execute();
}

/** Ends a link; false where there is none that holds. */
export async function endLink({ db, workspaceId }: Scope, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('join_link')
    .set({ ended_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('join_link_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
