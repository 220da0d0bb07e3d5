import type { Answer } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { endRhythms } from '../again/again.queries.ts';
import { settleBetween } from '../hellos/hellos.queries.ts';
import * as all from '../introductions.queries.ts';
import * as rules from '../introductions.rules.ts';
import type { Leave } from '../leaving/leaving.ts';
import type { Look } from '../look.ts';
import { membersOf, zoneOf } from '../members/members.ts';
import * as rows from './answers.queries.ts';

type Ids = Pick<Who, 'workspaceId' | 'personId'>;

export interface Given {
  /** Null takes an answer back. */
  answer: Answer | null;
  metOn?: string | undefined;
}

/** What people say after an introduction, and the ways out of it. */
export function createAnswers(floor: Floor, look: Look, leave: Leave) {
  /** Leaves what runs for the caller: neither ended before nor led to a meeting. */
  const leaveRunning = async (scope: Scope, isMeant: (row: RunningRow) => boolean): Promise<void> => {
    const found = await all.selectIntroductions(scope);
    const met = await all.selectMetDays(
      scope,
      found.map((row) => row.introduction_id),
    );
    const running = found.filter(
      (row) => row.ended_at === null && !met.has(row.introduction_id) && !row.left_ids.includes(scope.personId),
    );
    // Always in this order, so that two people who leave at once never wait for each other.
    const ids = running.filter(isMeant).map((row) => row.introduction_id);
    for (const id of ids.sort()) await leave(scope, id);
  };

  /** Writes, moves or takes back what all remember; what others said stands. */
  const remember = async (
    scope: Scope,
    of: { id: string; otherIds: string[]; before: string | null; metOn: string | null },
  ) => {
    const { id, otherIds, before, metOn } = of;
    if (before === 'met') {
      const said = await floor.db.asJobs('answers', scope.workspaceId, (jobs) =>
        rows.selectSaidMet(jobs, scope.workspaceId, id),
      );
      await rows.deleteMoments(
        scope,
        id,
        otherIds.filter((each) => !said.includes(each)),
      );
    }
    if (metOn) await rows.insertMoments(scope, { introductionId: id, otherIds, day: metOn });
  };

  return {
    /** We met, not yet, or can't this time; "met" by one is remembered for that one with everybody in it. */
    answer: (who: Ids, id: string, given: Given): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await all.lockIntroduction(scope, id);
        const { row, summary } = await look.one(scope, id);
        const { me } = await membersOf(scope, []);
        const [now, zone] = [floor.clock.now(), zoneOf(me)];
        const today = dayIn(now, zone);
        const mayChange = rules.mayChange({ answer: row.answer, answeredAt: row.answered_at }, now);
        const isMetAlone = given.answer === 'cannot' && summary.metOn !== null;
        if (summary.isEnded || isMetAlone || (given.answer !== 'met' && !mayChange)) fail('introductions.ended');
        // Said again later it stays as it was.
        if (!mayChange) return;
        const metOn = given.answer === 'met' ? (given.metOn ?? today) : null;
        if (metOn && (metOn > today || metOn < dayIn(summary.startedAt, zone))) fail('bad-request');
        await rows.updateOwnAnswer(scope, id, { answer: given.answer, met_on: metOn, answered_at: now });
        const otherIds = summary.others.map((other) => other.id);
        await remember(scope, { id, otherIds, before: row.answer, metOn });
        if (given.answer === 'cannot') await leave(scope, id);
      }),

    /** Somebody else, please: once a person and round, unasked why; who asks waits to be placed again. */
    swap: (who: Ids, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await all.lockIntroduction(scope, id);
        const { row, summary } = await look.one(scope, id);
        if (row.has_swapped) fail('introductions.swap-used');
        if (!summary.maySwap) fail('introductions.ended');
        await leave(scope, id, { isSwap: true });
      }),

    /** A block ends what waits or runs between the two, with the same text as anything else that ends it. */
    async endBetween(scope: Scope, otherId: string): Promise<void> {
      const now = floor.clock.now();
      await settleBetween(scope, otherId, now);
      await endRhythms(scope, { otherId }, now);
      await leaveRunning(scope, (row) => row.member_ids.includes(otherId) && !row.left_ids.includes(otherId));
    },

    /** A pause ends all that runs, with the same text. */
    endAll: (scope: Scope): Promise<void> => leaveRunning(scope, () => true),

    /** Leaving a programme ends what runs of it, as a pause would. */
    leaveProgramme: (scope: Scope, programmeId: string): Promise<void> =>
      leaveRunning(scope, (row) => row.programme_id === programmeId),
  };
}

type RunningRow = Awaited<ReturnType<typeof all.selectIntroductions>>[number];
