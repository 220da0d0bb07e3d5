import type { Answer } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { findIntroduction } from '../find-introduction.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { lockIntroduction, updateOwnAnswer } from '../introductions.queries.ts';
import * as rules from '../introductions.rules.ts';
import { leaveIntroduction } from '../leaving/leave-introduction.ts';
import { membersOf, zoneOf } from '../members/members.ts';
import * as rows from './answers.queries.ts';

type Deps = Omit<IntroductionsDeps, 'secrets' | 'skip'>;

export interface GivenAnswer {
  /** Null takes an answer back. */
  answer: Answer | null;
  metOn?: string | undefined;
}

export function answerIntroduction(
  deps: Deps,
  who: Pick<Who, 'workspaceId' | 'personId'>,
  id: string,
  given: GivenAnswer,
): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    await lockIntroduction(scope, id);
    const { row, summary } = await findIntroduction(deps, scope, id);
    const { me } = await membersOf(scope, []);
    const [now, zone] = [deps.clock.now(), zoneOf(me)];
    const today = dayIn(now, zone);
    const mayChange = rules.mayChange({ answer: row.answer, answeredAt: row.answered_at }, now);
    const isMetAlone = given.answer === 'cannot' && summary.metOn !== null;
    if (summary.isEnded || isMetAlone || (given.answer !== 'met' && !mayChange)) fail('introductions.ended');
    // Said again later it stays as it was.
    if (!mayChange) return;
    const metOn = given.answer === 'met' ? (given.metOn ?? today) : null;
    if (metOn && (metOn > today || metOn < dayIn(summary.startedAt, zone))) fail('bad-request');
    await updateOwnAnswer(scope, id, { answer: given.answer, met_on: metOn, answered_at: now });
    const otherIds = summary.others.map((other) => other.id);
    await rememberMeeting(deps, scope, { id, otherIds, before: row.answer, metOn });
    if (given.answer === 'cannot') await leaveIntroduction(deps, scope, id);
  });
}

interface Answered {
  id: string;
  otherIds: string[];
  before: string | null;
  metOn: string | null;
}

/** Writes, moves or takes back what all remember; what others said stands. */
async function rememberMeeting({ db }: Pick<Deps, 'db'>, scope: Scope, answered: Answered): Promise<void> {
  const { id, otherIds, before, metOn } = answered;
  if (before === 'met') {
    const said = await db.asJobs('answers', scope.workspaceId, (jobs) =>
      rows.selectSaidMet(jobs, scope.workspaceId, id),
    );
    await rows.deleteMoments(
      scope,
      id,
      otherIds.filter((each) => !said.includes(each)),
    );
  }
  if (metOn) await rows.insertMoments(scope, { introductionId: id, otherIds, day: metOn });
}
