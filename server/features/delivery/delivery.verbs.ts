import type { Who } from '#server/platform/access-guard.ts';
import type { Message } from '#server/ports/channel.ts';
import type { DeliveryDeps, DeliveryServices, TellScope } from './delivery.deps.ts';
import { forgetMessages, insertOutbox } from './delivery.queries.ts';
import { FORGET_AFTER, hasNotice, TOLD_AT_ONCE } from './delivery.rules.ts';
import { resumeQueue } from './queue/queue.verbs.ts';

/** Something to tell somebody. */
export interface Note {
  /** Unique for ever in the workspace: telling again with the same key changes nothing. */
  key: string;
  personId: string;
  /** One that the table of notices has; another is a programmer's error. */
  kind: string;
  /** Missing where the words are found only at the moment of sending, from `aboutId`. */
  message?: Message;
  /** What it speaks of; checked again before it is sent. */
  aboutId?: string;
  notBefore?: Date;
  /** Where it goes, if not to the person's address of the moment. */
  to?: string;
}

export async function tellPeople(deps: DeliveryDeps, scope: TellScope, ...notes: readonly Note[]): Promise<void> {
  await queueNotes(deps, scope, notes);
  if (notes.length > 0) await deps.wake(scope);
}

/** Adds notes to the outbox; they leave at the next tick, or when the background is woken. */
export async function queueNotes(deps: DeliveryDeps, scope: TellScope, notes: readonly Note[]): Promise<void> {
  const [now, notices] = [deps.clock.now(), deps.notices()];
  const unknown = notes.find(({ kind }) => !hasNotice(notices, kind));
  if (unknown) throw new Error(`No feature has a notice of the kind '${unknown.kind}'.`);
  const told = notes.map((note) => ({
    outbox_id: deps.newId(),
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
}

export function stopSending({ patience }: Pick<DeliveryServices, 'patience'>): void {
  patience.stop();
}

export async function resumeMail(deps: DeliveryDeps, who: Who): Promise<void> {
  await resumeQueue(deps, who.workspaceId);
  await deps.db.asPerson(who, deps.wake);
}

export async function forgetOldMail({ db, clock }: Pick<DeliveryDeps, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - FORGET_AFTER);
  for (const { workspaceId } of await db.workspaces())
    await db.asJobs('retention', workspaceId, (scope) => forgetMessages(scope, workspaceId, before));
}
