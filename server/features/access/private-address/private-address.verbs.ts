import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import { plainCode } from '#contract/sign-in-code.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import type { AccessDeps } from '../access.deps.ts';
import { plainAddress } from '../access.rules.ts';
import { fingerprint, fits, randomCode } from '../codes/codes.rules.ts';
import { type AskedCookie, askedCookie, askedNoMore, whatWasAsked } from '../cookies/asked-cookie.ts';
import * as rows from './private-address.queries.ts';

const asked = z.object({ personId: z.string(), email: z.string(), code: z.string() });
const ASKED: AskedCookie<typeof asked> = { suffix: 'private', content: asked };

const secretOf = ({ secrets }: AccessDeps): string => secrets.derive('private-code');

export async function getPrivateAddress({ db }: AccessDeps, who: Who): Promise<string | null> {
  return (await db.asPerson(who, rows.selectPrivateAddress))?.email ?? null;
}

export function askPrivateAddress(deps: AccessDeps, who: Who, address: string, language: Language): string {
  const email = plainAddress(address);
  const code = randomCode(randomBytes, 'browser');
  deps.delivery.sendCode({ name: '', address: email }, code, language).catch((error: unknown) => {
    deps.logger.error('access.code-not-sent', { reason: error instanceof Error ? error.message : '' });
  });
  return askedCookie(deps, ASKED, { personId: who.personId, email, code: fingerprint(secretOf(deps), code) });
}

export async function confirmPrivateAddress(
  deps: AccessDeps,
  who: Who,
  headers: Headers,
  code: string,
): Promise<string> {
  const content = whatWasAsked(deps, ASKED, headers);
  const isRight = fits(content?.code, fingerprint(secretOf(deps), plainCode(code)));
  if (content?.personId !== who.personId || !isRight) fail('access.wrong-code');
  await deps.db.asPerson(who, (scope) => rows.putPrivateAddress(scope, content.email));
  return askedNoMore(deps, ASKED);
}

export const forgetPrivateAddress = ({ db }: AccessDeps, who: Who): Promise<void> =>
  db.asPerson(who, rows.deletePrivateAddress);
