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

/** How one kind of message is still wanted and put into words, asked at the moment of sending. */
export interface Notice {
  /** Missing where it always holds. */
  isStillWanted?(told: Told): Promise<boolean>;
  /** Null where it no longer holds; missing where it was told with its words. */
  compose?(told: Told): Promise<Message | null>;
}

/** Notices by the kind of message. */
export type Notices = Readonly<Record<string, Notice>>;

export interface OutboxOptions {
  floor: Floor;
  /** Signs the links that turn mail off. */
  secret: string;
  queue: Queue;
  routeOf(workspaceId: string): Promise<Route>;
  notices(): Notices;
  patience: Patience;
}
