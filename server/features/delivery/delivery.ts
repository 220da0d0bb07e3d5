import type { MailChoice, MailState, MyMail } from '#contract/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { Message } from '#server/ports/channel.ts';
import {
  countByStatus,
  deleteMailOff,
  forgetMessages,
  insertMailOff,
  insertOutbox,
  releaseHeld,
  requeueFailed,
  selectFates,
  selectOffSince,
  selectUncertain,
} from './delivery.queries.ts';
import {
  type Fate,
  FORGET_AFTER,
  fateOf,
  readStopToken,
  subjectOf,
  TOLD_AT_ONCE,
  UNDO_WITHIN,
} from './delivery.rules.ts';
import type { Notices } from './outbox/outbox.deps.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPatience } from './queue/patience.ts';
import { createQueue, type Queue } from './queue/queue.ts';
import { mailAtOnce } from './way/at-once.ts';
import { createWays, type WayMeans } from './way/way.ts';

/** A transaction in a workspace, of a person or of the background. */
export type TellScope = Pick<Scope, 'db' | 'workspaceId'>;

export type { Notice, Notices, Told } from './outbox/outbox.deps.ts';

export interface Note {
  /** Unique for ever in the workspace: telling again with the same key changes nothing. */
  key: string;
  personId: string;
  /** One that the table of notices has; another is a programmer's error. */
  kind: string;
  /** Missing where the words are found only at the moment of sending, from `aboutId`. */
  message?: Message;
  /** The hello or introduction it speaks of; checked again before it is sent. */
  aboutId?: string;
  notBefore?: Date;
  /** Where it goes, if not to the person's address of the moment. */
  to?: string;
}

/** What delivery needs from outside; main plugs it in. */
export interface Means extends WayMeans {
  /** Every kind that may be told; asked for late, since features are plugged in later. */
  notices(): Notices;
  /** Lets time pass; tests move their clock instead. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** Wakes the background once the transaction commits. */
  wake(scope: TellScope): Promise<void>;
}

/** Telling people things: the outbox, which commits with the change that it tells of. */
export function createDelivery(floor: Floor, log: LogDoor, means: Means) {
  const secret = floor.secrets.derive('stop-mail');
  const ways = createWays(floor, means);
  const queue = createQueue(floor);
  const patience = createPatience(means.wait);
  const { notices } = means;
  const outbox = createOutbox({ floor, secret, queue, patience, routeOf: ways.routeOf, notices });
  return {
    /** Says "tell this person this", or many such things, in the caller's transaction. */
    async tell(scope: TellScope, ...notes: readonly Note[]): Promise<void> {
      const [now, known] = [floor.clock.now(), notices()];
      const unknown = notes.find(({ kind }) => !Object.hasOwn(known, kind));
      if (unknown) throw new Error(`No feature has a notice of the kind '${unknown.kind}'.`);
      const told = notes.map((note) => ({
        outbox_id: floor.newId(),
        key: note.key,
        person_id: note.personId,
        kind: note.kind,
        message: note.message ? JSON.stringify(note.message) : null,
        about_id: note.aboutId ?? null,
        not_before: note.notBefore ?? now,
        created_at: now,
        to_address: note.to ?? null,
      }));
      for (let start = 0; start < told.length; start += TOLD_AT_ONCE)
        await insertOutbox(scope, told.slice(start, start + TOLD_AT_ONCE));
      if (told.length > 0) await means.wake(scope);
    },

    /** Sends what is due; safe to run in several processes at once. Returns how many left. */
    sendDue: outbox.sendDue,

    /** Begins nothing more; for the end of a process. */
    stop: patience.stop,

    /** Asks the mail server again at once: its settings are others now. */
    async resume(who: Who): Promise<void> {
      await queue.resume(who.workspaceId);
      await floor.db.asPerson(who, means.wake);
    },

    /** Forgets what old messages said. */
    async forget(): Promise<void> {
      const before = new Date(floor.clock.now().getTime() - FORGET_AFTER);
      for (const { workspaceId } of await floor.db.workspaces())
        await floor.db.asJobs('retention', workspaceId, (scope) => forgetMessages(scope, workspaceId, before));
    },
    ...mailAtOnce({ floor, ways, queue, patience }),
    ...mailChoices(floor, secret),
    ...mailOverview({ floor, log, queue, wake: means.wake }),
  };
}

