import type { Message } from '#server/ports/channel.ts';
import type { Scope } from '#server/platform/database.ts';
import type { Floor } from '#server/platform/floor.ts';
import { insertOutbox } from './delivery.queries.ts';

export interface Note {
  /** Unique for ever in the workspace: telling again with the same key changes nothing. */
  key: string;
  personId: string;
  kind: 'invitation' | 'hello' | 'introduction';
  message: Message;
  /** The hello or introduction it speaks of; checked again before it is sent. */
  aboutId?: string;
  notBefore?: Date;
}

/** Telling people things: the outbox, which commits with the change that it tells of. */
export function createDelivery(floor: Floor) {
  return {
    /** Says "tell this person this", in the caller's transaction. */
    async tell(scope: Scope, note: Note): Promise<void> {
      await insertOutbox(scope, {
        outbox_id: floor.newId(),
        key: note.key,
        person_id: note.personId,
        kind: note.kind,
        message: JSON.stringify(note.message),
        about_id: note.aboutId ?? null,
        not_before: note.notBefore ?? floor.clock.now(),
        created_at: floor.clock.now(),
      });
    },
  };
}

export type Delivery = ReturnType<typeof createDelivery>;
