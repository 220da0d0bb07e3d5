import type { StoredTable } from '#contract/records.ts';
import { forgetPassedSignIns } from '#server/features/access/access.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { appendErasure, readErasures } from '#server/platform/erasures.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { collect, type ExportFormat } from './export/export.ts';
import * as rows from './records.queries.ts';
import { confirms, GRACE_DAYS, KEEP_COUNTERS, KEEP_PLANS } from './records.rules.ts';
import { register } from './register/register.ts';

export interface RecordsOptions {
  /** The file of deletions; without it they live in the database alone. */
  erasures?: string | undefined;
  /** What somebody leaves behind decently, in their own transaction, before they are deleted. */
  beforeErased?: (scope: Scope) => Promise<void>;
}

/** What is stored about people, the way out with it, and forgetting. */
export function createRecords(floor: Floor, options: RecordsOptions = {}) {
  const erase = async (workspaceId: string, personId: string): Promise<void> => {
    const at = floor.clock.now();
    // The file first: a deletion that was asked for is finished at the next start.
    if (options.erasures) await appendErasure(options.erasures, { workspaceId, personId, at: at.toISOString() });
    await floor.db.asJobs('erasure', workspaceId, (scope) => rows.erase(scope, workspaceId, personId, at));
  };

  return {
    /** Every table of the register, with how many rows there are about the caller. */
    async aboutMe(who: Who): Promise<{ tables: StoredTable[] }> {
      const counts = await countAll(floor, who);
      const tables = Object.entries(register).map(
        ([table, { title, purpose, basis, retention, readers, columns }]) => ({
          table,
          title,
          purpose,
          basis,
          retention,
          readers,
          rows: counts.get(table) ?? null,
          columns: Object.entries(columns).map(([column, what]) => ({ column, what })),
        }),
      );
      return { tables };
    },

    /** Everything of the caller's as one file. */
    exportMine: (who: Who, format: ExportFormat): Promise<File> => collect(floor, who, format),

    /** Deletes the caller for good, once their name was typed. */
    async deleteMe(who: Who, typed: string): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        const line = await rows.selectMyLine(scope);
        if (!line || !confirms(typed, line.name)) fail('records.confirm');
        if (who.roles.includes('steward') && !(await rows.hasOtherSteward(scope))) fail('access.needs-steward');
        await options.beforeErased?.(scope);
      });
      await erase(who.workspaceId, who.personId);
      floor.log.info('records.erased');
    },

    /** Deletes again whoever the file of deletions names; at each start, for backups that came back by other ways. */
    async replayErasures(): Promise<number> {
      let erased = 0;
      for (const { workspaceId, personId, at } of options.erasures ? await readErasures(options.erasures) : []) {
        if (!(await floor.db.asJobs('erasure', workspaceId, (scope) => rows.isKnown(scope, workspaceId, personId))))
          continue;
        await floor.db.asJobs('erasure', workspaceId, (scope) =>
          rows.erase(scope, workspaceId, personId, new Date(at)),
        );
        erased += 1;
      }
      return erased;
    },

    /** Once a day: deletes who left long ago, and what was kept for a time. */
    async forget(): Promise<void> {
      const now = floor.clock.now();
      for (const { workspaceId, timezone } of await floor.db.workspaces()) {
        const day = addDays(dayIn(now, timezone), -GRACE_DAYS);
        const gone = await floor.db.asJobs('retention', workspaceId, (scope) =>
          rows.selectPastGrace(scope, workspaceId, day),
        );
        for (const { person_id } of gone) await erase(workspaceId, person_id);
        const before = new Date(now.getTime() - KEEP_PLANS);
        await floor.db.asJobs('retention', workspaceId, (scope) => rows.deleteOldPlans(scope, workspaceId, before));
      }
      const countersBefore = new Date(now.getTime() - KEEP_COUNTERS);
      await floor.db.asSignIn((scope) => forgetPassedSignIns(scope, now, countersBefore));
    },
  };
}

/** Rows about the caller by table; a table that is about nobody, or would tell of others, is left out. */
async function countAll(floor: Floor, who: Who): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const line = await floor.db.asPerson(who, async (scope) => {
    for (const [table, { about, by }] of Object.entries(register)) {
      if (about === 'mine') counts.set(table, await rows.countMine(scope, table, by ?? []));
      if (about === 'log') counts.set(table, (await rows.selectMyLog(scope)).length);
    }
    return rows.selectMyLine(scope);
  });
  const needles = { personId: who.personId, email: line?.email ?? who.personId };
  counts.set(
    'import_run',
    await floor.db.asJobs('stored', who.workspaceId, (scope) => rows.countImports(scope, who.workspaceId, needles)),
  );
  const signIn = await floor.db.asSignIn(
    (scope) => rows.selectSignIn(scope, who.workspaceId, who.personId),
    who.workspaceId,
  );
  counts.set('auth.user', signIn.users.length);
  counts.set('auth.session', signIn.sessions.length);
  counts.set('auth.passkey', signIn.passkeys.length);
  counts.set('auth.account', signIn.accounts.length);
  return counts;
}

export type Records = ReturnType<typeof createRecords>;
