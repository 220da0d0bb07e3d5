import type { Language } from '#contract/common.ts';
import type { MailChoice, MailState, MyMail } from '#contract/delivery.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { Address, Channel, Message } from '#server/ports/channel.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';
import { codeMessage, testMessage } from './delivery.messages.ts';
import {
  countByStatus,
  deleteMailOff,
  forgetMessages,
  insertMailOff,
  insertOutbox,
  releaseHeld,
  selectOffSince,
  selectUncertain,
  selectWorkspaceOf,
  selectWorkspaces,
} from './delivery.queries.ts';
import { FORGET_AFTER, readStopToken, UNDO_WITHIN } from './delivery.rules.ts';
import { createOutbox, type Route, type Told } from './outbox/outbox.ts';

/** What a message is about; who plugs delivery in knows how to write those without words. */
export type NoteKind =
  | 'invitation'
  | 'hello'
  | 'introduction'
  | 'introduction-ended'
  | 'round-introduction'
  | 'round-reminder'
  | 'round-unplaced'
  | 'did-you-meet'
  | 'again'
  | 'meeting-rhythm'
  | 'request-lapsed'
  | 'programme-invitation'
  | 'host-invitation';

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
}

// Rows of one statement; PostgreSQL takes 65,535 values.
const TOLD_AT_ONCE = 5000;

/** What delivery needs from outside; main plugs it in. */
export interface Means {
  smtp(settings: MailSettings): Channel;
  /** Where mail goes while there is no SMTP. */
  file: Channel;
  /** Where the sample organisation's mail stays. */
  kept: Channel;
  /** The server's own mail settings, if any. */
  settings: MailSettings | null;
  /** The sender's address where no settings name one. */
  from: string;
  /** The workspace's mail settings, if any; they go before the server's. */
  settingsOf(workspaceId: string): Promise<MailSettings | null>;
  /** Consent, pause, block and activity, asked again at send time. */
  maySend(told: Told): Promise<boolean>;
  /** The words of a message that was told without any; null where it no longer holds. */
  compose(told: Told): Promise<Message | null>;
  /** Wakes the background once the transaction commits. */
  wake(scope: TellScope): Promise<void>;
}

/** Telling people things: the outbox, which commits with the change that it tells of. */
export function createDelivery(floor: Floor, log: LogDoor, means: Means) {
  const secret = floor.secrets.derive('stop-mail');
  const routeOf = routesOf(floor, means);
  const outbox = createOutbox({ floor, secret, routeOf, maySend: means.maySend, compose: means.compose });
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
      }));
      for (let start = 0; start < told.length; start += TOLD_AT_ONCE)
        await insertOutbox(scope, told.slice(start, start + TOLD_AT_ONCE));
      if (told.length > 0) await means.wake(scope);
    },

    /** Sends what is due; safe to run in several processes at once. Returns how many left. */
    sendDue: outbox.sendDue,

    /** Forgets what old messages said. */
    async forget(): Promise<void> {
      const before = new Date(floor.clock.now().getTime() - FORGET_AFTER);
      for (const { workspace_id } of await floor.db.asJobs(selectWorkspaces)) {
        await floor.db.asJobs((scope) => forgetMessages(scope, workspace_id, before));
      }
    },
    ...mailAtOnce(floor, routeOf),
    ...mailChoices(floor, secret),
    ...mailOverview(floor, log),
  };
}

type RouteOf = (workspaceId: string | null, given?: MailSettings | null) => Promise<Route>;

function routesOf(floor: Floor, means: Means): RouteOf {
  return async (workspaceId, given) => {
    if (floor.sample) return { channel: means.kept, from: means.from };
    const settings = given ?? (workspaceId ? await means.settingsOf(workspaceId) : null) ?? means.settings;
    return settings
      ? { channel: means.smtp(settings), from: settings.from }
      : { channel: means.file, from: means.from };
  };
}

