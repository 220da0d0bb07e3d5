import { sql } from 'kysely';
import type { MailReason, MailStage } from '#contract/delivery.ts';
import type { RoleScope } from '#server/platform/database.ts';

import type { Pace } from './queue.rules.ts';

export interface Why {
  stage: MailStage;
  reason: MailReason;
}

/** How fast mail may leave and why it waits; undefined at full speed. */
export async function selectQueue({ db }: RoleScope, workspaceId: string) {
  return (
    db
      .selectFrom('mail_queue')
      .select(['next_at', 'gap_ms', 'failures', 'since'])
      // Written by updateWhy alone, from these very types.
      .select([sql<MailStage | null>`stage`.as('stage'), sql<MailReason | null>`reason`.as('reason')])
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst()
  );
}

/** Makes sure that there is a row to change. */
export async function insertQueue({ db }: RoleScope, workspaceId: string, now: Date) {
  await db
    .insertInto('mail_queue')
    .values({ workspace_id: workspaceId, next_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Sets the pace, unless another process learned something meanwhile; false where it did. */
export async function updatePace({ db }: RoleScope, workspaceId: string, change: { seen: Pace; next: Pace }) {
  const { seen, next } = change;
  const { numUpdatedRows } = await db
    .updateTable('mail_queue')
    .set({ next_at: next.nextAt, gap_ms: next.gapMs, failures: next.failures })
    .where('workspace_id', '=', workspaceId)
    .where('next_at', '=', seen.nextAt)
    .where('gap_ms', '=', seen.gapMs)
    .where('failures', '=', seen.failures)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Notes why mail waits; since when stays what it was while it goes on. */
export async function updateWhy({ db }: RoleScope, workspaceId: string, why: Why | null, now: Date) {
  await db
    .updateTable('mail_queue')
    .set((eb) => ({
      stage: why?.stage ?? null,
      reason: why?.reason ?? null,
      since: why ? eb.fn.coalesce('since', eb.val(now)) : null,
    }))
    .where('workspace_id', '=', workspaceId)
    .execute();
}
