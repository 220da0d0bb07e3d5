import type { Language } from '#contract/common.ts';
import type { IntroductionDetails, IntroductionSummary } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { calendarOf, describeIntroduction } from './describe-introduction.ts';
import { findIntroduction, summarizeIntroductions } from './find-introduction.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import * as rows from './introductions.queries.ts';
import { type LatestAgain, latestAgain } from './introductions.rules.ts';
import { languageOf, membersOf } from './members/members.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'baseUrl' | 'people' | 'boundaries'>;

export function listIntroductions(deps: Deps, who: Who): Promise<IntroductionSummary[]> {
  return deps.db.asPerson(who, async (scope) =>
    summarizeIntroductions(deps, scope, await rows.selectIntroductions(scope)),
  );
}

export function getIntroduction(deps: Deps, who: Who, id: string, language?: Language): Promise<IntroductionDetails> {
  return deps.db.asPerson(who, async (scope) => (await describeIntroduction(deps, scope, id, language)).details);
}

export function getCalendar(deps: Deps, who: Who, id: string, given?: Language): Promise<File> {
  return deps.db.asPerson(who, async (scope) => {
    const { row, summary } = await findIntroduction(deps, scope, id);
    const { me } = await membersOf(scope, []);
    const { others, isEnded } = summary;
    const text = calendarOf(deps, given ?? languageOf(me), { row, others, isCancelled: isEnded });
    return new File([text ?? fail('introductions.time-gone')], 'loam.ics', { type: 'text/calendar' });
  });
}

export interface Met {
  otherId: string;
  happenedOn: string;
  introductionId: string | null;
}

export async function listMoments(_: Deps, scope: Scope): Promise<Met[]> {
  return (await rows.selectMoments(scope)).map((row) => ({
    otherId: row.other_id,
    happenedOn: row.happened_on,
    introductionId: row.introduction_id,
  }));
}

export const listApproached = (_: Deps, scope: Scope, since: Date): Promise<string[]> =>
  rows.selectApproached(scope, since);

/** By id of the others. */
export interface SaidOfOthers {
  hoped: string[];
  declined: string[];
  waiting: string[];
  /** Of everybody's "again", with the conversation they said it of. */
  mutual: { personId: string; introductionId: string }[];
}

export async function listSaidOfOthers({ db }: Deps, scope: Scope, since: Date): Promise<SaidOfOthers> {
  const { workspaceId, personId } = scope;
  const answered = await rows.selectOwnAgain(scope);
  const greeted = await rows.selectUnanswered(scope, since);
  const said = latestAgain(answered, personId);
  const hoped = [...said.values()].flatMap(({ again, introductionId }) => (again ? [introductionId] : []));
  const agreed = hoped.length
    ? await db.asJobs('answers', workspaceId, (jobs) => rows.selectMutual(jobs, workspaceId, hoped))
    : [];
  const whom = (isMeant: (latest: LatestAgain) => boolean) =>
    [...said].flatMap(([id, latest]) => (isMeant(latest) ? [id] : []));
  const greetedWith = (wanted: string) =>
    greeted.flatMap(({ from_id, status }) => (status === wanted ? [from_id] : []));
  return {
    hoped: whom(({ again }) => again),
    declined: [...whom(({ again }) => !again), ...greetedWith('not-now')],
    waiting: greetedWith('waiting'),
    mutual: [...said].flatMap(([id, { introductionId }]) =>
      agreed.includes(introductionId) ? [{ personId: id, introductionId }] : [],
    ),
  };
}
