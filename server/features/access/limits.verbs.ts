import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from './access.deps.ts';
import * as rows from './access.queries.ts';
import { hashed, LIMITS, type LimitName, windowStart } from './access.rules.ts';
import { forgetEndedTokens } from './tokens/tokens.verbs.ts';

/** What is counted; kept as a hash. */
const counterOf = (name: LimitName, key: string): string => hashed(`${name}:${key}`);

export async function countHits({ db, clock }: AccessDeps, name: LimitName, key: string, hits = 1): Promise<void> {
  const limit = LIMITS[name];
  const window = windowStart(clock.now(), limit);
  const counted = await db.asSignIn((scope) => rows.upsertHits(scope, counterOf(name, key), window, hits));
  if (counted > limit.most) fail('too-many-requests');
}

/** Whether a limit is reached already; counts nothing. */
export async function isUsedUp({ db, clock }: AccessDeps, name: LimitName, key: string): Promise<boolean> {
  const limit = LIMITS[name];
  const window = windowStart(clock.now(), limit);
  return (await db.asSignIn((scope) => rows.selectHits(scope, counterOf(name, key), window))) >= limit.most;
}

const KEEP_HITS = 2 * 86_400_000;

export async function forgetCounters(deps: AccessDeps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.asSignIn((scope) => rows.deleteOldHits(scope, new Date(now.getTime() - KEEP_HITS)));
  await forgetEndedTokens(deps, now);
}

/** Forgets what sign-in needs for minutes only, and counters of long ago. */
export async function forgetPassedSignIns({ db, clock }: Pick<AccessDeps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await db.asSignIn((scope) => rows.deletePassed(scope, now, new Date(now.getTime() - KEEP_HITS)));
}
