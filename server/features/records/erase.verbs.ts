import type { Who } from '#server/platform/access-guard.ts';
import { addDays, dayIn } from '#server/platform/clock.ts';
import { appendErasure, readErasures } from '#server/platform/erasures.ts';
import { fail } from '#server/platform/errors.ts';
import type { RecordsDeps } from './records.deps.ts';
import { erasePerson } from './records.queries.ts';
import { confirms, GRACE_DAYS } from './records.rules.ts';

async function eraseNow(deps: RecordsDeps, workspaceId: string, personId: string): Promise<void> {
  const at = deps.clock.now();
  // The file first: a deletion that was asked for is finished at the next start.
  if (deps.erasures) await appendErasure(deps.erasures, { workspaceId, personId, at: at.toISOString() });
  await deps.db.asJobs('erasure', workspaceId, (scope) => erasePerson(scope, personId, at));
}

export async function deleteMe(deps: RecordsDeps, who: Who, typed: string): Promise<void> {
  await deps.db.asPerson(who, async (scope) => {
    const me = await deps.myself(scope);
    if (!me || !confirms(typed, me.name)) fail('records.confirm');
    if (who.roles.includes('steward') && !(await deps.hasOtherSteward(scope))) fail('access.needs-steward');
    await deps.beforeErased?.(scope);
  });
  await eraseNow(deps, who.workspaceId, who.personId);
  deps.logger.info('records.erased');
}

export async function replayErasures(deps: RecordsDeps): Promise<number> {
  let erased = 0;
  for (const { workspaceId, personId, at } of deps.erasures ? await readErasures(deps.erasures) : []) {
    if (!(await deps.isHere(workspaceId, personId))) continue;
    await deps.db.asJobs('erasure', workspaceId, (scope) => erasePerson(scope, personId, new Date(at)));
    erased += 1;
  }
  return erased;
}

export async function forgetLeavers(deps: RecordsDeps): Promise<void> {
  const now = deps.clock.now();
  for (const { workspaceId, timezone } of await deps.db.workspaces()) {
    const day = addDays(dayIn(now, timezone), -GRACE_DAYS);
    for (const personId of await deps.leftBefore(workspaceId, day)) await eraseNow(deps, workspaceId, personId);
  }
  for (const part of deps.stored) await part.forget?.();
}
