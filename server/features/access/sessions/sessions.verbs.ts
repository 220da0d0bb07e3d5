import type { SessionHow } from '#contract/session.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import { deviceOf } from '../access.rules.ts';
import { deleteTokens } from '../tokens/tokens.queries.ts';
import { endTokens, listTokens } from '../tokens/tokens.verbs.ts';
import * as rows from './sessions.queries.ts';

export interface MySession {
  id: string;
  device: string;
  how: SessionHow;
  since: Date;
  isThis: boolean;
}

export async function listSessions(deps: AccessDeps, who: Who): Promise<MySession[]> {
  const now = deps.clock.now();
  const sessions = await deps.db.asSignIn((scope) => rows.selectSessions(scope, who, now), who.workspaceId);
  const tokens = await listTokens(deps, who);
  return [
    ...sessions.map(({ id, userAgent, how, createdAt }) => ({
      id,
      device: deviceOf(userAgent),
      how,
      since: createdAt,
      isThis: id === who.sessionId,
    })),
    ...tokens.map(({ id, name, createdAt }) => ({
      id,
      device: name,
      how: 'token' as const,
      since: createdAt,
      isThis: false,
    })),
  ];
}

export async function endSession(deps: AccessDeps, who: Who, id: string): Promise<void> {
  const { db, log } = deps;
  if ((await db.asSignIn((scope) => rows.deleteSession(scope, who, id), who.workspaceId)) > 0) return;
  const tokens = await listTokens(deps, who);
  if (!tokens.some((token) => token.id === id)) fail('not-found');
  await db.asPerson(who, async (scope) => {
    await deleteTokens(scope, id);
    await log.write(scope, { action: 'access.end-token', about: { token: id } });
  });
}

export async function endOtherSessions(deps: AccessDeps, who: Who): Promise<void> {
  await deps.db.asSignIn((scope) => rows.deleteOtherSessions(scope, who, who.sessionId), who.workspaceId);
  await endTokens(deps, who);
}

export const endThisSession = ({ signIn }: AccessDeps, headers: Headers): Promise<string[]> => signIn.leave(headers);
