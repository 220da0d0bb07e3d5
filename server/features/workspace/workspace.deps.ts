import type { Language } from '#contract/common.ts';
import type { AccessDoor } from '#server/features/access/access.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Message } from '#server/ports/channel.ts';
import type { StoredMail } from '#server/ports/mail-settings.ts';

/** What is said at once to some people, by the way that mail took when it was decided. */
export interface AtOnce {
  kind: string;
  key: string;
  personIds: readonly string[];
  message: (language: Language) => Message;
  /** The settings to use; null for the server's own. */
  through: StoredMail | null;
}

/** What the organisation needs from others. */
export interface WorkspaceDeps extends Pick<AppContext, 'db' | 'clock' | 'secrets' | 'newId' | 'baseUrl'> {
  log: Pick<LogDoor, 'write' | 'writeAs'>;
  addFounder: AccessDoor['addFounder'];
  tellAtOnce(who: Who, news: AtOnce): void;
  /** Mail that waited for a server may leave by another one now. */
  whenMailChanged(who: Who): Promise<void>;
}
