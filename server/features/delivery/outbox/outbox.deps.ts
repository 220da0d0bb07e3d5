import type { Floor } from '#server/platform/floor.ts';
import type { Message } from '#server/ports/channel.ts';
import type { Patience } from '../queue/patience.ts';
import type { Queue } from '../queue/queue.ts';
import type { Route } from '../way/way.ts';

/** What is asked again at the moment of sending. */
export interface Told {
  workspaceId: string;
  personId: string;
  kind: string;
  aboutId: string | null;
  key: string;
}

export interface OutboxOptions {
  floor: Floor;
  /** Signs the links that turn mail off. */
  secret: string;
  queue: Queue;
  routeOf(workspaceId: string): Promise<Route>;
  maySend(told: Told): Promise<boolean>;
  /** The words of a row that has none; null where it no longer holds. */
  compose(told: Told): Promise<Message | null>;
  patience: Patience;
}
