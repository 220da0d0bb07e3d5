import type { ExportPart } from '#server/features/records/records.ts';
import type { Scope } from '#server/platform/database.ts';
import { selectBlockedNames, selectMyLimits } from './stored.queries.ts';

/** The caller's own limits, and whom they blocked; never who blocked them. */
export async function exportLimits(scope: Scope): Promise<ExportPart> {
  const boundaries = (await selectMyLimits(scope)) ?? null;
  const blocked = await selectBlockedNames(scope);
  return { json: { boundaries, blocked: blocked.map(({ name }) => name) } };
}
