import type { DeliveryDeps, DeliveryServices } from '../delivery.deps.ts';
import * as rows from '../delivery.queries.ts';
import { noticeOf, opensAt, STALE_AFTER } from '../delivery.rules.ts';
import { type Pace, STREAK, verdictOf, widthOf } from '../queue/queue.rules.ts';
import { getPace, learnPace, resumeQueue, takeTurn } from '../queue/queue.verbs.ts';
import { type Outcome, sendRow } from './send-row.ts';

// A longer pause is left to the minute's tick.
const PATIENCE = 60_000;

/** Sends what is due: every row leaves at most once, and only while its receiver still wants it. */
export async function sendDue(deps: DeliveryServices): Promise<number> {
  const { db, clock, progress } = deps;
  let sent = 0;
  for (const { workspaceId } of await db.workspaces()) {
    const stale = new Date(clock.now().getTime() - STALE_AFTER);
    await db.asJobs('delivery', workspaceId, (scope) => rows.releaseStale(scope, workspaceId, stale));
    // A start may have brought other settings.
    if (!progress.hasBegun) await resumeQueue(deps, workspaceId);
    sent += await sendAll(deps, workspaceId);
  }
  progress.hasBegun = true;
  return sent;
}

/** Sends what is due in a workspace, as fast as its mail server takes it. */
async function sendAll(deps: DeliveryServices, workspaceId: string): Promise<number> {
  let [sent, streak] = [0, 0];
  for (let due = await listDue(deps, workspaceId); due.length > 0; due = await listDue(deps, workspaceId)) {
    while (due.length > 0) {
      const pace = await awaitTurn(deps, workspaceId);
      if (!pace) return sent;
      const outcomes = await Promise.all(
        due.splice(0, widthOf(pace)).map((row) => sendRow(deps, workspaceId, row.outbox_id)),
      );
      const taken = outcomes.filter(({ left }) => left === 'sent').length;
      sent += taken;
      streak = outcomes.some(({ left }) => left === 'refused') ? 0 : streak + taken;
      const isStreak = streak >= STREAK;
      if (isStreak) streak = 0;
      await learnFrom(deps, workspaceId, { pace, outcomes, isStreak });
    }
  }
  return sent;
}

/** Rows that are due and whose receivers are awake; the others are put off. */
async function listDue({ db, clock, notices }: DeliveryDeps, workspaceId: string): Promise<rows.DueRow[]> {
  const now = clock.now();
  for (;;) {
    const due = await db.asJobs('delivery', workspaceId, (scope) => rows.selectDueRows(scope, workspaceId, now));
    const awake: rows.DueRow[] = [];
    for (const row of due) {
      const later = noticeOf(notices(), row.kind).isAboutSafety ? null : opensAt(now, row.zone);
      if (!later) awake.push(row);
      else await db.asJobs('delivery', workspaceId, (scope) => rows.postpone(scope, workspaceId, row.outbox_id, later));
    }
    if (awake.length > 0 || due.length === 0) return awake;
  }
}

/** The pace at which the next messages may leave now; undefined where they have to wait. */
async function awaitTurn(deps: DeliveryServices, workspaceId: string): Promise<Pace | undefined> {
  for (let waits = 0; waits < 3; waits += 1) {
    if (deps.patience.isStopping()) return undefined;
    const pace = await getPace(deps, workspaceId);
    const early = pace.nextAt.getTime() - deps.clock.now().getTime();
    if (early <= 0) {
      if (widthOf(pace) > 1) return pace;
      if (await takeTurn(deps, workspaceId, pace)) return getPace(deps, workspaceId);
    } else if (pace.failures > 0 || early > PATIENCE) return undefined;
    else await deps.patience.wait(early);
  }
  return undefined;
}

interface Learned {
  pace: Pace;
  outcomes: readonly Outcome[];
  isStreak: boolean;
}

async function learnFrom(
  deps: DeliveryDeps,
  workspaceId: string,
  { pace, outcomes, isStreak }: Learned,
): Promise<void> {
  const refused = outcomes.filter((outcome) => outcome.left === 'refused').map(({ error }) => error);
  const worst = (['hold', 'slow', 'busy'] as const)
    .map((verdict) => refused.find((error) => verdictOf(error, false) === verdict))
    .find((error) => error !== undefined);
  const reached = outcomes.some(({ left }) => left === 'sent') || refused.length > 0;
  if (reached) await learnPace(deps, workspaceId, pace, { error: worst ?? undefined, isStreak });
}
