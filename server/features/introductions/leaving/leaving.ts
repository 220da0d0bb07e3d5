import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import * as messages from '../introductions.messages.ts';
import { nextMorning } from '../introductions.rules.ts';
import { type IntroductionMember, languageOf, selectIntroductionMembers, zoneOf } from '../members/members.ts';
import { cancelled } from '../times/times.messages.ts';
import type { Times } from '../times/times.ts';
import * as rows from './leaving.queries.ts';

/** Leaves one introduction as the caller. */
export type Leave = (scope: Scope, id: string, how?: { isSwap: boolean }) => Promise<void>;

/** The one way out of an introduction, whatever the reason: one identical text, with the next morning's mail. */
export function createLeaving(
  floor: Floor,
  { delivery, whenLeft }: IntroductionsDeps,
  times: Pick<Times, 'release'>,
): Leave {
  const tell = async (
    scope: Scope,
    id: string,
    of: { left: rows.Left; members: IntroductionMember[]; remaining: IntroductionMember[] },
  ) => {
    const isOver = of.remaining.length < 2;
    const isRound = of.left.kind === 'round';
    const notes = of.remaining.map((to) => {
      const zone = zoneOf(to);
      const notBefore = nextMorning(floor.clock.now(), zone);
      const base = { personId: to.person_id, kind: 'introduction-ended' as const, notBefore };
      if (isOver) {
        const url = isRound ? `${floor.baseUrl}/meet` : `${floor.baseUrl}/`;
        const language = languageOf(to);
        const names = of.members.filter(({ person_id }) => person_id !== to.person_id).map(({ name }) => name);
        const message = messages.endedNotice(language, { names, url, isRound });
        const calendar = cancelled(floor, language, { id, names, ...of.left });
        return {
          ...base,
          key: `introduction-ended:${id}:${to.person_id}`,
          message: { ...message, ...(calendar ? { calendar } : {}) },
        };
      }
      // One text a morning, however many cannot; who is left is known only then.
      const key = `introduction-fewer:${id}:${to.person_id}:${dayIn(notBefore, zone)}`;
      return { ...base, key, aboutId: id };
    });
    await delivery.tell(scope, ...notes);
  };

  return async (scope, id, how = { isSwap: false }) => {
    const now = floor.clock.now();
    const left = await rows.leaveIntroduction(scope, id, now);
    if (!left) return;
    await rows.leavePlace(scope, id, { left_at: now, ...(how.isSwap ? { swapped: true } : {}) });
    const remainingIds = left.memberIds.filter((each) => !left.leftIds.includes(each));
    const found = await selectIntroductionMembers(scope, left.memberIds);
    // In the order in which they were introduced.
    const members = left.memberIds.flatMap((each) => found.filter(({ person_id }) => person_id === each));
    const remaining = members.filter(({ person_id }) => remainingIds.includes(person_id));
    await tell(scope, id, { left, members, remaining });
    await times.release(scope, id, { ...left, remainingIds });
    const { programmeId, roundOn } = left;
    if (programmeId === null || roundOn === null) return;
    const alone = remaining.length < 2 ? remaining : [];
    const again = how.isSwap ? members.filter(({ person_id }) => person_id === scope.personId) : [];
    const waiting = [...alone, ...again].map((row) => ({
      personId: row.person_id,
      dueAt: nextMorning(now, zoneOf(row)),
    }));
    if (waiting.length) await whenLeft(scope, { programmeId, roundOn, waiting, avoid: left.memberIds });
  };
}
