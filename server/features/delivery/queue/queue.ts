import type { JobScope } from '#server/platform/database.ts';
import type { Floor } from '#server/platform/floor.ts';
import { Refused } from '#server/ports/channel.ts';
import * as rows from './queue.queries.ts';
import * as rules from './queue.rules.ts';

/** Why all mail of an organisation waits, or that it leaves slowly. */
export interface QueueState {
  trouble: (rows.Why & { since: Date; nextAt: Date }) | null;
  isSlow: boolean;
}

export type Queue = ReturnType<typeof createQueue>;

/** How fast mail may leave: one truth for all processes, in the database. */
export function createQueue({ db, clock }: Floor) {
  const asDelivery = <T>(workspaceId: string, work: (scope: JobScope) => Promise<T>): Promise<T> =>
    db.asJobs('delivery', workspaceId, work);
  const paceOf = async (workspaceId: string): Promise<rules.Pace> => {
    const row = await asDelivery(workspaceId, (scope) => rows.selectQueue(scope, workspaceId));
    return { nextAt: row?.next_at ?? clock.now(), gapMs: row?.gap_ms ?? 0, failures: row?.failures ?? 0 };
  };
  const change = (workspaceId: string, seen: rules.Pace, next: rules.Pace, why?: rows.Why | null): Promise<boolean> =>
    asDelivery(workspaceId, async (scope) => {
      await rows.insertQueue(scope, workspaceId, seen.nextAt);
      const isMine = await rows.updatePace(scope, workspaceId, { seen, next });
      if (isMine && why !== undefined) await rows.updateWhy(scope, workspaceId, why, clock.now());
      return isMine;
    });
  return {
    paceOf,

    /** Takes the turn of the next message where they leave one by one; false where another process was first. */
    takeTurn: (workspaceId: string, seen: rules.Pace): Promise<boolean> => {
      const nextAt = new Date(clock.now().getTime() + Math.max(seen.gapMs, 1));
      return change(workspaceId, seen, { ...seen, nextAt });
    },

    /** Learns from how messages went that left at a pace. */
    async learn(workspaceId: string, seen: rules.Pace, outcome: { error?: unknown; isStreak: boolean }): Promise<void> {
      const now = clock.now();
      const verdict = outcome.error === undefined ? null : rules.verdictOf(outcome.error, false);
      const { error } = outcome;
      if (verdict === 'hold' && error instanceof Refused)
        await change(workspaceId, seen, rules.afterTrouble(seen, error.stage, now), error);
      else if (verdict === 'slow') await change(workspaceId, seen, rules.afterSlow(seen, now), null);
      else if (verdict === 'busy') await change(workspaceId, seen, rules.afterBusy(seen, now), null);
      else if (verdict === null && seen.failures > 0) await change(workspaceId, seen, { ...seen, failures: 0 }, null);
      else if (verdict === null && outcome.isStreak && seen.gapMs > 0)
        await change(workspaceId, seen, rules.afterStreak(seen));
    },

    /** Asks the server again at once: something about it was mended. */
    async resume(workspaceId: string): Promise<void> {
      const seen = await paceOf(workspaceId);
      if (seen.failures > 0 || seen.gapMs > 0)
        await change(workspaceId, seen, { ...seen, nextAt: clock.now(), gapMs: 0 });
    },

    async state(workspaceId: string): Promise<QueueState> {
      const row = await asDelivery(workspaceId, (scope) => rows.selectQueue(scope, workspaceId));
      const { stage, reason, since } = row ?? {};
      return {
        trouble: row && stage && reason && since ? { stage, reason, since, nextAt: row.next_at } : null,
        isSlow: (row?.gap_ms ?? 0) > 0,
      };
    },
  };
}
