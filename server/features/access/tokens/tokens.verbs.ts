import { randomBytes } from 'node:crypto';
import type { Who } from '#server/platform/access-guard.ts';
import type { RoleScope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import type { CallerRow } from '../access.queries.ts';
import { hashed } from '../access.rules.ts';
import * as rows from './tokens.queries.ts';

const TOKEN_HOLDS = 30 * 86_400_000;

export interface MyToken {
  id: string;
  name: string;
  createdAt: Date;
  usedAt: Date | null;
  expiresAt: Date;
}

/** A token of a steward's command line; only its hash is kept. */
export interface NewToken {
  id: string;
  token: string;
  expiresAt: Date;
}

/** Whose token it is, while it holds. */
export const findTokenOwner = (scope: RoleScope, token: string, now: Date): Promise<CallerRow | undefined> =>
  rows.selectToken(scope, hashed(token), now);

export const listTokens = ({ db, clock }: AccessDeps, who: Who): Promise<MyToken[]> =>
  db.asPerson(who, (scope) => rows.selectTokens(scope, clock.now()));

export async function makeToken({ db, clock, newId, log }: AccessDeps, who: Who, name = ''): Promise<NewToken> {
  const token = `loam_${randomBytes(24).toString('hex')}`;
  const [id, now] = [newId(), clock.now()];
  const expiresAt = new Date(now.getTime() + TOKEN_HOLDS);
  await db.asPerson(who, async (scope) => {
    await rows.insertToken(scope, { id, hash: hashed(token), name, now, until: expiresAt });
    await log.write(scope, { action: 'access.make-token', about: { token: id } });
  });
  return { id, token, expiresAt };
}

export async function endToken({ db, log }: AccessDeps, who: Who, id: string): Promise<void> {
  await db.asPerson(who, async (scope) => {
    if ((await rows.deleteTokens(scope, id)) === 0) fail('not-found');
    await log.write(scope, { action: 'access.end-token', about: { token: id } });
  });
}

export async function endTokens({ db, log }: AccessDeps, who: Who): Promise<void> {
  await db.asPerson(who, async (scope) => {
    const tokens = await rows.deleteTokens(scope);
    if (tokens > 0) await log.write(scope, { action: 'access.end-tokens', about: { tokens } });
  });
}

/** Forgets tokens that ended, in every workspace. */
export async function forgetEndedTokens({ db }: AccessDeps, now: Date): Promise<void> {
  for (const { workspaceId } of await db.workspaces())
    await db.asSignIn((scope) => rows.deleteEndedTokens(scope, now), workspaceId);
}
