import type { Note } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { JobScope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { certificateFor } from '../figures/figures.ts';
import { findHosted } from '../find-programme.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { selectRunningProgramme, tryHold } from '../programmes.queries.ts';
import { basisOf, type Occasion, type Planned, planOccasion } from './planning.ts';
import * as rows from './rounds.queries.ts';

export async function sendRoundNow(deps: ProgrammesDeps, who: Who, id: string): Promise<string> {
  const { row } = await deps.db.asPerson(who, (scope) => findHosted(scope, who, id));
  if (row.status !== 'running') fail('programmes.ended');
  const on = dayIn(deps.clock.now(), row.timezone);
  const isDrawn = await deps.db.asJobs('rounds', who.workspaceId, (scope) => drawRound(deps, scope, id, on));
  if (!isDrawn) fail('programmes.already-sent');
  await deps.db.asPerson(who, (scope) =>
    deps.log.write(scope, { action: 'programmes.send-now', about: { programmeId: id, on } }),
  );
  return on;
}

/** Draws and tells a programme's round of a local date; false where it was drawn before. */
export async function drawRound(
  deps: ProgrammesDeps,
  scope: JobScope,
  programmeId: string,
  on: string,
): Promise<boolean> {
  if (!(await tryHold(scope, `round ${programmeId}`))) return false;
  if (await rows.roundExists(scope, programmeId, on)) return false;
  const programme = (await selectRunningProgramme(scope, programmeId)) ?? fail('programmes.ended');
  const { kind, size, rule } = programme;
  const plan = await planThatHolds(deps, scope, { programmeId, on, kind, size, rule });
  const drawn = { programmeId, on, setting: { kind, size, rule }, plan, certificate: plan.certificate };
  const told = await certificateFor(deps, scope, drawn);
  await rows.insertRound(scope, {
    programme_id: programmeId,
    round_on: on,
    planned_at: deps.clock.now(),
    size,
    certificate: JSON.stringify(plan.certificate),
    bridges: JSON.stringify(plan.bridges),
    told: told && JSON.stringify(told),
  });
  const { groups } = plan.plan;
  await deps.introductions.publish(scope, {
    programmeId,
    roundOn: on,
    groups: groups.map(({ members, reasons }) => ({ memberIds: members, reasons })),
  });
  await countAndTell(deps, scope, { programmeId, on, size, plan });
  return true;
}

/** A plan that still holds now; from here on limits hold still until the transaction ends. */
async function planThatHolds(
  { introductions, boundaries }: ProgrammesDeps,
  scope: JobScope,
  occasion: Occasion,
): Promise<Planned> {
  const plan = await planOccasion(scope, occasion, introductions);
  await boundaries.holdStill(scope);
  const holds = (await basisOf(scope, occasion)).text === plan.basis;
  return holds ? plan : planOccasion(scope, occasion, introductions);
}

/** Counts the round for each member and tells those without a place at once. */
async function countAndTell(
  deps: ProgrammesDeps,
  scope: JobScope,
  round: { programmeId: string; on: string; size: number; plan: Planned },
): Promise<void> {
  const { programmeId, on, size, plan } = round;
  const { groups, leftOut } = plan.plan;
  const unplaced = [...leftOut.map(({ id }) => id), ...plan.notDrawn];
  const placed = groups.flatMap(({ members }) => members);
  const odd = groups.filter(({ members }) => members.length > size).flatMap(({ members }) => members);
  await rows.countRound(scope, programmeId, { on, placed, odd, unplaced });
  await tellUnplaced(deps, scope, { programmeId, on, unplaced });
}

/** Says at once who has no place in a round. */
export async function tellUnplaced(
  { clock, delivery }: ProgrammesDeps,
  scope: JobScope,
  { programmeId, on, unplaced }: { programmeId: string; on: string; unplaced: readonly string[] },
): Promise<void> {
  const now = clock.now();
  await rows.insertWaits(
    scope,
    unplaced.map((person_id) => ({
      programme_id: programmeId,
      round_on: on,
      person_id,
      state: 'unplaced' as const,
      due_at: now,
    })),
  );
  const notes = unplaced.map(
    (personId): Note => ({
      key: `round-unplaced:${programmeId}:${on}:${personId}`,
      personId,
      kind: 'round-unplaced',
      aboutId: programmeId,
    }),
  );
  await delivery.tell(scope, ...notes);
}
