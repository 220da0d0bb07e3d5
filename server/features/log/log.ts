import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { LogDeps } from './log.deps.ts';
import * as verbs from './log.verbs.ts';

/** The append-only log of privileged changes. */
export interface LogDoor {
  /** Adds a line in the caller's transaction. */
  write(scope: Scope, entry: verbs.LogEntry): Promise<void>;
  /** Adds many lines in the caller's transaction. */
  writeAll(scope: Scope, entries: readonly verbs.LogEntry[]): Promise<void>;
  /** Adds a line where nobody is signed in yet. */
  writeAs(scope: RoleScope, actor: verbs.LogActor, entry: verbs.LogEntry): Promise<void>;
  /** A page of the log, newest first. */
  read(who: Who, before?: Date): Promise<verbs.LogLine[]>;
}

export const createLog = (deps: LogDeps): LogDoor =>
  bindVerbs(deps, {
    write: verbs.writeLog,
    writeAll: verbs.writeLogLines,
    writeAs: verbs.writeLogAs,
    read: verbs.readLog,
  });
