import { randomBytes } from 'node:crypto';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { hashed } from '../access.rules.ts';
import * as rows from './tokens.queries.ts';

const TOKEN_HOLDS = 30 * 86_400_000;

/** Tokens of stewards' command line; only their hashes are kept. */
export function createTokens(floor: Floor, log: LogDoor) {
  return {
    /** The caller's tokens that hold, newest first. */
    tokens: (who: Who) => floor.db.asPerson(who, (scope) => rows.selectTokens(scope, floor.clock.now())),

    /** A new token; nobody sees it again. */
    async makeToken(who: Who, name = ''): Promise<{ id: string; token: string; expiresAt: Date }> {
      const token = `loam_${randomBytes(24).toString('hex')}`;
      const [id, now] = [floor.newId(), floor.clock.now()];
      const expiresAt = new Date(now.getTime() + TOKEN_HOLDS);
      await floor.db.asPerson(who, async (scope) => {
        await rows.insertToken(scope, { id, hash: hashed(token), name, now, until: expiresAt });
        await log.write(scope, { action: 'access.make-token', about: { token: id } });
      });
      return { id, token, expiresAt };
    },

    /** Ends one of the caller's tokens at once. */
    endToken: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        if ((await rows.deleteTokens(scope, id)) === 0) fail('not-found');
        await log.write(scope, { action: 'access.end-token', about: { token: id } });
      }),

    /** Ends all of the caller's tokens at once. */
    endTokens: (who: Who): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        const tokens = await rows.deleteTokens(scope);
        if (tokens > 0) await log.write(scope, { action: 'access.end-tokens', about: { tokens } });
      }),
  };
}
