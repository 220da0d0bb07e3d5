import type { MeetingEvery } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { findIntroduction, whoIsWithinReach } from '../find-introduction.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { lockIntroduction, updateOwnAnswer } from '../introductions.queries.ts';
import { holdName, membersOf, type WorkspaceScope, zoneOf } from '../members/members.ts';
import { againNote, rhythmNote } from '../notices/notes.rules.ts';
import { bringSomeone } from '../requests/bring-someone.ts';
import { startIntroduction } from '../start-introduction.ts';
import * as rows from './again.queries.ts';
import { nextReminder } from './again.rules.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'people' | 'boundaries' | 'delivery'>;

export function sayAgain(deps: Deps, who: Who, id: string, again: boolean): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    await lockIntroduction(scope, id);
    const { row, summary } = await findIntroduction(deps, scope, id);
    if (summary.metOn === null) fail('introductions.ended');
    const said = await deps.db.asJobs('answers', who.workspaceId, (jobs) =>
      rows.selectSaidAgain(jobs, who.workspaceId, id),
    );
    const remaining = row.member_ids.filter((each) => !row.left_ids.includes(each));
    const areAgreed = remaining.every((each) => each === who.personId || said.includes(each));
    if (areAgreed && row.again) return;
    await updateOwnAnswer(scope, id, { again });
    if (!again || !areAgreed) return;
    await deps.delivery.tell(scope, ...remaining.map((personId) => againNote(id, personId)));
  });
}

/** After everybody said "again": who is within reach of the caller; fails with `introductions.ended`. */
async function findMutual(deps: Deps, scope: Scope, id: string): Promise<string[]> {
  await lockIntroduction(scope, id);
  const { summary } = await findIntroduction(deps, scope, id);
  if (!summary.isMutual) fail('introductions.ended');
  const otherIds = summary.others.map((other) => other.id);
  const others = await whoIsWithinReach(deps, scope, otherIds);
  const { workspaceId } = scope;
  const veils = await deps.db.asJobs('answers', workspaceId, (jobs) =>
    rows.selectVeilsAmong(jobs, workspaceId, others),
  );
  // Who blocked each other is not brought together by a third.
  const together = others.filter(
    (one, place) => !others.slice(0, place).some((other) => veils.some(({ a, b }) => a === one && b === other)),
  );
  return together.length > 0 ? together : fail('introductions.ended');
}

export function meetNext(deps: Deps, who: Who, id: string, company: 'us' | 'third'): Promise<string | null> {
  return deps.db.asPerson(who, async (scope) => {
    // The third is brought by the background, which holds the limits itself.
    if (company === 'us') await deps.boundaries.holdStill(scope);
    const otherIds = await findMutual(deps, scope, id);
    return company === 'us' ? meetOnceMore(deps, scope, otherIds) : meetWithThird(deps, scope, otherIds);
  });
}

async function meetOnceMore(deps: Deps, scope: Scope, otherIds: string[]): Promise<string> {
  const { me, others } = await membersOf(scope, otherIds);
  const memberIds = [me.person_id, ...otherIds];
  const running = await rows.selectFurther(scope, memberIds, memberIds.length);
  if (running) return running;
  const id = deps.newId();
  await startIntroduction(deps, scope, { id, kind: 'again', members: [me, ...others], reasons: [], isDeeper: true });
  return id;
}

async function meetWithThird(deps: Deps, scope: Scope, otherIds: string[]): Promise<string | null> {
  if (otherIds.length > 1) fail('bad-request');
  const memberIds = [scope.personId, ...otherIds];
  const running = await rows.selectFurther(scope, memberIds, memberIds.length + 1);
  if (running) return running;
  return deps.db.asJobs('requests', scope.workspaceId, async (jobs) => {
    await holdName(jobs, 'introduction requests');
    return bringSomeone(deps, jobs, memberIds, 'again');
  });
}

export function setRhythm(deps: Deps, who: Who, id: string, every: MeetingEvery): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    const otherIds = await findMutual(deps, scope, id);
    const { me } = await membersOf(scope, []);
    const next_on = nextReminder(every, dayIn(deps.clock.now(), zoneOf(me)));
    await rows.upsertRhythm(scope, { introduction_id: id, member_ids: [who.personId, ...otherIds], every, next_on });
  });
}

export function endRhythm(deps: Deps, who: Who, id: string): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    await findIntroduction(deps, scope, id);
    await rows.endRhythms(scope, { id }, deps.clock.now());
  });
}

/** Ends the caller's reminders with another person. */
export const endRhythmsWith = ({ clock }: Pick<Deps, 'clock'>, scope: Scope, otherId: string): Promise<void> =>
  rows.endRhythms(scope, { otherId }, clock.now());

export async function remindRhythms(deps: Deps): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  for (const { workspaceId, timezone } of await db.workspaces()) {
    const today = dayIn(now, timezone);
    const due = await db.asJobs('reminders', workspaceId, (scope) => rows.selectDueRhythms(scope, today));
    for (const row of due) await db.asJobs('reminders', workspaceId, (scope) => remind(deps, scope, row, today));
  }
}

type DueRhythm = Awaited<ReturnType<typeof rows.selectDueRhythms>>[number];

async function remind(
  { delivery }: Pick<Deps, 'delivery'>,
  scope: WorkspaceScope,
  row: DueRhythm,
  today: string,
): Promise<void> {
  const { introduction_id: id, next_on: from } = row;
  if (!(await rows.moveRhythm(scope, id, { from, to: nextReminder(row.every, today) }))) return;
  await delivery.tell(scope, ...row.member_ids.map((personId) => rhythmNote(id, from, personId)));
}
