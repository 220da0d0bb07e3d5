import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope, Scope } from '#server/platform/database.ts';
import type { Floor } from '#server/platform/floor.ts';
import { insertEntries, insertEntry, selectEntries } from './log.queries.ts';

export interface Entry {
  /** 'area.deed', such as 'imports.apply'. */
  action: string;
  /** Ids and counts; never names or free text. */
  about: Record<string, unknown>;
}

const PAGE = 100;

/** The append-only log of privileged changes. */
export function createLog(floor: Floor) {
  const line = (workspaceId: string, actorId: string | null, entry: Entry) => ({
    workspace_id: workspaceId,
    log_entry_id: floor.newId(),
    at: floor.clock.now(),
    actor_id: actorId,
    action: entry.action,
    about: JSON.stringify(entry.about),
  });
  return {
    /** Adds a line in the caller's transaction. */
    write: (scope: Scope, entry: Entry): Promise<void> =>
      insertEntry(scope, line(scope.workspaceId, scope.personId, entry)),

    /** Adds many lines in the caller's transaction. */
    writeAll: (scope: Scope, entries: readonly Entry[]): Promise<void> =>
      insertEntries(
        scope,
        entries.map((entry) => line(scope.workspaceId, scope.personId, entry)),
      ),

    /** Adds a line where nobody is signed in yet. */
    writeAs: (scope: RoleScope, ids: { workspaceId: string; personId: string | null }, entry: Entry): Promise<void> =>
      insertEntry(scope, line(ids.workspaceId, ids.personId, entry)),

    /** A page of the log, newest first. */
    async read(who: Who, before?: Date) {
      const rows = await floor.db.asPerson(who, (scope) =>
        selectEntries(scope, before ?? new Date(floor.clock.now().getTime() + 1000), PAGE),
      );
      return rows.map((row) => ({ id: row.id, at: row.at, who: row.who, action: row.action, about: row.about }));
    },
  };
}

export type LogDoor = ReturnType<typeof createLog>;
