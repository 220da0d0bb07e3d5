import { among, type RoleScope, type Scope } from '#server/platform/database.ts';

/** Remembers for the caller and each of the others that they met; the same introduction counts once a pair. */
export async function insertMoments(
  { db, workspaceId, personId }: Scope,
  moment: { introductionId: string; otherIds: readonly string[]; day: string },
) {
  const row = {
    workspace_id: workspaceId,
    moment_id: moment.introductionId,
    kind: 'met' as const,
    introduction_id: moment.introductionId,
    happened_on: moment.day,
  };
  await db
    .insertInto('moment')
    .values(
      moment.otherIds.flatMap((otherId) => [
        { ...row, person_id: personId, other_id: otherId },
        { ...row, person_id: otherId, other_id: personId },
      ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back, for the caller and each of the others, that an introduction led to a meeting. */
export async function deleteMoments(
  { db, workspaceId, personId }: Scope,
  introductionId: string,
  otherIds: readonly string[],
) {
  await db
    .deleteFrom('moment')
    .where('workspace_id', '=', workspaceId)
    .where('moment_id', '=', introductionId)
    .where((eb) =>
      eb.or([
        eb.and([eb('person_id', '=', personId), eb('other_id', '=', among(otherIds))]),
        eb.and([eb('other_id', '=', personId), eb('person_id', '=', among(otherIds))]),
      ]),
    )
    .execute();
}

/** Who said that they met; the background alone sees others' answers. */
export async function selectSaidMet({ db }: RoleScope, workspaceId: string, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('introduction_member')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('introduction_id', '=', id)
    .where('answer', '=', 'met')
    .execute();
  return rows.map(({ person_id }) => person_id);
}