function mailChoices(floor: Floor, secret: string) {
  const byLink = async <T>(
    token: string,
    work: (scope: RoleScope, workspaceId: string, personId: string, link: string) => Promise<T>,
  ) => {
    const { workspaceId, personId, link } = readStopToken(secret, token) ?? fail('not-found');
    return floor.db.asJobs('mail-choice', workspaceId, (scope) => work(scope, workspaceId, personId, link));
  };
  const stateOf = async (
    scope: RoleScope,
    workspaceId: string,
    personId: string,
    link?: string,
  ): Promise<MailChoice> => {
    const row = (await selectOffSince(scope, workspaceId, personId)) ?? fail('not-found');
    if (!row.off_since) return { mail: 'on', mayUndo: false };
    // A link takes back only what it did itself.
    const isOwn = link !== undefined && row.off_link === link;
    return { mail: 'off', mayUndo: isOwn && floor.clock.now().getTime() - row.off_since.getTime() < UNDO_WITHIN };
  };
  return {
    /** The page that the link below a mail opens. */
    stopPage: (token: string): string => `${floor.basePath}/mail/${encodeURIComponent(token)}`,

    /** Whether mail is on for a link's receiver. */
    stateByLink: (token: string): Promise<MailChoice> => byLink(token, stateOf),

    /** Turns mail off for a link's receiver. */
    stopByLink: (token: string): Promise<MailChoice> =>
      byLink(token, async (scope, workspaceId, personId, link) => {
        await stateOf(scope, workspaceId, personId);
        await insertMailOff(scope, { workspaceId, personId, since: floor.clock.now(), link });
        return stateOf(scope, workspaceId, personId, link);
      }),

    /** Brings mail back for a link's receiver, within seven days. */
    undoByLink: (token: string): Promise<MailChoice> =>
      byLink(token, async (scope, workspaceId, personId, link) => {
        const { mayUndo } = await stateOf(scope, workspaceId, personId, link);
        if (mayUndo) await deleteMailOff(scope, workspaceId, personId);
        return stateOf(scope, workspaceId, personId, link);
      }),

    /** Turns mail to the caller on or off. */
    async choose(who: Who, mail: 'on' | 'off'): Promise<void> {
      await floor.db.asPerson(who, (scope) =>
        mail === 'on'
          ? deleteMailOff(scope, who.workspaceId, who.personId)
          : insertMailOff(scope, {
              workspaceId: who.workspaceId,
              personId: who.personId,
              since: floor.clock.now(),
              link: null,
            }),
      );
    },

    /** Whether the caller gets mail, and which messages may not have arrived. */
    async mine(who: Who): Promise<MyMail> {
      return floor.db.asPerson(who, async (scope) => {
        const { mail } = await stateOf(scope, who.workspaceId, who.personId);
        const rows = await selectUncertain(scope);
        const uncertain = rows.map((row) => ({
          id: row.outbox_id,
          subject: subjectOf(row.message),
          writtenAt: row.created_at,
          may: row.status === 'doubtful' ? ('have-arrived' as const) : ('not-have-arrived' as const),
        }));
        return { mail, uncertain };
      });
    },
  };
}

interface Overview {
  floor: Floor;
  log: LogDoor;
  queue: Queue;
  wake: Means['wake'];
}

function mailOverview({ floor, log, queue, wake }: Overview) {
  return {
    /** Counts of the outbox, for stewards; no names. */
    async state(who: Who): Promise<MailState> {
      const rows = await floor.db.asJobs('delivery', who.workspaceId, (scope) => countByStatus(scope, who.workspaceId));
      const count = (...wanted: string[]) =>
        rows.filter((row) => wanted.includes(row.status)).reduce((sum, row) => sum + Number(row.count), 0);
      return {
        waiting: count('queued', 'claimed', 'handed-over'),
        sent: count('sent'),
        doubtful: count('doubtful'),
        failed: count('failed'),
        bounced: count('bounced'),
        held: count('held'),
        ...(await queue.state(who.workspaceId)),
      };
    },

    /** Sends once more what could not be delivered, and asks a mail server again that took nothing. */
    async sendAgain(who: Who): Promise<number> {
      const again = await floor.db.asJobs('delivery', who.workspaceId, async (scope) => {
        const count = await requeueFailed(scope, who.workspaceId, floor.clock.now());
        await log.writeAs(scope, who, { action: 'delivery.send-again', about: { again: count } });
        return count;
      });
      await queue.resume(who.workspaceId);
      await floor.db.asPerson(who, wake);
      return again;
    },

    /** What became of messages, by their keys; for whoever asked for them. */
    async fates(who: Who, keys: readonly string[]): Promise<Map<string, Fate>> {
      const found = await floor.db.asJobs('delivery', who.workspaceId, (scope) =>
        selectFates(scope, who.workspaceId, keys),
      );
      return new Map(found.map((row) => [row.key, fateOf(row)]));
    },

    /** Lets mail go that waited after a restore. */
    async releaseHeld(who: Who): Promise<number> {
      return floor.db.asJobs('delivery', who.workspaceId, async (scope) => {
        const released = await releaseHeld(scope, who.workspaceId);
        await log.writeAs(scope, who, { action: 'delivery.release-held', about: { released } });
        return released;
      });
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
