import type { ExportPart } from '#server/features/records/records.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import type { Scope } from '#server/platform/database.ts';
import { selectAboutMe } from './log.queries.ts';

/** How many lines of the log are by or about somebody. */
export async function countLog({ db }: Pick<AppContext, 'db'>, who: Who): Promise<Record<string, number>> {
  return { log_entry: (await db.asPerson(who, selectAboutMe)).length };
}

/** What the log says of the caller, and never who else did it. */
export async function exportLog(scope: Scope): Promise<ExportPart> {
  const log = await selectAboutMe(scope);
  const by = (actor: string | null) => (actor === scope.personId ? 'me' : 'somebody else');
  return {
    json: { log: log.map(({ at, action, actor_id }) => ({ at, action, by: by(actor_id) })) },
    rows: { log_entry: log.map(({ at, action }) => ({ at, action })) },
  };
}
