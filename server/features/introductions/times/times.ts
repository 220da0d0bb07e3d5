import type { Delivery, Note } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { insertIntroductions, lockIntroduction, type NewIntroduction } from '../introductions.queries.ts';
import type { Look } from '../look.ts';
import { hoursInOrder, selectMemberHours, type WorkspaceScope } from '../members/members.ts';
import * as rows from './times.queries.ts';
import * as rules from './times.rules.ts';

type Started = Omit<NewIntroduction, 'startsAt'>;

/** The time of each introduction: one, in every mail, page and file, and free for everybody in it. */
export type Times = ReturnType<typeof createTimes>;

/** What mail and calendars are told once a time is set or asked for. */
export const timeKey = (id: string, sequence: number, personId: string): string =>
  `introduction-time:${id}:${sequence}:${personId}`;
export const questionKey = (id: string, { at, since }: { at: Date; since: Date }, personId: string): string =>
  `introduction-question:${id}:${at.getTime()}:${since.getTime()}:${personId}`;

/** Sets the times of introductions that begin, and keeps them while people come and go. */
export function createTimes(floor: Floor, delivery: Pick<Delivery, 'tell'>) {
  /** When people have introductions; in a person's transaction the background looks. */
  const busyOf = (scope: WorkspaceScope | Scope, ids: readonly string[]) => {
    const now = floor.clock.now();
    return 'personId' in scope
      ? floor.db.asJobs('answers', scope.workspaceId, (jobs) => rows.selectBusy(jobs, ids, now))
      : rows.selectBusy(scope, ids, now);
  };

  const pencil = async (
    scope: WorkspaceScope,
    wanted: readonly { id: string; memberIds: readonly string[] }[],
    programmeId: string | null,
  ): Promise<Map<string, Date | null>> => {
    await rows.holdTimes(scope);
    const ids = [...new Set(wanted.flatMap(({ memberIds }) => memberIds))];
    const people = new Map((await selectMemberHours(scope, ids)).map((row) => [row.person_id, row]));
    const isLunch = programmeId !== null && (await rows.selectKind(scope, programmeId)) === 'lunch';
    const ahead = rules.timesAhead(floor.clock.now());
    const unset = wanted.map(({ id, memberIds }) => {
      const everybody = memberIds.flatMap((each) => people.get(each) ?? []);
      return { id, memberIds, possible: ahead(hoursInOrder(everybody), { isLunch }) };
    });
    // From a new id, so that nobody can reckon again which times were passed over.
    const chance = () => Number.parseInt(floor.newId().slice(0, 8), 16) / 2 ** 32;
    const chosen = rules.pencilIn(unset, await busyOf(scope, ids), chance);
    return new Map([...chosen].map(([id, at]) => [id, at === null ? null : new Date(at)]));
  };

  const noteOf =
    (id: string, sequence: number) =>
    (personId: string): Note => ({
      key: timeKey(id, sequence, personId),
      personId,
      kind: 'introduction-time',
      aboutId: id,
    });

  /** Agrees on a time, and tells everybody. */
  const agree = async (
    scope: WorkspaceScope,
    id: string,
    { at, remainingIds }: { at: Date; remainingIds: readonly string[] },
  ) => {
    const sequence = await rows.setTime(scope, id, { at, isAgreed: true });
    await delivery.tell(scope, ...remainingIds.map(noteOf(id, sequence)));
  };

  /** Where everybody who is left said yes to one time, it is agreed, and all are told. */
  const settle = async (
    scope: WorkspaceScope,
    id: string,
    of: { startsAt: Date | null; isAgreed: boolean; remainingIds: readonly string[] },
  ): Promise<boolean> => {
    const slots = (await rows.selectSlots(scope, [id])).get(id) ?? [];
    const at = rules.agreedOn(rules.timeState(of, slots, of.remainingIds), of.remainingIds);
    if (!at) return false;
    await rows.deleteSlots(scope, id, { but: [at] });
    await agree(scope, id, { at, remainingIds: of.remainingIds });
    return true;
  };

  return {
    settle,
    agree,

    /** Writes introductions that begin, each with a time that is free for everybody in it, where there is one. */
    async start(
      scope: WorkspaceScope,
      started: readonly Started[],
      of: { now: Date; programmeId: string | null; roundOn: string | null },
    ): Promise<void> {
      const times = await pencil(scope, started, of.programmeId);
      const made = started.map((each) => ({ ...each, startsAt: times.get(each.id) ?? null }));
      await insertIntroductions(scope, made, of);
      await rows.insertSlots(
        scope,
        made.flatMap(({ id, memberIds, startsAt }) =>
          startsAt ? memberIds.map((personId) => ({ introductionId: id, personId, at: startsAt })) : [],
        ),
      );
    },

    /** Somebody came into a running introduction: its time stays if it suits them, else all get another. */
    async fit(scope: WorkspaceScope, id: string, personId: string): Promise<void> {
      await rows.holdTimes(scope);
      const row = (await rows.selectTime(scope, id)) ?? fail('not-found');
      const at = row.starts_at;
      const memberIds = row.member_ids.filter((each) => !row.left_ids.includes(each));
      const busy = await busyOf(scope, [personId]);
      if (at && at > floor.clock.now() && !busy.get(personId)?.has(at.getTime())) {
        await rows.insertSlots(scope, [{ introductionId: id, personId, at }]);
        if (row.is_agreed) await rows.setTime(scope, id, { at, isAgreed: false });
        return;
      }
      await rows.deleteSlots(scope, id, {});
      const next = (await pencil(scope, [{ id, memberIds }], row.programme_id)).get(id) ?? null;
      if (!next && !at) return;
      const sequence = await rows.setTime(scope, id, { at: next, isAgreed: false });
      if (next)
        await rows.insertSlots(
          scope,
          memberIds.map((each) => ({ introductionId: id, personId: each, at: next })),
        );
      await delivery.tell(scope, ...memberIds.filter((each) => each !== personId).map(noteOf(id, sequence)));
    },

    /** The caller left: their half hours are free again, and everybody's where nobody is left to meet. */
    async release(
      scope: Scope,
      id: string,
      of: { startsAt: Date | null; isAgreed: boolean; remainingIds: readonly string[] },
    ): Promise<void> {
      const isOver = of.remainingIds.length < 2;
      await rows.deleteSlots(scope, id, isOver ? {} : { personId: scope.personId });
      if (!isOver) await settle(scope, id, of);
    },
  };
}

