import type { Language } from '#contract/common.ts';
import type { MailChoice, MailState, MailWay, MyMail } from '#contract/delivery.ts';
import type { MailTest } from '#contract/workspace.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { OutboxStatus } from '#server/migrations/tables.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { type Address, type Message, Refused } from '#server/ports/channel.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import { codeMessage, longCodeMessage, testMessage } from './delivery.messages.ts';
import {
  countByStatus,
  deleteMailOff,
  forgetMessages,
  insertMailOff,
  insertOutbox,
  releaseHeld,
  requeueFailed,
  selectFates,
  selectLanguage,
  selectOffSince,
  selectOnlyWorkspace,
  selectReceiver,
  selectUncertain,
  selectWorkspaceName,
  selectWorkspaceOf,
} from './delivery.queries.ts';
import {
  CODE_HOLDS,
  codePauses,
  FORGET_AFTER,
  LONG_CODE_HOLDS,
  readStopToken,
  subjectOf,
  TOLD_AT_ONCE,
  troubleOf,
  UNDO_WITHIN,
} from './delivery.rules.ts';
import { createOutbox, type Told } from './outbox/outbox.ts';
import { createPatience, type Patience } from './queue/patience.ts';
import { verdictOf } from './queue/queue.rules.ts';
import { createQueue, type Queue } from './queue/queue.ts';
import { createWays, type Route, type WayMeans, type Ways } from './way/way.ts';

/** What a message is about; who plugs delivery in knows how to write those without words. */
export type NoteKind =
  | 'invitation'
  | 'console-code'
  | 'hello'
  | 'introduction'
  | 'introduction-ended'
  | 'introduction-time'
  | 'introduction-question'
  | 'round-introduction'
  | 'round-reminder'
  | 'round-unplaced'
  | 'did-you-meet'
  | 'again'
  | 'meeting-rhythm'
  | 'request-lapsed'
  | 'programme-invitation'
  | 'host-invitation'
  | 'address-change'
  | 'address-changed'
  | 'role';

/** A transaction in a workspace, of a person or of the background. */
export type TellScope = Pick<Scope, 'db' | 'workspaceId'>;

export type { Told } from './outbox/outbox.ts';

export interface Note {
  /** Unique for ever in the workspace: telling again with the same key changes nothing. */
  key: string;
  personId: string;
  kind: NoteKind;
  /** Missing where the words are found only at the moment of sending, from `aboutId`. */
  message?: Message;
  /** The hello or introduction it speaks of; checked again before it is sent. */
  aboutId?: string;
  notBefore?: Date;
  /** Where it goes, if not to the person's address of the moment. */
  to?: string;
}

/** News that does not wait for the day: said to each in their language. */
export interface NewsAtOnce {
  key: string;
  personIds: readonly string[];
  message(language: Language): Message;
  /** The settings to go through; null for the server's own. */
  through: StoredMail | null;
}

