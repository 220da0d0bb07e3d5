import type { Told } from '#server/features/delivery/delivery.ts';
import type { Message } from '#server/ports/channel.ts';
import type { World } from './world.ts';

/** What delivery asks of the table of notices when a message leaves: whether it still holds. */
export const isStillWanted = async ({ services }: World, told: Told): Promise<boolean> =>
  (await services.notices[told.kind]?.isStillWanted?.(told)) ?? true;

/** What delivery asks for then of a message that was told without words. */
export const compose = async ({ services }: World, told: Told): Promise<Message | null> =>
  (await services.notices[told.kind]?.compose?.(told)) ?? null;
