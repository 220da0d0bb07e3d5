import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import { plainCode } from '#contract/sign-in-code.ts';
import type { Delivery } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { plainAddress } from '../access.rules.ts';
import { askedCookie } from '../asked/asked.ts';
import { codeFrom, fingerprint, fits } from '../codes/codes.rules.ts';
import * as rows from './private-address.queries.ts';

const asked = z.object({ personId: z.string(), email: z.string(), code: z.string() });

/** The address at home by which somebody can fetch what is theirs once the one at work has ended. */
export function createPrivateAddress(floor: Floor, delivery: Pick<Delivery, 'sendCode'>) {
  const cookie = askedCookie(floor, 'private', asked);
  const secret = floor.secrets.derive('private-code');
  return {
    async get(who: Who): Promise<string | null> {
      return (await floor.db.asPerson(who, rows.selectPrivateAddress))?.email ?? null;
    },

    /** Sends a code there, so that a mistyped address never opens somebody's data; returns the cookie of this browser. */
    ask(who: Who, address: string, language: Language): string {
      const email = plainAddress(address);
      const code = codeFrom(randomBytes, 'browser');
      delivery.sendCode({ name: '', address: email }, code, language).catch((error: unknown) => {
        floor.log.error('access.code-not-sent', { reason: error instanceof Error ? error.message : '' });
      });
      return cookie.make({ personId: who.personId, email, code: fingerprint(secret, code) });
    },

    /** Keeps the address once its code was typed; returns the cookie that ends the asking. */
    async confirm(who: Who, headers: Headers, code: string): Promise<string> {
      const content = cookie.read(headers);
      const isRight = fits(content?.code, fingerprint(secret, plainCode(code)));
      if (content?.personId !== who.personId || !isRight) fail('access.wrong-code');
      await floor.db.asPerson(who, (scope) => rows.putPrivateAddress(scope, content.email));
      return cookie.cleared;
    },

    forget: (who: Who): Promise<void> => floor.db.asPerson(who, rows.deletePrivateAddress),
  };
}
