import type { StoredTable } from '#contract/records.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import { deleteMe, forgetLeavers, replayErasures } from './erase.verbs.ts';
import { type ExportFormat, exportMine } from './export-mine.ts';
import { listAboutMe } from './list-about-me.ts';
import type { RecordsDeps } from './records.deps.ts';

export type { ExportPart, Myself, RecordsDeps, StoredPart } from './records.deps.ts';
export { basis, ids, kept, type Register, read, say } from './register.rules.ts';

/** What is stored about people, the way out with it, and forgetting. */
export interface Records {
  /** Every table of the register, with how many rows there are about the caller. */
  aboutMe(who: Who): Promise<{ tables: StoredTable[] }>;
  /** Everything of the caller's as one file. Fails with `not-found`. */
  exportMine(who: Who, format: ExportFormat): Promise<File>;
  /** Deletes the caller for good, once their name was typed. Fails with `records.confirm`, `access.needs-steward`. */
  deleteMe(who: Who, typed: string): Promise<void>;
  /** Deletes again whoever the file of deletions names; at each start, for backups that came back by other ways. */
  replayErasures(): Promise<number>;
  /** Once a day: deletes who left long ago, and what was kept for a time. */
  forget(): Promise<void>;
}

export const createRecords = (deps: RecordsDeps): Records =>
  bindVerbs(deps, { aboutMe: listAboutMe, exportMine, deleteMe, replayErasures, forget: forgetLeavers });
