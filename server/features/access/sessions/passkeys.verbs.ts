import type { Who } from '#server/platform/access-guard.ts';
import { fail } from '#server/platform/errors.ts';
import { steadily } from '#server/platform/steady.ts';
import type { AccessDeps } from '../access.deps.ts';
import { selectWho } from '../access.queries.ts';
import { knownCookie } from '../cookies/known-browser.ts';
import * as rows from './sessions.queries.ts';

const VERIFY = '/passkey/verify-authentication';

export const handlePasskey = (deps: AccessDeps, request: Request): Promise<Response> =>
  steadily(() => answerPasskey(deps, request));

/** The library's answer, but alike for a key that is unknown and one that does not fit. */
async function answerPasskey(deps: AccessDeps, request: Request): Promise<Response> {
  const answer = await deps.signIn.handle(request);
  if (!new URL(request.url).pathname.endsWith(VERIFY)) return answer;
  if (!answer.ok) return Response.json({ code: 'AUTHENTICATION_FAILED' }, { status: 401 });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const session = await deps.signIn.sessionOf(new Headers({ cookie }));
  const person = session && (await deps.db.asSignIn((scope) => selectWho(scope, session.userId)));
  if (person) answer.headers.append('set-cookie', knownCookie(deps, request.headers, person.person_id));
  return answer;
}

/** All passkeys in somebody's name, of whichever user. */
export const listPasskeys = ({ db }: AccessDeps, ids: rows.PersonIds): Promise<rows.PasskeyRow[]> =>
  db.asSignIn((scope) => rows.selectPasskeys(scope, ids), ids.workspaceId);

export async function endPasskey({ db }: AccessDeps, who: Who, id: string): Promise<void> {
  if ((await db.asSignIn((scope) => rows.deletePasskey(scope, who, id), who.workspaceId)) === 0) fail('not-found');
}

export async function declinePasskey({ db, clock }: AccessDeps, who: Who): Promise<void> {
  await db.asSignIn((scope) => rows.updatePasskeyDeclined(scope, who, clock.now()), who.workspaceId);
}
