import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { ProgrammesDeps } from './programmes.deps.ts';
import * as rows from './programmes.queries.ts';
import * as rules from './programmes.rules.ts';

/** A programme and whoever asks for it. */
export interface Found {
  row: rows.ProgrammeRow;
  caller: rows.ProgrammeCaller;
}

/** What decides whether the caller may see a programme. */
export const accessOf = ({ row, caller }: Found, who: Who): rules.Access => ({
  isHost: row.is_host,
  isMember: row.joined_at !== null,
  isInvited: row.is_invited,
  isSteward: who.roles.includes('steward'),
  audience: row.audience,
  unitId: row.unit_id,
  ownUnits: caller.units,
});

async function findAny(scope: Scope, id: string): Promise<Found> {
  const row = await rows.selectProgramme(scope, id);
  const caller = await rows.selectCaller(scope);
  return row && caller ? { row, caller } : fail('not-found');
}

/** A programme as the caller may see it. Fails with `not-found`. */
export async function findProgramme(scope: Scope, who: Who, id: string): Promise<Found> {
  const found = await findAny(scope, id);
  return rules.maySee(accessOf(found, who)) ? found : fail('not-found');
}

/** The same; the word of its link opens it too. Fails with `not-found`. */
export async function findLinked(
  { secrets }: Pick<ProgrammesDeps, 'secrets'>,
  scope: Scope,
  who: Who,
  { id, token }: { id: string; token: string | undefined },
): Promise<Found> {
  const found = await findAny(scope, id);
  const linked = rules.linkedOf(scope.workspaceId, found.row);
  const isLinked = token !== undefined && rules.opens(secrets.derive('programme-link'), token, linked);
  return isLinked || rules.maySee(accessOf(found, who)) ? found : fail('not-found');
}

/** The same for whoever hosts it or is a steward. Fails with `not-found`, `not-allowed`. */
export async function findHosted(scope: Scope, who: Who, id: string): Promise<Found> {
  const found = await findProgramme(scope, who, id);
  return found.row.is_host || who.roles.includes('steward') ? found : fail('not-allowed');
}
