import type { MailChoice, MyMail } from '#contract/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { DeliveryDeps } from './delivery.deps.ts';
import { deleteMailOff, insertMailOff, selectOffSince, selectUncertain } from './delivery.queries.ts';
import { readStopToken, stopSecret, subjectOf, UNDO_WITHIN } from './delivery.rules.ts';

type ChoiceDeps = Pick<DeliveryDeps, 'db' | 'clock' | 'secrets'>;
type Receiver = Pick<Who, 'workspaceId' | 'personId'> & { link?: string };

const receiverOf = ({ secrets }: ChoiceDeps, token: string): Required<Receiver> =>
  readStopToken(stopSecret(secrets), token) ?? fail('not-found');

async function choiceOf({ clock }: ChoiceDeps, scope: RoleScope, receiver: Receiver): Promise<MailChoice> {
  const { workspaceId, personId, link } = receiver;
  const row = (await selectOffSince(scope, workspaceId, personId)) ?? fail('not-found');
  if (!row.off_since) return { mail: 'on', mayUndo: false };
  // A link takes back only what it did itself.
  const isOwn = link !== undefined && row.off_link === link;
  return { mail: 'off', mayUndo: isOwn && clock.now().getTime() - row.off_since.getTime() < UNDO_WITHIN };
}

export const stopPageOf = ({ basePath }: Pick<DeliveryDeps, 'basePath'>, token: string): string =>
  `${basePath}/mail/${encodeURIComponent(token)}`;

export async function getMailChoiceByLink(deps: ChoiceDeps, token: string): Promise<MailChoice> {
  const receiver = receiverOf(deps, token);
  return deps.db.asJobs('mail-choice', receiver.workspaceId, (scope) => choiceOf(deps, scope, receiver));
}

export async function stopMailByLink(deps: ChoiceDeps, token: string): Promise<MailChoice> {
  const receiver = receiverOf(deps, token);
  return deps.db.asJobs('mail-choice', receiver.workspaceId, async (scope) => {
    await choiceOf(deps, scope, receiver);
    await insertMailOff(scope, { ...receiver, since: deps.clock.now() });
    return choiceOf(deps, scope, receiver);
  });
}

export async function undoStopByLink(deps: ChoiceDeps, token: string): Promise<MailChoice> {
  const receiver = receiverOf(deps, token);
  const { workspaceId, personId } = receiver;
  return deps.db.asJobs('mail-choice', workspaceId, async (scope) => {
    const { mayUndo } = await choiceOf(deps, scope, receiver);
    if (mayUndo) await deleteMailOff(scope, workspaceId, personId);
    return choiceOf(deps, scope, receiver);
  });
}

export async function chooseMail({ db, clock }: ChoiceDeps, who: Who, mail: 'on' | 'off'): Promise<void> {
  const { workspaceId, personId } = who;
  await db.asPerson(who, (scope) =>
    mail === 'on'
      ? deleteMailOff(scope, workspaceId, personId)
      : insertMailOff(scope, { workspaceId, personId, since: clock.now(), link: null }),
  );
}

export async function getMyMail(deps: ChoiceDeps, who: Who): Promise<MyMail> {
  const { workspaceId, personId } = who;
  return deps.db.asPerson(who, async (scope) => {
    const { mail } = await choiceOf(deps, scope, { workspaceId, personId });
    const rows = await selectUncertain(scope);
    const uncertain = rows.map((row) => ({
      id: row.outbox_id,
      subject: subjectOf(row.message),
      writtenAt: row.created_at,
      may: row.status === 'doubtful' ? ('have-arrived' as const) : ('not-have-arrived' as const),
    }));
    return { mail, uncertain };
  });
}
