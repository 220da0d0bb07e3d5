import type { Language } from '#contract/common.ts';
import type { MailWay } from '#contract/delivery.ts';
import type { MailTest } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Floor } from '#server/platform/floor.ts';
import { type Address, type Message, Refused } from '#server/ports/channel.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import { type Because, codeMessage, longCodeMessage, testMessage, whyLine } from '../delivery.messages.ts';
import {
  insertOutbox,
  selectLanguage,
  selectOnlyWorkspace,
  selectReceiver,
  selectWorkspaceName,
  selectWorkspaceOf,
} from '../delivery.queries.ts';
import { CODE_HOLDS, codePauses, LONG_CODE_HOLDS, troubleOf } from '../delivery.rules.ts';
import type { Patience } from '../queue/patience.ts';
import { verdictOf } from '../queue/queue.rules.ts';
import type { Queue } from '../queue/queue.ts';
import type { Route, Ways } from './way.ts';

/** News that does not wait for the day: said to each in their language. */
interface NewsAtOnce {
  key: string;
  personIds: readonly string[];
  message(language: Language): Message;
  /** The settings to go through; null for the server's own. */
  through: StoredMail | null;
}

interface AtOnceDeps {
  floor: Floor;
  ways: Ways;
  queue: Queue;
  patience: Patience;
}

/** Messages that wait for nothing: codes, tests, and news of how mail leaves. */
export function mailAtOnce({ floor, ways, queue, patience }: AtOnceDeps) {
  const workspaceOf = ({ address }: Address) => floor.db.readAsSignIn((scope) => selectWorkspaceOf(scope, address));
  const sendThrough = async (
    { channel, from }: Route,
    to: Address,
    { language, because, message }: { language: Language; because: Because; message: Message },
  ) => {
    const workspaceId = await workspaceOf(to);
    const name = workspaceId && (await floor.db.asJobs('delivery', workspaceId, selectWorkspaceName));
    await channel.send({
      key: `now:${floor.newId()}`,
      from: { name: name ?? 'Loam', address: from },
      to,
      message,
      language,
      writtenAt: floor.clock.now(),
      footer: [whyLine(name ?? new URL(floor.baseUrl).hostname, because, language)],
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
    const route = await ways.routeOf((await workspaceOf(to)) ?? null);
    await sendThrough(route, to, { language, because: 'code', message });
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
        const message = testMessage(inLanguage, way === 'folder');
        await sendThrough(route, to, { language: inLanguage, because: 'test', message });
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
        await sendThrough(route, to, { language, because: 'roles', message }).catch(async () => {
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
