import type { Language } from '#contract/common.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import { consoleCode, isSameCode } from '#server/platform/console-code.ts';
import { fail } from '#server/platform/errors.ts';
import type { WorkspaceDeps } from './workspace.deps.ts';
import * as rows from './workspace.queries.ts';

export interface WorkspaceFacts {
  name: string;
  purpose: string;
  timezone: string;
  language: Language;
}

/** Facts to change; what is missing stays. */
export type WorkspaceChange = { [Field in keyof WorkspaceFacts]?: WorkspaceFacts[Field] | undefined };

export interface SetUp extends WorkspaceFacts {
  code: string;
  steward: { name: string; email: string };
}

export const getSetUpCode = ({ secrets }: WorkspaceDeps): string => consoleCode(secrets.derive('set-up'));

export const isSetUp = ({ db }: WorkspaceDeps): Promise<boolean> => db.asSignIn(rows.hasWorkspace);

export async function setUpWorkspace(deps: WorkspaceDeps, input: SetUp): Promise<string> {
  if (!isSameCode(input.code, getSetUpCode(deps))) fail('workspace.wrong-code');
  if (!isTimeZone(input.timezone)) fail('workspace.unknown-time-zone');
  const [workspaceId, personId, now] = [deps.newId(), deps.newId(), deps.clock.now()];
  const { name, purpose, timezone, language, steward } = input;
  await deps.db.asSignIn(async (scope) => {
    await rows.holdSetUp(scope);
    if (await rows.hasWorkspace(scope)) fail('workspace.already-set-up');
    await rows.insertWorkspace(scope, {
      workspace_id: workspaceId,
      name,
      purpose,
      timezone,
      language,
      created_at: now,
    });
    await deps.addFounder(scope, { workspaceId, personId, name: steward.name, email: steward.email, now });
    await deps.log.writeAs(scope, { workspaceId, personId }, { action: 'workspace.set-up', about: {} });
  }, workspaceId);
  return steward.email;
}

export async function getWorkspace({ db }: WorkspaceDeps, who: Who): Promise<WorkspaceFacts> {
  const row = (await db.asPerson(who, (scope) => rows.selectWorkspace(scope, who.workspaceId))) ?? fail('not-found');
  return { name: row.name, purpose: row.purpose, timezone: row.timezone, language: row.language };
}

export async function changeWorkspace({ db, log }: WorkspaceDeps, who: Who, change: WorkspaceChange): Promise<void> {
  if (change.timezone !== undefined && !isTimeZone(change.timezone)) fail('workspace.unknown-time-zone');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return;
  await db.asPerson(who, async (scope) => {
    await rows.updateWorkspace(scope, given);
    await log.write(scope, { action: 'workspace.change', about: { fields: Object.keys(given) } });
  });
}

export async function getOwnAddress({ db }: WorkspaceDeps, who: Who): Promise<rows.OwnAddress> {
  return (await db.asPerson(who, rows.selectOwnAddress)) ?? fail('not-found');
}
