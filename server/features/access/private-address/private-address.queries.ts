import type { Scope } from '#server/platform/database.ts';

/** The address that the caller may still use while leaving. */
export async function selectPrivateAddress({ db, workspaceId, personId }: Scope) {
  return db
    .selectFrom('private_address')
    .select('email')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function putPrivateAddress({ db, workspaceId, personId }: Scope, email: string) {
  await db
    .insertInto('private_address')
    .values({ workspace_id: workspaceId, person_id: personId, email })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet({ email }))
    .execute();
}

export async function deletePrivateAddress({ db, workspaceId, personId }: Scope) {
  await db
    .deleteFrom('private_address')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .execute();
}
