import type { FastifyInstance } from 'fastify';
import { vi } from 'vitest';
import type { World } from './world.ts';

export interface Mailed {
  to: string;
  code: string;
  isLong: boolean;
}

/** What the mails of sign-in carried, as they left. */
export function codesSent(world: World): Mailed[] {
  const mails: Mailed[] = [];
  const { delivery } = world.services.doors;
  for (const [verb, isLong] of [
    ['sendCode', false],
    ['sendLongCode', true],
  ] as const) {
    vi.spyOn(delivery, verb).mockImplementation(async ({ address }, code) => {
      mails.push({ to: address, code, isLong });
    });
  }
  return mails;
}

/** A browser that keeps its cookies. */
export function browserOf(app: FastifyInstance, remoteAddress = '192.0.2.1') {
  const jar = new Map<string, string>();
  const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      remoteAddress,
      ...(cookie ? { headers: { cookie } } : {}),
      ...(payload ? { payload } : {}),
    });
    for (const { name, value } of answer.cookies) value ? jar.set(name, value) : jar.delete(name);
    return answer;
  };
  return {
    jar,
    call,
    ask: (email: string) => call('POST', '/session/code', { email }),
    enter: (email: string, code: string) => call('POST', '/session', { email, code }),
    /** Whom the browser is signed in as, if anybody. */
    me: async (): Promise<string | null> => (await call('GET', '/me')).json().person?.id ?? null,
  };
}
