import type { OutboxStatus } from '#server/migrations/tables.ts';
import type { Message } from '#server/ports/channel.ts';
import type { DeliveryDeps, Notice, Told } from '../delivery.deps.ts';
import { stopLine, whyLine } from '../delivery.messages.ts';
import * as rows from '../delivery.queries.ts';
import { becauseOf, nextTry, nextTryOfBusy, noticeOf, stopSecret, stopToken, troubleOf } from '../delivery.rules.ts';
import { verdictOf } from '../queue/queue.rules.ts';
import { findRoute } from '../way/way.verbs.ts';

interface Written {
  row: rows.OutboxRow;
  receiver: rows.ReceiverRow;
  message: Message;
}

/** What became of a row: it left, it was not sent at all, or it was refused and why. */
export type Outcome = { left: 'sent' | 'not'; error?: undefined } | { left: 'refused'; error: unknown };

/** Why a row must not leave any more; undefined where it may. */
async function objection(notice: Notice, told: Told, receiver: rows.ReceiverRow | undefined) {
  if (!receiver || !['active', 'away'].includes(receiver.status)) return 'not-here';
  if (receiver.off_since && !notice.isAboutSafety) return 'mail-off';
  return (await notice.isStillWanted?.(told)) === false ? 'no-longer-wanted' : undefined;
}

/** Claims a row and sends it, if it may still leave. */
export async function sendRow(deps: DeliveryDeps, workspaceId: string, outboxId: string): Promise<Outcome> {
  const { db, clock } = deps;
  const row = await db.asJobs('delivery', workspaceId, (scope) =>
    rows.claim(scope, workspaceId, outboxId, clock.now()),
  );
  if (!row) return { left: 'not' };
  const held = { workspaceId, outboxId, attempts: row.attempts };
  const receiver = await db.asJobs('delivery', workspaceId, (scope) =>
    rows.selectReceiver(scope, workspaceId, row.person_id),
  );
  const told = { workspaceId, personId: row.person_id, kind: row.kind, aboutId: row.about_id, key: row.key };
  const notice = noticeOf(deps.notices(), row.kind);
  const trouble = await objection(notice, told, receiver);
  // Written by tell() alone, from this very type.
  const message = trouble ? null : ((row.message as Message | null) ?? (await notice.compose?.(told)) ?? null);
  if (!message || !receiver) {
    await db.asJobs('delivery', workspaceId, (scope) =>
      rows.settle(scope, held, ['claimed'], { status: 'cancelled', trouble: trouble ?? 'no-longer-wanted' }),
    );
    return { left: 'not' };
  }
  return handOver(deps, held, { row, receiver, message });
}

async function handOver(deps: DeliveryDeps, held: rows.Claim, written: Written): Promise<Outcome> {
  const { db, clock, logger } = deps;
  const settle = (from: OutboxStatus[], change: rows.OutboxChange) =>
    db.asJobs('delivery', held.workspaceId, (scope) => rows.settle(scope, held, from, change));
  let handedOver = false;
  try {
    const { channel, from } = await findRoute(deps, held.workspaceId);
    const beforeHandover = async () => {
      // The next way, after one that took nothing.
      if (handedOver) return;
      // What leaves is kept with the row, so that a doubtful one can be named.
      const words = written.row.message === null ? { message: JSON.stringify(written.message) } : {};
      if (!(await settle(['claimed'], { status: 'handed-over', channel: channel.name, ...words })))
        throw new Error('Another process took this row.');
      handedOver = true;
    };
    await channel.send({
      ...envelopeOf(deps, written),
      from: { name: written.receiver.workspace, address: from },
      beforeHandover,
    });
    const isMine = await settle(['handed-over'], { status: 'sent', sent_at: clock.now(), trouble: null });
    return { left: isMine ? 'sent' : 'not' };
  } catch (error) {
    logger.error('delivery.failed', { row: held.outboxId, trouble: troubleOf(error), attempts: held.attempts });
    await settle(['claimed', 'handed-over'], changeAfter(error, handedOver, { row: written.row, now: clock.now() }));
    return { left: 'refused', error };
  }
}

/** What a row becomes that was not taken. */
function changeAfter(
  error: unknown,
  isHandedOver: boolean,
  { row, now }: { row: rows.OutboxRow; now: Date },
): rows.OutboxChange {
  const [verdict, trouble] = [verdictOf(error, isHandedOver), troubleOf(error)];
  // Words found at the moment of sending are found again at the next try.
  const queued = { status: 'queued' as const, trouble, ...(row.message === null ? { message: null } : {}) };
  if (verdict === 'doubtful' || verdict === 'bounced' || verdict === 'failed') return { status: verdict, trouble };
  // The number of tries is used once: only whoever holds it gives it back.
  if (verdict === 'hold' || verdict === 'slow') return { ...queued, attempts: row.attempts - 1 };
  if (verdict === 'busy') {
    const again = nextTryOfBusy(row.attempts, row.created_at, now);
    return again ? { ...queued, not_before: again } : { status: 'bounced', trouble };
  }
  const again = nextTry(row.attempts, now);
  return again ? { ...queued, not_before: again } : { status: 'failed', trouble };
}

function envelopeOf({ secrets, baseUrl, notices }: DeliveryDeps, { row, receiver, message }: Written) {
  const language = message.language ?? receiver.language ?? receiver.common;
  const token = stopToken(stopSecret(secrets), {
    workspaceId: row.workspace_id,
    personId: row.person_id,
    at: row.created_at,
  });
  return {
    key: `${row.workspace_id}:${row.key}`,
    to: { name: receiver.name, address: row.to_address ?? receiver.email },
    message,
    language,
    writtenAt: row.created_at,
    footer: [whyLine(receiver.workspace, becauseOf(noticeOf(notices(), row.kind)), language), stopLine(language)],
    stop: { page: `${baseUrl}/mail/${token}`, oneClick: `${baseUrl}/api/mail/${token}` },
  };
}
