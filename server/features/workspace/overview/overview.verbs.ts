import type { ElsewhereStep, Overview } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { WorkspaceDeps } from '../workspace.deps.ts';
import * as rows from './overview.queries.ts';
import { type MailFacts, mailOf, type Notes, stepsOf } from './overview.rules.ts';

/** What others know of the organisation. */
export interface OverviewFacts {
  mail: MailFacts;
  programmes: Overview['programmes'];
}

export async function getOverview({ db, clock }: WorkspaceDeps, who: Who, facts: OverviewFacts): Promise<Overview> {
  const [counts, noted] = await db.asPerson(who, async (scope) => [
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
    steps: stepsOf({ mail, worksCouncil, hasPeople, stewards, notes }, clock.now()),
  };
}

export async function sayElsewhere(
  { db, clock, log }: WorkspaceDeps,
  who: Who,
  step: ElsewhereStep,
  isElsewhere: boolean,
): Promise<void> {
  const kind = `${step}-elsewhere` as const;
  await db.asPerson(who, async (scope) => {
    if (isElsewhere) await rows.upsertNote(scope, kind, { notedAt: clock.now(), mark: null });
    else if (!(await rows.deleteNote(scope, kind))) return;
    const action = isElsewhere ? 'workspace.say-elsewhere' : 'workspace.take-elsewhere-back';
    await log.write(scope, { action, about: { step } });
  });
}

export async function noteMailTested({ db, clock }: WorkspaceDeps, who: Who, mark: string): Promise<void> {
  await db.asPerson(who, (scope) => rows.upsertNote(scope, 'mail-tested', { notedAt: clock.now(), mark }));
}