/** What delivery needs from outside; main plugs it in. */
export interface Means extends WayMeans {
  /** Consent, pause, block and activity, asked again at send time. */
  maySend(told: Told): Promise<boolean>;
  /** The words of a message that was told without any; null where it no longer holds. */
  compose(told: Told): Promise<Message | null>;
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
  const { maySend, compose } = means;
  const outbox = createOutbox({ floor, secret, queue, patience, routeOf: ways.routeOf, maySend, compose });
  return {
    /** Says "tell this person this", or many such things, in the caller's transaction. */
    async tell(scope: TellScope, ...notes: readonly Note[]): Promise<void> {
      const now = floor.clock.now();
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

interface AtOnceDeps {
  floor: Floor;
  ways: Ways;
  queue: Queue;
  patience: Patience;
}

function mailAtOnce({ floor, ways, queue, patience }: AtOnceDeps) {
  const workspaceOf = ({ address }: Address) => floor.db.readAsSignIn((scope) => selectWorkspaceOf(scope, address));
  const sendThrough = async ({ channel, from }: Route, to: Address, language: Language, message: Message) => {
    const workspaceId = await workspaceOf(to);
    const name = workspaceId && (await floor.db.asJobs('delivery', workspaceId, selectWorkspaceName));
    await channel.send({
      key: `now:${floor.newId()}`,
      from: { name: name ?? 'Loam', address: from },
      to,
      message,
      language,
      writtenAt: floor.clock.now(),
      footer: [],
      beforeHandover: async () => undefined,
    });
  };
  /** What a server's answer to a code says of all other mail. */
  const noteCode = async (to: Address, error?: unknown): Promise<void> => {
    const workspaceId = await workspaceOf(to);
    if (!workspaceId) return;
    const pace = await queue.paceOf(workspaceId);
    if (error === undefined || verdictOf(error, false) === 'hold')
      await queue.learn(workspaceId, pace, { error, isStreak: false });
  };
  const sendWithin = async (holds: number, to: Address, language: Language, message: Message): Promise<void> => {
    const until = floor.clock.now().getTime() + holds;
    for (const pause of codePauses(holds)) {
      const failure = await send(to, language, message).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      // A note that cannot be written stops no code.
      await noteCode(to, failure?.error).catch(() => undefined);
      if (!failure) return;
      const isFinal = ['bounced', 'failed', 'doubtful'].includes(verdictOf(failure.error, false));
      if (isFinal || pause === null || patience.isStopping()) throw failure.error;
      await patience.wait(pause);
      if (floor.clock.now().getTime() >= until) throw failure.error;
    }
  };
  const send = async (to: Address, language: Language, message: Message) => {
    await sendThrough(await ways.routeOf((await workspaceOf(to)) ?? null), to, language, message);
  };
  return {
    /** Sends a sign-in code at once, at any hour, and again until it ends; it never enters the outbox. Throws where it was not taken. */
    sendCode: (to: Address, code: string, language: Language): Promise<void> =>
      sendWithin(CODE_HOLDS, to, language, codeMessage(code, language)),

    /** Sends the longer code that works in every browser which asks, for an hour. */
    sendLongCode: (to: Address, code: string, language: Language): Promise<void> =>
      sendWithin(LONG_CODE_HOLDS, to, language, longCodeMessage(code, language)),

    /** Whether messages are sent or written to a folder: in a workspace, or in the only one there is. */
    wayOf: async (workspaceId: string | null): Promise<MailWay> =>
      ways.destination(workspaceId ?? (await floor.db.readAsSignIn(selectOnlyWorkspace)) ?? null),

    /** Sends a test to somebody's own address, by settings that are tried out or by the way that holds. */
    async sendTest(who: Who, to: Address, language: Language | null, settings?: MailSettings): Promise<MailTest> {
      const way = settings && !floor.sample ? 'smtp' : await ways.destination(who.workspaceId);
      const route = settings ? ways.routeTo(settings) : await ways.routeOf(who.workspaceId);
      const inLanguage = language ?? (await floor.db.asJobs('delivery', who.workspaceId, selectLanguage)) ?? 'en';
      try {
        await sendThrough(route, to, inLanguage, testMessage(inLanguage, way === 'folder'));
      } catch (error) {
        floor.log.error('delivery.test-failed', { trouble: troubleOf(error) });
        if (!(error instanceof Refused)) return { outcome: 'refused', stage: 'message', reason: 'hung-up', reply: 0 };
        const { stage, reason, reply } = error;
        return { outcome: 'refused', stage, reason, reply };
      }
      // What holds works again: whatever waited may leave.
      if (!settings) await queue.resume(who.workspaceId);
      return way === 'smtp' ? { outcome: 'sent', to: to.address } : { outcome: way };
    },

    /** Which way mail takes now, and why not the stored one; and a fingerprint of settings. */
    wayNow: ways.wayNow,
    markOf: ways.markOf,

    /** Tells some at once, at any hour, through given settings; whoever it does not reach, by the outbox. */
    async tellAtOnce(who: Who, news: NewsAtOnce): Promise<void> {
      const route = ways.routeThrough(null, news.through);
      for (const personId of news.personIds) {
        const row = await floor.db.asJobs('delivery', who.workspaceId, (scope) =>
          selectReceiver(scope, who.workspaceId, personId),
        );
        if (!row || !['active', 'away'].includes(row.status)) continue;
        const language = row.language ?? row.common;
        const message = news.message(language);
        const to = { name: row.name, address: row.email };
        await sendThrough(route, to, language, message).catch(async () => {
          const note = { outbox_id: floor.newId(), key: `${news.key}:${personId}`, person_id: personId };
          const at = floor.clock.now();
          const words = { kind: 'mail-settings', message: JSON.stringify(message), about_id: null };
          await floor.db.asPerson(who, (scope) =>
            insertOutbox(scope, [{ ...note, ...words, not_before: at, created_at: at }]),
          );
        });
      }
    },
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
    async fates(who: Who, keys: readonly string[]): Promise<Map<string, OutboxStatus>> {
      const found = await floor.db.asJobs('delivery', who.workspaceId, (scope) =>
        selectFates(scope, who.workspaceId, keys),
      );
      return new Map(found.map(({ key, status }) => [key, status]));
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
