import type { JobScope } from '#server/platform/database.ts';
import { Refused } from '#server/ports/channel.ts';
import type { DeliveryDeps } from '../delivery.deps.ts';
import * as rows from './queue.queries.ts';
import * as rules from './queue.rules.ts';

/** Why all mail of an organisation waits, or that it leaves slowly. */
export interface QueueState {
  trouble: (rows.Why & { since: Date; nextAt: Date }) | null;
  isSlow: boolean;
}

type QueueDeps = Pick<DeliveryDeps, 'db' | 'clock'>;

const selected = ({ db }: QueueDeps, workspaceId: string) =>
  db.asJobs('delivery', workspaceId, (scope: JobScope) => rows.selectQueue(scope, workspaceId));

/** How fast mail may leave: one truth for all processes, in the database. */
export async function getPace(deps: QueueDeps, workspaceId: string): Promise<rules.Pace> {
  const row = await selected(deps, workspaceId);
  return { nextAt: row?.next_at ?? deps.clock.now(), gapMs: row?.gap_ms ?? 0, failures: row?.failures ?? 0 };
}

interface PaceChange {
  seen: rules.Pace;
  next: rules.Pace;
  /** Missing where the reason stays as it is. */
  why?: rows.Why | null;
}

/** False where another process changed the pace meanwhile. */
const changePace = ({ db, clock }: QueueDeps, workspaceId: string, { seen, next, why }: PaceChange): Promise<boolean> =>
  db.asJobs('delivery', workspaceId, async (scope) => {
    await rows.insertQueue(scope, workspaceId, seen.nextAt);
    const isMine = await rows.updatePace(scope, workspaceId, { seen, next });
    if (isMine && why !== undefined) await rows.updateWhy(scope, workspaceId, why, clock.now());
    return isMine;
  });

/** Takes the turn of the next message where they leave one by one; false where another process was first. */
export async function takeTurn(deps: QueueDeps, workspaceId: string, seen: rules.Pace): Promise<boolean> {
  const nextAt = new Date(deps.clock.now().getTime() + Math.max(seen.gapMs, 1));
  return changePace(deps, workspaceId, { seen, next: { ...seen, nextAt } });
}

/** How messages went that left at a pace. */
export interface PaceOutcome {
  error?: unknown;
  isStreak: boolean;
}

/** Learns from how messages went that left at a pace. */
export async function learnPace(
  deps: QueueDeps,
  workspaceId: string,
  seen: rules.Pace,
  { error, isStreak }: PaceOutcome,
): Promise<void> {
  const now = deps.clock.now();
  const change = (next: rules.Pace, why?: rows.Why | null) =>
    changePace(deps, workspaceId, { seen, next, ...(why === undefined ? {} : { why }) });
  const verdict = error === undefined ? null : rules.verdictOf(error, false);
  if (verdict === 'hold' && error instanceof Refused) await change(rules.afterTrouble(seen, error.stage, now), error);
  else if (verdict === 'slow') await change(rules.afterSlow(seen, now), null);
  else if (verdict === 'busy') await change(rules.afterBusy(seen, now), null);
  else if (verdict === null && seen.failures > 0) await change({ ...seen, failures: 0 }, null);
  else if (verdict === null && isStreak && seen.gapMs > 0) await change(rules.afterStreak(seen));
}

/** Asks the server again at once: something about it was mended. */
export async function resumeQueue(deps: QueueDeps, workspaceId: string): Promise<void> {
  const seen = await getPace(deps, workspaceId);
  if (seen.failures > 0 || seen.gapMs > 0)
    await changePace(deps, workspaceId, { seen, next: { ...seen, nextAt: deps.clock.now(), gapMs: 0 } });
}

export async function getQueueState(deps: QueueDeps, workspaceId: string): Promise<QueueState> {
  const row = await selected(deps, workspaceId);
  const { stage, reason, since } = row ?? {};
  return {
    trouble: row && stage && reason && since ? { stage, reason, since, nextAt: row.next_at } : null,
    isSlow: (row?.gap_ms ?? 0) > 0,
  };
}
