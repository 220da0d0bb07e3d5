import type { GivenOut } from '#server/features/records/records.ts';
import type { Scope } from '#server/platform/database.ts';
import { selectMyMessages, selectOffSince } from './delivery.queries.ts';

/** Since when the caller wants no mail. */
export async function giveOutMailChoice(scope: Scope): Promise<GivenOut> {
  const row = await selectOffSince(scope, scope.workspaceId, scope.personId);
  return { json: { mailOffSince: row?.off_since ?? null } };
}

/** What the caller was told. */
export async function giveOutMessages(scope: Scope): Promise<GivenOut> {
  return { json: { messages: await selectMyMessages(scope) } };
}
