import type { Who } from '#server/platform/access-guard.ts';
import type { AppContext } from '#server/platform/app-context.ts';
import { countRunsAbout, deleteRunsBefore } from './stored.queries.ts';

const KEEP_PLANS = 30 * 24 * 3_600_000;

/** How many kept imports mention somebody. */
export async function countImports(
  { db }: Pick<AppContext, 'db'>,
  { workspaceId, personId }: Who,
  email: string | null,
): Promise<Record<string, number>> {
  const needles = { personId, email: email ?? personId };
  return { import_run: await db.asJobs('stored', workspaceId, (scope) => countRunsAbout(scope, needles)) };
}

/** Once a day: forgets what old imports planned and did. */
export async function forgetOldImports({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEEP_PLANS);
  for (const { workspaceId } of await db.workspaces())
    await db.asJobs('retention', workspaceId, (scope) => deleteRunsBefore(scope, before));
}