/** Choosing a time: a proposal to the others, or the yes to theirs. */
export function createChoosing(
  floor: Floor,
  look: Look,
  delivery: Pick<Delivery, 'tell'>,
  times: Pick<Times, 'settle' | 'agree'>,
) {
  const open = async (scope: Scope, id: string) => {
    await lockIntroduction(scope, id);
    const { row, summary } = await look.one(scope, id);
    if (summary.isEnded || summary.metOn !== null) fail('introductions.ended');
    await rows.holdTimes(scope);
    const remainingIds = row.member_ids.filter((each) => !row.left_ids.includes(each));
    const standing = { startsAt: row.starts_at, isAgreed: row.is_agreed, remainingIds };
    const slots = (await rows.selectSlots(scope, [id])).get(id) ?? [];
    return { row, standing, state: rules.timeState(standing, slots, remainingIds) };
  };

  return {
    /** Proposes one of the times on offer, or says yes to the one that stands or is asked for; agreed once all did. */
    chooseTime: (who: Who, id: string, at: Date): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const { row, standing, state } = await open(scope, id);
        const now = floor.clock.now();
        const isSame = (other: Date | null | undefined) => other?.getTime() === at.getTime();
        const isKnown = isSame(state.at) || isSame(state.asked?.at);
        const mine = await rows.selectOtherSlotsOfMine(scope, id);
        if (at <= now) fail('introductions.time-gone');
        // A time on offer never was one of the caller's own.
        if (mine.has(at.getTime())) fail('introductions.time-taken');
        if (!isKnown) {
          const offers = await look.offers(scope, row, mine);
          if (!offers.some((each) => isSame(each.at))) fail('introductions.time-gone');
          if (row.proposals >= rules.PROPOSALS_AT_MOST) fail('too-many-requests');
          await rows.countProposal(scope, id);
        }
        const kept = state.at ? [state.at, at] : [at];
        await rows.deleteSlots(scope, id, { but: kept });
        await rows.sayYes(scope, id, { at, now });
        if (await times.settle(scope, id, standing)) return;
        // What was agreed stays so; whoever proposed another time hears it.
        if (isSame(state.at) && state.isAgreed && state.asked) await times.agree(scope, id, { ...standing, at });
        if (isSame(state.asked?.at)) return;
        const slots = (await rows.selectSlots(scope, [id])).get(id) ?? [];
        const { asked } = rules.timeState(standing, slots, standing.remainingIds);
        if (!asked) return;
        const notBefore = new Date(now.getTime() + rules.TOLD_AFTER);
        const others = standing.remainingIds.filter((each) => each !== who.personId);
        const notes = others.map((personId) => ({
          key: questionKey(id, asked, personId),
          personId,
          kind: 'introduction-question' as const,
          aboutId: id,
          notBefore,
        }));
        await delivery.tell(scope, ...notes);
      }),

    /** Takes back what the caller said to a time that is not agreed yet. */
    takeTimeBack: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const { state } = await open(scope, id);
        if (!state.asked?.yesIds.includes(who.personId)) return;
        await rows.deleteSlots(scope, id, { but: state.at ? [state.at] : [], personId: who.personId });
        await rows.forgetYes(scope, id);
      }),
  };
}
