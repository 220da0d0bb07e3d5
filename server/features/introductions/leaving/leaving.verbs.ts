import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { endRhythmsWith } from '../again/again.verbs.ts';
import { findIntroduction } from '../find-introduction.ts';
import { endHellosBetween } from '../hellos/hellos.verbs.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import {
  type IntroductionRow,
  lockIntroduction,
  selectIntroductions,
  selectMetDays,
} from '../introductions.queries.ts';
import { leaveIntroduction } from './leave-introduction.ts';
import { selectDeparted } from './leaving.queries.ts';

type Deps = Omit<IntroductionsDeps, 'secrets' | 'skip'>;

export function swapIntroduction(deps: Deps, who: Who, id: string): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    await lockIntroduction(scope, id);
    const { row, summary } = await findIntroduction(deps, scope, id);
    if (row.has_swapped) fail('introductions.swap-used');
    if (!summary.maySwap) fail('introductions.ended');
    await leaveIntroduction(deps, scope, id, { isSwap: true });
  });
}

/** Leaves what runs for the caller: neither ended before nor led to a meeting. */
async function leaveRunning(deps: Deps, scope: Scope, isMeant: (row: IntroductionRow) => boolean): Promise<void> {
  const found = await selectIntroductions(scope);
  const met = await selectMetDays(
    scope,
    found.map((row) => row.introduction_id),
  );
  const running = found.filter(
    (row) => row.ended_at === null && !met.has(row.introduction_id) && !row.left_ids.includes(scope.personId),
  );
  // Always in this order, so that two people who leave at once never wait for each other.
  const ids = running.filter(isMeant).map((row) => row.introduction_id);
  for (const id of ids.sort()) await leaveIntroduction(deps, scope, id);
}

export async function endBetween(deps: Deps, scope: Scope, otherId: string): Promise<void> {
  await endHellosBetween(deps, scope, otherId);
  await endRhythmsWith(deps, scope, otherId);
  await leaveRunning(deps, scope, (row) => row.member_ids.includes(otherId) && !row.left_ids.includes(otherId));
}

export const endAll = (deps: Deps, scope: Scope): Promise<void> => leaveRunning(deps, scope, () => true);

export const leaveProgramme = (deps: Deps, scope: Scope, programmeId: string): Promise<void> =>
  leaveRunning(deps, scope, (row) => row.programme_id === programmeId);

export async function endDeparted(deps: Deps, workspaceId?: string): Promise<number> {
  const { db } = deps;
  const workspaces = workspaceId === undefined ? await db.workspaces() : [{ workspaceId }];
  let ended = 0;
  for (const workspace of workspaces) {
    const departed = await db.asJobs('departures', workspace.workspaceId, selectDeparted);
    // By the way of a pause, so that nothing tells the one from the other.
    for (const ids of departed) await db.asPerson(ids, (scope) => endAll(deps, scope));
    ended += departed.length;
  }
  return ended;
}