function mailAtOnce(floor: Floor, routeOf: RouteOf) {
  const send = async (to: Address, language: Language, message: Message, given?: MailSettings | null) => {
    const workspace = await floor.db.asJobs((scope) => selectWorkspaceOf(scope, to.address));
    const { channel, from } = await routeOf(workspace?.workspace_id ?? null, given);
    const sender = { name: workspace?.name ?? 'Loam', address: from };
    const envelope = {
      key: `now:${floor.newId()}`,
      from: sender,
      to,
      message,
      language,
      writtenAt: floor.clock.now(),
      footer: [],
    };
    await channel.send({ ...envelope, beforeHandover: async () => undefined });
  };
  return {
    /** Sends a sign-in code at once, at any hour; it never enters the outbox. Throws where it was not taken. */
    sendCode: (to: Address, code: string, language: Language): Promise<void> =>
      send(to, language, codeMessage(code, language)),

    /** Sends a test mail through the given settings, or those that hold; throws where it was not taken. */
    sendTest: (to: Address, language: Language, settings?: MailSettings | null): Promise<void> =>
      send(to, language, testMessage(language), settings),
  };
}

function mailChoices(floor: Floor, secret: string) {
  const byLink = async <T>(
    token: string,
    work: (scope: RoleScope, workspaceId: string, personId: string) => Promise<T>,
  ) => {
    const { workspaceId, personId } = readStopToken(secret, token) ?? fail('not-found');
    return floor.db.asJobs((scope) => work(scope, workspaceId, personId), workspaceId);
  };
  const stateOf = async (scope: RoleScope, workspaceId: string, personId: string): Promise<MailChoice> => {
    const row = (await selectOffSince(scope, workspaceId, personId)) ?? fail('not-found');
    if (!row.off_since) return { mail: 'on', mayUndo: false };
    return { mail: 'off', mayUndo: floor.clock.now().getTime() - row.off_since.getTime() < UNDO_WITHIN };
  };
  return {
    /** The page that the link below a mail opens. */
    stopPage: (token: string): string => `${floor.basePath}/mail/${encodeURIComponent(token)}`,

    /** Whether mail is on for a link's receiver. */
    stateByLink: (token: string): Promise<MailChoice> => byLink(token, stateOf),

    /** Turns mail off for a link's receiver. */
    stopByLink: (token: string): Promise<MailChoice> =>
      byLink(token, async (scope, workspaceId, personId) => {
        await stateOf(scope, workspaceId, personId);
        await insertMailOff(scope, workspaceId, personId, floor.clock.now());
        return stateOf(scope, workspaceId, personId);
      }),

    /** Brings mail back for a link's receiver, within seven days. */
    undoByLink: (token: string): Promise<MailChoice> =>
      byLink(token, async (scope, workspaceId, personId) => {
        const { mayUndo } = await stateOf(scope, workspaceId, personId);
        if (mayUndo) await deleteMailOff(scope, workspaceId, personId);
        return stateOf(scope, workspaceId, personId);
      }),

    /** Turns mail to the caller on or off. */
    async choose(who: Who, mail: 'on' | 'off'): Promise<void> {
      await floor.db.asPerson(who, (scope) =>
        mail === 'on'
          ? deleteMailOff(scope, who.workspaceId, who.personId)
          : insertMailOff(scope, who.workspaceId, who.personId, floor.clock.now()),
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

function subjectOf(message: unknown): string {
  return typeof message === 'object' && message && 'subject' in message ? String(message.subject) : '';
}

function mailOverview(floor: Floor, log: LogDoor) {
  return {
    /** Counts of the outbox, for stewards; no names. */
    async state(who: Who): Promise<MailState> {
      const rows = await floor.db.asJobs((scope) => countByStatus(scope, who.workspaceId));
      const count = (...wanted: string[]) =>
        rows.filter((row) => wanted.includes(row.status)).reduce((sum, row) => sum + Number(row.count), 0);
      return {
        waiting: count('queued', 'claimed', 'handed-over'),
        sent: count('sent'),
        doubtful: count('doubtful'),
        failed: count('failed'),
        held: count('held'),
      };
    },

    /** Lets mail go that waited after a restore. */
    async releaseHeld(who: Who): Promise<number> {
      return floor.db.asJobs(async (scope) => {
        const released = await releaseHeld(scope, who.workspaceId);
        await log.writeAs(scope, who, { action: 'delivery.release-held', about: { released } });
        return released;
      });
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
