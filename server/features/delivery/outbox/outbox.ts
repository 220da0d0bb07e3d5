import type { Floor } from '#server/platform/floor.ts';
import { type Channel, type Message, Refused } from '#server/ports/channel.ts';
import { footerOf } from '../delivery.messages.ts';
import * as rows from '../delivery.queries.ts';
import { nextTry, opensAt, STALE_AFTER, stopToken, troubleOf } from '../delivery.rules.ts';

/** What is asked again at the moment of sending. */
export interface Told {
  workspaceId: string;
  personId: string;
  kind: string;
  aboutId: string | null;
  key: string;
}

/** How mail of a workspace leaves. */
export interface Route {
  channel: Channel;
  /** The sender's address. */
  from: string;
}

export interface OutboxOptions {
  floor: Floor;
  /** Signs the links that turn mail off. */
  secret: string;
  routeOf(workspaceId: string): Promise<Route>;
  maySend(told: Told): Promise<boolean>;
  /** The words of a row that has none; null where it no longer holds. */
  compose(told: Told): Promise<Message | null>;
}

type Row = NonNullable<Awaited<ReturnType<typeof rows.claim>>>;
type Receiver = NonNullable<Awaited<ReturnType<typeof rows.selectReceiver>>>;

interface Written {
  row: Row;
  receiver: Receiver;
  message: Message;
}

// A mail server takes some messages side by side; most of the time one waits for it.
const AT_ONCE = 8;

/** The outbox: every row leaves at most once, and only while its receiver still wants it. */
export function createOutbox(options: OutboxOptions) {
  const { floor } = options;
  /** Why a row must not leave any more; undefined where it may. */
  const objection = async (told: Told, receiver: Receiver | undefined): Promise<string | undefined> => {
    if (!receiver || !['active', 'away'].includes(receiver.status)) return 'not-here';
    if (receiver.off_since) return 'mail-off';
    return (await options.maySend(told)) ? undefined : 'no-longer-wanted';
  };

  const sendRow = async (workspaceId: string, outboxId: string): Promise<boolean> => {
    const row = await floor.db.asJobs((scope) => rows.claim(scope, workspaceId, outboxId, floor.clock.now()));
    if (!row) return false;
    const held = { workspaceId, outboxId, attempts: row.attempts };
    const receiver = await floor.db.asJobs((scope) => rows.selectReceiver(scope, workspaceId, row.person_id));
    const told = { workspaceId, personId: row.person_id, kind: row.kind, aboutId: row.about_id, key: row.key };
    const trouble = await objection(told, receiver);
    // Written by tell() alone, from this very type.
    const message = trouble ? null : ((row.message as Message | null) ?? (await options.compose(told)));
    if (!message || !receiver) {
      await floor.db.asJobs((scope) =>
        rows.settle(scope, held, ['claimed'], { status: 'cancelled', trouble: trouble ?? 'no-longer-wanted' }),
      );
      return false;
    }
    return handOver(options, held, { row, receiver, message });
  };

  const sendBatch = async (workspaceId: string): Promise<{ seen: number; sent: number }> => {
    const now = floor.clock.now();
    const due = await floor.db.asJobs((scope) => rows.selectDue(scope, workspaceId, now));
    const sendOne = async ({ outbox_id, zone }: (typeof due)[number]): Promise<boolean> => {
      const later = opensAt(now, zone);
      if (!later) return sendRow(workspaceId, outbox_id);
      await floor.db.asJobs((scope) => rows.postpone(scope, workspaceId, outbox_id, later));
      return false;
    };
    let sent = 0;
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const outcomes = await Promise.all(due.slice(start, start + AT_ONCE).map(sendOne));
      sent += outcomes.filter(Boolean).length;
    }
    return { seen: due.length, sent };
  };

  return {
    /** Sends what is due; safe to run in several processes at once. Returns how many rows left. */
    async sendDue(): Promise<number> {
      let sent = 0;
      for (const { workspace_id } of await floor.db.asJobs(rows.selectWorkspaces)) {
        const stale = new Date(floor.clock.now().getTime() - STALE_AFTER);
        await floor.db.asJobs((scope) => rows.releaseStale(scope, workspace_id, stale));
        for (let batch = await sendBatch(workspace_id); batch.seen > 0; batch = await sendBatch(workspace_id))
          sent += batch.sent;
      }
      return sent;
    },
  };
}

async function handOver(options: OutboxOptions, held: rows.Claim, of: Written): Promise<boolean> {
  const { db, clock, log } = options.floor;
  const settle = (from: Parameters<typeof rows.settle>[2], change: Parameters<typeof rows.settle>[3]) =>
    db.asJobs((scope) => rows.settle(scope, held, from, change));
  // Words found at the moment of sending are found again at the next try.
  const wordless = of.row.message === null ? { message: null } : {};
  let handedOver = false;
  try {
    const { channel, from } = await options.routeOf(held.workspaceId);
    const beforeHandover = async () => {
      // What leaves is kept with the row, so that a doubtful one can be named.
      const words = of.row.message === null ? { message: JSON.stringify(of.message) } : {};
      if (!(await settle(['claimed'], { status: 'handed-over', channel: channel.name, ...words })))
        throw new Error('Another process took this row.');
      handedOver = true;
    };
    await channel.send({
      ...envelopeOf(options, of),
      from: { name: of.receiver.workspace, address: from },
      beforeHandover,
    });
    return await settle(['handed-over'], { status: 'sent', sent_at: clock.now(), trouble: null });
  } catch (error) {
    const trouble = troubleOf(error);
    log.error('delivery.failed', { row: held.outboxId, trouble, attempts: held.attempts });
    if (handedOver && !(error instanceof Refused)) await settle(['handed-over'], { status: 'doubtful', trouble });
    else {
      const again = error instanceof Refused && error.forGood ? null : nextTry(held.attempts, clock.now());
      await settle(
        ['claimed', 'handed-over'],
        again ? { status: 'queued', not_before: again, trouble, ...wordless } : { status: 'failed', trouble },
      );
    }
    return false;
  }
}

function envelopeOf({ floor, secret }: OutboxOptions, { row, receiver, message }: Written) {
  const language = receiver.language ?? receiver.common;
  const token = stopToken(secret, { workspaceId: row.workspace_id, personId: row.person_id });
  return {
    key: `${row.workspace_id}:${row.key}`,
    to: { name: receiver.name, address: receiver.email },
    message,
    language,
    writtenAt: row.created_at,
    footer: footerOf(receiver.workspace, language),
    stop: { page: `${floor.baseUrl}/mail/${token}`, oneClick: `${floor.baseUrl}/api/mail/${token}` },
  };
}
