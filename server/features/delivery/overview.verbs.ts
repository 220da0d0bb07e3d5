import type { MailState } from '#contract/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { DeliveryDeps } from './delivery.deps.ts';
import { countByStatus, releaseHeld, requeueFailed, selectFates } from './delivery.queries.ts';
import { type Fate, fateOf } from './delivery.rules.ts';
import { resumeMail } from './delivery.verbs.ts';
import { getQueueState } from './queue/queue.verbs.ts';

type OverviewDeps = Pick<DeliveryDeps, 'db' | 'clock' | 'log'>;

export async function countMail(deps: OverviewDeps, { workspaceId }: Who): Promise<MailState> {
  const rows = await deps.db.asJobs('delivery', workspaceId, (scope) => countByStatus(scope, workspaceId));
  const count = (...wanted: string[]) =>
    rows.filter((row) => wanted.includes(row.status)).reduce((sum, row) => sum + Number(row.count), 0);
  return {
    waiting: count('queued', 'claimed', 'handed-over'),
    sent: count('sent'),
    doubtful: count('doubtful'),
    failed: count('failed'),
    bounced: count('bounced'),
    held: count('held'),
    ...(await getQueueState(deps, workspaceId)),
  };
}

export async function sendMailAgain(deps: DeliveryDeps, who: Who): Promise<number> {
  const again = await deps.db.asJobs('delivery', who.workspaceId, async (scope) => {
    const count = await requeueFailed(scope, who.workspaceId, deps.clock.now());
    await deps.log.writeAs(scope, who, { action: 'delivery.send-again', about: { again: count } });
    return count;
  });
  await resumeMail(deps, who);
  return again;
}

export async function findFates(
  { db }: OverviewDeps,
  { workspaceId }: Who,
  keys: readonly string[],
): Promise<Map<string, Fate>> {
  const found = await db.asJobs('delivery', workspaceId, (scope) => selectFates(scope, workspaceId, keys));
  return new Map(found.map((row) => [row.key, fateOf(row)]));
}

export async function releaseHeldMail({ db, log }: OverviewDeps, who: Who): Promise<number> {
  return db.asJobs('delivery', who.workspaceId, async (scope) => {
    const released = await releaseHeld(scope, who.workspaceId);
    await log.writeAs(scope, who, { action: 'delivery.release-held', about: { released } });
    return released;
  });
}
