import type { MeetingEvery } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { updateOwnAnswer } from '../answers/answers.queries.ts';
import { chooseDeeperGuide } from '../guide/guide.rules.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import * as all from '../introductions.queries.ts';
import type { Look } from '../look.ts';
import { holdName, type WorkspaceScope } from '../members/members.queries.ts';
import { hasPowerGap, membersOf, zoneOf } from '../members/members.ts';
import type { Bring } from '../requests/requests.ts';
import type { Times } from '../times/times.ts';
import * as rows from './again.queries.ts';
import { nextReminder } from './again.rules.ts';

/** "Again?", asked of each alone, and what a yes of everybody opens. */
export function createAgain(
  floor: Floor,
  look: Look,
  parts: Pick<IntroductionsDeps, 'delivery' | 'boundaries'> & { bring: Bring; times: Pick<Times, 'start'> },
) {
  /** The caller's introduction after everybody said "again", with who is within reach. */
  const mutual = async (scope: Scope, id: string): Promise<string[]> => {
    await all.lockIntroduction(scope, id);
    const { summary } = await look.one(scope, id);
    if (!summary.isMutual) fail('introductions.ended');
    const others = await look.withinReach(
      scope,
      summary.others.map((other) => other.id),
    );
    const { workspaceId } = scope;
    const veils = await floor.db.asJobs('answers', workspaceId, (jobs) =>
      rows.selectVeilsAmong(jobs, workspaceId, others),
    );
    // Who blocked each other is not brought together by a third.
    const together = others.filter(
      (one, place) => !others.slice(0, place).some((other) => veils.some(({ a, b }) => a === one && b === other)),
    );
    return together.length > 0 ? together : fail('introductions.ended');
  };

  const second = async (scope: Scope, otherIds: string[]): Promise<string> => {
    const { me, others } = await membersOf(scope, otherIds);
    const memberIds = [me.person_id, ...otherIds];
    const running = await rows.selectFurther(scope, memberIds, memberIds.length);
    if (running) return running;
    const id = floor.newId();
    const guide = JSON.stringify(chooseDeeperGuide(id, hasPowerGap([me, ...others])));
    const round = { now: floor.clock.now(), programmeId: null, roundOn: null };
    await parts.times.start(scope, [{ id, kind: 'again', memberIds, guide, reasons: '[]' }], round);
    const note = (personId: string) => ({
      key: `introduction:${id}:${personId}`,
      personId,
      kind: 'introduction' as const,
      aboutId: id,
    });
    await parts.delivery.tell(scope, ...memberIds.map(note));
    return id;
  };

  const third = async (scope: Scope, otherIds: string[]): Promise<string | null> => {
    if (otherIds.length > 1) fail('bad-request');
    const memberIds = [scope.personId, ...otherIds];
    const running = await rows.selectFurther(scope, memberIds, memberIds.length + 1);
    if (running) return running;
    const { workspaceId } = scope;
    return floor.db.asJobs('requests', workspaceId, async (jobs) => {
      await holdName(jobs, 'introduction requests');
      return parts.bring(jobs, memberIds, 'again');
    });
  };

  type Due = Awaited<ReturnType<typeof rows.selectDueRhythms>>[number];
  const remind = async (scope: WorkspaceScope, row: Due, today: string): Promise<void> => {
    const to = nextReminder(row.every, today);
    if (!(await rows.moveRhythm(scope, row.introduction_id, { from: row.next_on, to }))) return;
    const notes = row.member_ids.map((personId) => ({
      key: `meeting-rhythm:${row.introduction_id}:${row.next_on}:${personId}`,
      personId,
      kind: 'meeting-rhythm' as const,
      aboutId: row.introduction_id,
    }));
    await parts.delivery.tell(scope, ...notes);
  };

  return {
    /** Whether the caller would like to meet again; final once everybody said yes, and told to nobody before. */
    again: (who: Who, id: string, again: boolean): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await all.lockIntroduction(scope, id);
        const { row, summary } = await look.one(scope, id);
        if (summary.metOn === null) fail('introductions.ended');
        const said = await floor.db.asJobs('answers', who.workspaceId, (jobs) =>
          rows.selectSaidAgain(jobs, who.workspaceId, id),
        );
        const remaining = row.member_ids.filter((each) => !row.left_ids.includes(each));
        const areAgreed = remaining.every((each) => each === who.personId || said.includes(each));
        if (areAgreed && row.again) return;
        await updateOwnAnswer(scope, id, { again });
        if (!again || !areAgreed) return;
        const notes = remaining.map((personId) => ({
          key: `again:${id}:${personId}`,
          personId,
          kind: 'again' as const,
          aboutId: id,
        }));
        await parts.delivery.tell(scope, ...notes);
      }),

    /** A second conversation of the same people, or one with a third person who is open to it. */
    next: (who: Who, id: string, company: 'us' | 'third'): Promise<string | null> =>
      floor.db.asPerson(who, async (scope) => {
        // The third is brought by the background, which holds the limits itself.
        if (company === 'us') await parts.boundaries.holdStill(scope);
        const otherIds = await mutual(scope, id);
        return company === 'us' ? second(scope, otherIds) : third(scope, otherIds);
      }),

    /** A gentle reminder for everybody who said "again". */
    setRhythm: (who: Who, id: string, every: MeetingEvery): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const otherIds = await mutual(scope, id);
        const { me } = await membersOf(scope, []);
        const next_on = nextReminder(every, dayIn(floor.clock.now(), zoneOf(me)));
        await rows.upsertRhythm(scope, {
          introduction_id: id,
          member_ids: [who.personId, ...otherIds],
          every,
          next_on,
        });
      }),

    /** Ends a reminder for everybody. */
    endRhythm: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await look.one(scope, id);
        await rows.endRhythms(scope, { id }, floor.clock.now());
      }),

    /** Reminds those whose day has come, once; safe in several processes. */
    async remindRhythms(): Promise<void> {
      const now = floor.clock.now();
      for (const { workspaceId, timezone } of await floor.db.workspaces()) {
        const today = dayIn(now, timezone);
        const due = await floor.db.asJobs('reminders', workspaceId, (scope) => rows.selectDueRhythms(scope, today));
        for (const row of due) await floor.db.asJobs('reminders', workspaceId, (scope) => remind(scope, row, today));
      }
    },
  };
}
