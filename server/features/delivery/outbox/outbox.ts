import * as rows from '../delivery.queries.ts';
import { isAboutSafety, opensAt, STALE_AFTER } from '../delivery.rules.ts';
import { type Pace, STREAK, verdictOf, widthOf } from '../queue/queue.rules.ts';
import type { Queue } from '../queue/queue.ts';
import type { OutboxOptions } from './outbox.deps.ts';
import { type Outcome, sendRow } from './sending.ts';

// A longer pause is left to the minute's tick.
const PATIENCE = 60_000;

type Row = Awaited<ReturnType<typeof rows.selectDue>>[number];

/** The outbox: every row leaves at most once, and only while its receiver still wants it. */
export function createOutbox(options: OutboxOptions) {
  let isFirst = true;
  return {
    /** Sends what is due; safe to run in several processes at once. Returns how many rows left. */
    async sendDue(): Promise<number> {
      const { floor } = options;
      let sent = 0;
      for (const { workspaceId } of await floor.db.workspaces()) {
        const stale = new Date(floor.clock.now().getTime() - STALE_AFTER);
        await floor.db.asJobs('delivery', workspaceId, (scope) => rows.releaseStale(scope, workspaceId, stale));
        // A start may have brought other settings.
        if (isFirst) await options.queue.resume(workspaceId);
        sent += await sendAll(options, workspaceId);
      }
      isFirst = false;
      return sent;
    },
  };
}

/** Sends what is due in a workspace, as fast as its mail server takes it. */
async function sendAll(options: OutboxOptions, workspaceId: string): Promise<number> {
  let [sent, streak] = [0, 0];
  for (let due = await open(options, workspaceId); due.length > 0; due = await open(options, workspaceId)) {
    while (due.length > 0) {
      const pace = await turn(options, workspaceId);
      if (!pace) return sent;
      const outcomes = await Promise.all(
        due.splice(0, widthOf(pace)).map((row) => sendRow(options, workspaceId, row.outbox_id)),
      );
      const taken = outcomes.filter(({ left }) => left === 'sent').length;
      sent += taken;
      streak = outcomes.some(({ left }) => left === 'refused') ? 0 : streak + taken;
      const isStreak = streak >= STREAK;
      if (isStreak) streak = 0;
      await learn(options.queue, workspaceId, { pace, outcomes, isStreak });
    }
  }
  return sent;
}

/** Rows that are due and whose receivers are awake; the others are put off. */
async function open({ floor }: OutboxOptions, workspaceId: string): Promise<Row[]> {
  const now = floor.clock.now();
  for (;;) {
    const due = await floor.db.asJobs('delivery', workspaceId, (scope) => rows.selectDue(scope, workspaceId, now));
    const awake: Row[] = [];
    for (const row of due) {
      const later = isAboutSafety(row.kind) ? null : opensAt(now, row.zone);
      if (!later) awake.push(row);
      else
        await floor.db.asJobs('delivery', workspaceId, (scope) =>
          rows.postpone(scope, workspaceId, row.outbox_id, later),
        );
    }
    if (awake.length > 0 || due.length === 0) return awake;
  }
}

/** The pace at which the next messages may leave now; undefined where they have to wait. */
async function turn({ floor, queue, patience }: OutboxOptions, workspaceId: string): Promise<Pace | undefined> {
  for (let waits = 0; waits < 3; waits += 1) {
    if (patience.isStopping()) return undefined;
    const pace = await queue.paceOf(workspaceId);
    const early = pace.nextAt.getTime() - floor.clock.now().getTime();
    if (early <= 0) {
      if (widthOf(pace) > 1) return pace;
      if (await queue.takeTurn(workspaceId, pace)) return queue.paceOf(workspaceId);
    } else if (pace.failures > 0 || early > PATIENCE) return undefined;
    else await patience.wait(early);
  }
  return undefined;
}

interface Learned {
  pace: Pace;
  outcomes: readonly Outcome[];
  isStreak: boolean;
}

async function learn(queue: Queue, workspaceId: string, { pace, outcomes, isStreak }: Learned): Promise<void> {
  const refused = outcomes.filter((outcome) => outcome.left === 'refused').map(({ error }) => error);
  const worst = (['hold', 'slow', 'busy'] as const)
    .map((verdict) => refused.find((error) => verdictOf(error, false) === verdict))
    .find((error) => error !== undefined);
  const reached = outcomes.some(({ left }) => left === 'sent') || refused.length > 0;
  if (reached) await queue.learn(workspaceId, pace, { error: worst ?? undefined, isStreak });
}
