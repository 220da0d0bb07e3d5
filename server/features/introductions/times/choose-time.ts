import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import { findIntroduction } from '../find-introduction.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { type IntroductionRow, lockIntroduction } from '../introductions.queries.ts';
import { questionNote } from '../notices/notes.rules.ts';
import * as rows from './times.queries.ts';
import { PROPOSALS_AT_MOST, type TimeState, TOLD_AFTER } from './times.rules.ts';
import { agreeTime, offerTimes, type StandingTime, settleTime, standingTimeOf, timeStateOf } from './times.verbs.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'people' | 'boundaries' | 'delivery'>;

interface OpenTime {
  row: IntroductionRow;
  standing: StandingTime;
  state: TimeState;
}

/** The time of an introduction that runs, held so that nobody else changes it. */
async function openTime(deps: Deps, scope: Scope, id: string): Promise<OpenTime> {
  await lockIntroduction(scope, id);
  const { row, summary } = await findIntroduction(deps, scope, id);
  if (summary.isEnded || summary.metOn !== null) fail('introductions.ended');
  await rows.holdTimes(scope);
  const standing = standingTimeOf(row);
  return { row, standing, state: await timeStateOf(scope, id, standing) };
}

/** Fails where the caller may not choose this time; counts it where it is a new one. */
async function checkChoice(deps: Deps, scope: Scope, { row, state }: OpenTime, at: Date): Promise<void> {
  const mine = await rows.selectOtherSlotsOfMine(scope, row.introduction_id);
  if (at <= deps.clock.now()) fail('introductions.time-gone');
  // A time on offer never was one of the caller's own.
  if (mine.has(at.getTime())) fail('introductions.time-taken');
  if (isSame(state.at, at) || isSame(state.asked?.at, at)) return;
  const offers = await offerTimes(deps, scope, row);
  if (!offers.some((each) => isSame(each.at, at))) fail('introductions.time-gone');
  if (row.proposals >= PROPOSALS_AT_MOST) fail('too-many-requests');
  await rows.countProposal(scope, row.introduction_id);
}

const isSame = (one: Date | null | undefined, other: Date): boolean => one?.getTime() === other.getTime();

export function chooseTime(deps: Deps, who: Who, id: string, at: Date): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    const open = await openTime(deps, scope, id);
    const { standing, state } = open;
    await checkChoice(deps, scope, open, at);
    await rows.deleteSlots(scope, id, { but: state.at ? [state.at, at] : [at] });
    await rows.sayYes(scope, id, { at, now: deps.clock.now() });
    if (await settleTime(deps, scope, id, standing)) return;
    // What was agreed stays so; whoever proposed another time hears it.
    if (isSame(state.at, at) && state.isAgreed && state.asked) await agreeTime(deps, scope, id, { ...standing, at });
    if (!isSame(state.asked?.at, at)) await tellOthers(deps, scope, id, standing);
  });
}

/** Tells the others what is asked of them, once it can no longer be taken back unseen. */
async function tellOthers(deps: Deps, scope: Scope, id: string, standing: StandingTime): Promise<void> {
  const { asked } = await timeStateOf(scope, id, standing);
  if (!asked) return;
  const notBefore = new Date(deps.clock.now().getTime() + TOLD_AFTER);
  const others = standing.remainingIds.filter((each) => each !== scope.personId);
  const notes = others.map((personId) => ({ ...questionNote(id, asked, personId), notBefore }));
  await deps.delivery.tell(scope, ...notes);
}

export function takeTimeBack(deps: Deps, who: Who, id: string): Promise<void> {
  return deps.db.asPerson(who, async (scope) => {
    const { state } = await openTime(deps, scope, id);
    if (!state.asked?.yesIds.includes(who.personId)) return;
    await rows.deleteSlots(scope, id, { but: state.at ? [state.at] : [], personId: who.personId });
    await rows.forgetYes(scope, id);
  });
}
