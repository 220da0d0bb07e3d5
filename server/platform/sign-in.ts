import { createAuthEndpoint } from '@better-auth/core/api';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { setSessionCookie } from 'better-auth/cookies';
import type { Pool } from 'pg';
import { z } from 'zod';

export interface SignInOptions {
  pool: Pool;
  secret: string;
  /** 'http://localhost:4020', without a path. */
  origin: string;
  /** '' or '/sample': keeps the cookies of the two organisations apart. */
  basePath: string;
  name: string;
  /** Whether somebody with this address may have a session at all; asked again at every new session. */
  mayEnter(email: string, userId?: string): Promise<boolean>;
}

export interface SessionInfo {
  sessionId: string;
  userId: string;
  email: string;
}

/** A new session. */
export interface Entered {
  userId: string;
  /** The session's own secret, as it is stored. */
  token: string;
  cookies: string[];
}

/** Whether a cookie header names a session, of whatever worth: enough to choose what a page shows while it loads. */
export const namesSession = (cookies = '', basePath: string): boolean =>
  cookies.includes(`${basePath ? 'loam-sample' : 'loam'}.session_token=`);

/** Paths of the passkey ceremonies, the only endpoints of the library that are reachable from outside. */
export const PASSKEY_PATHS = [
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/list-user-passkeys',
  '/passkey/delete-passkey',
] as const;

// Who owns an address is proved elsewhere; here the library only makes user and session. Not reachable from outside.
const provedAddress = {
  id: 'proved-address',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ email: z.string() }) },
      async (ctx) => {
        const { internalAdapter: users } = ctx.context;
        const { email } = ctx.body;
        const find = async () => (await users.findUserByEmail(email))?.user;
        const create = () => users.createUser({ email, emailVerified: true, name: '' }, { method: 'email-otp' });
        // Two first sign-ins at once: one of them makes the user.
        const user = (await find()) ?? (await create().catch(find));
        if (!user) return null;
        const session = await users.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return { userId: user.id, token: session.token };
      },
    ),
  },
};

const TWO_WEEKS = 14 * 24 * 3600;

function library(options: SignInOptions) {
  const { origin, basePath } = options;
  return betterAuth({
    appName: options.name,
    baseURL: origin,
    basePath: `${basePath}/api/auth`,
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    session: {
      expiresIn: TWO_WEEKS,
      updateAge: 24 * 3600,
      cookieCache: { enabled: false },
      additionalFields: { how: { type: 'string', required: false, input: false, defaultValue: 'code' } },
    },
    trustedOrigins: [origin],
    advanced: {
      cookiePrefix: basePath ? 'loam-sample' : 'loam',
      defaultCookieAttributes: { path: basePath || '/', sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      user: { create: { before: async (user) => await options.mayEnter(user.email) } },
      session: {
        create: {
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId);
            if (!user || !(await options.mayEnter(user.email, user.id))) return false;
            const isPasskey = context?.path?.startsWith('/passkey/') ?? false;
            return { data: { ...session, how: isPasskey ? 'passkey' : 'code' } };
          },
        },
      },
    },
    plugins: [provedAddress, passkey({ rpID: new URL(origin).hostname, rpName: options.name, origin })],
  });
}

/** Sessions and passkeys, on the library's own tables. */
export interface SignIn {
  /** The session of a request's cookies, or null. */
  sessionOf(headers: Headers): Promise<SessionInfo | null>;
  /** Opens a session for whoever proved an address; its cookies, or null where they may not have one. */
  open(email: string, device?: string): Promise<Entered | null>;
  /** Ends the session of these cookies; the answer's cookies clear it in the browser. */
  leave(headers: Headers): Promise<string[]>;
  /** Forgets questions to passkeys that nobody answered; by the library's own clock. */
  forgetPassed(): Promise<void>;
  handle(request: Request): Promise<Response>;
}

export function createSignIn(options: SignInOptions): SignIn {
  const auth = library(options);
  return {
    async sessionOf(headers) {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers });
      return found && { sessionId: found.session.id, userId: found.user.id, email: found.user.email };
    },
    async open(email, device = '') {
      try {
        const { headers, response } = await auth.api.openSession({
          body: { email },
          headers: new Headers(device ? { 'user-agent': device } : {}),
          returnHeaders: true,
        });
        return response && { ...response, cookies: headers.getSetCookie() };
      } catch {
        return null;
      }
    },
    async leave(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },
    async forgetPassed() {
      await options.pool.query('delete from auth.verification where "expiresAt" < current_timestamp');
    },
    handle: (request) => auth.handler(request),
  };
}
