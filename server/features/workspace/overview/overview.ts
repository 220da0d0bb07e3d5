import type { ElsewhereStep, Overview } from '#contract/workspace.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rows from './overview.queries.ts';
import { type MailFacts, mailOf, type Notes, stepsOf } from './overview.rules.ts';

export interface OverviewDeps {
  floor: Floor;
  log: LogDoor;
}

/** What others know of the organisation. */
export interface OverviewFacts {
  mail: MailFacts;
  programmes: Overview['programmes'];
}

/** How the organisation stands, for its stewards: counts, never who. */
export function createOverview(deps: OverviewDeps) {
  return {
    overview: (who: Who, facts: OverviewFacts): Promise<Overview> => overview(deps, who, facts),

    /** Says that a step is settled elsewhere, or no longer. */
    sayElsewhere: (who: Who, step: ElsewhereStep, isElsewhere: boolean): Promise<void> =>
      sayElsewhere(deps, who, step, isElsewhere),

    /** Notes that a test email was taken, by settings with this fingerprint. */
    noteMailTested: (who: Who, mark: string): Promise<void> =>
      deps.floor.db.asPerson(who, (scope) =>
        rows.upsertNote(scope, 'mail-tested', { notedAt: deps.floor.clock.now(), mark }),
      ),
  };
}

async function overview({ floor }: OverviewDeps, who: Who, facts: OverviewFacts): Promise<Overview> {
  const [counts, noted] = await floor.db.asPerson(who, async (scope) => [
    (await rows.selectCounts(scope)) ?? fail('not-found'),
    await rows.selectNotes(scope),
  ]);
  const notes: Notes = Object.fromEntries(noted.map(({ kind, noted_at: notedAt, mark }) => [kind, { notedAt, mark }]));
  const { here, byFile, invited, units, sites, hasPeople, stewards } = counts;
  const mail = mailOf(facts.mail, notes['mail-tested']);
  const worksCouncil = counts.council > 0 ? 'named' : counts.nominated > 0 ? 'nominated' : 'nobody';
  return {
    people: { here, byFile, invited, units, sites },
    programmes: facts.programmes,
    mail,
    backup: { madeAt: notes['backup-made']?.notedAt ?? null },
    worksCouncil,
    steps: stepsOf({ mail, worksCouncil, hasPeople, stewards, notes }, floor.clock.now()),
  };
}

async function sayElsewhere(
  { floor, log }: OverviewDeps,
  who: Who,
  step: ElsewhereStep,
  isElsewhere: boolean,
): Promise<void> {
  const kind = `${step}-elsewhere` as const;
  await floor.db.asPerson(who, async (scope) => {
    if (isElsewhere) await rows.upsertNote(scope, kind, { notedAt: floor.clock.now(), mark: null });
    else if (!(await rows.deleteNote(scope, kind))) return;
    const action = isElsewhere ? 'workspace.say-elsewhere' : 'workspace.take-elsewhere-back';
    await log.write(scope, { action, about: { step } });
  });
}
