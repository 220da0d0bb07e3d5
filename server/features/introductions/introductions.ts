import type { Language } from '#contract/common.ts';
import type { IntroductionDetails, IntroductionSummary } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { selectOwnAgain } from './again/again.queries.ts';
import { createAgain } from './again/again.ts';
import { createAnswers } from './answers/answers.ts';
import { createDepartures } from './departures/departures.ts';
import { chooseGuide } from './guide/guide.rules.ts';
import { selectUnanswered } from './hellos/hellos.queries.ts';
import { type Begin, createHellos } from './hellos/hellos.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import * as rows from './introductions.queries.ts';
import * as rules from './introductions.rules.ts';
import { createLeaving } from './leaving/leaving.ts';
import { fileOf, type Look, looker } from './look.ts';
import { createMail } from './mail/mail.ts';
import * as members from './members/members.ts';
import { createPress } from './press/press.ts';
import { createRequests } from './requests/requests.ts';
import { createRounds } from './rounds/rounds.ts';
import { createChoosing, createTimes, type Times } from './times/times.ts';

export type { LeftBehind } from './introductions.deps.ts';
export type { PlannedRound } from './rounds/rounds.ts';

/** Hellos, and introductions of two to eight people, from hellos, rounds and requests. */
export function createIntroductions(floor: Floor, parts: IntroductionsDeps) {
  const look = looker(floor, parts);
  const times = createTimes(floor, parts.delivery);
  const answering = createAnswers(floor, look, createLeaving(floor, parts, times));
  const requests = createRequests(floor, parts, times);
  return {
    ...createHellos(floor, parts, beginner(floor, parts, times)),
    ...reader(floor, look),
    ...answering,
    ...createDepartures(floor, answering.endAll),
    ...createRounds(floor, parts.delivery, times),
    ...createChoosing(floor, look, parts.delivery, times),
    ...createMail(floor, look),
    ...createPress(floor, look, { ...parts, ...answering }),
    ...createAgain(floor, look, { ...parts, times, bring: requests.bring }),
    ...requests,

    /** With whom the caller met, latest first. */
    momentsOf: async (scope: Scope) =>
      (await rows.selectMoments(scope)).map((row) => ({
        otherId: row.other_id,
        happenedOn: row.happened_on,
        introductionId: row.introduction_id,
      })),

    /** Whom the caller greeted or was introduced to since an instant: one step is under way already. */
    approachedBy: (scope: Scope, since: Date): Promise<string[]> => rows.selectApproached(scope, since),

    /** What the caller alone knows to have said of others: by their latest "again?", and by hellos since an instant. */
    saidOf: (scope: Scope, since: Date) => saidOf(floor, scope, since),
  };
}

export type IntroductionsDoor = ReturnType<typeof createIntroductions>;

async function saidOf(floor: Floor, scope: Scope, since: Date) {
  const { workspaceId, personId } = scope;
  const answered = await selectOwnAgain(scope);
  const greeted = await selectUnanswered(scope, since);
  const said = rules.latestAgain(answered, personId);
  const hoped = [...said.values()].flatMap(({ again, introductionId }) => (again ? [introductionId] : []));
  const agreed = hoped.length
    ? await floor.db.asJobs('answers', workspaceId, (jobs) => rows.selectMutual(jobs, workspaceId, hoped))
    : [];
  const whom = (test: (of: rules.LatestAgain) => boolean) => [...said].flatMap(([id, of]) => (test(of) ? [id] : []));
  return {
    hoped: whom(({ again }) => again),
    declined: [
      ...whom(({ again }) => !again),
      ...greeted.flatMap(({ from_id, status }) => (status === 'not-now' ? [from_id] : [])),
    ],
    waiting: greeted.flatMap(({ from_id, status }) => (status === 'waiting' ? [from_id] : [])),
    /** Of everybody's "again", with the conversation they said it of. */
    mutual: [...said].flatMap(([id, { introductionId }]) =>
      agreed.includes(introductionId) ? [{ personId: id, introductionId }] : [],
    ),
  };
}

/** Starts an introduction of two and tells both, all in the caller's transaction. */
function beginner(floor: Floor, { delivery }: IntroductionsDeps, times: Pick<Times, 'start'>): Begin {
  return async (scope, otherId, settle) => {
    const { me, other } = await members.pairOf(scope, otherId);
    const [id, now] = [floor.newId(), floor.clock.now()];
    if (!(await settle(id))) fail('not-found');
    const guide = JSON.stringify(chooseGuide(id, members.hasPowerGap([me, other])));
    const memberIds = [me.person_id, other.person_id];
    const row = { id, kind: 'hello' as const, memberIds, guide, reasons: '[]' };
    await times.start(scope, [row], { now, programmeId: null, roundOn: null });
    const notes = memberIds.map((personId) => ({
      key: `introduction:${id}:${personId}`,
      personId,
      kind: 'introduction' as const,
      aboutId: id,
    }));
    await delivery.tell(scope, ...notes);
    return id;
  };
}

function reader(floor: Floor, look: Look) {
  return {
    /** The caller's introductions, newest first. */
    list: (who: Who): Promise<IntroductionSummary[]> =>
      floor.db.asPerson(who, async (scope) => look.summaries(scope, await rows.selectIntroductions(scope))),

    /** One introduction with its guide, in a language. */
    get: (who: Who, id: string, language?: Language): Promise<IntroductionDetails> =>
      floor.db.asPerson(who, async (scope) => (await look.details(scope, id, language)).details),

    /** The calendar file of the time that stands; of one that ended, the file that takes the entry away. */
    calendar: (who: Who, id: string, given?: Language): Promise<File> =>
      floor.db.asPerson(who, async (scope) => {
        const { row, summary } = await look.one(scope, id);
        const { me } = await members.membersOf(scope, []);
        const text = fileOf(floor, given ?? members.languageOf(me), {
          row,
          others: summary.others,
          isCancelled: summary.isEnded,
        });
        return new File([text ?? fail('introductions.time-gone')], 'loam.ics', { type: 'text/calendar' });
      }),
  };
}
