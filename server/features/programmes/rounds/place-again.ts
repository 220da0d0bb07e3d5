import type { LeftBehind } from '#server/features/introductions/introductions.ts';
import type { JobScope, Scope } from '#server/platform/database.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { selectRunningProgramme, tryHold } from '../programmes.queries.ts';
import { tellUnplaced } from './draw-round.ts';
import * as rows from './rounds.queries.ts';
import { placeAgain } from './rounds.rules.ts';

export async function waitForPlace(
  _: ProgrammesDeps,
  scope: Scope,
  { programmeId, roundOn, waiting, avoid }: LeftBehind,
): Promise<void> {
  await rows.insertWaits(
    scope,
    waiting.map(({ personId, dueAt }) => ({
      programme_id: programmeId,
      round_on: roundOn,
      person_id: personId,
      state: 'waiting' as const,
      due_at: dueAt,
      avoid: avoid.filter((id) => id !== personId),
    })),
  );
}

/** Places again whose morning has come; whoever finds no place is told. */
export async function placeWaiting(deps: ProgrammesDeps, scope: JobScope): Promise<void> {
  const waiting = await rows.selectDueWaits(scope, deps.clock.now());
  const rounds = Map.groupBy(waiting, (row) => `${row.programme_id} ${row.round_on}`);
  for (const waits of rounds.values()) {
    const [first] = waits;
    if (!first || !(await tryHold(scope, `round ${first.programme_id}`))) continue;
    await placeInRound(deps, scope, { programmeId: first.programme_id, on: first.round_on, waits });
  }
}

interface WaitingRound {
  programmeId: string;
  on: string;
  waits: readonly rows.DueWait[];
}

/** Those who wait and are here on the day of their round. */
async function selectPresent(scope: JobScope, { programmeId, on, waits }: WaitingRound): Promise<Set<string>> {
  const ids = waits.map((row) => row.person_id);
  const members = await rows.selectMemberships(scope, programmeId, ids);
  const present = members.filter(
    (row) => row.status === 'active' && (row.paused_until === null || row.paused_until < on),
  );
  return new Set(present.map((row) => row.person_id));
}

async function placeInRound(deps: ProgrammesDeps, scope: JobScope, round: WaitingRound): Promise<void> {
  const { programmeId, on, waits } = round;
  await deps.boundaries.holdStill(scope);
  const present = await selectPresent(scope, round);
  const running = await deps.introductions.runningOf(scope, programmeId, on);
  const placing = placeAgain({
    waiting: waits.filter((row) => present.has(row.person_id)).map((row) => ({ id: row.person_id, avoid: row.avoid })),
    groups: running.map(({ id, memberIds }) => ({ id, members: memberIds })),
    size: (await selectRunningProgramme(scope, programmeId))?.size ?? 2,
    apart: await rows.selectVeiledPairs(scope),
    history: await deps.introductions.historyOf(scope),
  });
  await deps.introductions.publish(scope, {
    programmeId,
    roundOn: on,
    groups: placing.pairs.map((memberIds) => ({ memberIds, reasons: [] })),
  });
  const placed = new Set(placing.pairs.flat());
  for (const { id, personId } of placing.joining)
    if (await deps.introductions.joinGroup(scope, id, personId)) placed.add(personId);
  for (const row of waits) await rows.settleWait(scope, row, placed.has(row.person_id) ? 'placed' : 'unplaced');
  const unplaced = waits.map((row) => row.person_id).filter((id) => present.has(id) && !placed.has(id));
  await tellUnplaced(deps, scope, { programmeId, on, unplaced });
}
