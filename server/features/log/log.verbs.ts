import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import type { LogDeps } from './log.deps.ts';
import * as rows from './log.queries.ts';

/** What is written down. */
export interface LogEntry {
  /** 'area.deed', such as 'imports.apply'. */
  action: string;
  /** Ids and counts; never names or free text. */
  about: Record<string, unknown>;
}

/** Where it is written, and whose deed it was; null where nobody was signed in. */
export interface LogActor {
  workspaceId: string;
  personId: string | null;
}

/** A line as the works council reads it. */
export interface LogLine extends LogEntry {
  id: string;
  at: Date;
  /** Null where nobody was signed in, or they are gone. */
  who: string | null;
}

const PAGE = 100;

const rowOf = ({ newId, clock }: LogDeps, { workspaceId, personId }: LogActor, entry: LogEntry) => ({
  workspace_id: workspaceId,
  log_entry_id: newId(),
  at: clock.now(),
  actor_id: personId,
  action: entry.action,
  about: JSON.stringify(entry.about),
});

export const writeLog = (deps: LogDeps, scope: Scope, entry: LogEntry): Promise<void> =>
  rows.insertEntry(scope, rowOf(deps, scope, entry));

export const writeLogLines = (deps: LogDeps, scope: Scope, entries: readonly LogEntry[]): Promise<void> =>
  rows.insertEntries(
    scope,
    entries.map((entry) => rowOf(deps, scope, entry)),
  );

export const writeLogAs = (deps: LogDeps, scope: RoleScope, actor: LogActor, entry: LogEntry): Promise<void> =>
  rows.insertEntry(scope, rowOf(deps, actor, entry));

export async function readLog({ db, clock }: LogDeps, who: Who, before?: Date): Promise<LogLine[]> {
  const found = await db.asPerson(who, (scope) =>
    rows.selectEntries(scope, before ?? new Date(clock.now().getTime() + 1000), PAGE),
  );
  return found.map((row) => ({ id: row.id, at: row.at, who: row.who, action: row.action, about: row.about }));
}
