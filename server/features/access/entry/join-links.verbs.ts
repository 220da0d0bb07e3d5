import { randomBytes } from 'node:crypto';
import type { Language } from '#contract/common.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import { hashed, joinTokenText, readJoinToken } from '../access.rules.ts';
import * as rows from './entry.queries.ts';

const DAY = 86_400_000;
const LINK_HOLDS = 90 * DAY;

/** Where a join link leads. */
export interface JoinLink {
  workspaceId: string;
  workspace: string;
  domain: string;
  language: Language;
  unitId: string | null;
  /** Who made the link. */
  madeBy: string;
}

/** The unit that was named, if any; 'not-found' where there is no such unit. */
export async function namedUnit(scope: Scope, unitId: string | undefined): Promise<string | null> {
  if (unitId === undefined) return null;
  return (await rows.isUnit(scope, scope.workspaceId, unitId)) ? unitId : fail('not-found');
}

export const listJoinLinks = ({ db, clock }: AccessDeps, who: Who): Promise<rows.JoinLinkRow[]> =>
  db.asPerson(who, (scope) => rows.selectLinks(scope, clock.now()));

export async function makeJoinLink(
  deps: AccessDeps,
  who: Who,
  domain: string,
  unitId?: string,
): Promise<{ id: string; url: string }> {
  const [id, now] = [deps.newId(), deps.clock.now()];
  const token = joinTokenText({ workspaceId: who.workspaceId, secret: randomBytes(16).toString('hex') });
  await deps.db.asPerson(who, async (scope) => {
    await rows.insertLink(scope, {
      id,
      tokenHash: hashed(token),
      domain,
      unitId: await namedUnit(scope, unitId),
      now,
      until: new Date(now.getTime() + LINK_HOLDS),
    });
    await deps.log.write(scope, { action: 'access.make-link', about: { link: id } });
  });
  return { id, url: `${deps.baseUrl}/join/${token}` };
}

export async function endJoinLink({ db, clock, log }: AccessDeps, who: Who, id: string): Promise<void> {
  await db.asPerson(who, async (scope) => {
    if (!(await rows.endLink(scope, id, clock.now()))) fail('not-found');
    await log.write(scope, { action: 'access.end-link', about: { link: id } });
  });
}

export async function followJoinLink({ db, clock }: AccessDeps, token: string): Promise<JoinLink> {
  const { workspaceId } = readJoinToken(token) ?? fail('access.link-ended');
  const row = await db.asSignIn(
    (scope) => rows.selectLink(scope, workspaceId, hashed(token), clock.now()),
    workspaceId,
  );
  if (!row) fail('access.link-ended');
  const { name: workspace, domain, language, unitId, madeBy } = row;
  return { workspaceId, workspace, domain, language, unitId, madeBy };
}
