import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { endedNotice } from '../introductions.messages.ts';
import { nextMorning } from '../introductions.rules.ts';
import { type IntroductionMember, languageOf, selectIntroductionMembers, zoneOf } from '../members/members.ts';
import { endedNote, fewerNote } from '../notices/notes.rules.ts';
import { cancelled } from '../times/times.messages.ts';
import { releaseTime } from '../times/times.verbs.ts';
import * as rows from './leaving.queries.ts';

type Deps = Pick<IntroductionsDeps, 'db' | 'clock' | 'newId' | 'baseUrl' | 'delivery' | 'whenLeft'>;

/** Leaves one introduction as the caller: the one way out, whatever the reason. */
export async function leaveIntroduction(deps: Deps, scope: Scope, id: string, { isSwap = false } = {}): Promise<void> {
  const now = deps.clock.now();
  const left = await rows.markLeft(scope, id, now);
  if (!left) return;
  await rows.freePlace(scope, id, { left_at: now, ...(isSwap ? { swapped: true } : {}) });
  const remainingIds = left.memberIds.filter((each) => !left.leftIds.includes(each));
  const found = await selectIntroductionMembers(scope, left.memberIds);
  // In the order in which they were introduced.
  const members = left.memberIds.flatMap((each) => found.filter(({ person_id }) => person_id === each));
  const remaining = members.filter(({ person_id }) => remainingIds.includes(person_id));
  await tellRemaining(deps, scope, id, { left, members, remaining });
  await releaseTime(deps, scope, id, { ...left, remainingIds });
  const { programmeId, roundOn } = left;
  if (programmeId === null || roundOn === null) return;
  const alone = remaining.length < 2 ? remaining : [];
  const again = isSwap ? members.filter(({ person_id }) => person_id === scope.personId) : [];
  const waiting = [...alone, ...again].map((row) => ({
    personId: row.person_id,
    dueAt: nextMorning(now, zoneOf(row)),
  }));
  if (waiting.length) await deps.whenLeft(scope, { programmeId, roundOn, waiting, avoid: left.memberIds });
}

interface Leaving {
  left: rows.LeftIntroduction;
  members: IntroductionMember[];
  remaining: IntroductionMember[];
}

/** One identical text for whatever ended it, with the next morning's mail. */
async function tellRemaining(deps: Deps, scope: Scope, id: string, leaving: Leaving): Promise<void> {
  const { remaining } = leaving;
  const isOver = remaining.length < 2;
  const notes = remaining.map((to) => {
    const zone = zoneOf(to);
    const notBefore = nextMorning(deps.clock.now(), zone);
    if (!isOver) return fewerNote(id, to.person_id, { notBefore, day: dayIn(notBefore, zone) });
    return endedNote(id, to.person_id, { notBefore, message: endedMessage(deps, id, to, leaving) });
  });
  await deps.delivery.tell(scope, ...notes);
}

function endedMessage(deps: Deps, id: string, to: IntroductionMember, { left, members }: Leaving) {
  const isRound = left.kind === 'round';
  const url = isRound ? `${deps.baseUrl}/meet` : `${deps.baseUrl}/`;
  const language = languageOf(to);
  const names = members.filter(({ person_id }) => person_id !== to.person_id).map(({ name }) => name);
  const message = endedNotice(language, { names, url, isRound });
  const calendar = cancelled(deps, language, { id, names, ...left });
  return { ...message, ...(calendar ? { calendar } : {}) };
}
