import type { SessionHow } from '#contract/session.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { deviceOf } from '../access.rules.ts';
import { selectPasskeys } from '../addresses/addresses.queries.ts';
import { deleteTokens, selectTokens } from '../tokens/tokens.queries.ts';
import * as rows from './sessions.queries.ts';

export interface MySession {
  id: string;
  device: string;
  how: SessionHow;
  since: Date;
  isThis: boolean;
}

/** Everything that acts in the caller's name: sessions of every user bound to them, and tokens. */
export async function listSessions(floor: Floor, who: Who): Promise<MySession[]> {
  const now = floor.clock.now();
  const sessions = await floor.db.asSignIn((scope) => rows.selectSessions(scope, who, now), who.workspaceId);
  const tokens = await floor.db.asPerson(who, (scope) => selectTokens(scope, now));
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

/** Ends one of them; 'not-found' for any that is not the caller's. */
export async function endSession({ floor, log }: { floor: Floor; log: LogDoor }, who: Who, id: string): Promise<void> {
  if ((await floor.db.asSignIn((scope) => rows.deleteSession(scope, who, id), who.workspaceId)) > 0) return;
  const tokens = await floor.db.asPerson(who, (scope) => selectTokens(scope, floor.clock.now()));
  if (!tokens.some((token) => token.id === id)) fail('not-found');
  await floor.db.asPerson(who, async (scope) => {
    await deleteTokens(scope, id);
    await log.write(scope, { action: 'access.end-token', about: { token: id } });
  });
}

/** Ends all of them but the caller's own session. */
export async function endOtherSessions({ floor, log }: { floor: Floor; log: LogDoor }, who: Who): Promise<void> {
  await floor.db.asSignIn((scope) => rows.deleteOtherSessions(scope, who, who.sessionId), who.workspaceId);
  await floor.db.asPerson(who, async (scope) => {
    const tokens = await deleteTokens(scope);
    if (tokens > 0) await log.write(scope, { action: 'access.end-tokens', about: { tokens } });
  });
}

/** All passkeys in the caller's name, of whichever user. */
export async function listPasskeys(floor: Floor, who: Who) {
  return floor.db.asSignIn((scope) => selectPasskeys(scope, who), who.workspaceId);
}

export async function endPasskey(floor: Floor, who: Who, id: string): Promise<void> {
  if ((await floor.db.asSignIn((scope) => rows.deletePasskey(scope, who, id), who.workspaceId)) === 0)
    fail('not-found');
}

export async function declinePasskey(floor: Floor, who: Who): Promise<void> {
  await floor.db.asSignIn((scope) => rows.declinePasskey(scope, who, floor.clock.now()), who.workspaceId);
}
