import type { LogDoor } from '#server/features/log/log.ts';
import type { AppContext } from '#server/platform/app-context.ts';

/** What the directory needs from others. */
export interface PeopleDeps extends Pick<AppContext, 'db' | 'clock' | 'newId' | 'basePath'> {
  log: Pick<LogDoor, 'write'>;
}
