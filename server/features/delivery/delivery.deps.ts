import type { LogDoor } from '#server/features/log/log.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';
import type { Channel, Message } from '#server/ports/channel.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import type { Because } from './delivery.messages.ts';
import type { Patience } from './queue/patience.ts';

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
  /** Why its receiver gets it; missing where that is their line in the directory. */
  because?: Because;
  /** True for what guards somebody's sign-in: told at any hour, and where other mail is off. */
  isAboutSafety?: boolean;
}

/** Notices by the kind of message. */
export type Notices = Readonly<Record<string, Notice>>;

/** A transaction in a workspace, of a person or of the background. */
export type TellScope = Pick<Scope, 'db' | 'workspaceId'>;

/** What delivery needs from others. */
export interface DeliveryDeps extends AppContext {
  log: Pick<LogDoor, 'writeAs'>;
  /** Every kind that may be told; asked for late, since features are plugged in later. */
  notices(): Notices;
  smtp(settings: MailSettings): Channel;
  /** Where mail goes while there is no SMTP. */
  file: Channel;
  /** Where the sample organisation's mail stays. */
  kept: Channel;
  /** The server's own mail settings, if any. */
  settings: MailSettings | null;
  /** The sender's address where no settings name one. */
  from: string;
  /** The workspace's mail settings, if any; they go before the server's while they work. */
  settingsOf(workspaceId: string): Promise<StoredMail | null>;
  /** Notes why the workspace's own settings did not serve; null once they do again. */
  noteTrouble(workspaceId: string, what: string | null): Promise<void>;
  /** Lets time pass; tests move their clock instead. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** Wakes the background once the transaction commits. */
  wake(scope: TellScope): Promise<void>;
}

/** With what lives as long as the process. */
export interface DeliveryServices extends DeliveryDeps {
  patience: Patience;
  /** Whether what was due at the start has been gone through. */
  progress: { hasBegun: boolean };
}
