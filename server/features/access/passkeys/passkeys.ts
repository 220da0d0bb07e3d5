import type { Floor } from '#server/platform/floor.ts';
import type { SignIn } from '#server/platform/sign-in.ts';
import * as rows from '../access.queries.ts';
import type { CodeDeps } from '../codes/codes.ts';

interface PasskeyDeps {
  floor: Floor;
  signIn: SignIn;
  codes: CodeDeps;
}

const VERIFY = '/passkey/verify-authentication';

/** A passkey ceremony: the library's answer, but alike for a key that is unknown and one that does not fit. */
export async function passkeyCeremony({ floor, signIn, codes }: PasskeyDeps, request: Request): Promise<Response> {
  const answer = await signIn.handle(request);
  if (!new URL(request.url).pathname.endsWith(VERIFY)) return answer;
  if (!answer.ok) return Response.json({ code: 'AUTHENTICATION_FAILED' }, { status: 401 });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const session = await signIn.sessionOf(new Headers({ cookie }));
  const person = session && (await floor.db.asSignIn((scope) => rows.selectWho(scope, session.userId)));
  if (person) answer.headers.append('set-cookie', codes.known.make(request.headers, person.person_id));
  return answer;
}
