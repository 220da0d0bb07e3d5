import type { Me } from '#contract/session.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { AccessDeps } from '../access.deps.ts';
import { selectAddress, selectWho } from '../access.queries.ts';
import { plainAddress } from '../access.rules.ts';
import { findTokenOwner } from '../tokens/tokens.verbs.ts';
import * as rows from './sign-in.queries.ts';

export async function identifyCaller({ db, clock, signIn }: AccessDeps, headers: Headers): Promise<Who | null> {
  const bearer = /^Bearer (loam_[0-9a-f]{48})$/.exec(headers.get('authorization') ?? '')?.[1];
  const session = bearer ? null : await signIn.sessionOf(headers);
  if (!bearer && !session) return null;
  const row = await db.readAsSignIn((scope) =>
    bearer ? findTokenOwner(scope, bearer, clock.now()) : selectWho(scope, session?.userId ?? ''),
  );
  if (!row) return null;
  const { workspace_id: workspaceId, person_id: personId, status, roles } = row;
  return { workspaceId, personId, status, roles, sessionId: session?.sessionId ?? null };
}

export async function getMe({ db, basePath, sample }: AccessDeps, who: Who | null): Promise<Me> {
  if (!who) {
    const only = await db.asSignIn(rows.selectSingleWorkspace);
    const workspace = only ? { id: only.workspace_id, name: only.name, purpose: only.purpose } : null;
    return { sample, workspace, person: null };
  }
  const [row, passkeyOffer] = await db.asPerson(who, async (scope) => [
    await rows.selectMe(scope),
    await rows.wantsPasskey(scope),
  ]);
  if (!row) return { sample, workspace: null, person: null };
  return {
    sample,
    workspace: { id: who.workspaceId, name: row.workspace, purpose: row.purpose },
    person: {
      id: row.person_id,
      name: row.name,
      plantSeed: row.person_id,
      photoUrl: row.version ? `${basePath}/api/people/${row.person_id}/photo?v=${row.version}` : null,
      unitName: row.unit,
      siteName: row.site,
      roles: [...who.roles],
      status: row.status,
      language: row.language,
      passkeyOffer: passkeyOffer && row.status !== 'leaving' && !sample,
      isNew: row.welcomed_at === null && row.status !== 'leaving' && !sample,
    },
  };
}

export async function mayEnter({ db }: AccessDeps, email: string, userId?: string): Promise<boolean> {
  const address = plainAddress(email);
  return db.asSignIn(async (scope) => {
    if (userId && (await selectWho(scope, userId))) return true;
    return (await selectAddress(scope, address)) !== undefined;
  });
}
