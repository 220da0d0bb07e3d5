import type { LogDoor } from '#server/features/log/log.ts';
import type { Floor } from '#server/platform/floor.ts';

/** What the directory needs from others. */
export interface PeopleDeps extends Pick<Floor, 'db' | 'clock' | 'newId' | 'basePath'> {
  log: Pick<LogDoor, 'write'>;
}
