import type { Language } from '#contract/common.ts';
import type { MailWay } from '#contract/delivery.ts';
import type { MailTest } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { type Address, type Message, Refused } from '#server/ports/channel.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import type { DeliveryDeps, DeliveryServices } from '../delivery.deps.ts';
import { type Because, codeMessage, longCodeMessage, testMessage, whyLine } from '../delivery.messages.ts';
import * as rows from '../delivery.queries.ts';
import { becauseOf, CODE_HOLDS, codePauses, LONG_CODE_HOLDS, noticeOf, troubleOf } from '../delivery.rules.ts';
import { queueNotes } from '../delivery.verbs.ts';
import { verdictOf } from '../queue/queue.rules.ts';
import { getPace, learnPace, resumeQueue } from '../queue/queue.verbs.ts';
import { findDestination, findRoute, type Route, routeThrough, routeTo } from './way.verbs.ts';

interface Letter {
  to: Address;
  language: Language;
  because: Because;
  message: Message;
}

const workspaceOf = ({ db }: DeliveryDeps, { address }: Address) =>
  db.readAsSignIn((scope) => rows.selectWorkspaceOf(scope, address));

async function sendNow(deps: DeliveryDeps, { channel, from }: Route, { to, because, ...letter }: Letter) {
  const workspaceId = await workspaceOf(deps, to);
  const name = workspaceId && (await deps.db.asJobs('delivery', workspaceId, rows.selectWorkspaceName));
  await channel.send({
    ...letter,
    key: `now:${deps.newId()}`,
    from: { name: name ?? 'Loam', address: from },
    to,
    writtenAt: deps.clock.now(),
    footer: [whyLine(name ?? new URL(deps.baseUrl).hostname, because, letter.language)],
    beforeHandover: async () => undefined,
  });
}

/** What a server's answer to a code says of all other mail. */
async function learnFromCode(deps: DeliveryDeps, to: Address, error?: unknown): Promise<void> {
  const workspaceId = await workspaceOf(deps, to);
  if (!workspaceId) return;
  const pace = await getPace(deps, workspaceId);
  if (error === undefined || verdictOf(error, false) === 'hold')
    await learnPace(deps, workspaceId, pace, { error, isStreak: false });
}

async function sendCodeOnce(deps: DeliveryDeps, letter: Letter): Promise<void> {
  const route = await findRoute(deps, (await workspaceOf(deps, letter.to)) ?? null);
  await sendNow(deps, route, letter);
}

/** Again and again while the code holds. */
async function sendWhileItHolds(deps: DeliveryServices, holds: number, letter: Letter): Promise<void> {
  const until = deps.clock.now().getTime() + holds;
  for (const pause of codePauses(holds)) {
    const failure = await sendCodeOnce(deps, letter).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    // A note that cannot be written stops no code.
    await learnFromCode(deps, letter.to, failure?.error).catch(() => undefined);
    if (!failure) return;
    const isFinal = ['bounced', 'failed', 'doubtful'].includes(verdictOf(failure.error, false));
    if (isFinal || pause === null || deps.patience.isStopping()) throw failure.error;
    await deps.patience.wait(pause);
    if (deps.clock.now().getTime() >= until) throw failure.error;
  }
}

export async function sendSignInCode(
  deps: DeliveryServices,
  to: Address,
  code: string,
  language: Language,
): Promise<void> {
  const message = codeMessage(code, language);
  await sendWhileItHolds(deps, CODE_HOLDS, { to, language, because: 'code', message });
}

export async function sendLongSignInCode(
  deps: DeliveryServices,
  to: Address,
  code: string,
  language: Language,
): Promise<void> {
  const message = longCodeMessage(code, language);
  await sendWhileItHolds(deps, LONG_CODE_HOLDS, { to, language, because: 'code', message });
}

export async function findMailWay(deps: DeliveryDeps, workspaceId: string | null): Promise<MailWay> {
  return findDestination(deps, workspaceId ?? (await deps.db.readAsSignIn(rows.selectOnlyWorkspaceId)) ?? null);
}

export interface TestMail {
  /** Null for the workspace's own. */
  language: Language | null;
  /** Missing where the way that holds is tried. */
  settings?: MailSettings | undefined;
}

export async function sendTestMail(
  deps: DeliveryDeps,
  { workspaceId }: Who,
  to: Address,
  { language: wanted, settings }: TestMail,
): Promise<MailTest> {
  const way = settings && !deps.sample ? 'smtp' : await findDestination(deps, workspaceId);
  const route = settings ? routeTo(deps, settings) : await findRoute(deps, workspaceId);
  const language = wanted ?? (await deps.db.asJobs('delivery', workspaceId, rows.selectCommonLanguage)) ?? 'en';
  try {
    const message = testMessage(language, way === 'folder');
    await sendNow(deps, route, { to, language, because: 'test', message });
  } catch (error) {
    deps.logger.error('delivery.test-failed', { trouble: troubleOf(error) });
    if (!(error instanceof Refused)) return { outcome: 'refused', stage: 'message', reason: 'hung-up', reply: 0 };
    const { stage, reason, reply } = error;
    return { outcome: 'refused', stage, reason, reply };
  }
  // What holds works again: whatever waited may leave.
  if (!settings) await resumeQueue(deps, workspaceId);
  return way === 'smtp' ? { outcome: 'sent', to: to.address } : { outcome: way };
}

/** News that does not wait for the day: said to each in their language. */
export interface NewsAtOnce {
  kind: string;
  key: string;
  personIds: readonly string[];
  message(language: Language): Message;
  /** The settings to go through; null for the server's own. */
  through: StoredMail | null;
}

export async function tellAtOnce(deps: DeliveryDeps, who: Who, news: NewsAtOnce): Promise<void> {
  const route = routeThrough(deps, null, news.through);
  const because = becauseOf(noticeOf(deps.notices(), news.kind));
  for (const personId of news.personIds) {
    const row = await deps.db.asJobs('delivery', who.workspaceId, (scope) =>
      rows.selectReceiver(scope, who.workspaceId, personId),
    );
    if (!row || !['active', 'away'].includes(row.status)) continue;
    const language = row.language ?? row.common;
    const message = news.message(language);
    const to = { name: row.name, address: row.email };
    await sendNow(deps, route, { to, language, because, message }).catch(() =>
      deps.db.asPerson(who, (scope) =>
        queueNotes(deps, scope, [{ key: `${news.key}:${personId}`, personId, kind: news.kind, message }]),
      ),
    );
  }
}
