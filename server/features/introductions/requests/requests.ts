import type { IntroductionRequest } from '#contract/introductions.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { chooseGuide } from '../guide/guide.rules.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { holdName } from '../members/members.queries.ts';
import {
  hasPowerGap,
  type IntroductionMember,
  selectIntroductionMembers,
  type WorkspaceScope,
} from '../members/members.ts';
import { pastOf } from '../rounds/rounds.ts';
import type { Times } from '../times/times.ts';
import * as rows from './requests.queries.ts';
import * as rules from './requests.rules.ts';

type Requests = ReturnType<typeof createRequests>;
/** Brings somebody who is open to it together with people; the new introduction, or null where nobody is free. */
export type Bring = Requests['bring'];

/** "Introduce me to someone": answered from those who are open to it, else it waits. Nobody learns who is open. */
export function createRequests(
  floor: Floor,
  { delivery, boundaries }: Pick<IntroductionsDeps, 'delivery' | 'boundaries'>,
  times: Pick<Times, 'start'>,
) {
  const todayOf = async (scope: WorkspaceScope) => dayIn(floor.clock.now(), await rows.selectWorkspaceZone(scope));

  const bring = async (
    scope: WorkspaceScope,
    personIds: readonly string[],
    kind: 'request' | 'again',
  ): Promise<string | null> => {
    await boundaries.holdStill(scope);
    const [now, today] = [floor.clock.now(), await todayOf(scope)];
    const seed = [...personIds, today].join(' ');
    const wanted = { forIds: personIds, today, seed, most: rules.LOOKED_AT };
    const free = (await rows.selectRequestCandidates(scope, wanted)).filter((each) => rules.isFree(each, now));
    if (free.length === 0) return null;
    const found = await selectIntroductionMembers(scope, [...personIds, ...free.map(({ personId }) => personId)]);
    const [those, others] = [
      found.filter((row) => personIds.includes(row.person_id)),
      found.filter((row) => !personIds.includes(row.person_id)),
    ];
    const history = (await Promise.all(personIds.map((personId) => pastOf(scope, personId)))).flat();
    const best = rules.bestFor(those.map(rules.matchPersonOf), others.map(rules.matchPersonOf), history);
    const chosen = others.find((row) => row.person_id === best?.personId);
    if (!best || !chosen) return null;
    const id = floor.newId();
    await begin(scope, { id, kind, members: [...those, chosen], reasons: JSON.stringify(best.reasons) });
    await rows.settleRequests(scope, kind === 'request' ? [...personIds, chosen.person_id] : [chosen.person_id], id);
    return id;
  };

  const begin = async (
    scope: WorkspaceScope,
    of: { id: string; kind: 'request' | 'again'; members: IntroductionMember[]; reasons: string },
  ) => {
    const { id, kind, members, reasons } = of;
    const memberIds = members.map(({ person_id }) => person_id);
    const guide = JSON.stringify(chooseGuide(id, hasPowerGap(members)));
    const round = { now: floor.clock.now(), programmeId: null, roundOn: null };
    await times.start(scope, [{ id, kind, memberIds, guide, reasons }], round);
    const notes = memberIds.map((personId) => ({
      key: `introduction:${id}:${personId}`,
      personId,
      kind: 'introduction' as const,
      aboutId: id,
    }));
    await delivery.tell(scope, ...notes);
  };

  /** Answers who waits in a workspace, longest first, as far as somebody is free. */
  const answerWaiting = (workspaceId: string): Promise<void> =>
    floor.db.asJobs('requests', workspaceId, async (scope) => {
      // One at a time, so that nobody is introduced twice.
      await holdName(scope, 'introduction requests');
      const today = await todayOf(scope);
      for (const personId of await rows.selectWaitingRequesters(scope, today)) {
        const stillWaits = (await rows.selectWaitingRequesters(scope, today)).includes(personId);
        if (stillWaits) await bring(scope, [personId], 'request');
      }
    });

  const lapse = (workspaceId: string): Promise<void> =>
    floor.db.asJobs('requests', workspaceId, async (scope) => {
      const before = new Date(floor.clock.now().getTime() - rules.WAITS_FOR);
      const lapsed = await rows.lapseRequests(scope, before);
      const notes = lapsed.map(({ request_id, person_id }) => ({
        key: `request-lapsed:${request_id}`,
        personId: person_id,
        kind: 'request-lapsed' as const,
        aboutId: request_id,
      }));
      await delivery.tell(scope, ...notes);
    });

  return {
    bring,
    answerWaiting,

    /** Each minute: answers who waits, and lets rest what waited too long. */
    async tendRequests(): Promise<void> {
      for (const { workspaceId } of await floor.db.workspaces()) {
        if (!(await floor.db.asJobs('requests', workspaceId, rows.doesAnybodyWait))) continue;
        await lapse(workspaceId);
        await answerWaiting(workspaceId);
      }
    },

    /** The caller's request while it waits or rests, and from when on they may ask again. */
    request: (who: Who): Promise<{ request: IntroductionRequest | null; mayAskFrom: Date | null }> =>
      floor.db.asPerson(who, async (scope) => {
        const mine = await rows.selectOwnRequest(scope);
        if (!mine) return { request: null, mayAskFrom: null };
        const again = new Date(mine.asked_at.getTime() + rules.ASKED_EVERY);
        const mayAskFrom = again > floor.clock.now() ? again : null;
        if (mine.status !== 'waiting' && mine.status !== 'lapsed') return { request: null, mayAskFrom };
        const ends = new Date(mine.asked_at.getTime() + rules.WAITS_FOR);
        const until = dayIn(ends, await rows.selectWorkspaceZone(scope));
        return { request: { id: mine.request_id, askedAt: mine.asked_at, until, status: mine.status }, mayAskFrom };
      }),

    /** Asks for someone; the introduction, or null while nobody is found. */
    async ask(who: Who): Promise<string | null> {
      const id = floor.newId();
      await floor.db.asPerson(who, async (scope) => {
        await holdName(scope, `request of ${scope.personId}`);
        const mine = await rows.selectOwnRequest(scope);
        const [now, last] = [floor.clock.now(), mine?.asked_at.getTime() ?? 0];
        if (mine?.status === 'waiting' || now.getTime() - last < rules.ASKED_EVERY)
          fail('introductions.already-requested');
        await rows.insertRequest(scope, { request_id: id, asked_at: now });
      });
      await answerWaiting(who.workspaceId);
      const mine = await floor.db.asPerson(who, rows.selectOwnRequest);
      return mine?.request_id === id ? mine.introduction_id : null;
    },

    /** Takes the caller's request back while it waits. */
    takeBack: (who: Who): Promise<void> => floor.db.asPerson(who, rows.withdrawRequest),
  };
}
