import type { Programme, Rhythm, Wish } from '#contract/programmes.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { Lookup, ProgrammesDeps } from '../programmes.deps.ts';
import * as rows from './membership.queries.ts';

interface Choice {
  rhythm?: Rhythm | undefined;
  part?: 'member' | 'lead' | undefined;
  skip?: boolean | undefined;
  takePart?: boolean | undefined;
  wish?: Wish | null | undefined;
}

const columnsOf = (choice: Choice, today: string) => ({
  ...(choice.rhythm && { rhythm: choice.rhythm }),
  ...(choice.part && { part: choice.part }),
  ...(choice.skip !== undefined && { skip_on: choice.skip ? today : null }),
  ...(choice.takePart !== undefined && { in_on: choice.takePart ? today : null }),
  ...(choice.wish !== undefined && {
    wish: choice.wish?.kind ?? null,
    wish_text: choice.wish && 'text' in choice.wish ? choice.wish.text : null,
  }),
});

/** Taking part: by own choice, at the own pace, ended at once. */
export function createMembership(floor: Floor, { boundaries, introductions }: ProgrammesDeps, look: Lookup) {
  return {
    /** Joins; again it changes rhythm and part alone. */
    join: (
      who: Who,
      id: string,
      wanted: Pick<Choice, 'rhythm' | 'part'> & { token?: string | undefined },
    ): Promise<Programme> =>
      floor.db.asPerson(who, async (scope) => {
        const { row } = await look.found(scope, who, id, wanted.token);
        if (row.status === 'ended') fail('programmes.ended');
        await rows.insertMembership(scope, {
          programme_id: id,
          joined_at: floor.clock.now(),
          rhythm: wanted.rhythm ?? 'every',
          part: wanted.part ?? 'member',
          chosen_at: floor.clock.now(),
        });
        const choice = columnsOf({ rhythm: wanted.rhythm, part: wanted.part }, '');
        if (row.joined_at && Object.keys(choice).length > 0) await rows.updateMembership(scope, id, choice);
        const { row: now, caller } = await look.found(scope, who, id, wanted.token);
        return look.shaped(now, caller);
      }),

    /** The caller's rhythm, part, skip and wish. */
    choose: (who: Who, id: string, choice: Choice): Promise<Programme> =>
      floor.db.asPerson(who, async (scope) => {
        const { row } = await look.found(scope, who, id);
        if (!row.joined_at) fail('not-found');
        await boundaries.holdForChange(scope);
        const columns = columnsOf(choice, dayIn(floor.clock.now(), row.timezone));
        if (Object.keys(columns).length > 0)
          await rows.updateMembership(scope, id, { ...columns, chosen_at: floor.clock.now() });
        const { row: now, caller } = await look.found(scope, who, id);
        return look.shaped(now, caller);
      }),

    /** Leaves at once; what is under way ends as a pause would end it. */
    leave: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await look.found(scope, who, id);
        await boundaries.holdForChange(scope);
        await rows.deleteMembership(scope, id);
        await introductions.leaveProgramme(scope, id);
      }),

    /**
     * Whether the holder of a reminder's link sits the next round out, after changing it where a change is given; null
     * where they do not take part any more, chose otherwise since, or that round is over.
     */
    skip: (of: { workspaceId: string; personId: string; aboutId: string; at: Date }, change: boolean | null) =>
      floor.db.asPerson(of, async (scope): Promise<boolean | null> => {
        await boundaries.holdForChange(scope);
        const today = dayIn(floor.clock.now(), 'UTC');
        const before = await rows.selectSkip(scope, of.aboutId);
        const isOlder = before?.chosen_at && before.chosen_at > of.at;
        const isPast = before?.last_on && before.last_on > dayIn(of.at, before.timezone);
        if (!before || isOlder || isPast) return null;
        if (change !== null) await rows.updateMembership(scope, of.aboutId, { skip_on: change ? today : null });
        const row = await rows.selectSkip(scope, of.aboutId);
        return row ? row.skip_on !== null : null;
      }),
  };
}
