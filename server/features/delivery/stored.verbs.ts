import type { ExportPart } from '#server/features/records/records.ts';
import type { Scope } from '#server/platform/database.ts';
import { selectMyMessages, selectOffSince } from './delivery.queries.ts';

/** Since when the caller wants no mail. */
export async function exportMailChoice(scope: Scope): Promise<ExportPart> {
  const row = await selectOffSince(scope, scope.workspaceId, scope.personId);
  return { json: { mailOffSince: row?.off_since ?? null } };
}

/** What the caller was told. */
export async function exportMessages(scope: Scope): Promise<ExportPart> {
  return { json: { messages: await selectMyMessages(scope) } };
}
