import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';

/** What limits need from others. */
export interface BoundariesDeps extends Pick<AppContext, 'db' | 'clock' | 'newId'> {
  /** In the same transaction: what is under way between the two ends. */
  whenBlocked(scope: Scope, personId: string): Promise<void>;
  /** In the same transaction: what is under way with the caller ends. */
  whenPaused(scope: Scope): Promise<void>;
  /** Somebody is open to introductions now; called once that is committed. */
  whenOpened(workspaceId: string): Promise<unknown>;
}
