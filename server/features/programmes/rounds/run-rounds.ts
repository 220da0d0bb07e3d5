import type { Note } from '#server/features/delivery/delivery.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import type { JobScope } from '#server/platform/database.ts';
import { blurred, hiddenChance } from '../figures/figures.rules.ts';
import type { ProgrammesDeps } from '../programmes.deps.ts';
import { type RunningProgramme, selectRunningProgrammes } from '../programmes.queries.ts';
import { drawRound } from './draw-round.ts';
import { placeWaiting } from './place-again.ts';
import { dueMembers } from './planning.ts';
import * as rows from './rounds.queries.ts';
import { drawAt, nextDay, roundToDraw, scheduleOf } from './schedule.rules.ts';

const REMIND_AHEAD = 2 * 86_400_000;
const SETTLED_AFTER = 7;

export async function runRounds(deps: ProgrammesDeps): Promise<void> {
  for (const { workspaceId } of await deps.db.workspaces()) {
    for (const programme of await deps.db.asJobs('rounds', workspaceId, selectRunningProgrammes)) {
      // One programme that fails must not keep the others waiting.
      await runProgramme(deps, workspaceId, programme).catch((error: unknown) =>
        deps.logger.error('programmes.failed', {
          programme: programme.programme_id,
          reason: error instanceof Error ? error.message : 'unknown',
        }),
      );
    }
  }
  for (const { workspaceId } of await deps.db.workspaces())
    await deps.db.asJobs('rounds', workspaceId, async (scope) => {
      await placeWaiting(deps, scope);
      await settleMet(deps, scope);
    });
}

async function runProgramme(deps: ProgrammesDeps, workspaceId: string, programme: RunningProgramme): Promise<void> {
  const { programme_id: programmeId, last_on: lastOn, open_since: openSince } = programme;
  const on = roundToDraw(scheduleOf(programme), deps.clock.now(), { lastOn, openSince });
  if (on) await deps.db.asJobs('rounds', workspaceId, (scope) => drawRound(deps, scope, programmeId, on));
  await deps.db.asJobs('rounds', workspaceId, (scope) => remindMembers(deps, scope, programme));
}

/** Two days before a draw: what comes, with one press to sit it out. */
async function remindMembers(
  { clock, delivery }: ProgrammesDeps,
  scope: JobScope,
  programme: RunningProgramme,
): Promise<void> {
  const { programme_id: programmeId } = programme;
  const [now, schedule] = [clock.now(), scheduleOf(programme)];
  const on = nextDay(schedule, now, programme.last_on);
  if (on === null || drawAt(schedule, on).getTime() - now.getTime() > REMIND_AHEAD) return;
  if (!(await rows.markReminded(scope, programmeId, on))) return;
  const due = await dueMembers(scope, programmeId, on);
  const notes = due.map(
    ({ person_id: personId }): Note => ({
      key: `round-reminder:${programmeId}:${on}:${personId}`,
      personId,
      kind: 'round-reminder',
      aboutId: programmeId,
    }),
  );
  await delivery.tell(scope, ...notes);
}

/** A week after a round: how many met, blurred and fixed. */
async function settleMet({ clock, secrets, newId, introductions }: ProgrammesDeps, scope: JobScope): Promise<void> {
  const now = clock.now();
  const unsettled = await rows.selectUnsettled(scope, addDays(dayIn(now, 'UTC'), -SETTLED_AFTER - 1));
  for (const { programme_id: programmeId, round_on: on } of unsettled) {
    const met = (await introductions.answersOf(scope, programmeId)).get(on)?.met ?? 0;
    const chance = hiddenChance(secrets.derive('figures'), newId());
    await rows.settleRound(scope, { programmeId, on, met: blurred(met, chance), now });
  }
}
