import type { Limits } from '#contract/boundaries.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rows from './boundaries.queries.ts';

/** What else changes in the same transaction when a limit is set. */
export interface Hooks {
  whenBlocked(scope: Scope, personId: string): Promise<void>;
  whenPaused(scope: Scope): Promise<void>;
  /** Somebody is open to introductions now; called once that is committed. */
  whenOpened(workspaceId: string): Promise<unknown>;
}

type Ids = Pick<Who, 'workspaceId' | 'personId'>;
/** Limits to change; what is missing stays. */
type Change = {
  [Limit in keyof Limits]?: Exclude<Limits[Limit], Limit extends 'hellos' | 'introductions' ? null : never> | undefined;
};

const UNDO_WITHIN = 7 * 86_400_000;

/** A person's own limits, obeyed everywhere. */
export function createBoundaries(floor: Floor, hooks: Hooks) {
  const todayOf = async (scope: Scope) => dayIn(floor.clock.now(), await rows.selectTimezone(scope));
  return {
    /** The caller's own limits. */
    async mine(who: Ids): Promise<Limits> {
      const row = await floor.db.asPerson(who, rows.selectOwn);
      return {
        hellos: row?.hellos ?? null,
        pausedUntil: row?.paused_until ?? null,
        introductions: row?.introductions ?? null,
        rhythm: row?.rhythm ?? null,
        neverInvite: row?.never_invite ?? false,
      };
    },

    /** Changes the caller's limits; a pause ends the introductions under way. */
    async change(who: Ids, change: Change): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        await rows.holdLimits(scope, 'to-change');
        const row = await rows.selectOwn(scope);
        await rows.upsertOwn(scope, {
          hellos: change.hellos ?? row?.hellos ?? null,
          paused_until: change.pausedUntil === undefined ? (row?.paused_until ?? null) : change.pausedUntil,
          introductions: change.introductions ?? row?.introductions ?? null,
          rhythm: change.rhythm === undefined ? (row?.rhythm ?? null) : change.rhythm,
          never_invite: change.neverInvite ?? row?.never_invite ?? false,
          // Chosen here, no link undoes it.
          ...(change.neverInvite !== undefined && { never_invite_since: floor.clock.now(), never_invite_link: null }),
        });
        if (change.pausedUntil && change.pausedUntil >= (await todayOf(scope))) await hooks.whenPaused(scope);
      });
      if (change.introductions) await hooks.whenOpened(who.workspaceId);
    },

    /** Whether invitations are off, after a link from a mail changed it; it takes back only what it did itself, for a week. */
    neverInviteByLink: (who: Ids, link: string, change: boolean | null) =>
      floor.db.asPerson(who, async (scope): Promise<{ isOn: boolean; mayUndo: boolean }> => {
        await rows.holdLimits(scope, 'to-change');
        const row = await rows.selectOwn(scope);
        const now = floor.clock.now();
        const isOn = row?.never_invite ?? false;
        const since = row?.never_invite_since?.getTime() ?? 0;
        const mayUndo = isOn && row?.never_invite_link === link && now.getTime() - since < UNDO_WITHIN;
        if (change === null || change === isOn || (isOn && !mayUndo)) return { isOn, mayUndo };
        const off = { hellos: null, paused_until: null, introductions: null, rhythm: null };
        const set = { never_invite: change, never_invite_since: now, never_invite_link: change ? link : null };
        await rows.upsertOwn(scope, row ? { ...row, ...set } : { ...off, ...set });
        return { isOn: change, mayUndo: change };
      }),

    /** Whom the caller blocked. */
    blocks: (who: Who) => floor.db.asPerson(who, rows.selectBlocks),

    /** Blocks somebody: silent, symmetric, total. */
    async block(who: Who, personId: string): Promise<void> {
      if (personId === who.personId) fail('boundaries.yourself');
      await floor.db.asPerson(who, async (scope) => {
        if (!(await rows.personExists(scope, personId))) fail('not-found');
        await rows.holdLimits(scope, 'to-change');
        await hooks.whenBlocked(scope, personId);
        await rows.insertBlock(scope, personId, floor.newId());
      });
    },

    /** Lifts the caller's own block; the other's, if any, stays. */
    unblock: (who: Who, personId: string): Promise<void> =>
      floor.db.asPerson(who, (scope) => rows.deleteBlock(scope, personId)),

    /** Lets no limit of the workspace change until this transaction ends. */
    holdStill: (scope: Pick<Scope, 'db' | 'workspaceId'>): Promise<void> => rows.holdLimits(scope, 'still'),

    /** Lets no round be published until this transaction ends. */
    holdForChange: (scope: Scope): Promise<void> => rows.holdLimits(scope, 'to-change'),

    /** Those of `ids` whom the caller may greet on `today` ('YYYY-MM-DD'). */
    async openTo(scope: Scope, ids: readonly string[], today: string): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      return new Set((await rows.selectOpen(scope, ids, today)).map((row) => row.person_id));
    },

    /** Those of `ids` who are here for the caller on a day (today where none is given): active, not paused, no block between the two. */
    async reachable(scope: Scope, ids: readonly string[], day?: string): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const today = day ?? (await todayOf(scope));
      return new Set((await rows.selectReachable(scope, ids, today)).map((row) => row.person_id));
    },
  };
}

export type BoundariesDoor = ReturnType<typeof createBoundaries>;
