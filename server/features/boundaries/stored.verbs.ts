import type { GivenOut } from '#server/features/records/records.ts';
import type { Scope } from '#server/platform/database.ts';
import { selectBlockedNames, selectMyLimits } from './stored.queries.ts';

/** The caller's own limits, and whom they blocked; never who blocked them. */
export async function giveOutLimits(scope: Scope): Promise<GivenOut> {
  const boundaries = (await selectMyLimits(scope)) ?? null;
  const blocked = await selectBlockedNames(scope);
  return { json: { boundaries, blocked: blocked.map(({ name }) => name) } };
}
